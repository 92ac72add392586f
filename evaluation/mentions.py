"""What a selection of assessments mentions: themes and consultations, each with how many mention it.

Of a whole round the evaluation itself has them (``themes``, ``evidence``); these count a part of it by the
same rules, for a page that is limited by filters. A theme is written as the whole round writes it, in a
frozen round too.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from data.models import Assessment
from data.queries.themes import order_of_use


def themes_of(assessments: Iterable[Assessment], in_round: Collection[str]) -> Mapping[str, int]:
    """Themes by how many counted assessments carry them, the most frequent first; confidential words name
    none. Those that differ in capitals alone are one, written as it is among the themes ``in_round``.
    """
    spellings = {theme.lower(): theme for theme in in_round}
    counts = _counts(
        [spellings.get(theme.lower(), theme) for theme in each.themes]
        for each in assessments
        if each.counted and not each.confidential
    )
    return dict(sorted(counts.items(), key=lambda item: order_of_use(*item)))


def evidence_of(assessments: Iterable[Assessment]) -> Mapping[str, int]:
    """Consultations by how many counted assessments point to them, the most frequent first."""
    counts = _counts(each.evidence for each in assessments if each.counted)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _counts(lists: Iterable[Sequence[str]]) -> Counter[str]:
    """In how many of the lists each item stands."""
    return Counter(item for items in lists for item in dict.fromkeys(items))
