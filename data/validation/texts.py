"""Every text of a row: no personal data in it, and words where a reason is asked for."""

import re
from collections.abc import Callable, Iterator

import pandas as pd

from data.schema import KEY, KEYS, TEXT, Table
from data.validation.personal_data import contact_details, possible_cpr, possible_cpr_in_key
from data.validation.violation import Violation
from language import N_, Sentence

REASONS = {
    "assessments": ("justification",),
    "conclusions": ("override_reason",),
    "consultations": ("not_open_reason",),
    "errata": ("reason",),
}
"""The columns that hold a reason, by table."""
AT_ONCE, BETWEEN = 200, "\n|\n"
NOT_FREE_TEXT = {"url", "source_key", "case_number"}
CHECKSUMS = {"sha256", "details_sha256"}


def personal_data(table: Table, cells: pd.DataFrame) -> Iterator[Violation]:
    number = Sentence(N_("holds a possible CPR number; leave it out"))
    notice = Sentence(
        N_("seems to hold an e-mail address or a phone number; leave it out unless it is meant to be public")
    )
    for column in table.columns:
        if column.kind not in (TEXT, KEY, KEYS) or column.name not in cells or column.name in CHECKSUMS:
            continue
        texts = cells[column.name].fillna("")
        free = column.kind == TEXT and column.name not in NOT_FREE_TEXT
        in_list = column.kind == KEYS and not column.refers_to
        finds_number = possible_cpr if free or in_list else possible_cpr_in_key
        yield Violation(_with_any(texts, finds_number), column.name, number)
        if free:
            yield Violation(_with_any(texts, contact_details), column.name, notice, notice=True)


def _with_any(texts: pd.Series, finds: Callable[[str], bool]) -> pd.Series:
    """Which texts something is found in. Many are looked at as one text, with a sign between them that no
    number or address holds; each by itself only where there was something.
    """
    values = texts.to_list()
    marks = [False] * len(values)
    for start in range(0, len(values), AT_ONCE):
        some = values[start : start + AT_ONCE]
        if finds(BETWEEN.join(some)):
            marks[start : start + AT_ONCE] = map(finds, some)
    return pd.Series(marks, index=texts.index, dtype=bool)


def reasons_in_words(table: Table, cells: pd.DataFrame) -> Iterator[Violation]:
    """A reason needs letters: a number or a sign says nothing."""
    sentence = Sentence(N_("holds no word; a reason is given in words, so write them, or empty the cell"))
    for name in REASONS.get(table.name, ()):
        if name in cells:
            is_wordless = ~cells[name].fillna("reason").map(has_letters).astype(bool)
            yield Violation(is_wordless, name, sentence)


def has_letters(text: str) -> bool:
    """Whether a text holds any letter."""
    return bool(re.search(r"[^\W\d_]", text))
