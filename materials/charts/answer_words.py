"""A principle's answers in words: what stands beside a strip, and a row as a sentence."""

from evaluation.findings import PrincipleFinding
from evaluation.scales import LEVELS
from language import Words
from materials.charts.chart import median_in_words, n_in_words, short_title, verdict_with_marks


def strip_label(finding: PrincipleFinding, level: str, words: Words) -> str:
    """``Udvalg · 7 af 7 · midt 4``: the level, how many of it rated, and their middle value."""
    standing = finding.standing(level)
    parts = [words(LEVELS[level]), words.share_of(standing.assessable, standing.expected)]
    if standing.median:
        parts.append(words("middle {median}", median=median_in_words(standing.median, words)))
    return " · ".join(parts)


def row_in_words(finding: PrincipleFinding, words: Words) -> str:
    """A principle's row as a sentence: the verdict with its marks, and for each level its n and its
    median.
    """
    levels = "; ".join(_level_in_words(finding, level, words) for level in LEVELS)
    verdict = verdict_with_marks(finding, words)
    return f"{short_title(finding.title(words.code))}: {verdict} ({levels})."


def _level_in_words(finding: PrincipleFinding, level: str, words: Words) -> str:
    standing = finding.standing(level)
    parts = [words(LEVELS[level]), n_in_words(standing, words)]
    if standing.median:
        parts.append(words("middle answer {median}", median=median_in_words(standing.median, words)))
    return " · ".join(parts)
