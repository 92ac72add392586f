"""The text that the municipal council adopted, sentence by sentence."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "seed" / "adopted_text.csv"


@dataclass(frozen=True)
class AdoptedSentence:
    """One sentence as adopted, in Danish, with our English. ``part`` is ``introduction``, ``1`` to ``5``,
    ``resources`` or ``follow-up``.
    """

    key: str
    part: str
    text_da: str
    text_en: str
    source: str

    def text(self, language: str) -> str:
        return self.text_da if language == "da" else self.text_en


@cache
def adopted_sentences() -> tuple[AdoptedSentence, ...]:
    """Every sentence of the adopted text, in its order."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            AdoptedSentence(row["sentence"], row["part"], row["text_da"], row["text_en"], row["source"])
            for row in csv.DictReader(file)
        )
