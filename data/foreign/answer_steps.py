"""What an answer in a survey tool's export says: a step from 1 to 5, that one doesn't know, or nothing."""

import re

from data.ingest.plain_text import plain_line, with_plain_hyphens

UNANSWERED, UNCLEAR = "unanswered", ""
WORDS = {
    "n5": (
        "i meget høj grad; i særdeles høj grad; i allerhøjeste grad; meget enig; helt enig; fuldstændig enig;"
        " meget tilfreds; to a very high degree; to a very great extent; to a very large extent; strongly"
        " agree; very satisfied; very much; fully agree; completely agree"
    ),
    "n4": (
        "i høj grad; enig; overvejende enig; delvist enig; delvis enig; tilfreds; to a high degree; to a"
        " great extent; to a large extent; agree; somewhat agree; satisfied"
    ),
    "n3": (
        "i nogen grad; hverken eller; hverken/eller; hverken - eller; hverken enig eller uenig; hverken"
        " tilfreds eller utilfreds; både og; både/og; neutral; to some degree; to some extent; to a moderate"
        " extent; neither agree nor disagree; neither; neither satisfied nor dissatisfied"
    ),
    "n2": (
        "i mindre grad; i lav grad; i ringe grad; uenig; overvejende uenig; delvist uenig; delvis uenig;"
        " utilfreds; to a lesser degree; to a low degree; to a small extent; to a lesser extent; disagree;"
        " somewhat disagree; dissatisfied"
    ),
    "n1": (
        "slet ikke; overhovedet ikke; i meget lav grad; i meget ringe grad; meget uenig; helt uenig;"
        " fuldstændig uenig; meget utilfreds; not at all; to a very low degree; to a very small extent;"
        " strongly disagree; very dissatisfied; completely disagree"
    ),
    "dont_know": (
        "ved ikke; det ved jeg ikke; ved ej; ved ikke/ikke relevant; ved ikke / ikke relevant; ved ikke eller"
        " ikke relevant; kan ikke vurdere; kan ikke vurderes; kan ikke svare; don't know; dont know; do not"
        " know; i don't know; not sure; unsure; cannot judge; can't say; don't know/not relevant"
    ),
    UNANSWERED: (
        "ikke besvaret; ubesvaret; intet svar; ønsker ikke at svare; ikke relevant; not applicable; no"
        " answer; not answered; prefer not to say; prefer not to answer; not relevant; n/a; na; -; --; (tom);"
        " (blank)"
    ),
    UNCLEAR: "ja; nej; yes; no; 0; 6; 7; 8; 9; 10",
}
STEPS = {
    **{phrase.strip(): step for step, phrases in WORDS.items() for phrase in phrases.split(";")},
    **{str(number): f"n{number}" for number in range(1, 6)},
}
NUMBERED = re.compile(r"(?:10|\d) ?[-.:=)(]? ?(\D.*?)\)?")
"""A step with its number before it: ``5 - I meget høj grad``, ``1 (slet ikke)``."""


def step_of(text: str) -> str | None:
    """``n1`` to ``n5``, ``dont_know`` or ``unanswered``; empty for an answer that is a choice and can't be
    placed on the scale (``Ja``, ``7``); None for any other text, which may be a person's own words.
    """
    words = with_plain_hyphens(plain_line(text)).casefold().replace("\u2019", "'").rstrip(".! ")
    if not words:
        return UNANSWERED
    words = re.sub(r"^(\d+)\.0$", r"\1", words)
    if words in STEPS:
        return STEPS[words]
    match = NUMBERED.fullmatch(words)
    return STEPS.get(match[1]) if match else None
