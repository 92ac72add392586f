"""What a form would change of an answer, field by field: what stands there now, and what the form says."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.assessment_fields import FLAG, KEYS, Field, asked_of
from data.models import Assessment
from language import N_, Sentence
from materials.forms.plain_answers import PlainAnswer
from workflow.answers import AssessmentAnswer

FIELD_STATES: Mapping[str, str] = {
    "new": N_("New"),
    "changed": N_("Changed"),
    "emptied": N_("Emptied"),
    "unchanged": N_("Unchanged"),
    "empty": N_("Empty"),
    "unreadable": N_("Unreadable"),
}


@dataclass(frozen=True)
class FieldChange:
    """One field of an answer, as a screen holds its values: ``before`` stands now (None where nothing of the
    answer does); ``after`` would be stored. What can't be read is ``after`` as it was written, with the
    ``problem``.
    """

    field: Field
    before: object
    after: object
    problem: Sentence | None = None

    @property
    def state(self) -> str:
        """One of :data:`FIELD_STATES`."""
        if self.problem:
            return "unreadable"
        if self.field.kind == FLAG:
            return "new" if self.before is None else "unchanged" if self.before == self.after else "changed"
        if _comparable(self.field, self.before) == _comparable(self.field, self.after):
            return "unchanged" if self.before else "empty"
        if not self.before:
            return "new"
        return "changed" if self.after else "emptied"


def field_changes(
    plain: PlainAnswer, answer: AssessmentAnswer, stored_assessment: Assessment | None, level: str
) -> tuple[FieldChange, ...]:
    """Every field that a body of this level is asked, in the order of the form."""
    before = AssessmentAnswer.of(stored_assessment).values
    after = answer.values
    return tuple(
        FieldChange(
            each,
            before.get(each.name) if stored_assessment else None,
            plain.texts[each.name] if each.name in plain.problems else after.get(each.name),
            plain.problems.get(each.name),
        )
        for each in asked_of(level)
    )


def _comparable(each: Field, value: object) -> object:
    """How it is broken into lines, and in which order a list stands, is no matter."""
    if each.kind == KEYS and isinstance(value, list | tuple):
        return frozenset(value) or None
    return (" ".join(value.split()) if isinstance(value, str) else value) or None
