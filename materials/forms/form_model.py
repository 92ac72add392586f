"""What a form asks of one body, before it is drawn in Word or Excel.

A field's tag is ``principle.field``, as ``3.justification``; what stands in the fields of this round already
is filled in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data import queries
from data.database import Store
from data.models import Assessment, Round
from data.queries.selection import SelectedConsultation, own_consultations, selected
from evaluation.calendar import answer_due
from evaluation.earlier_words import EarlierWords, earlier_words
from evaluation.evaluate import find_round
from evaluation.principles import PRINCIPLES
from evaluation.scales import BASES, NOT_ASSESSABLE, RATINGS
from language import N_, Words

FIVE = (1, 2, 3, 4, 5)
FIELDS: Mapping[str, str] = {
    "justification": N_("The reason, in words"),
    "rating": N_("To what degree was the principle followed?"),
    "basis": N_("How well documented is the judgement?"),
    "worked_well": N_("What worked"),
    "to_change": N_("What to change"),
    "dissent": N_("Minority opinion"),
    "daily_meeting": N_("In the daily meeting with citizens"),
    "evidence": N_("Consultations that show it (numbers from the list, with commas between)"),
    "themes": N_("Themes (a few words, with commas between)"),
    "closed": N_("Closed words: keep them out of every public material"),
}
ONLY = {"dissent": "committee", "daily_meeting": "centre"}
CHOSEN = ("rating", "basis", "closed")


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
    filled: Mapping[str, str]
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
    def fields(self) -> list[str]:
        """The fields that this level is asked, in order."""
        return [name for name in FIELDS if ONLY.get(name, self.level) == self.level]


def choices(field: str, words: Words) -> dict[str, str]:
    """The choices of a field by what stands for them: the text that a person picks, and the value that is
    stored.
    """
    if field == "rating":
        steps = {f"{step} · {words(RATINGS[step])}": str(step) for step in (5, 4, 3, 2, 1)}
        return steps | {words(NOT_ASSESSABLE): "not_assessable"}
    if field == "basis":
        return {words(label): key for key, label in BASES.items()}
    return {words("no"): "no", words("yes"): "yes"}


def build_form(store: Store, round_key: str, body: str, words: Words) -> Form:
    """The form of one body that is asked in a round. Raises StopIteration where it is not asked."""
    chosen = find_round(store, round_key)
    asked = next(each for each in queries.bodies.expected(store, round_key) if each.key == body)
    meetings = queries.meetings.of_round(store, round_key)
    listed = tuple(selected(store, own_consultations(store, chosen, body)))
    previous = queries.rounds.previous(store, round_key)
    return Form(
        round=chosen,
        body=body,
        name=asked.name,
        level=asked.level,
        due=answer_due(chosen, meetings.get(body), queries.norms.in_force(store, chosen.opening_day)),
        principles=tuple(
            _principle(store, (round_key, previous, body), number, listed, words) for number in FIVE
        ),
        consultations=listed,
    )


def _principle(
    store: Store,
    place: tuple[str, str | None, str],
    number: int,
    listed: tuple[SelectedConsultation, ...],
    words: Words,
) -> PrincipleFields:
    round_key, previous, body = place
    given, definition = queries.assessments.of_body(store, round_key, body, number), PRINCIPLES[number]
    title, _, _ = queries.principles.wording(
        store, number, find_round(store, round_key).opening_day, words.code
    )
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
            for label, value in choices("rating", words).items()
        },
        last=earlier_words(store, previous, reader=body, principle=number),
        filled=_filled(given, listed, words) if given else {},
        version=given.version if given else 0,
    )


def _filled(given: Assessment, listed: tuple[SelectedConsultation, ...], words: Words) -> dict[str, str]:
    """What is stored of this round, as it stands in the fields."""
    numbers = {each.key: str(number) for number, each in enumerate(listed, start=1)}
    texts = {
        name: getattr(given, name) or ""
        for name in ("justification", "worked_well", "to_change", "dissent", "daily_meeting")
    }
    rating = "not_assessable" if given.not_assessable else str(given.rating or "")
    picked = {"rating": rating, "basis": given.basis or "", "closed": "yes" if given.confidential else "no"}
    for name, value in picked.items():
        texts[name] = next((label for label, stands in choices(name, words).items() if stands == value), "")
    texts["evidence"] = ", ".join(numbers[key] for key in given.evidence if key in numbers)
    texts["themes"] = ", ".join(given.themes)
    return texts
