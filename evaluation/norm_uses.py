"""Where each norm is used: which indicator, verdict or other rule reads it, found in the rules themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evaluation.clarification import IN_WORDS
from evaluation.method import SECTIONS, VERDICT_RULES
from evaluation.principles import INDICATORS
from evaluation.scales import VERDICTS
from language import N_

PROPORTIONALITY, VERDICT, OTHER = "proportionality", "verdict", "other"
GROUPS = ("1", "2", "3", "4", "5", PROPORTIONALITY, VERDICT, OTHER)
"""What norms are used for, in the order of the screen: the principles' indicators by number first."""
PLANS = N_("Warnings of a plan")
CALENDAR: Mapping[str, str] = dict.fromkeys(
    ("plan_paper_days", "plan_agenda_days", "plan_answer_days"), N_("The calendar of a round")
)


@dataclass(frozen=True)
class NormUse:
    """What one norm is used for: a group of :data:`GROUPS`, and the name of the indicator or rule."""

    group: str
    name: str


def norm_uses() -> dict[str, tuple[NormUse, ...]]:
    """The uses of every norm that something reads, each once; indicators come before the rules. A rule that
    only explains an indicator is no further use.
    """
    uses: dict[str, list[NormUse]] = {}
    for norm, use in (*_of_indicators(), *_of_verdicts(), *_of_plans()):
        places = uses.setdefault(norm, [])
        if use not in places:
            places.append(use)
    for norm, use in _of_sections():
        uses.setdefault(norm, [use])
    return {norm: tuple(places) for norm, places in uses.items()}


def _of_indicators() -> Iterator[tuple[str, NormUse]]:
    for indicator in INDICATORS.values():
        group = str(indicator.principle) if indicator.principle else PROPORTIONALITY
        yield from ((norm, NormUse(group, indicator.label)) for norm in indicator.norm_labels)


def _of_verdicts() -> Iterator[tuple[str, NormUse]]:
    for verdict, rule in VERDICT_RULES.items():
        yield from ((norm, NormUse(VERDICT, VERDICTS[verdict])) for norm in rule.norms)


def _of_plans() -> Iterator[tuple[str, NormUse]]:
    for rule in IN_WORDS:
        yield from ((norm, NormUse(OTHER, PLANS)) for norm in rule.norms)
    yield from ((norm, NormUse(OTHER, name)) for norm, name in CALENDAR.items())


def _of_sections() -> Iterator[tuple[str, NormUse]]:
    for heading, rules in SECTIONS:
        for rule in rules:
            yield from ((norm, NormUse(OTHER, heading)) for norm in rule.norms)
