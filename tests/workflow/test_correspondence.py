"""When paper and form went out, when somebody was reminded, and when the answers were in."""

from dataclasses import replace
from datetime import date

import pytest

from data import queries
from data.clock import utc_now
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused
from data.models import Correspondence
from language import local_day
from tests.support.registers import ROUNDS, take_all
from tests.workflow.conftest import IDA, round_of
from workflow.answers import AssessmentAnswer
from workflow.assessments import save_assessment
from workflow.correspondence import note_reminded, note_sent, save_correspondence
from workflow.rounds import RoundPlan, plan_round

KEY = ROUNDS[1]["round"]
SENT, REMINDED, MEETING = date(2025, 9, 1), date(2025, 10, 20), date(2025, 10, 1)


def noted(store: Store) -> dict[str, Correspondence]:
    """What is noted in the round, by body."""
    return queries.correspondence.of_round(store, KEY)


def submit(store: Store, body: str, *principles: int) -> None:
    """Submitted answers of a body."""
    row = {"round": KEY, "body": body, "status": "submitted", "rating": "4", "justification": "Ord."}
    take_all(store, {"assessments": [{**row, "principle": str(each)} for each in principles]})


def test_days_are_noted_beside_the_meeting(store: Store) -> None:
    """For several at once; a plan that is saved later leaves them as they are."""
    note_sent(store, IDA, round_key=KEY, bodies=["plan", "by"], day=SENT)
    note_reminded(store, IDA, round_key=KEY, bodies=["by"], day=REMINDED)
    now = round_of(store, KEY)
    days = (now.period_from, now.period_to, now.opens_on, now.answers_due_on, now.closes_on)
    plan_round(store, IDA, round_before=now, plan=RoundPlan(*days, meetings={"by": MEETING}))
    assert noted(store) == {
        "plan": Correspondence("plan", SENT),
        "by": Correspondence("by", SENT, REMINDED),
    }
    assert queries.meetings.of_round(store, KEY) == {"by": MEETING}
    assert queries.history.of_record(store, "meetings", f"{KEY}:by")[0].who == "Ida"


@pytest.mark.parametrize(("bodies", "day"), [([], SENT), (["plan"], None)])
def test_nothing_is_noted_without_a_body_and_a_day(store: Store, bodies: list[str], day: date | None) -> None:
    """It says so."""
    with pytest.raises(CommandRefused, match="Choose the committees or centres and the day"):
        note_sent(store, IDA, round_key=KEY, bodies=bodies, day=day)
    assert noted(store) == {}


def test_answers_are_in_when_the_last_is_submitted(store: Store) -> None:
    """Four of five are not; a new version doesn't move the day, and a day that is noted goes before it."""
    today = local_day(utc_now())
    submit(store, "plan", 1, 2, 3, 4)
    assert noted(store) == {}
    submit(store, "plan", 5)
    assert noted(store) == {"plan": Correspondence("plan", received_on=today)}
    before = noted(store)["plan"]
    after = replace(before, received_on=SENT)
    save_correspondence(store, IDA, round_key=KEY, before=before, after=after)
    assert noted(store) == {"plan": after}
    save_correspondence(store, IDA, round_key=KEY, before=after, after=replace(after, received_on=None))
    assert noted(store) == {"plan": before}
    place = queries.assessments.of_body(store, KEY, "plan", 5)
    assert place is not None
    save_assessment(
        store, IDA, place=place.place, answer=AssessmentAnswer({"justification": "Ord."}), version=1
    )
    assert noted(store) == {"plan": Correspondence("plan")}


def test_a_day_that_was_not_changed_is_not_stored(store: Store) -> None:
    """Who corrects the day of sending leaves the history to say when the answers came."""
    submit(store, "plan", 1, 2, 3, 4, 5)
    before = noted(store)["plan"]
    save_correspondence(store, IDA, round_key=KEY, before=before, after=replace(before, sent_on=SENT))
    row = queries.exchange_rows.row(store, "meetings", {"round": KEY, "body": "plan"})
    assert row is not None and (row["sent_on"], row["received_on"]) == ("2025-09-01", None)


def test_the_second_of_two_is_told(store: Store) -> None:
    """The days are others by now than were shown."""
    before = Correspondence("plan")
    note_sent(store, IDA, round_key=KEY, bodies=["plan"], day=SENT)
    with pytest.raises(ChangedMeanwhile):
        save_correspondence(store, IDA, round_key=KEY, before=before, after=before)


def test_a_closed_round_keeps_its_days(store: Store) -> None:
    """They are a part of what was closed."""
    take_all(store, {"rounds": [{**ROUNDS[1], "status": "closed"}]})
    with pytest.raises(RecordRefused):
        note_sent(store, IDA, round_key=KEY, bodies=["plan"], day=SENT)
