"""What stands in a row of the overview beside the answers: verdict, change, facts and participants, and all
of it as a sentence.
"""

from collections.abc import Mapping
from typing import Any

from evaluation.change_words import change_words
from evaluation.confidence_words import because_words, grade_words
from evaluation.experience_words import experience_in_short, experience_words
from evaluation.fact_words import contradiction_in_short
from evaluation.findings import Change, PrincipleFinding
from evaluation.scales import VERDICTS
from evaluation.verdict_words import override_words
from language import Sentence, Words
from materials.charts.answer_words import row_in_words
from materials.charts.chart import median_in_words
from materials.charts.theme import HIGHER, LOWER, RULE, VERDICT_STYLES
from pages import session
from pages.components.answer_squares import shown

Data = dict[str, Any]


def row_sentence(finding: PrincipleFinding, names: Mapping[str, Sentence | str], words: Words) -> str:
    """The whole row as it is heard: verdict, both levels, change, facts, participants, and what
    contradicts.
    """
    parts = [
        row_in_words(finding, words),
        words.say(change_words(finding.change, names)),
        f"{words('Facts')}: {facts_cell(finding, words)['text']}.",
        words.say(experience_words(finding.experience)),
        words.say(against) if (against := contradiction_in_short(finding)) else "",
    ]
    return " ".join(part for part in parts if part)


def verdict_cell(verdict: str, words: Words) -> Data:
    """The verdict's word and the look of its badge, as everywhere on the pages."""
    style = VERDICT_STYLES[verdict]
    icon = style.icon.removeprefix(":material/").removesuffix(":")
    return {"text": words(VERDICTS[verdict]), "icon": icon, "colour": style.badge}


def verdict_marks(finding: PrincipleFinding, words: Words) -> list[Data]:
    """Under the verdict: that the secretary decided it, how far it can be relied on, and a marked minority;
    low confidence and a minority stand out.
    """
    verdict, marks = finding.verdict, []
    if verdict.override:
        reason = override_words(finding)
        hint = words.say(reason) if reason else ""
        marks.append({"text": words("decided by the secretary"), "strong": False, "hint": hint})
    if grade := grade_words(verdict):
        because = because_words(finding, session.norms())
        is_low = verdict.confidence is not None and verdict.confidence.grade == "low"
        hint = words.say(because) if because else ""
        marks.append({"text": words.say(grade), "strong": is_low, "hint": hint})
    if verdict.minority and verdict.minority.marked:
        text = words("minority: {bodies} against", bodies=verdict.minority.bodies)
        marks.append({"text": text, "strong": True, "hint": ""})
    return marks


def moves(change: Change) -> tuple[int, int, int]:
    """How many bodies went up, stayed and went down."""
    return change.up, change.same, change.down


def change_cell(change: Change, most: int, words: Words) -> list[Data]:
    """How many bodies went up, stayed and went down, as bars on one scale; empty where none can be
    compared.
    """
    if not change.paired:
        return []
    texts = (
        words("{count} higher", count=change.up),
        words("{count} same", count=change.same),
        words("{count} lower", count=change.down),
    )
    colours = (shown(HIGHER), shown(RULE), shown(LOWER))
    return [
        {"text": text, "share": count / most, "colour": colour}
        for text, count, colour in zip(texts, moves(change), colours, strict=True)
    ]


def facts_cell(finding: PrincipleFinding, words: Words) -> Data:
    """How many of the facts that can be held against a norm meet it, and whether they contradict."""
    outcomes = [fact.met for fact in finding.indicators if fact.met is not None]
    met = sum(outcomes)
    text = (
        words("{met} of {count} norms", met=met, count=len(outcomes)) if outcomes else words("no norm known")
    )
    marks = _against(finding, "facts", words)
    return {"met": met, "missed": len(outcomes) - met, "text": text, "marks": marks}


def experience_cell(finding: PrincipleFinding, words: Words) -> Data:
    """The participants' middle value and how many answered, few answers said as such; and whether they
    contradict.
    """
    experience, value = finding.experience, "–"
    text = words.say(experience_in_short(experience))
    if experience and experience.median:
        value = median_in_words(experience.median, words)
        text = words.many("{count} answer", "{count} answers", experience.answers)
    return {"value": value, "text": text, "marks": _against(finding, "participants", words)}


def _against(finding: PrincipleFinding, source: str, words: Words) -> list[Data]:
    """The mark where the ``facts`` or the ``participants`` speak against the verdict."""
    if source not in finding.contradicted_by:
        return []
    return [{"text": words("points the other way"), "strong": True, "hint": ""}]
