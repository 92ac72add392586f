"""What somebody is writing about one principle: kept as it is written, saved when it is done, never written
over another's.

A place is ``round:body:principle``. The fields of its form live in the session under ``field place``; what
the browser has sent is kept in the register too (``data/drafts.py``), under a sitting of its own, until it is
saved or thrown away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid4

import streamlit as st

from data import drafts, queries
from data.assessment_fields import FIELDS, KEYS, RATING, TEXT, labels
from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused, StoreError
from data.models import Assessment, AssessmentPlace, Draft
from language import Words
from pages import session
from pages.components.outcome_messages import error_in_words, keep_messages
from workflow.answers import DRAFT, SUBMITTED, AssessmentAnswer
from workflow.assessments import (
    UnsavedAnswer,
    discard_draft,
    keep_draft,
    save_assessment,
    set_aside_drafts,
)


@dataclass(frozen=True)
class Place:
    """Where somebody writes."""

    round: str
    body: str
    principle: int

    def __str__(self) -> str:
        return f"{self.round}:{self.body}:{self.principle}"

    @property
    def key(self) -> AssessmentPlace:
        return AssessmentPlace(self.round, self.body, self.principle)

    def field(self, name: str) -> str:
        """The session's key of a field."""
        return f"{name} {self}"

    def stored(self) -> Assessment | None:
        """What is saved here."""
        return queries.assessments.of_body(session.store(), *self.key, readership=session.readership())


def sitting() -> str:
    """This visit of this browser."""
    return str(st.session_state.setdefault("sitting", uuid4().hex))


def begin(place: Place, screen: str) -> None:
    """Fill the form's fields when a screen comes to a place: with what this sitting kept, else with what is
    saved.

    Streamlit shows a value that was put into the session only in the very run in which it was put there, so
    that fields which were filled for a screen that was then left are filled once more.
    """
    here = f"{screen} {place}"
    if place.field(RATING.name) in st.session_state and st.session_state.get("writing at") == here:
        return
    st.session_state["writing at"] = here
    own = next((each for each in _drafts(place) if each.sitting == sitting()), None)
    if own:
        fill(place, own.values, own.version)
    else:
        fill_with_stored(place)


def fill(place: Place, values: Mapping[str, object], version: int) -> None:
    """Put values into the fields, and the version that they began from beside them; other fields are
    empty.
    """
    for name, empty in AssessmentAnswer.of(None).values.items():
        st.session_state[place.field(name)] = values.get(name, empty)
    st.session_state[place.field("version")] = version


def fill_with_stored(place: Place) -> None:
    """Put what is saved into the fields."""
    assessment = place.stored()
    fill(place, AssessmentAnswer.of(assessment).values, assessment.version if assessment else 0)


def values_of(place: Place) -> dict[str, object]:
    """What stands in the fields; a field that is not on the screen is as it was filled."""
    keys = {field.name: place.field(field.name) for field in FIELDS}
    return {name: st.session_state[key] for name, key in keys.items() if key in st.session_state}


def answer_of(place: Place, status: str = DRAFT) -> AssessmentAnswer:
    """The answer that stands in the fields."""
    return AssessmentAnswer.of_values(values_of(place), status)


def is_unsaved(place: Place) -> bool:
    """Whether the fields say something else than what is saved."""
    return values_of(place) != AssessmentAnswer.of(place.stored()).values


def keep(place: Place) -> None:
    """Keep what stands in the fields, so that nothing is lost with the browser."""
    version = int(st.session_state[place.field("version")])
    unsaved_answer = UnsavedAnswer(sitting(), values_of(place), version)
    try:
        keep_draft(session.store(), session.person(), place=place.key, unsaved_answer=unsaved_answer)
    except (StoreError, CommandRefused) as problem:
        keep_messages(str(place), [("error", session.words().say(problem.sentence))])


def others(place: Place) -> list[Draft]:
    """What other sittings keep here, newest first: somebody else's, or one's own from before the browser
    closed.
    """
    return [each for each in _drafts(place) if each.sitting != sitting()]


def _drafts(place: Place) -> list[Draft]:
    return drafts.kept(session.store(), place.key, readership=session.readership())


def go_on(place: Place, draft: Draft) -> None:
    """Take over what another sitting kept, together with the version that it began from."""
    fill(place, draft.values, draft.version)
    discard_draft(session.store(), session.person(), place=place.key, sitting=draft.sitting)
    keep(place)


def throw_away(place: Place, sitting_key: str | None = None) -> None:
    """Throw away what a sitting (this one, unless named) has not saved; the fields show what is saved."""
    discard_draft(session.store(), session.person(), place=place.key, sitting=sitting_key or sitting())
    if sitting_key is None:
        fill_with_stored(place)
        st.session_state.pop(place.field("clash"), None)


def save(place: Place, status: str, version: int | None = None) -> None:
    """Write the form with the version that it began from (or ``version``); :func:`is_saved_now` tells whether
    it was saved.

    Where somebody else saved meanwhile, nothing is written and :func:`clash` says so until one has chosen.
    """
    words, answer = session.words(), answer_of(place, status)
    began = int(st.session_state[place.field("version")]) if version is None else version
    try:
        notices = save_assessment(
            session.store(), session.person(), place=place.key, answer=answer, version=began
        )
    except RecordRefused as refusal:
        problems = [error_in_words(problem, labels(), words) for problem in refusal.problems]
        keep_messages(str(place), [("error", problem) for problem in problems])
    except ChangedMeanwhile:
        st.session_state[place.field("clash")] = status
        keep(place)
    except (CommandRefused, StoreError) as refusal:
        keep_messages(str(place), [("error", words.say(refusal.sentence))])
    else:
        throw_away(place)
        st.session_state[place.field("saved now")] = True
        warnings = [("warning", error_in_words(notice, labels(), words)) for notice in notices]
        keep_messages(str(place), [("success", _success(status, words)), *warnings, *_settle(place, words)])


def _settle(place: Place, words: Words) -> list[tuple[str, str]]:
    """Set unsaved texts aside that were passed by, each with a word of where it is now."""
    passed_by = set_aside_drafts(session.store(), session.person(), place=place.key, sitting=sitting())
    return [
        (
            "info",
            words(
                "What {who} wrote until {moment} and did not save was passed by. It is set aside and can be"
                " read in the history of this answer.",
                who=draft.who,
                moment=words.moment(draft.kept_at),
            ),
        )
        for draft in passed_by
    ]


def is_saved_now(place: Place) -> bool:
    """Whether this has just been saved; true once."""
    return bool(st.session_state.pop(place.field("saved now"), False))


def clash(place: Place) -> Assessment | None:
    """What somebody else saved while this was written, as long as nobody has chosen between the two."""
    return place.stored() if place.field("clash") in st.session_state else None


def keep_mine(place: Place, theirs: Assessment) -> None:
    """Save the form over what is stored, which stays in the history."""
    save(place, str(st.session_state.pop(place.field("clash"))), theirs.version)


def put_together(place: Place, theirs: Assessment) -> None:
    """Both answers in one form, theirs first, to be edited and saved; of choices mine stand."""
    mine, their_values = answer_of(place).values, AssessmentAnswer.of(theirs).values
    both: dict[str, object] = {}
    for field in FIELDS:
        pair = (their_values[field.name], mine.get(field.name))
        if field.kind == TEXT:
            both[field.name] = "\n\n".join(_distinct(str(text) for text in pair if text))
        elif field.kind == KEYS:
            both[field.name] = _distinct(key for keys in pair if isinstance(keys, list) for key in keys)
        else:
            both[field.name] = pair[1] or pair[0]
    fill(place, both, theirs.version)
    st.session_state.pop(place.field("clash"), None)
    keep(place)


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _success(status: str, words: Words) -> str:
    if status == SUBMITTED:
        return words("Submitted. The evaluation counts it from now on.")
    return words("Saved as a draft. It is not counted until it is submitted.")
