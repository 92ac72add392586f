"""Why one consultation meets a fact's norm, misses it, waits or is left out: each reason in a plain
sentence.
"""

from dataclasses import dataclass
from string import Formatter

from language import N_


@dataclass(frozen=True)
class Reason:
    """A sentence, said where all values in its braces are known and ``when`` (if any) holds.

    :mod:`evaluation.fact_values` names the values that there are.
    """

    text: str
    when: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The values that stand in its braces."""
        return tuple(name for _, name, _, _ in Formatter().parse(self.text) if name)


@dataclass(frozen=True)
class Reasons:
    """For each outcome the reasons there can be: the first one that can be said is. ``met`` is also said
    where a fact is only reported. Of ``unknown`` those alone that are not just a missing date or number.
    """

    met: tuple[Reason, ...] = ()
    missed: tuple[Reason, ...] = ()
    known: tuple[Reason, ...] = ()
    waiting: tuple[Reason, ...] = ()
    no_case: tuple[Reason, ...] = ()
    unknown: tuple[Reason, ...] = ()


NO_DECISION_EXPECTED = Reason(N_("No decision is expected of it."))
NOT_DECIDED = (
    Reason(
        N_(
            "It was not decided within {decision_days_max} of its end on {end_on}. That counts under “Decided"
            " in time after the end” alone."
        ),
        "is_late",
    ),
    NO_DECISION_EXPECTED,
)
WAITING_FOR_DECISION = Reason(
    N_("The decision can still come: it ended {end_on}, and {decision_days_max} are allowed.")
)
NO_RESPONSE_PERIOD = Reason(N_("None of its methods has a period to respond in."))
METHODS_UNLISTED = Reason(
    N_("The list of methods does not tell whether “{methods}” has a period to respond in."), "is_unlisted"
)
KEPT_FOR_NONE = Reason(
    N_("No consultation of the round has a date for this, so nothing can be said of it here either."),
    "is_kept_for_none",
)
