"""Rules for election terms and rounds: what lies before, within and beside what."""

from collections.abc import Hashable, Iterator
from datetime import date, timedelta

import pandas as pd

from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Violation, after, cell, filled, found_in
from language import N_, Sentence

FAR = timedelta(days=365)


def term_order(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    wrong = after(cells, "starts_on", "ends_on") | (cells["starts_on"] == cells["ends_on"])
    yield Violation(wrong, "ends_on", Sentence(N_("must lie after the start")))


def terms_beside_each_other(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    beside = _all_rows(cells, snapshot.terms, ["term", "starts_on", "ends_on"])
    which = _overlapping(cells, beside, "term", ("starts_on", "ends_on"))
    reason = Sentence(N_("overlaps the election term {which}; check the dates of both"))
    yield Violation(found_in(which, cells), "starts_on", reason, notice=True, which=which)


def round_order(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    yield Violation(
        after(cells, "period_from", "period_to"),
        "period_to",
        Sentence(N_("must not lie before the period begins")),
    )
    yield Violation(
        after(cells, "opens_on", "closes_on"),
        "closes_on",
        Sentence(N_("must not lie before the round opens")),
    )
    due = Sentence(N_("must not lie before the round opens"))
    yield Violation(after(cells, "opens_on", "answers_due_on"), "answers_due_on", due)
    late = Sentence(N_("must not lie after the round closes"))
    yield Violation(after(cells, "answers_due_on", "closes_on"), "answers_due_on", late)


def round_within_term(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """A notice only: what ended after the last round was held may belong to the first round of the next
    term.
    """
    terms = snapshot.terms.set_index("term")
    first = cells["term"].map(terms["starts_on"]).astype(object).fillna("")
    last = cells["term"].map(terms["ends_on"]).astype(object).fillna("9999")
    for column, outside in (
        ("period_from", cells["period_from"].fillna("9999") < first),
        ("period_to", cells["period_to"].fillna("") > last),
    ):
        which: dict[Hashable, object] = dict(cells.loc[outside, "term"])
        reason = Sentence(N_("lies outside the election term {which}; check the period"))
        yield Violation(found_in(which, cells), column, reason, notice=True, which=which)


def round_identity(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    place = cells["term"].fillna("") + "/" + cells["kind"].fillna("")
    yield Violation(
        place.duplicated(keep="first"),
        "kind",
        Sentence(N_("is there twice: a term has one round of each kind")),
    )
    rounds = snapshot.rounds.assign(place=snapshot.rounds["term"] + "/" + snapshot.rounds["kind"])
    holder = place.map(dict(zip(rounds["place"], rounds["round"], strict=True)))
    other = holder.notna() & (holder != cells["round"])
    has_moved = cells["round"].isin(rounds["round"]) & ~place.isin(rounds["place"])
    yield Violation(
        other | has_moved,
        "round",
        Sentence(
            N_("does not fit: a term has one round of each kind, and a stored round keeps its term and kind")
        ),
    )


def rounds_beside_each_other(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    beside = _all_rows(cells, snapshot.rounds, ["round", "term", "period_from", "period_to"])
    which = _overlapping(cells, beside, "round", ("period_from", "period_to"), within="term")
    reason = Sentence(N_("overlaps the period of {which}: consultations of those days count in both rounds"))
    yield Violation(found_in(which, cells), "period_from", reason, notice=True, which=which)


def opening_day(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    latest = cells["period_to"].map(lambda day: str(date.fromisoformat(day) + FAR), na_action="ignore")
    late = (
        filled(cells, "opens_on") & latest.notna() & (cell(cells, "opens_on").fillna("") > latest.fillna(""))
    )
    reason = Sentence(N_("lies far from the period that the round is about; check both"))
    odd = after(cells, "period_from", "opens_on") | late
    yield Violation(odd, "opens_on", reason, notice=True)


def _all_rows(cells: pd.DataFrame, stored_rows: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """The incoming rows, and those stored that stay as they are."""
    incoming_rows = pd.DataFrame({name: cell(cells, name) for name in names})
    other_rows = stored_rows.loc[~stored_rows[names[0]].isin(incoming_rows[names[0]]), names]
    return pd.concat([incoming_rows, other_rows], ignore_index=True).dropna()


def _overlapping(
    cells: pd.DataFrame, beside: pd.DataFrame, key: str, days: tuple[str, str], within: str = ""
) -> dict[Hashable, object]:
    """By row, the first other record whose days overlap the row's own."""
    first, last = days
    other_by_row: dict[Hashable, object] = {}
    for row, own in cells.iterrows():
        if own[first] is None or own[last] is None:
            continue
        others = beside[
            (beside[key] != own[key]) & (beside[first] <= own[last]) & (beside[last] >= own[first])
        ]
        others = others[others[within] == own[within]] if within else others
        if len(others):
            other_by_row[row] = others[key].iloc[0]
    return other_by_row


TERM_RULES = (term_order, terms_beside_each_other)
ROUND_RULES = (round_order, round_within_term, round_identity, rounds_beside_each_other, opening_day)
