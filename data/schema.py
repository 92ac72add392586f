"""The exchange files: which tables there are, in the order in which they depend on one another, and their
columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from data import assessment_fields
from data.assessment_fields import FIELDS, NOT_ASSESSABLE, Field
from data.labels import MEANINGS

TEXT, KEY, KEYS, DATE, INTEGER, NUMBER, YES_NO, CHOICE = (
    "text",
    "key",
    "keys",
    "date",
    "integer",
    "number",
    "yes_no",
    "choice",
)
MOMENT, VERBATIM = "moment", "verbatim"
"""A point in time in UTC, to the second; and a text of any length that is kept to the byte."""


@dataclass(frozen=True)
class Column:
    """One column: its kind, whether it must be filled, and the choices or the table it refers to."""

    name: str
    kind: str = TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    empty_means: str = ""


@dataclass(frozen=True)
class Table:
    """An exchange file and the table of the same name. ``key`` names the columns that tell its rows apart."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @cached_property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    @property
    def file(self) -> str:
        return f"{self.name}.csv"


def _required(name: str, kind: str = TEXT, choices: Sequence[str] = (), refers_to: str = "") -> Column:
    return Column(name, kind, True, tuple(choices), refers_to)


def _choice(name: str, *choices: str, is_required: bool = False, empty_means: str = "") -> Column:
    return Column(name, CHOICE, is_required, choices, empty_means=empty_means)


def _dates(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, DATE) for name in names)


def _texts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _columns(field: Field) -> tuple[Column, ...]:
    """The columns of an assessment's field; a step has a second one, for that it cannot be judged."""
    match field.kind:
        case assessment_fields.STEP:
            flag = Column(NOT_ASSESSABLE, YES_NO, empty_means="no")
            return Column(field.name, CHOICE, False, FIVE), flag
        case assessment_fields.CHOICE:
            return (_choice(field.name, *MEANINGS[field.name]),)
        case assessment_fields.KEYS:
            return (Column(field.name, KEYS, refers_to=field.refers_to),)
        case assessment_fields.FLAG:
            return (Column(field.name, YES_NO, empty_means="no"),)
    return (Column(field.name),)


def _assessment_columns() -> tuple[Column, ...]:
    """Every field of an assessment, its state before the lists."""
    lists = [field for field in FIELDS if field.kind == assessment_fields.KEYS]
    return (
        *(column for field in FIELDS if field not in lists for column in _columns(field)),
        _choice("status", "draft", "submitted", empty_means="draft"),
        *(column for field in lists for column in _columns(field)),
    )


FIVE = ("1", "2", "3", "4", "5")
ROWS = (*FIVE, "proportionality")
MEANINGFUL = "meaningful"
"""The question beside those about the five principles: was it meaningful and relevant to take part?"""
ASKED = (*FIVE, MEANINGFUL)
ANSWERS = ("n1", "n2", "n3", "n4", "n5", "dont_know")
TEMPLATES = ("docx", "pptx")
"""The kinds of file that the municipality can have a template of its own for."""
SECTIONS = (
    "earlier",
    "summary",
    "background",
    "presentation",
    "economy",
    "recommendation",
    "decision",
    "annexes",
)
"""The sections of a case, which can be called otherwise."""

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "terms",
            ("term",),
            (_required("term", KEY), _required("starts_on", DATE), _required("ends_on", DATE)),
        ),
        Table(
            "rounds",
            ("round",),
            (
                _required("round", KEY),
                _required("term", KEY, refers_to="terms"),
                _choice("kind", *MEANINGS["kind"], is_required=True),
                _required("period_from", DATE),
                _required("period_to", DATE),
                *_dates("opens_on", "closes_on"),
                _choice("status", *MEANINGS["status"], empty_means="planned"),
                Column("answers_due_on", DATE),
            ),
        ),
        Table(
            "principles",
            ("principle", "applies_from"),
            (
                _required("principle", CHOICE, FIVE),
                _required("applies_from", DATE),
                *(_required(name) for name in ("title_da", "title_en", "wording_da", "wording_en", "source")),
            ),
        ),
        Table(
            "bodies",
            ("body",),
            (
                _required("body", KEY),
                _choice("level", *MEANINGS["level"], is_required=True),
                _required("name"),
                *_dates("active_from", "active_to"),
                Column("succeeds", KEYS, refers_to="bodies"),
                Column("email", KEYS),
            ),
        ),
        Table(
            "norms",
            ("norm", "applies_from"),
            (
                _required("norm", KEY),
                _required("value", NUMBER),
                Column("unit"),
                _required("applies_from", DATE),
                Column("source"),
            ),
        ),
        Table(
            "days_off",
            ("starts_on", "name"),
            (
                _required("starts_on", DATE),
                _required("ends_on", DATE),
                _required("name"),
                Column("source"),
            ),
        ),
        Table(
            "methods",
            ("method",),
            (
                _required("method", KEY),
                *(_required(name) for name in ("name_da", "name_en")),
                _required("has_response_period", YES_NO),
                Column("aliases", KEYS),
            ),
        ),
        Table(
            "consultations",
            ("consultation",),
            (
                _required("consultation", KEY),
                _required("title"),
                *_texts("case_number", "summary"),
                Column("methods", KEYS),
                _choice("influence", *MEANINGS["influence"]),
                Column("centre", KEY, refers_to="bodies"),
                Column("committee", KEY, refers_to="bodies"),
                _choice("scale", *MEANINGS["scale"]),
                Column("started_by"),
                *_dates("frame_decided_on", "frame_published_on", "planned_start_on", "planned_end_on"),
                *_dates("start_on", "end_on", "proposal_on", "decided_on", "feedback_on"),
                *_texts("open_to_influence", "not_open", "not_open_reason"),
                Column("contributions", INTEGER),
                Column("contributions_answered", INTEGER),
                _choice("effect", *MEANINGS["effect"]),
                Column("effect_note"),
                Column("new_method", YES_NO),
                Column("businesses_relevant", YES_NO),
                Column("participants", INTEGER),
                Column("hours_planned", NUMBER),
                Column("hours_spent", NUMBER),
                Column("cost_dkk", NUMBER),
                Column("statutory_days", INTEGER),
                *_texts("source", "source_key", "url", "contributions_qualifier", "participants_qualifier"),
                _choice("run_by_municipality", "yes", "no", "unclear"),
                _choice("plan_kind", *MEANINGS["plan_kind"]),
                *_dates("presented_on", "clarified_on"),
                Column("nothing_fixed", YES_NO),
                Column("decision_expected", YES_NO),
                Column("removed_at", MOMENT),
                Column("removed_by"),
                Column("no_end", YES_NO),
                Column("merged_into", KEY, refers_to="consultations"),
            ),
        ),
        Table(
            "consultation_groups",
            ("consultation", "group"),
            (
                _required("consultation", KEY, refers_to="consultations"),
                _required("group"),
                *(Column(name, YES_NO) for name in ("sought_out", "took_part", "beyond_affected")),
            ),
        ),
        Table(
            "clarifications",
            ("consultation",),
            (
                _required("consultation", KEY, refers_to="consultations"),
                *_texts("new_to_try", "new_known_by"),
                Column("feedback_planned_on", DATE),
                Column("feedback_how"),
                *_dates("planned_proposal_on", "planned_decision_on"),
                Column("decisions_between"),
                *(Column(name, KEYS) for name in ("planned_groups", "planned_groups_beyond")),
                *_texts("beyond_how", "scale_reason"),
                Column("agreed_on", DATE),
                Column("agreed_by"),
                *_dates("agreed_start_on", "agreed_end_on", "agreed_decision_on"),
                _choice("agreed_scale", *MEANINGS["scale"]),
                Column("agreed_hours", NUMBER),
                *(Column(name, KEYS) for name in ("agreed_methods", "agreed_groups")),
            ),
        ),
        Table(
            "experiences",
            ("consultation", "principle", "asked_on", "source"),
            (
                _required("consultation", KEY, refers_to="consultations"),
                _required("principle", CHOICE, ASKED),
                Column("asked_on", DATE),
                *(Column(name, INTEGER, empty_means="0") for name in ANSWERS),
                Column("source"),
            ),
        ),
        Table(
            "assessments",
            ("round", "body", "principle", "consultation"),
            (
                _required("round", KEY, refers_to="rounds"),
                _required("body", KEY, refers_to="bodies"),
                _required("principle", CHOICE, FIVE),
                Column("consultation", KEY, refers_to="consultations"),
                *_assessment_columns(),
            ),
        ),
        Table(
            "conclusions",
            ("round", "principle"),
            (
                _required("round", KEY, refers_to="rounds"),
                _required("principle", CHOICE, ROWS),
                Column("text"),
                _choice("verdict_override", *MEANINGS["verdict_override"]),
                Column("override_reason"),
            ),
        ),
        Table(
            "actions",
            ("action",),
            (
                _required("action", KEY),
                _required("round", KEY, refers_to="rounds"),
                _required("principle", CHOICE, ROWS),
                _required("text"),
                Column("owner"),
                Column("due_on", DATE),
                _choice("state", *MEANINGS["state"], empty_means="planned"),
                Column("outcome"),
            ),
        ),
        Table(
            "meetings",
            ("round", "body"),
            (
                _required("round", KEY, refers_to="rounds"),
                _required("body", KEY, refers_to="bodies"),
                *_dates("meets_on", "sent_on", "reminded_on", "received_on"),
            ),
        ),
        Table(
            "closings",
            ("round",),
            (
                _required("round", KEY, refers_to="rounds"),
                _required("closed_at", MOMENT),
                *(_required(name) for name in ("who", "program")),
                _required("sha256", KEY),
                _required("result", VERBATIM),
                _required("details_sha256", KEY),
                _required("details", VERBATIM),
            ),
        ),
        Table(
            "errata",
            ("erratum",),
            (
                _required("erratum", KEY),
                _required("round", KEY, refers_to="rounds"),
                _choice("principle", *ROWS),
                _required("noted_at", MOMENT),
                *(_required(name) for name in ("who", "text", "reason")),
                Column("body", KEY, refers_to="bodies"),
                Column("corrects", KEY, refers_to="errata"),
            ),
        ),
        Table("declined_words", ("word",), (_required("word"), _required("declined", YES_NO))),
        Table(
            "access_rules",
            ("claim", "value", "role"),
            (
                *(_required(name) for name in ("claim", "value")),
                _choice("role", *MEANINGS["role"], is_required=True),
                Column("bodies", KEYS, refers_to="bodies"),
                Column("last_day", DATE),
                Column("note"),
            ),
        ),
        Table(
            "import_profiles",
            ("name",),
            (
                _required("name"),
                _required("settings", VERBATIM),
                _required("changed_at", MOMENT),
                _required("changed_by"),
            ),
        ),
        Table(
            "imports",
            ("number",),
            (
                _required("number", INTEGER),
                _required("imported_at", MOMENT),
                *(_required(name) for name in ("who", "file")),
                _required("sha256", KEY),
                _required("profile"),
                *(_required(name, INTEGER) for name in ("new", "changed", "unchanged", "rejected")),
                Column("undone_at", MOMENT),
                Column("undone_by"),
            ),
        ),
        Table(
            "import_keys",
            ("profile", "identity"),
            (
                _required("profile"),
                _required("identity", KEY),
                _required("consultation", KEY, refers_to="consultations"),
            ),
        ),
        Table(
            "templates",
            ("kind",),
            (
                _choice("kind", *TEMPLATES, is_required=True),
                _required("file"),
                _required("content", VERBATIM),
                _required("changed_at", MOMENT),
                _required("changed_by"),
            ),
        ),
        Table(
            "headings",
            ("language", "section"),
            (
                _choice("language", "da", "en", is_required=True),
                _choice("section", *SECTIONS, is_required=True),
                _required("heading"),
            ),
        ),
    )
}
BOOKKEEPING = ("import_profiles", "imports", "import_keys")
"""Tables that say how records came in, and are no records themselves."""
