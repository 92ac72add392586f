"""Writing an assessment: saved, kept while it is written, and given themes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from data import drafts, queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.models import Assessment, AssessmentPlace, Draft
from data.validation.personal_data import possible_cpr
from data.writing import RowChange, save_records, save_versioned
from language import N_, Sentence
from workflow.answers import SUBMITTED, AssessmentAnswer, place_cells
from workflow.cells import cells
from workflow.concerns import of_place
from workflow.permission import NotPermitted, Right, command, readership_of
from workflow.person import Person

NO_STEP = N_("Choose a step, or “cannot be judged”, before you submit. What you wrote is still here.")
NOT_OPENED = N_("The round has not opened yet: assessments can be written once it is open.")

NOT_READ = N_(
    "The words of this answer are closed, for the secretary and the committee or centre itself."
    " Nothing was changed."
)


@dataclass(frozen=True)
class UnsavedAnswer:
    """What stands on somebody's screen and is not saved: the fields by name, and the version that they began
    from. ``sitting`` is the visit of the browser in which it is written.
    """

    sitting: str
    values: Mapping[str, object]
    version: int


@command(Right.ANSWER, of_place)
def save_assessment(
    store: Store, person: Person, *, place: AssessmentPlace, answer: AssessmentAnswer, version: int
) -> list[RecordProblem]:
    """Write a body's answer about a principle; gives notices. ``version`` is the one that was read, 0 where
    there was none.

    Raises :class:`data.errors.ChangedMeanwhile` where another is stored by now,
    :class:`data.errors.RecordRefused` where the answer breaks a rule, and
    :class:`data.errors.CommandRefused` where it is to be submitted without a step, or the round has not
    opened.
    """
    _read(store, person, place)
    if answer.status == SUBMITTED and not answer.has_step:
        raise CommandRefused(Sentence(NO_STEP))
    with store.alone():
        if _is_planned(store, place.round):
            raise CommandRefused(Sentence(NOT_OPENED))
        return save_versioned(store, person.name, place_cells(place) | answer.cells(), version)


def _is_planned(store: Store, round_key: str) -> bool:
    """Whether a round has not opened yet, or not again after its opening was taken back."""
    return any(
        each.key == round_key and each.status == "planned" for each in queries.rounds.oldest_first(store)
    )


@command(Right.ANSWER, of_place, is_event=False)
def keep_draft(
    store: Store, person: Person, *, place: AssessmentPlace, unsaved_answer: UnsavedAnswer
) -> None:
    """Keep what somebody has written so far, so that nothing is lost with the browser. What is saved already
    is not kept, and neither is a text with a possible CPR number.
    """
    values = {
        name: value
        for name, value in unsaved_answer.values.items()
        if not any(possible_cpr(text) for text in _texts(value))
    }
    assessment = _read(store, person, place)
    if assessment and values == AssessmentAnswer.of(assessment).values:
        drafts.forget(store, place, unsaved_answer.sitting)
    else:
        drafts.keep(store, place, (unsaved_answer.sitting, person.name), values, unsaved_answer.version)


def _texts(value: object) -> list[str]:
    """The texts of a field: its own, or those of its list."""
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value or "")]


@command(Right.ANSWER, of_place, is_event=False)
def discard_draft(store: Store, person: Person, *, place: AssessmentPlace, sitting: str) -> None:
    """Throw away what a sitting has written and not saved."""
    drafts.forget(store, place, sitting)


@command(Right.ANSWER, of_place)
def set_aside_drafts(
    store: Store, person: Person, *, place: AssessmentPlace, sitting: str
) -> tuple[Draft, ...]:
    """Once an answer is submitted, what other sittings have kept unsaved at its place goes to its history, so
    that nothing counts as unsaved and nothing is lost. Gives what was set aside, newest first.

    What says the same as the answer is only forgotten. Nothing happens where no answer is submitted.
    """
    assessment = _read(store, person, place)
    if assessment is None or assessment.status != SUBMITTED:
        return ()
    others = [
        draft
        for draft in drafts.kept(store, place, readership=readership_of(person))
        if draft.sitting != sitting
    ]
    differing = tuple(draft for draft in others if draft.values != AssessmentAnswer.of(assessment).values)
    for draft in others:
        if draft in differing:
            drafts.set_aside(store, draft)
        else:
            drafts.forget(store, place, draft.sitting)
    return differing


@command(Right.CONCLUDE)
def add_theme(store: Store, person: Person, *, theme: str, keys: Collection[str]) -> list[RecordProblem]:
    """Put a theme on assessments, by their keys, where it is not yet; gives notices.

    Nothing else of them is changed. Raises :class:`data.errors.RecordRefused` where one may not be written;
    those before it are written then.
    """
    notices = []
    for assessment in queries.assessments.by_keys(store, keys, readership=readership_of(person)):
        _refuse_unread(assessment)
        if theme.lower() not in {each.lower() for each in assessment.themes}:
            answer = AssessmentAnswer.of(assessment)
            changed_answer = replace(answer, themes=(*assessment.themes, theme))
            values = place_cells(assessment.place) | changed_answer.cells()
            notices += save_versioned(store, person.name, values, assessment.version)
    return notices


@command(Right.CONCLUDE)
def decline_word(store: Store, person: Person, *, word: str, is_declined: bool = True) -> list[RecordProblem]:
    """Say that a word is no theme, so that it isn't proposed again, or take that back; gives notices."""
    stored_row = queries.exchange_rows.row(store, "declined_words", {"word": word})
    values = cells(word=word, declined=is_declined)
    return save_records(store, person.name, [RowChange("declined_words", values, stored_row)])


def _read(store: Store, person: Person, place: AssessmentPlace) -> Assessment | None:
    """What is stored at a place, whole: nobody writes over words that they may not read."""
    assessment = queries.assessments.of_body(store, *place, readership=readership_of(person))
    if assessment:
        _refuse_unread(assessment)
    return assessment


def _refuse_unread(assessment: Assessment) -> None:
    if assessment.is_withheld:
        raise NotPermitted(Sentence(NOT_READ))
