"""What a whole row must hold to: each rule is one function that marks the rows breaking it.

A rule sees the canonical cells (text or None) of one file, and what is stored. It gives the column to point at and the
sentence; a *notice* is told but taken in all the same.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from data.cells import contact_details, possible_cpr
from data.tables import KEYS, TABLES, TEXT, Table
from language import N_, Sentence

DATE_ORDER = (
    ("start_on", "end_on"),
    ("end_on", "decided_on"),
    ("frame_decided_on", "frame_published_on"),
    ("proposal_on", "decided_on"),
    ("decided_on", "feedback_on"),
    ("planned_start_on", "planned_end_on"),
)
NOT_FREE_TEXT = {"url", "source_key", "case_number"}


@dataclass(frozen=True)
class Stored:
    """What the register holds when a file is checked. ``open_anyway`` names closed rounds that came in this same run."""

    keys: dict[str, set[str]]
    levels: dict[str, str]
    rounds: pd.DataFrame
    expected: set[tuple[str, str]]
    open_anyway: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Breach:
    """Rows (a boolean per row) that break a rule, the column that shows it, and the sentence."""

    rows: pd.Series
    column: str
    reason: Sentence
    notice: bool = False


Rule = Callable[[pd.DataFrame, Stored], Iterator[Breach]]


def breaches(table: Table, cells: pd.DataFrame, whole: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    """Every breach of the rules for this table. ``whole`` has the same rows with what is stored in the columns that a file lacks."""
    if cells.empty:
        return
    yield from _references(table, cells, stored)
    yield from _personal_data(table, cells)
    for rule in RULES.get(table.name, ()):
        yield from rule(whole, stored)


def _references(table: Table, cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    for column in table.columns:
        if not column.refers_to or column.name not in cells:
            continue
        known = stored.keys[column.refers_to]
        if column.refers_to == table.name:
            known = known | set(cells[table.key[0]].dropna())
        present = cells[column.name].dropna()
        parts = present.str.split(";") if column.kind == KEYS else present.map(lambda key: [key])
        unknown = parts.map(lambda keys, known=known: any(key not in known for key in keys)).astype(bool)
        reason = Sentence(N_("is not known: there is no such key in {table}"), {"table": column.refers_to})
        yield Breach(unknown.reindex(cells.index, fill_value=False), column.name, reason)


def _personal_data(table: Table, cells: pd.DataFrame) -> Iterator[Breach]:
    for column in table.columns:
        if column.kind == TEXT and column.name in cells and column.name not in NOT_FREE_TEXT:
            texts = cells[column.name].fillna("")
            yield Breach(texts.map(possible_cpr), column.name, Sentence(N_("holds a possible CPR number; leave it out")))
            notice = Sentence(N_("seems to hold an e-mail address or a phone number; leave it out unless it is meant to be public"))
            yield Breach(texts.map(contact_details), column.name, notice, notice=True)


def _filled(cells: pd.DataFrame, column: str) -> pd.Series:
    return _cell(cells, column).notna()


def _cell(cells: pd.DataFrame, column: str) -> pd.Series:
    return cells[column] if column in cells else pd.Series(None, index=cells.index, dtype=object)


def _after(cells: pd.DataFrame, earlier: str, later: str) -> pd.Series:
    """Where both dates are known and the first lies after the second (ISO dates sort as text)."""
    return _filled(cells, earlier) & _filled(cells, later) & (_cell(cells, earlier).fillna("") > _cell(cells, later).fillna(""))


def _term_order(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    wrong = _after(cells, "starts_on", "ends_on") | (cells["starts_on"] == cells["ends_on"])
    yield Breach(wrong, "ends_on", Sentence(N_("must lie after the start")))


def _round_order(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    yield Breach(_after(cells, "period_from", "period_to"), "period_to", Sentence(N_("must not lie before the period begins")))
    yield Breach(_after(cells, "opens_on", "closes_on"), "closes_on", Sentence(N_("must not lie before the round opens")))
    due = Sentence(N_("must not lie before the round opens"))
    yield Breach(_after(cells, "opens_on", "answers_due_on"), "answers_due_on", due)
    late = Sentence(N_("must not lie after the round closes"))
    yield Breach(_after(cells, "answers_due_on", "closes_on"), "answers_due_on", late)


def _round_identity(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    place = cells["term"].fillna("") + "/" + cells["kind"].fillna("")
    yield Breach(place.duplicated(keep="first"), "kind", Sentence(N_("is there twice: a term has one round of each kind")))
    taken = stored.rounds.assign(place=stored.rounds["term"] + "/" + stored.rounds["kind"])
    holder = place.map(dict(zip(taken["place"], taken["round"], strict=True)))
    other = holder.notna() & (holder != cells["round"])
    moved = cells["round"].isin(taken["round"]) & ~place.isin(taken["place"])
    yield Breach(
        other | moved,
        "round",
        Sentence(N_("does not fit: a term has one round of each kind, and a stored round keeps its term and kind")),
    )


def _body_order(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    yield Breach(_after(cells, "active_from", "active_to"), "active_to", Sentence(N_("must not lie before the body begins")))
    predecessors = _cell(cells, "succeeds").fillna("").str.split(";")
    own = pd.Series([body in keys for body, keys in zip(cells["body"], predecessors, strict=True)], index=cells.index)
    yield Breach(own, "succeeds", Sentence(N_("names the body itself")))


def _body_levels(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    for level in ("centre", "committee"):
        if level in cells:
            found = cells[level].map(stored.levels)
            reason = Sentence(N_("is a body of the other level: a centre stands under centre, a committee under committee"))
            yield Breach(found.notna() & (found != level), level, reason)


def _consultation_dates(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    for earlier, later in DATE_ORDER:
        reason = Sentence(
            N_("lies before {earlier}; the record is kept, and no indicator uses the two dates together"), {"earlier": earlier}
        )
        yield Breach(_after(cells, earlier, later), later, reason, notice=True)


def _assessment_rating(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    both = _filled(cells, "rating") & (_cell(cells, "not_assessable") == "yes")
    yield Breach(both, "rating", Sentence(N_("stands beside “cannot be judged”; choose one of the two")))
    submitted = _cell(cells, "status") == "submitted"
    reason = Sentence(N_("is empty: a submitted assessment needs its reason in words; write it, or keep the assessment as a draft"))
    yield Breach(submitted & ~_filled(cells, "justification"), "justification", reason)


def _assessment_body(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    pairs = zip(cells["round"], cells["body"], strict=True)
    known = cells["round"].isin(stored.keys["rounds"]) & cells["body"].isin(stored.keys["bodies"])
    absent = pd.Series([pair not in stored.expected for pair in pairs], index=cells.index) & known
    reason = Sentence(N_("does not exist on the day the round opens: its words are kept, but it is not counted"))
    yield Breach(absent, "body", reason, notice=True)


def closed_rounds(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    """Rows of a closed round; the caller lets those pass that change nothing."""
    if "round" in cells:
        shut = set(stored.rounds.loc[stored.rounds["status"] == "closed", "round"]) - stored.open_anyway
        reason = Sentence(N_("is closed: what was said and concluded in it can no longer be written"))
        yield Breach(cells["round"].isin(shut), "round", reason)


def _override(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    overriding = _filled(cells, "verdict_override")
    yield Breach(
        overriding & ~_filled(cells, "override_reason"),
        "override_reason",
        Sentence(N_("is empty: a verdict that differs from the proposed one needs a reason")),
    )
    condition = overriding & (cells["principle"] == "proportionality")
    yield Breach(
        condition,
        "verdict_override",
        Sentence(N_("has no place here: proportionality is a condition without a verdict of its own")),
    )


def _closing_checksum(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    reason = Sentence(
        N_("does not match its checksum: the text is not the one that was closed. Take in the file as it was exported")
    )
    for text, checksum in (("result", "sha256"), ("details", "details_sha256")):
        found = cells[text].fillna("").map(lambda held: hashlib.sha256(held.encode()).hexdigest())
        yield Breach(found != cells[checksum], checksum, reason)


def _of_closed_round(cells: pd.DataFrame, stored: Stored) -> Iterator[Breach]:
    shut = set(stored.rounds.loc[stored.rounds["status"] == "closed", "round"])
    reason = Sentence(N_("is not closed: close the round first"))
    yield Breach(~cells["round"].isin(shut) & cells["round"].notna(), "round", reason)


def never_changed(cells: pd.DataFrame, table: Table) -> Iterator[Breach]:
    """Rows of a table that only grows; the caller lets those pass that are new or change nothing."""
    if table.name in APPEND_ONLY:
        reason = Sentence(N_("is stored already and is never changed; write a new row instead"))
        yield Breach(pd.Series(True, index=cells.index), table.key[0], reason)


RULES: dict[str, tuple[Rule, ...]] = {
    "terms": (_term_order,),
    "rounds": (_round_order, _round_identity),
    "bodies": (_body_order,),
    "consultations": (_body_levels, _consultation_dates),
    "assessments": (_assessment_rating, _assessment_body),
    "conclusions": (_override,),
    "closings": (_of_closed_round, _closing_checksum),
    "errata": (_of_closed_round,),
}

FROZEN = ("rounds", "assessments", "conclusions", "meetings")
APPEND_ONLY = ("closings", "errata")
REFERRED = tuple(sorted({column.refers_to for table in TABLES.values() for column in table.columns if column.refers_to}))
