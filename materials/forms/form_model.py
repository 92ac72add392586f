"""What a form asks of one body, before it is drawn in Word or Excel.

A field's tag is ``principle.field``, as ``3.justification``; what stands in the fields of this round already
is filled in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data import confidential, queries
from data.assessment_fields import (
    CHOICE,
    FIELDS,
    FLAG,
    KEYS,
    NOT_ASSESSABLE,
    RATING,
    STEP,
    TEXT,
    Field,
    asked_of,
)
from data.database import Store
from data.labels import MEANINGS
from data.models import Assessment, Round
from data.queries.selection import SelectedConsultation, own_consultations, selected
from evaluation.calendar import answer_due
from evaluation.earlier_words import EarlierWords, earlier_words
from evaluation.principles import PRINCIPLES
from evaluation.scales import NOT_ASSESSABLE as CANNOT_BE_JUDGED
from evaluation.scales import step_words
from language import Words

FIVE = (1, 2, 3, 4, 5)
YES, NO = "yes", "no"


@dataclass(frozen=True)
class PrincipleFields:
    """One principle: what it asks, what each step means, what was said last time, and what stands in the
    fields already.
    """

    number: int
    title: str
    question: str
    steps: Mapping[str, str]
    last: tuple[EarlierWords, ...]
    answers: Mapping[str, str]
    version: int


@dataclass(frozen=True)
class Form:
    """One body's form. ``due`` is the day by which the answer is due, or None. A consultation's number is its
    place in the list, from 1.
    """

    round: Round
    body: str
    name: str
    level: str
    due: date | None
    principles: tuple[PrincipleFields, ...]
    consultations: tuple[SelectedConsultation, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that this level is asked, in order."""
        return asked_of(self.level)


def choices(field: Field, words: Words) -> dict[str, str]:
    """The choices of a field: the text that a person picks, and the value that is stored."""
    if field.kind == STEP:
        steps = {step_words(step, words): str(step) for step in (5, 4, 3, 2, 1)}
        return steps | {words(CANNOT_BE_JUDGED): NOT_ASSESSABLE}
    if field.kind == CHOICE:
        return {words(label): key for key, label in MEANINGS[field.name].items()}
    return {words("no"): NO, words("yes"): YES}


def build_form(store: Store, chosen_round: Round, body: str, words: Words) -> Form:
    """The form of one body that is asked in a round. Raises StopIteration where it is not asked."""
    body_record = next(each for each in queries.bodies.expected(store, chosen_round.key) if each.key == body)
    meetings = queries.meetings.of_round(store, chosen_round.key)
    consultations = tuple(selected(store, own_consultations(store, chosen_round, body)))
    previous_key = queries.rounds.previous(store, chosen_round.key)
    return Form(
        round=chosen_round,
        body=body,
        name=body_record.name,
        level=body_record.level,
        due=answer_due(
            chosen_round, meetings.get(body), queries.norms.in_force(store, chosen_round.opening_day)
        ),
        principles=tuple(
            _principle(store, (chosen_round, previous_key, body), number, consultations, words)
            for number in FIVE
        ),
        consultations=consultations,
    )


def _principle(
    store: Store,
    place: tuple[Round, str | None, str],
    number: int,
    consultations: tuple[SelectedConsultation, ...],
    words: Words,
) -> PrincipleFields:
    chosen_round, previous_key, body = place
    readership = confidential.of_body(body)
    assessment = queries.assessments.of_body(store, chosen_round.key, body, number, readership=readership)
    earlier = earlier_words(store, previous_key, reader=body, readership=readership)
    definition = PRINCIPLES[number]
    title, _, _ = queries.principles.wording(store, number, chosen_round.opening_day, words.code)
    return PrincipleFields(
        number=number,
        title=title,
        question=words(definition.question),
        steps={
            label: (
                words(definition.descriptors[int(value)])
                if value.isdigit()
                else words("Say why in the reason: it is no low mark.")
            )
            for label, value in choices(RATING, words).items()
        },
        last=tuple(each for each in earlier if each.assessment.principle == number),
        answers=_answers(assessment, consultations, words) if assessment else {},
        version=assessment.version if assessment else 0,
    )


def _answers(
    assessment: Assessment, consultations: tuple[SelectedConsultation, ...], words: Words
) -> dict[str, str]:
    """What is stored of this round, as it stands in the fields."""
    numbers = {each.key: str(number) for number, each in enumerate(consultations, start=1)}
    return {field.name: _answer(field, assessment, numbers, words) for field in FIELDS}


def _answer(field: Field, assessment: Assessment, numbers: Mapping[str, str], words: Words) -> str:
    """What is stored of one field, as a person would have written or picked it."""
    value = getattr(assessment, field.attribute)
    if field.kind == TEXT:
        return value or ""
    if field.kind == KEYS:
        return ", ".join([numbers[key] for key in value if key in numbers] if field.refers_to else value)
    if field.kind == FLAG:
        value = YES if value else NO
    elif field.kind == STEP and assessment.not_assessable:
        value = NOT_ASSESSABLE
    return next((label for label, key in choices(field, words).items() if key == str(value)), "")
