"""Rules of what is closed: its frozen texts, its errata, and the rows that can no longer be written."""

import hashlib
import json
from collections.abc import Iterator

import pandas as pd

from data.schema import Table
from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation, cell, filled
from language import N_, Sentence

FROZEN = ("rounds", "assessments", "conclusions", "meetings")
APPEND_ONLY = ("closings", "errata")


def closed_rounds(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """Rows of a closed round; the caller lets those pass that change nothing."""
    if "round" in cells:
        round_keys = snapshot.closed_rounds - snapshot.open_anyway
        reason = Sentence(N_("is closed: what was said and concluded in it can no longer be written"))
        yield Violation(cells["round"].isin(round_keys), "round", reason)


def never_changed(cells: pd.DataFrame, table: Table) -> Iterator[Violation]:
    """Rows of a table that only grows; the caller lets those pass that are new or change nothing."""
    if table.name in APPEND_ONLY:
        reason = Sentence(N_("is stored already and is never changed; write a new row instead"))
        yield Violation(pd.Series(True, index=cells.index), table.key[0], reason)


def _of_closed_round(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    reason = Sentence(N_("is not closed: close the round first"))
    yield Violation(~cells["round"].isin(snapshot.closed_rounds) & cells["round"].notna(), "round", reason)


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


def _erratum_body(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """As with an assessment, it is only told: a body's years may have been mended since."""
    pairs = zip(cells["round"], cell(cells, "body"), strict=True)
    is_known = cells["round"].isin(snapshot.keys_of("rounds")) & cell(cells, "body").isin(
        snapshot.keys_of("bodies")
    )
    absent = pd.Series([pair not in snapshot.expected for pair in pairs], index=cells.index) & is_known
    yield Violation(
        absent, "body", Sentence(N_("did not exist on the day the round opened; look once more")), notice=True
    )


def _erratum_corrects(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """Another erratum of the same round, and never in a circle."""
    if "corrects" not in cells:
        return
    named = filled(cells, "corrects")
    itself = named & (cells["corrects"] == cells["erratum"])
    yield Violation(itself, "corrects", Sentence(N_("names the erratum itself")))
    stored_and_new = pd.concat([snapshot.errata, cells[["erratum", "round", "corrects"]]])
    errata = stored_and_new.drop_duplicates("erratum", keep="last").set_index("erratum")
    rounds = cells["corrects"].map(errata["round"])
    yield Violation(
        named & rounds.notna() & (rounds != cells["round"]),
        "corrects",
        Sentence(N_("is of another round; an erratum corrects one of its own round")),
    )
    corrected: dict[str, str] = {str(key): str(other) for key, other in errata["corrects"].dropna().items()}
    circle = pd.Series([_leads_back(key, corrected) for key in cells["erratum"]], cells.index, dtype=bool)
    reason = Sentence(N_("makes a circle: the other one corrects this one already"))
    yield Violation(circle & ~itself, "corrects", reason)


def _leads_back(erratum: str, corrected: dict[str, str]) -> bool:
    """Whether what an erratum corrects, and what that corrects, leads to itself again."""
    seen = set()
    current = corrected.get(erratum)
    while current is not None and current not in seen:
        if current == erratum:
            return True
        seen.add(current)
        current = corrected.get(current)
    return False


ERRATUM_RULES: tuple[Rule, ...] = (_of_closed_round, _erratum_body, _erratum_corrects)
