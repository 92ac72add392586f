"""One consultation against the norms: what becomes of each fact and the reason for it, and that a round is
the sum of its consultations.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from data.queries.indicator_counts import IndicatorRow, indicator_rows
from data.queries.selection import of_round, selected
from evaluation.consultation_facts import ConsultationFact, consultation_facts
from evaluation.evaluate import find_round
from evaluation.indicators import measure_all
from evaluation.lacking_words import FIELDS, GROUP_FIELDS
from evaluation.principles import INDICATORS
from evaluation.principles.reasons import Reasons
from language import speak
from pages.components.labels import LABELS
from tests.support.registers import BODIES, ROUNDS, new_filled

ROUND = "2022-2025/endterm"  # opens on 18 August 2025
START, END, DECIDED = "2025-02-03", "2025-03-03", "2025-05-02"
DAYS = {"start_on": START, "end_on": END}
DONE = {**DAYS, "decided_on": DECIDED}
HEARING = {"start_on": "2025-03-31", "end_on": "2025-04-21", "methods": "hearing"}
PLAN = {**HEARING, "plan_kind": "local_plan", "proposal_on": "2025-03-20"}
G = tuple[str, str, str, str]
"""A group, and yes, no or nothing: sought out, took part, beyond those affected."""

TABLE: list[tuple[str, dict[str, str], list[G], str, str, tuple[str, ...]]] = [
    (
        "frame_published",
        {**DAYS, "frame_published_on": START},
        [],
        "met",
        "The frame was published 3 February 2025, no later than the start on 3 February 2025.",
        (),
    ),
    (
        "frame_published",
        {**DAYS, "frame_published_on": "2025-02-04"},
        [],
        "missed",
        "The frame was published 4 February 2025, after the start on 3 February 2025.",
        (),
    ),
    (
        "frame_published",
        {"end_on": END},
        [],
        "unknown",
        "Missing: “Frame published” and “Started”.",
        ("frame_published_on", "start_on"),
    ),
    (
        "frame_named",
        {**DAYS, "nothing_fixed": "yes"},
        [],
        "met",
        "It says that nothing is fixed beforehand.",
        (),
    ),
    (
        "frame_named",
        {**DAYS, "open_to_influence": "Farven", "not_open": "Stedet"},
        [],
        "met",
        "It says both what is open to influence and what is not.",
        (),
    ),
    (
        "frame_named",
        {**DAYS, "open_to_influence": "Farven"},
        [],
        "missed",
        "It says what is open to influence, but not what is not.",
        (),
    ),
    (
        "frame_named",
        {**DAYS, "not_open": "Stedet"},
        [],
        "missed",
        "It says what is not open to influence, but not what is.",
        (),
    ),
    (
        "frame_named",
        DAYS,
        [],
        "unknown",
        "It says neither what is open to influence nor what is not.",
        ("open_to_influence", "not_open"),
    ),
    (
        "frame_reasoned",
        {**DAYS, "not_open": "Stedet", "not_open_reason": "Loven"},
        [],
        "met",
        "It gives the reason for what is not open to influence.",
        (),
    ),
    (
        "frame_reasoned",
        {**DAYS, "not_open": "Stedet"},
        [],
        "missed",
        "It says what is not open to influence, and no reason is recorded.",
        (),
    ),
    (
        "frame_reasoned",
        {**DAYS, "nothing_fixed": "yes"},
        [],
        "no_case",
        "It says that nothing is fixed beforehand.",
        (),
    ),
    ("frame_reasoned", DAYS, [], "no_case", "It names nothing that is not open to influence.", ()),
    (
        "input_effect",
        {**DONE, "effect": "minor"},
        [],
        "met",
        "It was decided 2 May 2025. Effect of the input: Minor effect.",
        (),
    ),
    (
        "input_effect",
        {**DONE, "effect": "unknown"},
        [],
        "unknown",
        "It was decided 2 May 2025, and the effect of the input is recorded as not known.",
        ("effect",),
    ),
    ("input_effect", DONE, [], "unknown", "Missing: “Effect on the decision”.", ("effect",)),
    ("input_effect", {"start_on": START}, [], "unknown", "Missing: “Ended”.", ("end_on",)),
    (
        "input_effect",
        {"start_on": START, "no_end": "yes"},
        [],
        "unknown",
        "Missing: “Decided”.",
        ("decided_on",),
    ),
    (
        "input_effect",
        {"start_on": START, "end_on": "2025-07-01"},
        [],
        "waiting",
        "The decision can still come: it ended 1 July 2025, and 90 days are allowed.",
        (),
    ),
    (
        "input_effect",
        DAYS,
        [],
        "no_case",
        (
            "It was not decided within 90 days of its end on 3 March 2025. That counts under “Decided in time"
            " after the end” alone."
        ),
        (),
    ),
    (
        "input_effect",
        {**DAYS, "decision_expected": "no"},
        [],
        "no_case",
        "No decision is expected of it.",
        (),
    ),
    (
        "answered",
        {**DAYS, "contributions": "20", "contributions_answered": "19"},
        [],
        "met",
        "Contributions answered: 19 of 20.",
        (),
    ),
    (
        "answered",
        {**DAYS, "contributions": "20", "contributions_answered": "18"},
        [],
        "missed",
        "Contributions answered: 18 of 20.",
        (),
    ),
    (
        "answered",
        {**DAYS, "contributions": "0", "contributions_answered": "0"},
        [],
        "met",
        "No contributions came in.",
        (),
    ),
    (
        "answered",
        {**DAYS, "contributions": "2", "contributions_answered": "3"},
        [],
        "unknown",
        "More contributions are answered (3) than came in (2); one of the numbers is wrong.",
        ("contributions_answered", "contributions"),
    ),
    (
        "feedback_given",
        {**DONE, "feedback_on": "2025-05-09"},
        [],
        "met",
        "It was decided 2 May 2025, and those who took part were told what came of it 9 May 2025.",
        (),
    ),
    (
        "feedback_given",
        DONE,
        [],
        "missed",
        (
            "It was decided 2 May 2025, and no day is recorded on which those who took part were told what"
            " came of it."
        ),
        (),
    ),
    (
        "feedback_given",
        {**DAYS, "decided_on": "2025-07-01"},
        [],
        "waiting",
        "It was decided 1 July 2025; those who took part can still be told within 90 days.",
        (),
    ),
    (
        "feedback_given",
        {**DONE, "feedback_on": "2025-05-01"},
        [],
        "unknown",
        "The dates are in an odd order: “Participants told the outcome” lies before “Decided”.",
        ("decided_on", "feedback_on"),
    ),
    ("new_method", {**DAYS, "new_method": "yes"}, [], "met", "A method new to the centre was tried.", ()),
    ("new_method", {**DAYS, "new_method": "no"}, [], "missed", "No method new to the centre was tried.", ()),
    (
        "before_proposal",
        {**DAYS, "proposal_on": "2025-02-04"},
        [],
        "met",
        "It started 3 February 2025, before the proposal of 4 February 2025.",
        (),
    ),
    (
        "before_proposal",
        {**DAYS, "proposal_on": START},
        [],
        "missed",
        "It started 3 February 2025, no earlier than the proposal of 3 February 2025.",
        (),
    ),
    (
        "before_proposal",
        {**PLAN, "case_number": "25/1"},
        [],
        "met",
        (
            "As a plan's hearing it lies after the proposal by law, and another consultation of the same case"
            " had ended before the proposal."
        ),
        (),
    ),
    (
        "before_proposal",
        PLAN,
        [],
        "no_case",
        (
            "As a plan's hearing it lies after the proposal by law, and no other consultation of the same"
            " case is recorded that ended before the proposal."
        ),
        (),
    ),
    (
        "in_discussion",
        {**DONE, "presented_on": DECIDED},
        [],
        "met",
        "The contributions lay before the committee 2 May 2025, and it was decided 2 May 2025.",
        (),
    ),
    (
        "in_discussion",
        {**DONE, "presented_on": "2025-05-03"},
        [],
        "missed",
        "The contributions lay before the committee 3 May 2025, after the decision of 2 May 2025.",
        (),
    ),
    (
        "in_discussion",
        DONE,
        [],
        "missed",
        (
            "It was decided 2 May 2025, and no day is recorded on which the contributions lay before the"
            " committee."
        ),
        (),
    ),
    (
        "after_frame",
        {**DAYS, "frame_decided_on": "2025-01-03"},
        [],
        "met",
        "It started 3 February 2025, after the frame was decided 3 January 2025.",
        (),
    ),
    (
        "after_frame",
        {**DAYS, "frame_decided_on": START},
        [],
        "missed",
        "It started 3 February 2025, no later than the day on which the frame was decided, 3 February 2025.",
        (),
    ),
    (
        "lead_days",
        DONE,
        [],
        "met",
        (
            "From the start on 3 February 2025 to the decision on 2 May 2025 it took 88 days; the norms ask"
            " for 60 to 365 days."
        ),
        (),
    ),
    (
        "lead_days",
        {"start_on": "2024-01-01", "end_on": "2024-02-01"},
        [],
        "missed",
        "It started 1 January 2024 and was not decided within 365 days.",
        (),
    ),
    (
        "lead_days",
        DAYS,
        [],
        "waiting",
        "It started 3 February 2025; the decision can still come within 365 days.",
        (),
    ),
    (
        "window_days",
        HEARING,
        [],
        "missed",
        "It ran 21 days, from 31 March 2025 to 21 April 2025; the usual period is 28 days.",
        (),
    ),
    (
        "window_days",
        PLAN,
        [],
        "missed",
        "It ran 21 days, from 31 March 2025 to 21 April 2025; the statutory period is 28 days.",
        (),
    ),
    (
        "window_days",
        {**DAYS, "methods": "workshop"},
        [],
        "no_case",
        "None of its methods has a period to respond in.",
        (),
    ),
    (
        "window_days",
        {**DAYS, "methods": "noget andet"},
        [],
        "unknown",
        "The list of methods does not tell whether “noget andet” has a period to respond in.",
        ("methods",),
    ),
    (
        "window_days",
        {"start_on": START, "no_end": "yes", "methods": "hearing"},
        [],
        "unknown",
        "It goes on without an end.",
        (),
    ),
    (
        "window_days",
        {**DAYS, "start_on": "2025-03-04", "methods": "hearing"},
        [],
        "unknown",
        "The dates are in an odd order: “Ended” lies before “Started”.",
        ("start_on", "end_on"),
    ),
    (
        "holiday_share",
        HEARING,
        [],
        "missed",
        (
            "3 of its 16 weekdays from 31 March 2025 to 21 April 2025 were public holidays or other days off;"
            " at most 15% may be."
        ),
        (),
    ),
    (
        "holiday_share",
        {**HEARING, "start_on": "2025-07-28", "end_on": "2025-08-04"},
        [],
        "missed",
        (
            "4 of its 6 weekdays from 28 July 2025 to 4 August 2025 were public holidays or other days off"
            " (Sommerferie (juli)); at most 15% may be."
        ),
        (),
    ),
    (
        "holiday_share",
        {**HEARING, "start_on": "2025-03-08", "end_on": "2025-03-09"},
        [],
        "unknown",
        "No weekday lies from 8 March 2025 to 9 March 2025.",
        (),
    ),
    (
        "holiday_share",
        {**HEARING, "start_on": "1999-03-08"},
        [],
        "unknown",
        "It ran from 8 March 1999 to 21 April 2025, and no days off are recorded for one of these years.",
        (),
    ),
    (
        "decision_days",
        DONE,
        [],
        "met",
        "It ended 3 March 2025 and was decided 2 May 2025, 60 days later; at most 90 days are allowed.",
        (),
    ),
    ("decision_days", DAYS, [], "missed", "It ended 3 March 2025 and was not decided within 90 days.", ()),
    (
        "on_plan",
        {**DAYS, "planned_end_on": "2025-02-03"},
        [],
        "missed",
        "It ended 3 March 2025, and the plan was 3 February 2025; at most 14 days may lie between.",
        (),
    ),
    (
        "groups",
        DAYS,
        [("citizens", "", "yes", ""), ("parents", "", "no", "")],
        "missed",
        "Took part: Citizens. The norm is at least 3 groups.",
        (),
    ),
    (
        "groups",
        DAYS,
        [("citizens", "", "no", "")],
        "missed",
        "No group is recorded as having taken part; the norm is at least 3 groups.",
        (),
    ),
    (
        "groups",
        DAYS,
        [("citizens", "yes", "", "")],
        "unknown",
        "It is recorded of no group whether it took part.",
        ("took_part",),
    ),
    (
        "sought_out",
        DAYS,
        [("citizens", "yes", "", ""), ("Åens *venner*", "yes", "", "")],
        "met",
        "Sought out: Citizens and Åens *venner*.",
        (),
    ),
    ("sought_out", DAYS, [("citizens", "no", "", "")], "missed", "No group is recorded as sought out.", ()),
    (
        "beyond",
        DAYS,
        [("citizens", "", "", "yes")],
        "met",
        "From beyond those directly affected: Citizens.",
        (),
    ),
    (
        "beyond",
        DAYS,
        [("citizens", "", "", "no")],
        "missed",
        "No group is recorded as being beyond those directly affected.",
        (),
    ),
    (
        "businesses",
        {**DAYS, "businesses_relevant": "yes"},
        [("businesses", "", "yes", "")],
        "met",
        "Businesses took part.",
        (),
    ),
    (
        "businesses",
        {**DAYS, "businesses_relevant": "yes"},
        [("citizens", "", "yes", "")],
        "missed",
        "Businesses are relevant to it, and are not among those who took part.",
        (),
    ),
    (
        "businesses",
        {**DAYS, "businesses_relevant": "no"},
        [],
        "no_case",
        "Businesses are not relevant to it.",
        (),
    ),
    ("businesses", DAYS, [], "no_case", "Nothing says that businesses are relevant to it.", ()),
    (
        "clarified",
        {**DAYS, "clarified_on": "2025-02-02"},
        [],
        "met",
        "It was clarified 2 February 2025, before it started 3 February 2025.",
        (),
    ),
    (
        "clarified",
        {**DAYS, "clarified_on": START},
        [],
        "missed",
        "It was clarified 3 February 2025, no earlier than the start on 3 February 2025.",
        (),
    ),
    (
        "clarified",
        DAYS,
        [],
        "missed",
        "It started 3 February 2025, and no day is recorded on which it was clarified.",
        (),
    ),
    (
        "hours_per_participant",
        {**DAYS, "hours_spent": "12.5", "participants": "30"},
        [],
        "reported",
        "It took 12.5 hours. Participants: 30.",
        (),
    ),
    (
        "hours_per_participant",
        {**DAYS, "hours_spent": "12.5", "participants": "0"},
        [],
        "unknown",
        "Nobody took part, so there are no hours per participant.",
        (),
    ),
    (
        "scale_fit",
        {**DAYS, "hours_spent": "60", "scale": "small"},
        [],
        "met",
        "It took 60 hours. For the scale “Small” the norms allow at most 60 hours.",
        (),
    ),
    (
        "scale_fit",
        {**DAYS, "hours_spent": "60", "scale": "medium"},
        [],
        "missed",
        "It took 60 hours. For the scale “Medium” the norms allow more than 60 hours and at most 250 hours.",
        (),
    ),
    (
        "scale_fit",
        {**DAYS, "hours_spent": "60", "scale": "large"},
        [],
        "missed",
        "It took 60 hours. For the scale “Large” the norms allow more than 250 hours.",
        (),
    ),
]
EARLIER = {"consultation": "idea", "title": "Idé", "start_on": "2025-01-05", "end_on": "2025-01-20"}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A consultation for each line of the table, and one that ended before the proposal of a plan."""
    consultations = [
        {"consultation": f"c{place}", "title": f"Sag {place}", **columns}
        for place, (_, columns, *_) in enumerate(TABLE)
    ]
    groups = [
        {
            "consultation": f"c{place}",
            "group": name,
            "sought_out": sought,
            "took_part": part,
            "beyond_affected": beyond,
        }
        for place, (_, _, own, *_) in enumerate(TABLE)
        for name, sought, part, beyond in own
    ]
    records = {
        "rounds": ROUNDS,
        "bodies": BODIES,
        "consultations": [*consultations, {**EARLIER, "case_number": "25/1"}],
        "consultation_groups": groups,
    }
    store = new_filled(tmp_path_factory.mktemp("facts") / "register.duckdb", records)
    yield store
    store.close()


def facts_of(store: Store, consultation: str) -> dict[str, ConsultationFact]:
    """What the round counts of it, by indicator."""
    facts = consultation_facts(store, find_round(store, ROUND), consultation)
    return {fact.indicator: fact for fact in facts}


@pytest.mark.parametrize(
    ("place", "line"),
    list(enumerate(TABLE)),
    ids=[f"{line[0]} {line[3]} {place}" for place, line in enumerate(TABLE)],
)
def test_a_fact_has_its_reason(
    register: Store, place: int, line: tuple[str, dict[str, str], list[G], str, str, tuple[str, ...]]
) -> None:
    """What becomes of it, why, and which fields would make it known."""
    indicator, _, _, outcome, reason, lacking = line
    fact = facts_of(register, f"c{place}")[indicator]
    assert (fact.outcome, str(fact.reason), fact.lacking) == (outcome, reason, lacking)


@pytest.mark.thorough
def test_every_reason_is_said_of_some_consultation(register: Store) -> None:
    """Of those that there are, by their texts; those about a register without dates or norms have tests of
    their own.
    """
    texts = {
        reason.text
        for indicator in INDICATORS.values()
        for each in fields(Reasons)
        for reason in getattr(indicator.reasons, each.name)
    }
    fact_texts = {
        fact.reason.text for place in range(len(TABLE)) for fact in facts_of(register, f"c{place}").values()
    }
    assert texts - fact_texts == {
        "No consultation of the round has a date for this, so nothing can be said of it here either.",
        "Took part: {groups_taking_part}.",
        "No group is recorded as having taken part.",
    }


def test_a_date_that_no_consultation_has_is_unknown_and_says_so(empty: Store) -> None:
    """It would be known as soon as one has it."""
    row = {"consultation": "a", "title": "A", **DONE}
    store = new_filled(
        Path(str(empty.path)).with_name("own.duckdb"),
        {"rounds": ROUNDS, "bodies": BODIES, "consultations": [row]},
    )
    facts = facts_of(store, "a")
    for indicator, column in (
        ("feedback_given", "feedback_on"),
        ("in_discussion", "presented_on"),
        ("clarified", "clarified_on"),
    ):
        assert (facts[indicator].outcome, facts[indicator].lacking) == ("unknown", (column,))
        assert str(facts[indicator].reason).startswith("No consultation of the round has a date for this")
    store.close()


def test_without_a_norm_a_fact_is_reported_or_not_told(empty: Store) -> None:
    """Groups are named without one; what is held against a missing limit can't be told."""
    rows = [{"consultation": key, "title": key, **DONE} for key in ("a", "b")]
    groups = [
        {"consultation": "a", "group": "citizens", "took_part": "yes"},
        {"consultation": "b", "group": "citizens", "took_part": "no"},
    ]
    records = {
        "rounds": ROUNDS,
        "bodies": BODIES,
        "norms": [],
        "consultations": rows,
        "consultation_groups": groups,
    }
    store = new_filled(Path(str(empty.path)).with_name("own.duckdb"), records)
    outcomes = [
        [
            (fact.outcome, str(fact.reason))
            for name, fact in facts_of(store, key).items()
            if name in ("groups", "decision_days")
        ]
        for key in "ab"
    ]
    untold = ("unknown", "A norm that it is held against has no value, or what is recorded does not tell.")
    assert outcomes == [
        [untold, ("reported", "Took part: Citizens.")],
        [untold, ("reported", "No group is recorded as having taken part.")],
    ]
    store.close()


def test_what_the_round_does_not_count_has_no_facts(register: Store) -> None:
    """Another round's, and one that there is not."""
    midterm = find_round(register, "2022-2025/midterm")
    assert consultation_facts(register, midterm, "c0") == consultation_facts(register, midterm, "none") == ()


def test_a_norm_says_what_it_is_a_share_of(register: Store) -> None:
    """Consultations, contributions, or nothing."""
    facts = facts_of(register, "c0")
    norms = {
        name: str(facts[name].norm) for name in ("window_days", "answered", "groups", "hours_per_participant")
    }
    assert norms == {
        "window_days": "norm: at least 90% of the consultations",
        "answered": "norm: at least 95% of the contributions",
        "groups": "norm: at least 3 groups",
        "hours_per_participant": "None",
    }


def test_fields_are_called_what_their_form_calls_them() -> None:
    """Two lists of names are the same."""
    own = {column: name for column, name in FIELDS.items() if column not in GROUP_FIELDS}
    assert own == {column: LABELS[column] for column in own}


def assert_facts_add_up(store: Store, round_key: str) -> None:
    """Every figure of a round is the sum of what each of its consultations says by itself; every reason can
    be said in both languages, with all that it names.
    """
    chosen = find_round(store, round_key)
    norms, selection = queries.norms.in_force(store, chosen.opening_day), of_round(store, chosen)
    keys = [each.key for each in selected(store, selection)]
    rows = [row for key in keys for row in _alone(store, key, round_key)]
    for name, measurement in measure_all(store, selection, norms)[1].items():
        own = [row for row in rows if row.indicator == name]
        counts = [sum(row.state == state for row in own) for state in ("known", "unknown", "waiting")]
        assert counts == [measurement.known, measurement.unknown, measurement.waiting], name
        if measurement.numerator is not None:
            assert sum(row.value or 0 for row in own) == measurement.numerator, name
            total = sum(row.out_of or 0 for row in own) if INDICATORS[name].measure == "total" else counts[0]
            assert total == measurement.denominator, name
    for key in keys[:5]:
        for fact in consultation_facts(store, chosen, key):
            texts = [speak(code).say(fact.reason) for code in ("da", "en")]
            assert not [text for text in texts if re.search(r"\bNone\b(?! of its)|[{}]", text)], (key, fact)


def _alone(store: Store, consultation: str, round_key: str) -> list[IndicatorRow]:
    """What every indicator says of one consultation."""
    chosen = find_round(store, round_key)
    norms = queries.norms.in_force(store, chosen.opening_day)
    rows = indicator_rows(
        store, of_round(store, chosen), list(INDICATORS), norms=norms, consultation=consultation
    )
    assert len(rows) == len(INDICATORS)
    return rows


def test_a_round_is_the_sum_of_its_consultations(demonstration: Store) -> None:
    """The running round and one that is closed."""
    for round_key in ("2026-2029/midterm", ROUND):
        assert_facts_add_up(demonstration, round_key)
