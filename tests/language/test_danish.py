"""The Danish that people read: words that are wrong or have another word here do not come back."""

import csv
import re
from pathlib import Path

import pytest

from language import catalogue
from language.words import DANISH

DEMONSTRATION = Path(__file__).parents[2] / "data/seed/demonstration"

BANNED = {
    r"svartid": "svarfrist: svartid is how long the authority takes",
    r"omstridt": "delt vurdering",
    r"delvis\b": "delvist, as in delvist fulgt",
    r"hverken højt eller lavt": "what it is: neither both high nor both low",
    r"(få|lidt) at konkludere": "for få til at konkludere noget",
    r"et tilfælde\b": "hvis kun tilfældet råder, mere end tilfældig",
    r"slutter en ring": "danner en ring",
    r"(med sin|sin) kontrolsum": "stemmer med kontrolsummen",
    r"normen blev nået": "normen blev opfyldt",
    r"\båd\b.*fristen": "fristen gik tabt",
    r"\bfremsat\b": "fremlagt",
    r"^det blev der af det|hvad der blev af (det|hvert)\b": "hvad der kom ud af det",
    r"over for behov": "i forhold til behov",
    r"hvor sagen vedkom": "når sagen vedkom dem",
    r"afgjorte inddragelser": "inddragelser, hvor sagen er afgjort",
    r"deres egen invitation": "en personlig invitation",
    r"hvilken gjorde ikke|værelse, gør ikke|gjorde ikke, og": "name the verb again: fik den ikke",
    r"her er ikke": "der er ikke … her",
    r"norm opfylder den\b": "opfylder normen",
    r"\} ens\b|\} (det|den|de) samme og": "uændret",
    r"loven ingen sætter": "fastsætter",
    r"af hver slags|^slags$": "type",
    r"^(tilstand|længde)$": "status, varighed",
    r"tyndt grundlag": "spinkelt grundlag",
    r"\bregisteret\b": "registret",
    r"\bper\b": "pr.",
    r"“": "”…”",
}
OURS = {
    r"\borgan(er|et|ets|ers|erne|ernes)?\b": "udvalg eller center, udvalg og centre",
    r"\b(?<!\{)median(en|er|erne|ens)?\b": "det midterste svar",
    r"\bn (=|er)\b": "svar fra 7 af 9",
    r"\b(?<!\{)bod(y|ies)\b(?!\})": "committee or centre, committees and centres",
    r"\bn (=|is)\b": "answers from 7 of 9",
}
"""Words of ours that no committee uses, in both languages: with what it says instead."""
EXPLAINED = {
    "Svarene er trin i en rækkefølge": "the method names the statistics that it explains",
    "Trin er en rækkefølge, ikke afstande": "open data are for those who reckon with them",
    "Steps are an order, not distances": "open data are for those who reckon with them",
}
"""The texts, by how they begin, that may use them, and why."""
SMALL_SENTENCE = re.compile(
    r": (flyt|giv|gør|luk|læs|ret|skaf|skriv|se|start|sæt|tjek|vis|vælg|åbn|begynd|opret|genskab|gendan"
    r"|den|dens|dette|der|du|så|svarene|registreringerne|evalueringen|teksten|intet|ingen|nøglen) \w"
)
"""After a colon, the beginning of a full sentence with a small letter: an order, or a subject with its
verb.
"""


def _catalogue() -> list[str]:
    strings = [message.string or "" for message in catalogue.read(DANISH) if message.id]
    return [text for each in strings for text in ([each] if isinstance(each, str) else each)]


def _demonstration() -> list[str]:
    cells = []
    for path in sorted(DEMONSTRATION.glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as source:
            cells += [cell for row in list(csv.reader(source))[1:] for cell in row]
    return cells


@pytest.mark.parametrize(("banned", "instead"), BANNED.items())
def test_words_that_have_another_word(banned: str, instead: str) -> None:
    """No text of the catalogue or of the demonstration says it so."""
    wrong = [text for text in _catalogue() + _demonstration() if re.search(banned, text, re.IGNORECASE)]
    assert wrong == [], instead


@pytest.mark.parametrize(("ours", "instead"), OURS.items())
def test_committees_are_spoken_to_in_their_own_words(ours: str, instead: str) -> None:
    """Neither the Danish nor the English has our words where readers have others."""
    ids = [message.id for message in catalogue.read(DANISH) if message.id]
    sources = [text for each in ids for text in ([each] if isinstance(each, str) else each)]
    using = [text for text in [*_catalogue(), *sources] if re.search(ours, text, re.IGNORECASE)]
    assert [text for text in using if not text.startswith(tuple(EXPLAINED))] == [], instead


def test_capital_after_a_colon() -> None:
    """A full sentence after a colon begins with a capital (CONTRIBUTING, Danish)."""
    assert [text for text in _catalogue() if SMALL_SENTENCE.search(text)] == []


def test_small_letter_after_a_semicolon() -> None:
    """After a semicolon a sentence goes on with a small letter."""
    assert [text for text in _catalogue() if re.search(r"; [A-ZÆØÅ][a-zæøå]", text)] == []


def test_demonstration_rows_are_whole() -> None:
    """Every row has as many cells as its file has columns: a comma in a text stands within quotation
    marks.
    """
    torn = []
    for path in sorted(DEMONSTRATION.glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as source:
            rows = list(csv.reader(source))
        torn += [f"{path.name}:{number}" for number, row in enumerate(rows, 1) if len(row) != len(rows[0])]
    assert torn == []
