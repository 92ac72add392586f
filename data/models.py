"""Records as the rest of the program reads them: one frozen value a row."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


@dataclass(frozen=True)
class Round:
    """An evaluation round. ``opening_day`` decides which bodies are expected, which norms apply and what is
    late; ``closed_on`` is the Danish day on which it closed, None while it has not. ``municipality`` says
    whose it is where there are several; a register is of one, and does not say of which.
    """

    key: str
    term: str
    kind: str
    status: str
    period_from: date
    period_to: date
    opens_on: date | None
    closes_on: date | None
    answers_due_on: date | None = None
    closed_on: date | None = None
    municipality: str = ""

    @property
    def opening_day(self) -> date:
        return self.opens_on or self.period_to


@dataclass(frozen=True)
class Body:
    """A committee or a centre and the years in which it exists (None: not known to begin or end); ``email``
    holds the addresses that it is written to.
    """

    key: str
    level: str
    name: str
    active_from: date | None
    active_to: date | None
    email: tuple[str, ...] = ()


@dataclass(frozen=True)
class Correspondence:
    """When a body got its paper and form in a round, when it was reminded last, and when all its answers were
    in; None where that has not happened, or nobody has noted it.
    """

    body: str
    sent_on: date | None = None
    reminded_on: date | None = None
    received_on: date | None = None


@dataclass(frozen=True)
class Break:
    """A day from which on something is not quite the same: a body took over from others, or a principle was
    worded anew.

    ``body`` and ``predecessors`` are names; both are None and empty for a new wording.
    """

    day: date
    body: str | None
    predecessors: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What one expected body has answered about one principle in a round, for pictures and lists.

    ``status`` is ``missing``, ``draft`` or ``submitted``. Only a submitted answer carries rating and basis
    here.
    """

    body: str
    name: str
    level: str
    principle: int
    status: str
    rating: int | None
    not_assessable: bool
    basis: str | None


class AssessmentPlace(NamedTuple):
    """Where an assessment stands: of one body, about one principle, in one round."""

    round: str
    body: str
    principle: int


@dataclass(frozen=True)
class Assessment:
    """What one body said of one principle in one round, whole. ``assessment`` is its key, ``version``
    counts its saves.
    """

    assessment: str
    round: str
    body: str
    name: str
    level: str
    principle: int
    rating: int | None
    not_assessable: bool
    basis: str | None
    justification: str | None
    dissent: str | None
    worked_well: str | None
    to_change: str | None
    daily_meeting: str | None
    confidential: bool
    status: str
    themes: tuple[str, ...]
    evidence: tuple[str, ...]
    version: int
    counted: bool

    @property
    def place(self) -> AssessmentPlace:
        return AssessmentPlace(self.round, self.body, self.principle)

    @property
    def is_withheld(self) -> bool:
        """Whether its words are there and not for who reads it."""
        return False


class WithheldAssessment(Assessment):
    """An assessment without its words, which are confidential and not for who reads it."""

    @property
    def is_withheld(self) -> bool:
        return True


@dataclass(frozen=True)
class Conclusion:
    """The secretary's words under a principle (``1`` … ``5``) or ``proportionality``."""

    principle: str
    text: str | None
    verdict_override: str | None
    override_reason: str | None


@dataclass(frozen=True)
class Action:
    """What was decided to do after a round, who owns it, by when, and what became of it."""

    action: str
    round: str
    principle: str
    text: str
    owner: str | None
    due_on: date | None
    state: str
    outcome: str | None


@dataclass(frozen=True)
class Norm:
    """A threshold from a date on, with where it comes from."""

    key: str
    value: float
    unit: str | None
    applies_from: date
    source: str | None


@dataclass(frozen=True)
class DaysOff:
    """A period in which people are away, first and last day included, with where it comes from."""

    name: str
    starts_on: date
    ends_on: date
    source: str | None


@dataclass(frozen=True)
class Method:
    """A way of involving people, and whether it has a period to respond in. Consultations go by its key,
    either name or an alias, whatever the capitals.
    """

    key: str
    name_da: str
    name_en: str
    has_response_period: bool
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConsultationPlan:
    """What is planned for a consultation before it starts; None, or an empty list, where it is not known.

    ``groups`` are those affected and asked, ``groups_beyond`` those to be sought out beyond them.
    ``started_on`` is the day on which it did start; ``agreed_on`` the day on which the plan was agreed last.

    As the indicators read it: ``anything_open`` is whether words name what is open, or nothing is fixed;
    ``lacks_reason`` whether what is not open needs a reason and has none; ``is_plan_hearing`` whether it is a
    plan's statutory hearing.
    """

    consultation: str
    title: str
    case_number: str | None = None
    centre: str | None = None
    committee: str | None = None
    started_by: str | None = None
    influence: str | None = None
    frame_decided_on: date | None = None
    frame_published_on: date | None = None
    nothing_fixed: bool | None = None
    open_to_influence: str | None = None
    not_open: str | None = None
    not_open_reason: str | None = None
    methods: tuple[str, ...] = ()
    new_method: bool | None = None
    new_to_try: str | None = None
    new_known_by: str | None = None
    feedback_on: date | None = None
    feedback_how: str | None = None
    decision_expected: bool | None = None
    proposal_on: date | None = None
    decision_on: date | None = None
    decisions_between: str | None = None
    start_on: date | None = None
    end_on: date | None = None
    plan_kind: str | None = None
    groups: tuple[str, ...] = ()
    groups_beyond: tuple[str, ...] = ()
    beyond_how: str | None = None
    businesses_relevant: bool | None = None
    scale: str | None = None
    scale_reason: str | None = None
    hours: float | None = None
    started_on: date | None = None
    clarified_on: date | None = None
    agreed_on: date | None = None
    agreed_by: str | None = None
    anything_open: bool = False
    lacks_reason: bool = False
    is_plan_hearing: bool = False


@dataclass(frozen=True)
class PlanAndActual:
    """The plan of a consultation as it was agreed, or as it stands where it never was (``agreed_on`` None),
    beside what came of it. None is not known; so are planned methods and groups where no plan was agreed.
    ``groups`` are those that took part, and empty where it is known that none did.
    """

    agreed_on: date | None
    planned_start_on: date | None = None
    start_on: date | None = None
    planned_end_on: date | None = None
    end_on: date | None = None
    planned_decision_on: date | None = None
    decided_on: date | None = None
    planned_hours: float | None = None
    hours: float | None = None
    planned_methods: tuple[str, ...] | None = None
    methods: tuple[str, ...] = ()
    planned_groups: tuple[str, ...] | None = None
    groups: tuple[str, ...] | None = None


@dataclass(frozen=True)
class ExperienceAnswers:
    """What participants of one consultation answered to one question, as counts: ``principle`` is ``1`` to
    ``5`` or ``meaningful``, ``counts`` those who answered 1, 2, 3, 4 and 5. ``asked_on`` and ``source`` are
    None where they are not known.
    """

    consultation: str
    principle: str
    asked_on: date | None
    counts: tuple[int, int, int, int, int]
    dont_know: int
    source: str | None


@dataclass(frozen=True)
class HistoryEntry:
    """One line of the history; ``before`` and ``after`` are the record as it was and became, None where
    there was none.
    """

    happened_at: datetime
    who: str
    action: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Closing:
    """A round as it was when it closed: the evaluation as JSON, and what pictures and documents need beside
    it, each with its SHA-256. ``closed_at`` is UTC, ``program`` the version that reckoned it.
    """

    round: str
    closed_at: datetime
    who: str
    program: str
    sha256: str
    result: str
    details_sha256: str
    details: str


@dataclass(frozen=True)
class Erratum:
    """A correction of a closed round, shown beside what was closed; ``principle`` is None where it speaks
    of the whole round, ``body`` where of no single one. ``corrects`` is the key of the erratum that it
    corrects, None where there is none.
    """

    erratum: str
    round: str
    principle: str | None
    noted_at: datetime
    who: str
    text: str
    reason: str
    body: str | None = None
    corrects: str | None = None


@dataclass(frozen=True)
class Draft:
    """What somebody was writing and has not saved: the form's fields by name, and the version it began
    from.
    """

    round: str
    body: str
    principle: int
    sitting: str
    who: str
    version: int
    kept_at: datetime
    values: dict[str, object]


@dataclass(frozen=True)
class ImportRecord:
    """One import: who took in which file when (UTC), by which profile, and what became of its rows."""

    number: int
    imported_at: datetime
    who: str
    file: str
    sha256: str
    profile: str
    new: int
    changed: int
    unchanged: int
    rejected: int
    undone_at: datetime | None = None
    undone_by: str | None = None


@dataclass(frozen=True)
class StoredTemplate:
    """The municipality's own template for a kind of file (``docx``): the name of its file, how many bytes it
    has, and who set it when (UTC).
    """

    kind: str
    file: str
    size: int
    changed_at: datetime
    changed_by: str


class Role(StrEnum):
    """What somebody is to the register. A person can have several."""

    ADMINISTRATOR = "administrator"
    SECRETARY = "secretary"
    CENTRE_MANAGER = "centre_manager"
    COMMITTEE_SECRETARY = "committee_secretary"
    READER = "reader"


@dataclass(frozen=True)
class AccessRule:
    """Whoever signs in with this ``value`` in this ``claim`` (a text, or one of a list) has a role, for these
    bodies where the role is limited to some; until ``last_day``, where there is one.
    """

    claim: str
    value: str
    role: Role
    bodies: tuple[str, ...] = ()
    last_day: date | None = None
    note: str | None = None
