"""What a whole row must hold to: each rule is one function that marks the rows breaking it.

A rule sees the canonical cells (text or None) of one file, and what is stored. It gives the column to point
at and the sentence; a *notice* is told but taken in all the same.
"""

import hashlib
import json
from collections.abc import Hashable, Iterator, Set

import pandas as pd

from data.schema import KEY, KEYS, TEXT, Table
from data.validation.bodies import BODY_RULES
from data.validation.norms import NORM_RULES
from data.validation.personal_data import contact_details, possible_cpr, possible_cpr_in_key
from data.validation.rounds import ROUND_RULES, TERM_RULES
from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation, after, cell, filled, found_in
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
CHECKSUMS = {"sha256", "details_sha256"}
MEANT_AS_BUSINESSES = {
    "business",
    "companies",
    "company",
    "erhverv",
    "erhvervsliv",
    "erhvervslivet",
    "virksomhed",
    "virksomheder",
}
AMOUNTS = ("hours_planned", "hours_spent", "cost_dkk")
IN_LISTS = ("rounds", "bodies", "consultations")
"""Tables whose keys stand in lists and are put together with other keys."""


def violations(
    table: Table, cells: pd.DataFrame, whole: pd.DataFrame, snapshot: RegisterSnapshot
) -> Iterator[Violation]:
    """Every breach of the rules for this table. ``whole`` has the same rows with what is stored in the
    columns that a file lacks.
    """
    if cells.empty:
        return
    yield from _references(table, cells, snapshot)
    yield from _plain_keys(table, cells, snapshot)
    yield from _personal_data(table, cells)
    for rule in RULES.get(table.name, ()):
        yield from rule(whole, snapshot)


def dependents(
    table: Table, cells: pd.DataFrame, snapshot: RegisterSnapshot, rejected_rows: Set[int]
) -> Iterator[Violation]:
    """Rows that name another row of the same file which is rejected, and is not stored either."""
    rejected_keys = set(
        cells.loc[cells.index.isin(list(rejected_rows)), table.key[0]].dropna()
    ) - snapshot.keys.get(table.name, set())
    for column in table.columns:
        if column.refers_to == table.name and column.name in cells and rejected_keys:
            reason = Sentence(N_("names {which}, whose own row is not taken in; mend that row first"))
            which = _parts_within(
                cells.loc[~cells.index.isin(list(rejected_rows)), column.name], rejected_keys
            )
            yield Violation(found_in(which, cells), column.name, reason, which=which)


def _references(table: Table, cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    for column in table.columns:
        if not column.refers_to or column.name not in cells:
            continue
        keys = snapshot.keys[column.refers_to]
        if column.refers_to == table.name:
            keys = keys | set(cells[table.key[0]].dropna())
        values = {"table": column.refers_to}
        if column.kind == KEYS:
            named_keys = {part for text in cells[column.name].dropna().unique() for part in text.split(";")}
            which = _parts_within(cells[column.name], named_keys - keys)
            reason = Sentence(N_("names {which}: there is no such key in {table}"), values)
            yield Violation(found_in(which, cells), column.name, reason, which=which)
        else:
            unknown = cells[column.name].notna() & ~cells[column.name].isin(keys)
            yield Violation(
                unknown, column.name, Sentence(N_("is not known: there is no such key in {table}"), values)
            )


def _parts_within(lists: pd.Series, keys: Set[str]) -> dict[Hashable, object]:
    """By row, those of the listed keys that are among the sought ones; rows without any are left out."""
    if not keys:
        return {}
    parts_by_row = {
        row: tuple(part for part in text.split(";") if part in keys) for row, text in lists.dropna().items()
    }
    return {row: parts for row, parts in parts_by_row.items() if parts}


def _plain_keys(table: Table, cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """Keys are joined by colons into the names of records, and by semicolons into lists: with one of these
    two could be the same.
    """
    if table.name in IN_LISTS:
        key = cells[table.key[0]].fillna("")
        reason = Sentence(
            N_("holds a colon or a semicolon, which join keys to one another; write the key without it")
        )
        yield Violation(key.str.contains("[:;]") & ~key.isin(snapshot.keys[table.name]), table.key[0], reason)


def _personal_data(table: Table, cells: pd.DataFrame) -> Iterator[Violation]:
    number = Sentence(N_("holds a possible CPR number; leave it out"))
    notice = Sentence(
        N_("seems to hold an e-mail address or a phone number; leave it out unless it is meant to be public")
    )
    for column in table.columns:
        if column.kind not in (TEXT, KEY, KEYS) or column.name not in cells or column.name in CHECKSUMS:
            continue
        texts = cells[column.name].fillna("")
        free = column.kind == TEXT and column.name not in NOT_FREE_TEXT
        in_list = column.kind == KEYS and not column.refers_to
        yield Violation(
            texts.map(possible_cpr if free or in_list else possible_cpr_in_key).astype(bool),
            column.name,
            number,
        )
        if free:
            yield Violation(texts.map(contact_details).astype(bool), column.name, notice, notice=True)


def _body_levels(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    for level in ("centre", "committee"):
        if level in cells:
            levels = cells[level].map(snapshot.levels)
            reason = Sentence(
                N_("is a body of the other level: a centre stands under centre, a committee under committee")
            )
            yield Violation(levels.notna() & (levels != level), level, reason)


def _amounts(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    for name in AMOUNTS:
        below = cell(cells, name).astype(float) < 0
        yield Violation(
            below, name, Sentence(N_("lies below zero; leave the cell empty where the number is not known"))
        )


def _contributions(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    more = cell(cells, "contributions_answered").astype(float) > cell(cells, "contributions").astype(float)
    reason = Sentence(N_("is more than there were contributions; check both numbers"))
    yield Violation(more, "contributions_answered", reason, notice=True)


def _consultation_dates(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    for earlier, later in DATE_ORDER:
        reason = Sentence(
            N_("lies before {earlier}; the record is kept, and no indicator uses the two dates together"),
            {"earlier": earlier},
        )
        yield Violation(after(cells, earlier, later), later, reason, notice=True)


def _businesses_by_another_name(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """Groups may be called anything; only this one is counted by its name."""
    is_business = cells["group"].fillna("").str.lower().isin(MEANT_AS_BUSINESSES)
    reason = Sentence(N_("counts as a group, but not as businesses; write businesses, if it is them"))
    yield Violation(is_business, "group", reason, notice=True)


def _assessment_rating(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    both = filled(cells, "rating") & (cell(cells, "not_assessable") == "yes")
    yield Violation(both, "rating", Sentence(N_("stands beside “cannot be judged”; choose one of the two")))
    is_submitted = cell(cells, "status") == "submitted"
    reason = Sentence(
        N_(
            "is empty: a submitted assessment needs its reason in words; write it, or keep the assessment as"
            " a draft"
        )
    )
    yield Violation(is_submitted & ~filled(cells, "justification"), "justification", reason)


def _assessment_body(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    pairs = zip(cells["round"], cells["body"], strict=True)
    is_known = cells["round"].isin(snapshot.keys["rounds"]) & cells["body"].isin(snapshot.keys["bodies"])
    absent = pd.Series([pair not in snapshot.expected for pair in pairs], index=cells.index) & is_known
    reason = Sentence(
        N_("does not exist on the day the round opens: its words are kept, but it is not counted")
    )
    yield Violation(absent, "body", reason, notice=True)


def closed_rounds(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """Rows of a closed round; the caller lets those pass that change nothing."""
    if "round" in cells:
        round_keys = (
            set(snapshot.rounds.loc[snapshot.rounds["status"] == "closed", "round"]) - snapshot.open_anyway
        )
        reason = Sentence(N_("is closed: what was said and concluded in it can no longer be written"))
        yield Violation(cells["round"].isin(round_keys), "round", reason)


def _override(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    has_override = filled(cells, "verdict_override")
    yield Violation(
        has_override & ~filled(cells, "override_reason"),
        "override_reason",
        Sentence(N_("is empty: a verdict that differs from the proposed one needs a reason")),
    )
    condition = has_override & (cells["principle"] == "proportionality")
    yield Violation(
        condition,
        "verdict_override",
        Sentence(N_("has no place here: proportionality is a condition without a verdict of its own")),
    )


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


def _of_closed_round(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    round_keys = set(snapshot.rounds.loc[snapshot.rounds["status"] == "closed", "round"])
    reason = Sentence(N_("is not closed: close the round first"))
    yield Violation(~cells["round"].isin(round_keys) & cells["round"].notna(), "round", reason)


def never_changed(cells: pd.DataFrame, table: Table) -> Iterator[Violation]:
    """Rows of a table that only grows; the caller lets those pass that are new or change nothing."""
    if table.name in APPEND_ONLY:
        reason = Sentence(N_("is stored already and is never changed; write a new row instead"))
        yield Violation(pd.Series(True, index=cells.index), table.key[0], reason)


RULES: dict[str, tuple[Rule, ...]] = {
    "terms": TERM_RULES,
    "rounds": ROUND_RULES,
    "bodies": BODY_RULES,
    "norms": NORM_RULES,
    "consultations": (_body_levels, _consultation_dates, _amounts, _contributions),
    "consultation_groups": (_businesses_by_another_name,),
    "assessments": (_assessment_rating, _assessment_body),
    "conclusions": (_override,),
    "closings": (_of_closed_round, _closing_checksum, _closing_is_of_its_round),
    "errata": (_of_closed_round,),
}

FROZEN = ("rounds", "assessments", "conclusions", "meetings")
APPEND_ONLY = ("closings", "errata")
