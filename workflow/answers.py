"""What a body answers about one principle: as typed values, as fields on a screen, as exchange cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from data.assessment_fields import (
    FIELDS,
    FLAG,
    KEYS,
    NOT_ASSESSABLE,
    RATING,
    REASON,
    STEP,
    TEXT,
    Field,
    of_kind,
)
from data.models import Assessment, AssessmentPlace
from data.schema import FIVE
from workflow.cells import Cells, cells

DRAFT, SUBMITTED = "draft", "submitted"


@dataclass(frozen=True)
class AssessmentAnswer:
    """An answer. ``texts`` are by the name of their field; one that is left out stays as it is stored.

    ``rating`` is a step from 1 to 5, or None: not chosen yet, or ``not_assessable``. What is not a text
    bears the name that it has in :class:`data.models.Assessment`.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    rating: int | None = None
    not_assessable: bool = False
    basis: str | None = None
    evidence: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    confidential: bool = False
    status: str = DRAFT

    @classmethod
    def of(cls, assessment: Assessment | None) -> "AssessmentAnswer":
        """The answer that is stored; an empty draft where there is none."""
        texts = {each.name: getattr(assessment, each.attribute, None) or "" for each in of_kind(TEXT)}
        names = [each.name for each in fields(cls)[1:]]
        return cls(texts, **{name: getattr(assessment, name) for name in names} if assessment else {})

    @classmethod
    def of_values(cls, values: Mapping[str, object], status: str) -> "AssessmentAnswer":
        """The answer that stands in the fields of a screen, as :attr:`values` gives them. A field that is not
        among them is empty, but for a text, which stays as it is stored.
        """
        texts = {each.name: str(values[each.name] or "") for each in of_kind(TEXT) if each.name in values}
        others = {each.attribute: _typed(each, values.get(each.name)) for each in FIELDS if each.kind != TEXT}
        not_assessable = values.get(RATING.name) == NOT_ASSESSABLE
        return cls(texts, not_assessable=not_assessable, status=status, **others)

    @property
    def values(self) -> dict[str, object]:
        """By the name of each field, what stands in it on a screen; plain enough to be kept as JSON."""
        others = {each.name: self._value(each) for each in FIELDS if each.kind != TEXT}
        return {**self.texts, **others}

    @property
    def has_reason(self) -> bool:
        return bool(self.texts.get(REASON.name, "").strip())

    @property
    def has_step(self) -> bool:
        """Whether a step was chosen, or that it cannot be judged."""
        return self.rating is not None or self.not_assessable

    @property
    def is_complete(self) -> bool:
        """Whether it has all that a submitted answer needs."""
        return self.has_reason and self.has_step

    def cells(self) -> Cells:
        """The answer as its row is stored. A semicolon, which parts the keys of a list, becomes a comma."""
        others = {each.name: getattr(self, each.attribute) for each in FIELDS if each.kind != TEXT}
        for each in of_kind(KEYS):
            others[each.name] = [key.replace(";", ",") for key in others[each.name]]
        return cells(**self.texts, **others, not_assessable=self.not_assessable, status=self.status)

    def _value(self, each: Field) -> object:
        value = getattr(self, each.attribute)
        if each.kind == STEP:
            return NOT_ASSESSABLE if self.not_assessable else str(value) if value else None
        return list(value) if each.kind == KEYS else value


def place_cells(place: AssessmentPlace) -> Cells:
    """The key of an assessment's row."""
    return cells(round=place.round, body=place.body, principle=place.principle, consultation=None)


def _typed(each: Field, value: Any) -> Any:
    """A value on a screen as the value that it stands for; what is no step is none."""
    if each.kind == STEP:
        return int(value) if str(value) in FIVE else None
    if each.kind == KEYS:
        return tuple(str(key) for key in value or ())
    return bool(value) if each.kind == FLAG else value or None
