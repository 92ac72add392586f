"""What a selection of assessments mentions: themes and consultations, each with how many mention it.

Of a whole round the evaluation itself has them (``themes``, ``evidence``); these count a part of it by the
same rules, for a page that is limited by filters.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from data.models import Assessment


def themes_of(assessments: Iterable[Assessment]) -> Mapping[str, int]:
    """Themes by how many counted assessments carry them, the most frequent first; confidential words name
    none.
    """
    return _counted(each.themes for each in assessments if each.counted and not each.confidential)


def evidence_of(assessments: Iterable[Assessment]) -> Mapping[str, int]:
    """Consultations by how many counted assessments point to them, the most frequent first."""
    return _counted(each.evidence for each in assessments if each.counted)


def _counted(lists: Iterable[tuple[str, ...]]) -> Mapping[str, int]:
    counts = Counter(item for items in lists for item in dict.fromkeys(items))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
