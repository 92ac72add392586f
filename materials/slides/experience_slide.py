"""What those who took part answered: the third voice, beside the bodies that judge."""

from evaluation import experience_words
from evaluation.findings import Experience, PrincipleFinding
from evaluation.overview_words import finding_title
from language import Sentence, Words
from materials.charts.chart import numbered
from materials.documents.blocks import clean
from materials.slides import answer_columns, notes
from materials.slides.answer_columns import NONE, Bar
from materials.slides.answer_picture import add_row_texts, whole
from materials.slides.chart_key import add_short_key
from materials.slides.deck import Deck
from materials.slides.measures import Box, Paragraph, fitted
from materials.slides.native_chart import add_chart
from materials.slides.opening_slides import KEY

Row = tuple[str, Experience | None]


def add_experience_slide(deck: Deck) -> None:
    """The slide; none where no participant was asked. Too few answers have no bar: they are told in words."""
    material, words = deck.material, deck.words
    findings = material.evaluation.principles
    rows: list[Row] = [(clean(numbered(each, words)), each.experience) for each in findings]
    rows.append(
        (words("Meaningful and relevant to the participants"), material.evaluation.experience_meaningful)
    )
    if all(experience is None for _, experience in rows):
        return
    sentences = [f"{name}: {words.say(experience_words.experience_words(each))}" for name, each in rows]
    about = words(
        "It is told how many participants answered. Only counts are kept, no person. Participants' answers"
        " never enter a verdict."
    )
    own = notes.notes_of(material, words, *sentences, *_counts(rows, words), about)
    slide = deck.add("Round Overview", experience_title(findings, words), own)
    lead = f"{words('The verdicts beside it')}: {words.say(finding_title(findings))}"
    slide.fill("text", [fitted(Paragraph(lead, 16), slide.box("text"), (14,))])
    bars = [Bar("", _shown(each)) for _, each in rows]
    place = slide.box("chart")
    key = Box(slide.box("text").left, place.top - KEY - 6, place.right - slide.box("text").left, KEY)
    add_short_key(slide, answer_columns.entries(bars, words), key, words)
    texts = [(name, _short(each, words)) for name, each in rows]
    add_row_texts(slide, texts, place, share=1 / len(rows))
    alt = f"{experience_title(findings, words)}. {' '.join(sentences)}"
    named = [Bar(name, bar.counts) for (name, _), bar in zip(rows, bars, strict=True)]
    add_chart(slide, whole(named, clean(alt), words, gap_percent=80), words)


def _shown(experience: Experience | None) -> tuple[int, ...]:
    return experience.counts if experience and experience.are_enough else NONE


def _short(experience: Experience | None, words: Words) -> str:
    text = words.say(experience_words.experience_in_short(experience))
    return text[:1].upper() + text[1:]


def _counts(rows: list[Row], words: Words) -> list[str]:
    """How many chose each step, of those that are enough to be shown."""
    return [
        f"{name}: "
        + ", ".join(
            words("step {step}: {count}", step=str(step), count=count)
            for step, count in enumerate(experience.counts, start=1)
        )
        for name, experience in rows
        if experience and experience.are_enough
    ]


def experience_title(findings: tuple[PrincipleFinding, ...], words: Words) -> str:
    """Under which principles the participants' middle answer is high, and under which low."""
    high = _numbers(findings, "not_followed")
    low = _numbers(findings, "followed")
    middle = tuple(
        str(each.principle)
        for each in findings
        if each.experience and each.experience.median and str(each.principle) not in (*high, *low)
    )
    parts = tuple(
        part(numbers) for numbers, part in ((high, _high), (middle, _in_the_middle), (low, _low)) if numbers
    )
    if not parts:
        return words("Too few participants answered to say anything")
    return words("The participants answer {parts}", parts=parts)


def _high(numbers: tuple[str, ...]) -> Sentence:
    return Sentence(
        "high (4–5) under principle {numbers}",
        {"numbers": numbers},
        plural="high (4–5) under principles {numbers}",
        count=len(numbers),
    )


def _in_the_middle(numbers: tuple[str, ...]) -> Sentence:
    return Sentence(
        "in the middle under principle {numbers}",
        {"numbers": numbers},
        plural="in the middle under principles {numbers}",
        count=len(numbers),
    )


def _low(numbers: tuple[str, ...]) -> Sentence:
    return Sentence(
        "low (1–2) under principle {numbers}",
        {"numbers": numbers},
        plural="low (1–2) under principles {numbers}",
        count=len(numbers),
    )


def _numbers(findings: tuple[PrincipleFinding, ...], verdict: str) -> tuple[str, ...]:
    """The principles under which the participants speak against a verdict."""
    return tuple(
        str(each.principle)
        for each in findings
        if each.experience and each.experience.speaks_against(verdict)
    )
