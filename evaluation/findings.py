"""What an evaluation finds: frozen values, each figure with the counts behind it.

``None`` always means "cannot be judged"; zero means zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from evaluation import agreement, ordinal
from evaluation.exact import exact

Median = tuple[int, int]
AGAINST: Mapping[str, tuple[int, ...]] = {"followed": (1, 2), "not_followed": (4, 5)}
"""The steps that speak against a verdict; against the others none does."""


@dataclass(frozen=True)
class Standing:
    """How one set of bodies (a level, or all) answered about one principle.

    ``counts`` holds the bodies that chose rating 1, 2, 3, 4 and 5, ``thin_counts`` those of them that did so
    on a thin basis; ``strong``, ``fair`` and ``thin`` count all answers by their basis. Of all answers
    ``with_evidence`` name a consultation, and ``rated_with_evidence`` of those that rated.
    """

    expected: int
    answered: int
    not_assessable: int
    counts: tuple[int, int, int, int, int]
    strong: int = 0
    fair: int = 0
    thin: int = 0
    with_evidence: int = 0
    thin_counts: tuple[int, ...] = (0, 0, 0, 0, 0)
    rated_with_evidence: int = 0

    @property
    def assessable(self) -> int:
        return sum(self.counts)

    @property
    def not_answered(self) -> int:
        return self.expected - self.answered

    @property
    def median(self) -> Median | None:
        return ordinal.median_pair(self.counts)

    @property
    def agreement(self) -> float | None:
        return None if self.exact_agreement is None else float(self.exact_agreement)

    @property
    def exact_agreement(self) -> Fraction | None:
        return agreement.van_der_eijk_exact(self.counts)


@dataclass(frozen=True)
class Gap:
    """Committees against centres; a positive delta means that committees rate higher."""

    cliffs_delta: float | None
    committee: Median | None
    centre: Median | None


@dataclass(frozen=True)
class Change:
    """Since the previous round: bodies paired through succession that went up, stayed, went down.

    ``cliffs_delta`` compares all ratings of the two rounds, unpaired; positive when this round rates higher.
    ``significant_below`` and ``pairs_min`` are the norms ``change_p`` and ``change_pairs``.
    """

    previous_round: str | None
    up: int
    same: int
    down: int
    sign_test_p: float | None
    cliffs_delta: float | None
    previous_medians: Mapping[str, Median | None]
    significant_below: float = 0.05
    pairs_min: float = 10

    @property
    def tells(self) -> bool:
        """Whether the moves say more than chance: enough pairs, and a small enough p."""
        p = self.sign_test_p
        return p is not None and self.paired >= self.pairs_min and exact(p) < exact(self.significant_below)

    @property
    def paired(self) -> int:
        return self.up + self.same + self.down


@dataclass(frozen=True)
class Measurement:
    """One indicator over the consultations of a round.

    ``known`` counts the consultations that are known, ``unknown`` those that the indicator speaks to but
    whose records don't say. A share is ``numerator`` of ``denominator``; a median has no numerator, and
    ``known`` as its denominator. ``value`` and ``met`` are None where nothing is known. ``norm`` is a floor,
    a ceiling or a band with two ends. ``by_scale`` has the same apart by planned scale, where the indicator
    is told so. ``waiting`` counts the consultations that can't be judged before a day to come. ``band`` is
    the limit, or the two ends, that a single consultation is held against. ``not_recorded`` are the keys of
    centres that record nothing of this. The three are None in rounds frozen before they were worked out.
    """

    indicator: str
    numerator: int | None
    denominator: int
    unknown: int
    value: float | None
    unit: str
    norm: float | tuple[float, float] | None
    met: bool | None
    known: int
    by_scale: Mapping[str, "Measurement"] = field(default_factory=dict)
    waiting: int | None = None
    band: float | tuple[float, float] | None = None
    not_recorded: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Reason:
    """Why a verdict was reached: the rule, the figure it looked at and the norm it was held against.

    ``level`` is ``committee``, ``centre`` or ``all``. ``value`` is a count, a rating or a statistic as the
    rule needs.
    """

    rule: str
    level: str
    value: float | None
    norm: float


@dataclass(frozen=True)
class Minority:
    """The rated bodies that stand against the verdict, by level, and whether they are enough to be marked."""

    committee: int
    centre: int
    marked: bool

    @property
    def bodies(self) -> int:
        return self.committee + self.centre


@dataclass(frozen=True)
class Confidence:
    """How far a verdict can be relied on: ``grade`` high, moderate or low, None where the basis is
    insufficient; ``reasons`` are what lowers it: coverage, thin_basis, evidence, agreement.
    """

    grade: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """``proposed`` by the rules; ``override`` is the secretary's, with ``override_reason``, or None.

    ``confidence`` and ``minority`` stand beside it; None in rounds frozen before they were worked out.
    """

    proposed: str
    reasons: tuple[Reason, ...]
    override: str | None = None
    override_reason: str | None = None
    confidence: Confidence | None = None
    minority: Minority | None = None

    @property
    def final(self) -> str:
        return self.override or self.proposed


@dataclass(frozen=True)
class Experience:
    """What participants answered to one question, beside the bodies that judge: ``counts`` holds those who
    answered 1, 2, 3, 4 and 5, in so many ``consultations`` that asked.

    ``answers_min`` is the norm ``experience_min``: fewer answers have no middle value and contradict nothing.
    """

    consultations: int
    counts: tuple[int, int, int, int, int]
    dont_know: int
    answers_min: float = 5

    @property
    def answers(self) -> int:
        """How many answered 1 to 5; those who didn't know are not among them."""
        return sum(self.counts)

    @property
    def are_enough(self) -> bool:
        """Whether there are so many answers that they have a middle value."""
        return self.answers > 0 and self.answers >= exact(self.answers_min)

    @property
    def median(self) -> Median | None:
        return ordinal.median_pair(self.counts) if self.are_enough else None

    def speaks_against(self, verdict: str) -> bool:
        """Whether both middle values lie on the steps against a verdict; without middle values they don't."""
        return self.median is not None and all(step in AGAINST.get(verdict, ()) for step in self.median)


@dataclass(frozen=True)
class PrincipleFinding:
    """One principle in one round. ``experience`` is None where no participant was asked, and in rounds frozen
    before it was worked out. ``contradicted_by`` says which of ``facts`` and ``participants`` speak against
    the verdict; empty where none does, and in rounds frozen before participants were counted.
    """

    principle: int
    title_da: str
    title_en: str
    all: Standing
    committee: Standing
    centre: Standing
    gap: Gap
    change: Change
    indicators: tuple[Measurement, ...]
    verdict: Verdict
    contradiction: bool | None
    themes: Mapping[str, int]
    evidence: Mapping[str, int]
    experience: Experience | None = None
    contradicted_by: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        return self.title_da if language == "da" else self.title_en

    def standing(self, level: str) -> Standing:
        return {"all": self.all, "committee": self.committee, "centre": self.centre}[level]


@dataclass(frozen=True)
class Evaluation:
    """A whole round. ``consultations`` is how many belong to it; ``as_of`` the day by which things are late
    (None, and ``rules`` empty, in rounds frozen before these were kept). ``experience_meaningful`` is what
    participants answered on whether it was meaningful and relevant; None as with a principle's experience.
    """

    round: str
    term: str
    kind: str
    period_from: date
    period_to: date
    status: str
    demonstration: bool
    consultations: int
    krippendorff_alpha: float | None
    principles: tuple[PrincipleFinding, ...]
    proportionality: tuple[Measurement, ...]
    as_of: date | None = None
    rules: str = ""
    experience_meaningful: Experience | None = None
