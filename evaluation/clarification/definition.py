"""What a warning before a consultation starts is, and what it is worked out from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from data.models import ConsultationPlan
from data.queries.response_windows import ResponseWindow
from language import Sentence


@dataclass(frozen=True)
class PlanFacts:
    """A plan on a day (``today``), with the norms in force then.

    ``window`` is how long the planned time to respond is, None while its days are not known; ``days_off`` are
    the names of the recorded periods that it touches.
    """

    plan: ConsultationPlan
    today: date
    norms: Mapping[str, float] = field(default_factory=dict)
    window: ResponseWindow | None = None
    days_off: tuple[str, ...] = ()

    def days(self, norm: str) -> int | None:
        """A norm as whole days; None where it is not set."""
        return int(self.norms[norm]) if norm in self.norms else None


@dataclass(frozen=True)
class Remark:
    """What is wrong with a plan, and how to mend it."""

    problem: Sentence
    mend: Sentence


@dataclass(frozen=True)
class PlanRule:
    """When a plan is warned of. ``text`` says it in English, with the norms it names in braces.

    ``principle`` is the one that it comes from (None: proportionality), ``columns`` the fields beside which
    the warning stands, ``norms`` the thresholds with their units, ``source`` where it comes from. ``check``
    gives what is wrong, or None.
    """

    id: str
    principle: int | None
    columns: tuple[str, ...]
    text: str
    source: str
    check: Callable[[PlanFacts], Remark | None]
    norms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PlanWarning:
    """A rule that a plan breaks, and what it says of it."""

    rule: PlanRule
    remark: Remark
