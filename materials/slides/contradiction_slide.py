"""Who stands against whom: both levels, the records and the participants, beside each verdict."""

from evaluation import experience_words, fact_words
from evaluation.confidence_words import minority_words
from evaluation.findings import PrincipleFinding
from evaluation.scales import LEVELS
from evaluation.verdict_words import contested_words
from language import Sentence, Words
from materials.charts.chart import median_in_words, numbered, verdict_with_marks
from materials.documents.blocks import Table, table
from materials.documents.round_blocks import said, table_caption
from materials.slides import notes
from materials.slides.deck import Deck
from materials.slides.table_slides import add_table_slides


def add_contradiction_slide(deck: Deck) -> None:
    """A row a principle; the title names those under which voices stand against each other."""
    material, words = deck.material, deck.words
    findings = material.evaluation.principles
    own = notes.notes_of(
        material,
        words,
        *(
            f"{numbered(each, words)}: {said(against_words(each), words)}"
            for each in findings
            if against_words(each)
        ),
        words(
            "A contradiction is when most facts that can be held against a norm, or the participants' middle"
            " answers, speak against a verdict of “followed” or “not followed”."
        ),
    )
    add_table_slides(
        deck, contradiction_title(findings, words), _table(findings, words), own, numbers=(1, 2, 3, 4)
    )


def contradiction_title(findings: tuple[PrincipleFinding, ...], words: Words) -> str:
    """Under which principles somebody stands against somebody."""
    numbers = tuple(str(each.principle) for each in findings if _stand_apart(each))
    if all(each.verdict.final == "insufficient" for each in findings):
        return words("There is no verdict yet to speak against")
    if not numbers:
        return words("No voice stands against another")
    return words.many(
        "Under principle {numbers} voices stand against each other",
        "Under principles {numbers} voices stand against each other",
        len(numbers),
        numbers=numbers,
    )


def _stand_apart(finding: PrincipleFinding) -> bool:
    minority = finding.verdict.minority
    is_marked = minority is not None and minority.marked
    return bool(contested_words(finding)) or bool(finding.contradiction) or is_marked


def against_words(finding: PrincipleFinding) -> list[Sentence]:
    """Who stands against whom under a principle; empty where nobody does."""
    others = [fact_words.contradiction_in_short(finding), minority_words(finding)]
    pointing = experience_words.pointing_words(finding)
    return [*contested_words(finding), *(each for each in others if each), *pointing]


def _table(findings: tuple[PrincipleFinding, ...], words: Words) -> Table:
    header = (
        words("Principle and verdict"),
        *(words(label) for label in LEVELS.values()),
        words("Facts"),
        words("Participants"),
        words("Who stands against whom"),
    )
    rows = [
        (
            f"{numbered(finding, words)}\n{verdict_with_marks(finding, words)}",
            *(_middle(finding, level, words) for level in LEVELS),
            _facts(finding, words),
            _participants(finding, words),
            _against(finding, words),
        )
        for finding in findings
    ]
    caption = table_caption(words("Each voice under each principle, and who stands against whom"), words)
    return table([header, *rows], (22, 11, 8, 12, 11, 36), caption)


def _against(finding: PrincipleFinding, words: Words) -> str:
    if sentences := against_words(finding):
        return said(sentences, words)
    if finding.verdict.final == "insufficient":
        return words("There is no verdict yet to speak against.")
    return words("Nothing speaks against the verdict.")


def _middle(finding: PrincipleFinding, level: str, words: Words) -> str:
    median = finding.standing(level).median
    return median_in_words(median, words) if median else "–"


def _facts(finding: PrincipleFinding, words: Words) -> str:
    """How many facts meet their norm, of those that can be held against one."""
    results = [each.met for each in finding.indicators if each.met is not None]
    if not results:
        return "–"
    return f"{words.share_of(sum(results), len(results))}\n{words('norms met')}"


def _participants(finding: PrincipleFinding, words: Words) -> str:
    experience = finding.experience
    if experience is None or experience.median is None:
        return f"–\n{words.say(experience_words.experience_in_short(experience))}"
    answers = words.many("{count} answer", "{count} answers", experience.answers)
    return f"{median_in_words(experience.median, words)}\n{answers}"
