"""Who asks, and what is noted of it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from data.audit import Action, AuditEvent, record
from data.database import Store
from data.errors import NotPermitted
from data.tokens import Scope, Token
from language import N_, Sentence, Words
from pages import session
from pages.server.api.answers import words_of
from workflow.person import Person
from workflow.tokens import SCOPE_NAMES, person_of

NOT_FOR_THIS = N_("This token is not for this: it lacks “{scope}”.")


@dataclass(frozen=True)
class Caller:
    """A program with a token that counts, what it asks for, and in which language it is answered."""

    token: Token
    request_line: str
    words: Words

    def entered(self, scope: Scope) -> tuple[Store, Person]:
        """The register, and as whom the program uses it; noted as an event. In a thread, for it writes.
        Raises :class:`data.errors.NotPermitted` where the token is not for it, and
        :class:`data.errors.StoreError`.
        """
        store, person = session.store(), person_of(self.token, scope)
        if scope not in self.token.scopes:
            raise NotPermitted(Sentence(NOT_FOR_THIS, {"scope": Sentence(SCOPE_NAMES[scope])}))
        record(store, AuditEvent(Action.TOKEN_USE, person.name, person.roles, self.request_line))
        return store, person


def _caller(request: Request) -> Caller:
    return Caller(request.state.token, f"{request.method} {request.url.path}", words_of(request))


Asking = Annotated[Caller, Depends(_caller)]
"""The caller of a request, as an argument of what answers it."""


def _round_key(term: str, kind: str) -> str:
    return f"{term}/{kind}"


RoundKey = Annotated[str, Depends(_round_key)]
"""The round that an address names."""
