"""Rules of what is closed: its frozen texts, its errata, and the rows that can no longer be written."""

import hashlib
import json
from collections.abc import Iterator

import pandas as pd

from data.schema import Table
from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation
from language import N_, Sentence

FROZEN = ("rounds", "assessments", "conclusions", "meetings")
APPEND_ONLY = ("closings", "errata")


def closed_rounds(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """Rows of a closed round; the caller lets those pass that change nothing."""
    if "round" in cells:
        round_keys = (
            set(snapshot.rounds.loc[snapshot.rounds["status"] == "closed", "round"]) - snapshot.open_anyway
        )
        reason = Sentence(N_("is closed: what was said and concluded in it can no longer be written"))
        yield Violation(cells["round"].isin(round_keys), "round", reason)


def never_changed(cells: pd.DataFrame, table: Table) -> Iterator[Violation]:
    """Rows of a table that only grows; the caller lets those pass that are new or change nothing."""
    if table.name in APPEND_ONLY:
        reason = Sentence(N_("is stored already and is never changed; write a new row instead"))
        yield Violation(pd.Series(True, index=cells.index), table.key[0], reason)


def _of_closed_round(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    round_keys = set(snapshot.rounds.loc[snapshot.rounds["status"] == "closed", "round"])
    reason = Sentence(N_("is not closed: close the round first"))
    yield Violation(~cells["round"].isin(round_keys) & cells["round"].notna(), "round", reason)


def _closing_checksum(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    reason = Sentence(
        N_(
            "does not match its checksum: the text is not the one that was closed. Take in the file as it was"
            " exported"
        )
    )
    for text, checksum in (("result", "sha256"), ("details", "details_sha256")):
        digests = cells[text].fillna("").map(lambda content: hashlib.sha256(content.encode()).hexdigest())
        yield Violation(digests != cells[checksum], checksum, reason)


def _closing_is_of_its_round(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """The checksum says that a text was not changed; what it says must be an evaluation of this round too."""
    results, details = (cells[name].map(_as_object) for name in ("result", "details"))
    reason = Sentence(N_("is no evaluation of this round; take in the file as it was exported"))
    rounds = zip(results, cells["round"], strict=True)
    other = pd.Series(
        [result is None or result.get("round") != key for result, key in rounds],
        index=cells.index,
        dtype=bool,
    )
    yield Violation(other, "result", reason)
    yield Violation(details.isna(), "details", reason)


def _as_object(text: str | None) -> dict[str, object] | None:
    """The JSON object that a text holds; None where it holds none."""
    try:
        value = json.loads(text or "")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


CLOSING_RULES: tuple[Rule, ...] = (_of_closed_round, _closing_checksum, _closing_is_of_its_round)
ERRATUM_RULES: tuple[Rule, ...] = (_of_closed_round,)
