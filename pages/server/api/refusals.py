"""What the API has no answer for, as sentences."""

from collections.abc import Iterable

from data.errors import UserError
from language import N_, Sentence

NO_KIND = N_("There is no kind of material {kind}. There are: {known}.")


class NoSuchKind(UserError):
    """For whoever asks for a round's material by its name."""

    def __init__(self, kind: str, known: Iterable[str]) -> None:
        super().__init__(Sentence(NO_KIND, {"kind": kind, "known": tuple(known)}))
