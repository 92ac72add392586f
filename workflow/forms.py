"""Taking a filled form in: first a look at what it would change, then what is new or changed is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data import queries
from data.assessment_fields import FIELDS, KEYS, of_kind
from data.confidential import NOBODY, Readership
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordProblem, RecordRefused
from data.models import Assessment, AssessmentPlace, Body, Round
from data.writing import problems_of
from language import N_, Sentence, local_day
from materials.forms.form_model import FIVE
from materials.forms.form_reader import FilledForm
from materials.forms.plain_answers import PlainAnswer, plain_answer
from workflow.answers import DRAFT, SUBMITTED, AssessmentAnswer, place_cells
from workflow.assessments import NOT_READ, save_assessment
from workflow.concerns import of_rows
from workflow.form_changes import FieldChange, field_changes
from workflow.permission import Right, command
from workflow.person import Person

STATES: Mapping[str, str] = {
    "new": N_("New"),
    "changed": N_("Changed"),
    "unchanged": N_("Unchanged"),
    "empty": N_("Empty"),
    "unreadable": N_("Unreadable"),
    "outdated": N_("Overtaken"),
}
WRONG_ROUND = N_("{file} belongs to {round}. Choose that round at the top, or send out a form of this one.")
NOT_OPEN = N_("{file} belongs to a round that is not open. Nothing can be written in it.")
NOT_ASKED = N_("{file} is the form of a committee or centre that is not asked in this round.")
OVERTAKEN = N_(
    "{who} saved this on {day}, after the form was sent out. The stored words stay; write this one by hand if"
    " it is to replace them."
)


@dataclass(frozen=True)
class FormRow:
    """One principle of a form of the body called ``name``: its answer, the version that it is to be stored
    upon, its state (one of :data:`STATES`), what is wrong with it, and what it would change, field by field.
    """

    file: str
    name: str
    place: AssessmentPlace
    answer: AssessmentAnswer
    version: int
    state: str = "new"
    problems: tuple[Sentence, ...] = ()
    changes: tuple[FieldChange, ...] = ()

    @property
    def stores(self) -> bool:
        """Whether there is anything to take in."""
        return self.state in ("new", "changed")


def refusal(store: Store, form: FilledForm, chosen_round: Round) -> Sentence | None:
    """Why a genuine form has no place in the chosen round, or None."""
    if form.seal.round != chosen_round.key:
        return Sentence(WRONG_ROUND, {"file": form.file, "round": form.seal.round})
    if chosen_round.status != "open":
        return Sentence(NOT_OPEN, {"file": form.file})
    if form.seal.body not in {body.key for body in queries.bodies.expected(store, chosen_round.key)}:
        return Sentence(NOT_ASKED, {"file": form.file})
    return None


def preview(store: Store, form: FilledForm, readership: Readership = NOBODY) -> tuple[FormRow, ...]:
    """Every principle of a form, compared with what is stored. Nothing is written. Where the ``readership``
    may not read what is stored, it is told so, and nothing would be stored over it.
    """
    bodies = queries.bodies.expected(store, form.seal.round)
    body = next(each for each in bodies if each.key == form.seal.body)
    stored_assessments = [
        queries.assessments.of_body(store, form.seal.round, body.key, number, readership=readership)
        for number in FIVE
    ]
    return tuple(
        _row(store, form, body, stored=(number, stored_assessment))
        for number, stored_assessment in zip(FIVE, stored_assessments, strict=True)
    )


@command(Right.ANSWER, of_rows)
def take_form_in(
    store: Store, person: Person, rows: Sequence[FormRow]
) -> list[tuple[FormRow, Sentence | None]]:
    """Store the rows that are new or changed, each on its own; gives each with what was wrong with it, or
    None.
    """
    return [(row, _store(store, person, row)) for row in rows if row.stores]


def _store(store: Store, person: Person, row: FormRow) -> Sentence | None:
    """Why a row could not be stored, or None."""
    try:
        save_assessment(store, person, place=row.place, answer=row.answer, version=row.version)
    except RecordRefused as problem:
        return _under_its_field(problem.problems[0])
    except (ChangedMeanwhile, CommandRefused) as problem:
        return problem.sentence
    return None


def _row(store: Store, form: FilledForm, body: Body, *, stored: tuple[int, Assessment | None]) -> FormRow:
    number, stored_assessment = stored
    place = AssessmentPlace(form.seal.round, body.key, number)
    plain = plain_answer(form, number, body.level)
    answer = _answer(plain, form, stored_assessment)
    version = stored_assessment.version if stored_assessment else 0
    changes = field_changes(plain, answer, stored_assessment, body.level)
    row = FormRow(form.file, body.name, place, answer, version, changes=changes)
    if stored_assessment is None and plain.is_empty:
        return replace(row, state="empty")
    if stored_assessment and stored_assessment.is_withheld:
        return replace(row, state="unreadable", problems=(Sentence(NOT_READ),), changes=())
    if plain.problems:
        return replace(row, state="unreadable", problems=tuple(plain.problems.values()))
    return _compared(store, row, stored_assessment, form.seal.versions[number - 1])


def _compared(store: Store, row: FormRow, stored_assessment: Assessment | None, sent_version: int) -> FormRow:
    """The row with what it would change of the ``stored_assessment``; the form was filled with
    ``sent_version`` of it.
    """
    if stored_assessment and _is_same(row.answer, stored_assessment):
        return replace(row, state="unchanged")
    if stored_assessment and stored_assessment.version > sent_version:
        return replace(row, state="outdated", problems=(_overtaken(store, stored_assessment),))
    if problems := problems_of(store, place_cells(row.place) | row.answer.cells()):
        return replace(row, state="unreadable", problems=(_under_its_field(problems[0]),))
    return replace(row, state="changed" if stored_assessment else "new")


def _answer(plain: PlainAnswer, form: FilledForm, stored_assessment: Assessment | None) -> AssessmentAnswer:
    """What the form says; evidence that it does not list stays. Whole it is submitted, else a draft."""
    answer = AssessmentAnswer.of_values(plain.values, DRAFT)
    unlisted_keys = (
        [key for key in stored_assessment.evidence if key not in form.seal.consultations]
        if stored_assessment
        else []
    )
    status = SUBMITTED if answer.is_complete else DRAFT
    return replace(answer, evidence=(*answer.evidence, *unlisted_keys), status=status)


def _is_same(answer: AssessmentAnswer, stored_assessment: Assessment) -> bool:
    """Whether an answer says what is stored, word for word; how it is broken into lines and in which order
    lists stand is no matter.
    """
    before = AssessmentAnswer.of(stored_assessment).cells()
    return all(
        _comparable(name, text) == _comparable(name, before[name]) for name, text in answer.cells().items()
    )


def _comparable(name: str, text: str | None) -> object:
    lists = {field.name for field in of_kind(KEYS)}
    return set((text or "").split(";")) if name in lists else " ".join((text or "").split())


def _overtaken(store: Store, stored_assessment: Assessment) -> Sentence:
    """Who saved it when, after the form was sent out."""
    newest = queries.history.of_record(store, "assessments", stored_assessment.assessment)[0]
    return Sentence(OVERTAKEN, {"who": newest.who, "day": local_day(newest.happened_at)})


def _under_its_field(problem: RecordProblem) -> Sentence:
    """What is wrong, under the name that the field has on a form."""
    names = {field.name: Sentence(field.form_label) for field in FIELDS}
    field = names.get(problem.column, problem.column)
    return Sentence(N_("“{field}” {reason}."), {"field": field, "reason": problem.reason})
