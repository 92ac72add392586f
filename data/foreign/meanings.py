"""What a text of a foreign file means in a field of ours: bodies by name, methods, answers, choices."""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from data.foreign.headers import folded
from data.foreign.known_words import ConsultationNames, KnownWords
from data.labels import GROUPS, MEANINGS
from data.schema import CHOICE, KEY, KEYS, YES_NO, Column
from language import Sentence, speak

LEAST = 85
"""How near a text must be to be suggested, of 100; near ones are never taken without being asked."""
WHOLE_NAME = 93
"""How near a body's whole name must be: "Centr for By" is one letter from "Center for By"."""
MARGIN = 3
"""How much nearer than the next one."""
YES_WORDS = {"yes": "yes", "ja": "yes", "true": "yes", "no": "no", "nej": "no", "false": "no"}
PROBABLY = {
    **dict.fromkeys(("x", "✓", "✔", "✗", "1", "j", "y", "sand", "ja.", "ok", "+"), "yes"),
    **dict.fromkeys(("0", "n", "falsk", "ikke", "nej.", "ingen"), "no"),
}
"""What is asked about: a mark, or a figure, in a field of yes and no."""
BODY_WORDS = re.compile(
    r"\b(center|centret|centeret|centre|for|udvalg|udvalget|udvalgene|afdeling|og|the|of|and)\b"
)
SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "influence": {
        "inform": "information|orientering|informering|orientere|informeret",
        "hear": "høring|høres|konsultation|konsultere|consult|rådgivning|hørt",
        "involve": "involvering|involvere|inddragelse|dialog|inddraget",
        "collaborate": "samskabelse|medskabelse|partnerskab|samarbejdet|medudvikling",
        "empower": "medbestemmelse|selvbestemmelse|borgerne beslutter|uddelegering|overlade",
    },
    "scale": {
        "small": "små|mindre|lav|s|lille omfang|begrænset",
        "medium": "middel|medium|m|mellemstor|mellemstort",
        "large": "stor|store|større|l|høj|omfattende|stort omfang",
    },
    "effect": {
        "none": "ingen|nej|ingen ændring|ingen ændringer|ingen effekt|ingen indflydelse|no change",
        "minor": "mindre|lille|lidt|nogen|delvis|delvist|mindre ændringer|små ændringer|i mindre grad",
        "substantial": (
            "væsentlig|væsentlige ændringer|stor|større|betydelig|store ændringer|i høj grad|major"
        ),
        "unknown": "ukendt|ved ikke|uvist|ikke kendt|uafklaret|not known",
    },
    "plan_kind": {
        "local_plan": "lokalplan|lokalplanforslag|forslag til lokalplan",
        "municipal_plan": "kommuneplantillæg|tillæg til kommuneplan|kommuneplanforslag|kommuneplanstrategi",
    },
    "run_by_municipality": {
        "yes": "ja|true|sand",
        "no": "nej|false|falsk",
        "unclear": "uklart|ikke klart|ved ikke",
    },
    "principle": {
        **{step: f"princip {step}|principle {step}|p{step}|{step}." for step in "12345"},
        "meaningful": "mening|meningsfuldt|meningsfuld|relevant",
    },
}


class Meanings:
    """The texts that the register and its words know, ready to be looked up."""

    def __init__(self, known: KnownWords) -> None:
        self.known = known
        self._methods = {
            folded(word): key
            for key, names in known.methods.items()
            for word in (key, *names)
            if word.strip()
        }
        self.consultations = ConsultationNames(known)
        self._bodies: dict[str, dict[str, str]] = {}
        self._choices: dict[str, dict[str, str]] = {}

    def exact(self, column: Column, text: str) -> str | None:
        """What a text surely means, in exchange form; None where it must be asked."""
        word = folded(text)
        if column.refers_to == "bodies":
            return self._body_names(column.name).get(word)
        if column.refers_to == "consultations":
            return self.consultations.key(text)
        if column.name == "methods":
            return text if word in self._methods else None
        if column.kind == YES_NO:
            return YES_WORDS.get(word)
        return self._choice_words(column).get(word) if column.kind == CHOICE else None

    def probable(self, column: Column, text: str) -> str | None:
        """What a text probably means: to be suggested, never taken without being asked; None where nothing
        is near, or two are.
        """
        word = folded(text)
        if column.refers_to == "bodies":
            return self._near_body(column.name, word)
        if column.refers_to == "consultations":
            return nearest(word, self.consultations.by_title)
        if column.name == "methods":
            return nearest(word, self._methods)
        if column.kind == YES_NO:
            return PROBABLY.get(word)
        if column.kind != CHOICE:
            return None
        return self._synonym(column.name, word) or nearest(word, self._choice_words(column))

    def asks(self, column: Column) -> bool:
        """Whether a field takes some texts alone."""
        return column.kind in (YES_NO, CHOICE, KEYS) or column.kind == KEY and bool(column.refers_to)

    def methods_in(self, text: str) -> list[str]:
        """The methods that a cell names: between semicolons and line breaks; between commas and strokes too
        where each of them is known.
        """
        words = []
        for part in re.split(r"[;\n|]", text):
            pieces = [piece.strip() for piece in re.split(r", ?|/| og | and |\+|&", part) if piece.strip()]
            is_whole = folded(part) in self._methods or not all(
                folded(piece) in self._methods for piece in pieces
            )
            words += [part.strip()] if is_whole else pieces
        return [word for word in words if word]

    def _body_names(self, level: str) -> Mapping[str, str]:
        """By name and by key, the bodies of a level; all of them where levels are not known."""
        if level not in self._bodies:
            levels = self.known.levels
            keys = [key for key in self.known.bodies if levels.get(key, level) == level]
            names: dict[str, str] = {folded(self.known.bodies[key]): key for key in reversed(keys)}
            self._bodies[level] = names | {folded(key): key for key in keys}
        return self._bodies[level]

    def _near_body(self, level: str, word: str) -> str | None:
        core, names = _core(word), self._body_names(level)
        near = {core_name: key for name, key in names.items() if (core_name := _core(name))}
        by_core = nearest(core, near, least=80) if len(core) > 2 else None
        return by_core or nearest(word, names, least=WHOLE_NAME)

    def _choice_words(self, column: Column) -> Mapping[str, str]:
        """By code and by what the screens call it, in both languages, the choices of a column."""
        if column.name not in self._choices:
            words = {choice: choice for choice in column.choices}
            for choice, meaning in MEANINGS.get(column.name, {}).items():
                if choice in column.choices:
                    words |= {folded(speak(code).say(Sentence(meaning))): choice for code in ("da", "en")}
            if column.name == "run_by_municipality":
                words |= {"ja": "yes", "nej": "no"}
            self._choices[column.name] = words
        return self._choices[column.name]

    @staticmethod
    def _synonym(name: str, word: str) -> str | None:
        return next(
            (code for code, words in SYNONYMS.get(name, {}).items() if word in words.split("|")), None
        )


def group_code(text: str) -> str:
    """A group by its code where it has one in words, otherwise as it is written."""
    return _group_codes().get(folded(text), text)


def nearest(word: str, meaning_by_text: Mapping[str, str], *, least: int = LEAST) -> str | None:
    """The meaning of the text nearest to a word; None where none is near, or two of different meaning are."""
    hits = process.extract(
        word, meaning_by_text.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=8
    )
    if not hits:
        return None
    best = meaning_by_text[hits[0][0]]
    others = (score for text, score, _ in hits[1:] if meaning_by_text[text] != best)
    return best if all(hits[0][1] - score >= MARGIN for score in others) else None


def _core(name: str) -> str:
    return " ".join(BODY_WORDS.sub(" ", name.replace("-", " ").replace("&", " ")).split()).removesuffix(
        "udvalget"
    )


def _group_codes() -> Mapping[str, str]:
    words = {
        folded(speak(code).say(Sentence(label))): group
        for code in ("da", "en")
        for group, label in GROUPS.items()
    }
    return {
        **words,
        **{group: group for group in GROUPS},
        "erhverv": "businesses",
        "erhvervsliv": "businesses",
    }
