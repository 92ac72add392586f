"""What a lake holds of a register: which tables, which of their columns, and which rows.

It is what an evaluation reads, and the words that every reader may read. Left out are confidential words and
themes (step, basis and evidence stay, for they are counted), drafts, removed consultations, the history, who
did what, access, tokens, secrets, templates and everything else that is of one installation.

Keys begin with the municipality's code and a colon (``0151:2022-2025/endterm``), so that none clash; a case
number is one too, for consultations of one case are told by it. What the register's own views say of its rows
(which bodies are expected, which consultations and assessments count) goes along as rows and columns, so that
each of those rules stays where it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data.assessment_fields import FIELDS, KEYS
from data.queries.themes import SPELLINGS
from data.record_source import DEMONSTRATION_MARKS, REGISTER_STEPS

KEY = "key"
"""A column whose values begin with the municipality's code; in a file it is a text."""


@dataclass(frozen=True)
class LakeTable:
    """A file of a partition: its columns in their order, each with its kind (:data:`KEY`, or a name of
    :data:`data.parquet.TYPES`), the rows of the register that they are read from, and their order.
    """

    name: str
    kinds: Mapping[str, str]
    source: str
    order: str

    @property
    def file(self) -> str:
        return f"{self.name}.parquet"

    @property
    def select(self) -> str:
        """The rows as the lake has them; ``$prefix`` begins every key."""
        columns = ", ".join(_column(name, kind) for name, kind in self.kinds.items())
        return f"select {columns} from ({self.source}) as source order by {self.order}"

    @property
    def file_kinds(self) -> Mapping[str, str]:
        """The kinds as a file has them."""
        return {name: "text" if kind == KEY else kind for name, kind in self.kinds.items()}


def _column(name: str, kind: str) -> str:
    """A key that is blank stays none."""
    if kind != KEY:
        return f'"{name}"'
    return f'case when trim("{name}") <> \'\' then concat($prefix, "{name}") end as "{name}"'


def _kinds(**names_by_kind: str) -> dict[str, str]:
    return {name: kind for kind, names in names_by_kind.items() for name in names.split()}


WORDS = tuple(field.name for field in FIELDS if field.confidential and field.kind != KEYS)
"""The words of an assessment, which confidential ones lack."""
_OPEN_WORDS = ", ".join(f"case when not a.closed then a.{name} end as {name}" for name in WORDS)
_SPELT = "with " + ", ".join(
    f"{name} as ({select})"
    for name, select in {"assessment_themes": REGISTER_STEPS["assessment_themes"], **SPELLINGS}.items()
)

LAKE_TABLES: Mapping[str, LakeTable] = {
    table.name: table
    for table in (
        LakeTable(
            "rounds",
            _kinds(
                key="round",
                text="term kind status",
                date="period_from period_to opens_on closes_on answers_due_on opening_day",
            ),
            "select r.*, d.opening_day from rounds r join round_days d using (round)",
            "period_from, period_to, round",
        ),
        LakeTable(
            "closings",
            _kinds(key="round", moment="closed_at", text="program sha256 result details_sha256 details"),
            "select * from closings",
            "round",
        ),
        LakeTable(
            "principles",
            _kinds(
                integer="principle",
                date="applies_from",
                text="title_da title_en wording_da wording_en source",
            ),
            "select * from principles",
            "principle, applies_from",
        ),
        LakeTable(
            "bodies",
            _kinds(key="body", text="level name", date="active_from active_to"),
            "select * from bodies",
            "body",
        ),
        LakeTable(
            "body_successions",
            _kinds(key="body predecessor"),
            "select * from body_successions",
            "body, predecessor",
        ),
        LakeTable(
            "expected_bodies",
            _kinds(key="round body", text="level name"),
            "select * from expected_bodies",
            "round, body",
        ),
        LakeTable(
            "norms",
            _kinds(text="norm unit source", number="value", date="applies_from"),
            "select * from norms",
            "norm, applies_from",
        ),
        LakeTable(
            "statutory_periods",
            _kinds(text="plan_kind", number="days", date="applies_from"),
            "select * from statutory_periods",
            "plan_kind, applies_from",
        ),
        LakeTable(
            "days_off",
            _kinds(date="starts_on ends_on", text="name source"),
            "select * from days_off",
            "starts_on, name",
        ),
        LakeTable(
            "methods",
            _kinds(text="method name_da name_en aliases", boolean="has_response_period"),
            "select * from methods",
            "method",
        ),
        LakeTable(
            "consultations",
            _kinds(
                key="consultation case_number centre committee",
                text=(
                    "title summary methods influence scale started_by open_to_influence not_open"
                    " not_open_reason effect effect_note source url contributions_qualifier"
                    " participants_qualifier run_by_municipality plan_kind"
                ),
                date=(
                    "frame_decided_on frame_published_on planned_start_on planned_end_on start_on end_on"
                    " proposal_on decided_on feedback_on presented_on clarified_on counted_on"
                ),
                integer="contributions contributions_answered participants statutory_days",
                number="hours_planned hours_spent cost_dkk",
                boolean="new_method businesses_relevant nothing_fixed decision_expected no_end is_counted",
                moment="removed_at",
            ),
            "select c.*, k.counted_on, k.consultation is not null as is_counted from consultations c"
            " left join counted_consultations k using (consultation) where c.removed_at is null",
            "counted_on, consultation",
        ),
        LakeTable(
            "demonstration_marks",
            _kinds(text="source"),
            f"select distinct source from ({DEMONSTRATION_MARKS}) as marks",
            "source",
        ),
        LakeTable(
            "consultation_groups",
            _kinds(key="consultation", text="group", boolean="sought_out took_part beyond_affected"),
            "select g.* from consultation_groups g join consultations c using (consultation)"
            " where c.removed_at is null",
            'consultation, "group"',
        ),
        LakeTable(
            "experiences",
            _kinds(
                key="consultation",
                text="principle source",
                date="asked_on",
                integer="n1 n2 n3 n4 n5 dont_know",
            ),
            "select e.* from experiences e join consultations c using (consultation)"
            " where c.removed_at is null",
            "consultation, principle, asked_on, source",
        ),
        LakeTable(
            "assessments",
            _kinds(
                key="assessment round body consultation",
                text=" ".join(("level", "basis", *WORDS)),
                integer="principle rating",
                boolean="not_assessable closed is_counted",
            ),
            "select a.* exclude (" + ", ".join(WORDS) + f"), {_OPEN_WORDS}, b.level,"
            " k.assessment is not null as is_counted from assessments a join bodies b using (body)"
            " left join counted_assessments k using (assessment) where a.status = 'submitted'",
            "assessment",
        ),
        LakeTable(
            "assessment_themes",
            _kinds(key="assessment", text="theme"),
            f"{_SPELT} select t.assessment, s.theme from assessment_themes t"
            " join assessments a using (assessment) join theme_spellings s on s.folded = lower(t.theme)"
            " where a.status = 'submitted' and not a.closed",
            "assessment, theme",
        ),
        LakeTable(
            "assessment_evidence",
            _kinds(key="assessment consultation"),
            "select e.* from assessment_evidence e join assessments a using (assessment)"
            " where a.status = 'submitted'",
            "assessment, consultation",
        ),
        LakeTable(
            "conclusions",
            _kinds(key="round", text="principle text verdict_override override_reason"),
            "select * from conclusions",
            "round, principle",
        ),
    )
}
"""Every file of a partition by the name of its table."""
