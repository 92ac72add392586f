"""Which rounds there are, and their evaluations. None of it holds a confidential word."""

from datetime import date
from enum import StrEnum

from fastapi import APIRouter, Response
from pydantic import BaseModel

from data import queries
from data.models import Round
from data.tokens import Scope
from evaluation.as_text import as_text
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json, round_snapshot
from pages.server.api.answers import in_thread
from pages.server.api.caller import Asking, RoundKey

router = APIRouter(tags=["read"])


class TextForm(StrEnum):
    """As what an evaluation is given out."""

    JSON = "json"
    TEXT = "text"


class RoundHead(BaseModel):
    """A round; ``round`` is its key, ``TERM/KIND``."""

    round: str
    term: str
    kind: str
    period_from: date
    period_to: date
    status: str


@router.get("/rounds")
async def rounds(caller: Asking) -> list[RoundHead]:
    """Every round, oldest first."""
    return await in_thread(
        lambda: [_head(each) for each in queries.rounds.oldest_first(caller.entered(Scope.READ)[0])]
    )


@router.get("/rounds/{term}/{kind}/evaluation", response_class=Response)
async def evaluation(caller: Asking, round_key: RoundKey, form: TextForm = TextForm.JSON) -> Response:
    """The whole evaluation: the same bytes as the command gives, of a closed round those whose SHA-256 is the
    round's checksum (docs/evaluation_json.md); or in words.
    """

    def answer() -> Response:
        store, _ = caller.entered(Scope.READ)
        chosen_round = find_round(store, round_key)
        if form is TextForm.JSON:
            return Response(evaluation_json(store, chosen_round), media_type="application/json")
        names = queries.bodies.names(store)
        text = as_text(round_snapshot(store, chosen_round), caller.words, names)
        return Response(text, media_type="text/plain; charset=utf-8")

    return await in_thread(answer)


def _head(each: Round) -> RoundHead:
    return RoundHead(
        round=each.key,
        term=each.term,
        kind=each.kind,
        period_from=each.period_from,
        period_to=each.period_to,
        status=each.status,
    )
