"""The fields of an assessment, defined once: form, editor, exchange file, history, search and papers read
them here.

A further field needs an entry in :data:`FIELDS`, an attribute of :class:`data.models.Assessment`, a column
in the register (``data/migrations/``) and in ``data/queries/assessments.sql``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from data.models import Assessment, WithheldAssessment
from language import N_

TEXT, STEP, CHOICE, KEYS, FLAG = "text", "step", "choice", "keys", "flag"
NOT_ASSESSABLE = "not_assessable"
"""What is chosen instead of a step; a column of its own in the exchange file."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field. ``name`` is its exchange column and its tag in a form, ``attribute`` what it is called in
    :class:`data.models.Assessment`, ``place`` where it stands among the questions.

    ``kind`` is ``text``, ``step`` (1 to 5, or that it cannot be judged), ``choice`` (its meanings are in
    :mod:`data.labels`), ``keys`` (a list; of consultations where ``refers_to`` says so) or ``flag``. Only
    bodies of its ``level`` are asked for it (None: all). ``confidential`` fields are withheld with
    confidential words; the next round's discussion paper prints those that are ``discussed``.
    """

    name: str
    attribute: str
    kind: str
    place: int
    label: str
    short: str = ""
    on_forms: str = ""
    level: str | None = None
    confidential: bool = False
    discussed: bool = False
    refers_to: str = ""

    @property
    def short_label(self) -> str:
        """What a table or the history calls it."""
        return self.short or self.label

    @property
    def form_label(self) -> str:
        """What a form in Word or Excel calls it, where nothing explains itself by its looks."""
        return self.on_forms or self.label

    @property
    def is_chosen(self) -> bool:
        """Whether one picks from a few values, rather than write."""
        return self.kind in (STEP, CHOICE, FLAG)


REASON = Field(
    name="justification",
    attribute="justification",
    kind=TEXT,
    place=1,
    label=N_("The reason, in words"),
    short=N_("Reason"),
    confidential=True,
    discussed=True,
)
"""The one text that every answer needs; it is asked first and has most room."""

RATING = Field(
    name="rating",
    attribute="rating",
    kind=STEP,
    place=2,
    label=N_("To what degree was the principle followed?"),
    short=N_("Step"),
)
"""The step that the reason is to fit."""

FIELDS: tuple[Field, ...] = (
    RATING,
    Field(
        name="basis",
        attribute="basis",
        kind=CHOICE,
        place=3,
        label=N_("How well documented is the judgement?"),
        short=N_("Basis"),
    ),
    REASON,
    Field(
        name="dissent",
        attribute="dissent",
        kind=TEXT,
        place=6,
        label=N_("Minority opinion"),
        level="committee",
        confidential=True,
        discussed=True,
    ),
    Field(
        name="worked_well",
        attribute="worked_well",
        kind=TEXT,
        place=4,
        label=N_("What worked"),
        confidential=True,
    ),
    Field(
        name="to_change",
        attribute="to_change",
        kind=TEXT,
        place=5,
        label=N_("What to change"),
        confidential=True,
        discussed=True,
    ),
    Field(
        name="daily_meeting",
        attribute="daily_meeting",
        kind=TEXT,
        place=7,
        label=N_("In the daily meeting with citizens"),
        level="centre",
        confidential=True,
    ),
    Field(
        name="closed",
        attribute="confidential",
        kind=FLAG,
        place=10,
        label=N_("Closed words: keep them out of every public material"),
        short=N_("Closed words"),
    ),
    Field(
        name="themes",
        attribute="themes",
        kind=KEYS,
        place=9,
        label=N_("Themes"),
        on_forms=N_("Themes (a few words, with commas between)"),
        confidential=True,
    ),
    Field(
        name="evidence",
        attribute="evidence",
        kind=KEYS,
        place=8,
        label=N_("Consultations that show it"),
        on_forms=N_("Consultations that show it (numbers from the list, with commas between)"),
        refers_to="consultations",
    ),
)
"""In the order of the exchange file."""


def asked_of(level: str) -> tuple[Field, ...]:
    """The fields that a body of a level is asked for, in the order in which they are asked."""
    return tuple(
        field for field in sorted(FIELDS, key=lambda field: field.place) if field.level in (None, level)
    )


def of_kind(*kinds: str) -> tuple[Field, ...]:
    """The fields of these kinds, in the order of the exchange file."""
    return tuple(field for field in FIELDS if field.kind in kinds)


def labels() -> Mapping[str, str]:
    """What each field is called where it is asked, by its name."""
    return {field.name: field.label for field in FIELDS}


def remarks(assessment: Assessment, *, is_discussed: bool = False) -> tuple[tuple[str, str], ...]:
    """What was written beside the reason, each text with its short label; empty ones are left out. Of
    discussed fields only where ``is_discussed``, or of all.
    """
    return tuple(
        (field.short_label, text)
        for field in of_kind(TEXT)
        if field is not REASON and (field.discussed or not is_discussed)
        if (text := getattr(assessment, field.attribute))
    )


def all_words(assessment: Assessment) -> str:
    """Everything that was written in an assessment, a text a paragraph."""
    return "\n".join(text for field in of_kind(TEXT) if (text := getattr(assessment, field.attribute)))


def without_confidential_words(assessment: Assessment) -> WithheldAssessment:
    """The assessment without any field that is withheld with confidential words; step, basis and evidence
    stay.
    """
    empty = {field.attribute: () if field.kind == KEYS else None for field in FIELDS if field.confidential}
    values = {each.name: getattr(assessment, each.name) for each in fields(assessment)}
    return WithheldAssessment(**values | empty)
