"""A round from its plan to its erratum, by the commands that pages call."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused
from data.models import Action, Conclusion
from evaluation.checklist import checklist
from evaluation.evaluate import find_round
from evaluation.snapshot import checksum, evaluation_json
from tests.support.registers import ROUNDS, take_all
from tests.workflow.conftest import IDA, round_of
from workflow.closing import Correction, add_erratum, close_round
from workflow.conclusions import save_conclusion
from workflow.follow_up import decide_action, update_action
from workflow.norms import NormValue, Wording, save_norm, save_wording
from workflow.rounds import RoundPlan, create_term, open_round, plan_round, take_back_opening

KEY, PLANNED = ROUNDS[1]["round"], "2026-2029/endterm"
AT = datetime(2026, 1, 5, 12, 30, 15, 999)
ANSWER = {
    "round": KEY,
    "body": "plan",
    "principle": "1",
    "status": "submitted",
    "rating": "4",
    "justification": "Ord.",
}


def test_a_term_brings_two_planned_rounds_once(store: Store) -> None:
    """The same term again is refused."""
    create_term(store, IDA, 2030)
    rounds = {
        each.key: (each.status, each.period_from, each.period_to)
        for each in queries.rounds.oldest_first(store)
        if each.term == "2030-2033"
    }
    assert rounds == {
        "2030-2033/midterm": ("planned", date(2030, 1, 1), date(2031, 12, 31)),
        "2030-2033/endterm": ("planned", date(2032, 1, 1), date(2033, 12, 31)),
    }
    with pytest.raises(ChangedMeanwhile):
        create_term(store, IDA, 2030)


def plan_of(store: Store, **changes: object) -> RoundPlan:
    """The round's own plan, with changes."""
    now = round_of(store, KEY)
    days = (now.period_from, now.period_to, now.opens_on, now.answers_due_on, now.closes_on)
    return replace(RoundPlan(*days, meetings={}), **changes)  # type: ignore[arg-type]  # days and meetings


def test_a_plan_is_saved_whole_or_not_at_all(store: Store) -> None:
    """A deadline after the closing is refused, the meeting beside it too; a meeting day can be taken back."""
    before = round_of(store, KEY)
    bad = plan_of(store, answers_due_on=date(2026, 6, 1), meetings={"plan": date(2025, 11, 3)})
    with pytest.raises(RecordRefused):
        plan_round(store, IDA, round_before=before, plan=bad)
    assert queries.meetings.of_round(store, KEY) == {}
    plan_round(
        store, IDA, round_before=before, plan=plan_of(store, meetings={"plan": date(2025, 11, 3), "by": None})
    )
    assert queries.meetings.of_round(store, KEY) == {"plan": date(2025, 11, 3)}
    plan_round(store, IDA, round_before=before, plan=plan_of(store, meetings={"plan": None}))
    assert queries.meetings.of_round(store, KEY) == {}


def test_a_plan_over_somebody_else_s_is_told(store: Store) -> None:
    """The round has other days by now than were shown."""
    before = round_of(store, KEY)
    plan_round(store, IDA, round_before=before, plan=plan_of(store, closes_on=date(2025, 12, 12)))
    with pytest.raises(ChangedMeanwhile):
        plan_round(store, IDA, round_before=before, plan=plan_of(store, closes_on=date(2025, 12, 24)))


def test_a_round_opens_and_goes_back_until_somebody_writes(store: Store) -> None:
    """Without a day of its own it opens today."""
    open_round(store, IDA, round_before=round_of(store, PLANNED), today=date(2029, 9, 3))
    opened = round_of(store, PLANNED)
    assert (opened.status, opened.opens_on) == ("open", date(2029, 9, 3))
    take_back_opening(store, IDA, round_before=opened)
    assert round_of(store, PLANNED).status == "planned"
    take_all(store, {"assessments": [ANSWER]})
    with pytest.raises(CommandRefused, match="Somebody has begun to write"):
        take_back_opening(store, IDA, round_before=round_of(store, KEY))


def test_a_round_is_closed_and_frozen_in_one(store: Store) -> None:
    """The frozen text is what is printed from then on; a correction stands beside it and changes nothing."""
    close_round(store, IDA, round_before=round_of(store, KEY), at=AT)
    closing = queries.closings.of_round(store, KEY)
    assert closing is not None and round_of(store, KEY).status == "closed"
    assert (closing.who, closing.closed_at) == ("Ida", datetime(2026, 1, 5, 12, 30, 15))
    assert checksum(evaluation_json(store, find_round(store, KEY))) == closing.sha256
    with pytest.raises(RecordRefused):
        add_erratum(store, IDA, round_key=KEY, correction=Correction("3", "Det rette.", " "), at=AT)
    add_erratum(store, IDA, round_key=KEY, correction=Correction(None, "Det rette.", "En tastefejl."), at=AT)
    (erratum,) = queries.closings.errata(store, KEY)
    assert (erratum.principle, erratum.text, erratum.who) == (None, "Det rette.", "Ida")
    further = Correction("3", "Nu er det rigtigt.", "Igen.", body="plan", corrects=erratum.erratum)
    add_erratum(store, IDA, round_key=KEY, correction=further, at=AT + timedelta(days=1))
    first, second = queries.closings.errata(store, KEY)
    assert first == erratum and (second.body, second.corrects) == ("plan", erratum.erratum)
    assert checksum(evaluation_json(store, find_round(store, KEY))) == closing.sha256


def test_what_holds_a_round_back_is_looked_at_once_more(store: Store) -> None:
    """An action of an earlier round without its outcome."""
    decide_action(store, IDA, Action("", ROUNDS[0]["round"], "2", "Gør det", "By", None, "planned", None))
    assert any(point.blocks for point in checklist(store, KEY))
    with pytest.raises(CommandRefused, match="holds the round back"):
        close_round(store, IDA, round_before=round_of(store, KEY), at=AT)
    assert round_of(store, KEY).status == "open"


def test_an_action_gets_its_outcome_from_one_person(store: Store) -> None:
    """The second is told."""
    decide_action(
        store, IDA, Action("", KEY, "2", " Gør det ", "Center for By", date(2027, 1, 1), "planned", None)
    )
    (before,) = queries.actions.of_round(store, KEY)
    assert (before.text, before.owner, before.due_on) == ("Gør det", "Center for By", date(2027, 1, 1))
    update_action(
        store, IDA, action_before=before, action_after=replace(before, state="done", outcome="Det skete.")
    )
    with pytest.raises(ChangedMeanwhile):
        update_action(
            store, IDA, action_before=before, action_after=replace(before, state="dropped", outcome="Nej.")
        )
    with pytest.raises(RecordRefused):
        decide_action(store, IDA, Action("", KEY, "2", " ", "By", None, "planned", None))


def test_an_action_has_an_owner(store: Store) -> None:
    """None is added without one, and none loses it; an older one without can still get its outcome."""
    with pytest.raises(RecordRefused, match="somebody has to follow it up"):
        decide_action(store, IDA, Action("", KEY, "2", "Gør det", " ", None, "planned", None))
    decide_action(store, IDA, Action("", KEY, "2", "Gør det", "By", None, "planned", None))
    (before,) = queries.actions.of_round(store, KEY)
    with pytest.raises(RecordRefused):
        update_action(store, IDA, action_before=before, action_after=replace(before, owner=None))
    take_all(store, {"actions": [{"action": "old", "round": KEY, "principle": "3", "text": "Før"}]})
    (old,) = (each for each in queries.actions.of_round(store, KEY) if each.action == "old")
    update_action(store, IDA, action_before=old, action_after=replace(old, outcome="Det skete."))
    assert {each.outcome for each in queries.actions.of_round(store, KEY)} == {None, "Det skete."}


def test_a_conclusion_overrides_with_a_reason(store: Store) -> None:
    """Without a reason it is refused; without an override the reason goes."""
    text = Conclusion("1", "Ord.", "followed", None)
    with pytest.raises(RecordRefused):
        save_conclusion(store, IDA, round_key=KEY, conclusion=text, conclusion_before=None)
    reasoned = replace(text, override_reason="Fordi.")
    save_conclusion(store, IDA, round_key=KEY, conclusion=reasoned, conclusion_before=None)
    assert queries.conclusions.of_round(store, KEY) == {"1": reasoned}
    plain = Conclusion("1", "Ord.", None, "Fordi.")
    save_conclusion(store, IDA, round_key=KEY, conclusion=plain, conclusion_before=reasoned)
    assert queries.conclusions.of_round(store, KEY) == {"1": Conclusion("1", "Ord.", None, None)}
    with pytest.raises(ChangedMeanwhile):
        save_conclusion(store, IDA, round_key=KEY, conclusion=reasoned, conclusion_before=None)


@pytest.mark.parametrize(
    ("typed", "unit", "stored"), [("87,5 %", "share", 0.875), ("90", "share", 0.9), ("3", "groups", 3.0)]
)
def test_a_norm_gets_a_value_as_it_is_typed(store: Store, typed: str, unit: str, stored: float) -> None:
    """A share in per cent; with its source, or not at all."""
    norm = {"share": "frame_published", "groups": "groups"}[unit]
    with pytest.raises(CommandRefused, match="needs its source"):
        save_norm(store, IDA, NormValue(norm, typed, unit, date(2027, 1, 1), " "))
    save_norm(store, IDA, NormValue(norm, typed, unit, date(2027, 1, 1), "Økonomiudvalget"))
    assert queries.norms.in_force(store, date(2027, 1, 1))[norm] == pytest.approx(stored)
    with pytest.raises(RecordRefused):
        save_norm(store, IDA, NormValue(norm, "mange", unit, date(2027, 1, 1), "Økonomiudvalget"))


def test_a_wording_applies_from_its_day(store: Store) -> None:
    """With its source; the trend breaks there."""
    wording = Wording(1, "Titel", "Title", "Tekst", "Text", date(2027, 1, 1), "Kommunalbestyrelsen")
    for lacking in (replace(wording, applies_from=None), replace(wording, source="")):
        with pytest.raises(CommandRefused, match="needs its source"):
            save_wording(store, IDA, lacking)
    save_wording(store, IDA, wording)
    assert queries.principles.wording(store, 1, date(2027, 1, 1), "da") == (
        "Titel",
        "Tekst",
        "Kommunalbestyrelsen",
    )
    assert [each.day for each in queries.principles.trend_breaks(store, 1)] == [date(2027, 1, 1)]
