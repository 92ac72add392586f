"""The first slides: what it is, and what the round found, all principles in one picture."""

from pptx.util import Pt

from evaluation.findings import PrincipleFinding
from evaluation.overview_words import finding_title, key_sentence
from evaluation.scales import LEVELS
from evaluation.summary import summarise_round
from language import Words
from materials.charts.answer_words import strip_label
from materials.charts.answers import overview_answers
from materials.charts.chart import numbered, verdict_in_words
from materials.documents.blocks import clean
from materials.documents.round_blocks import said
from materials.documents.round_material import round_document
from materials.slides import answer_columns, notes
from materials.slides.answer_columns import Bar
from materials.slides.answer_picture import add_row_texts, diverging, mark_middle
from materials.slides.chart_key import add_short_key
from materials.slides.deck import Deck
from materials.slides.measures import Box, Paragraph, fitted
from materials.slides.native_chart import add_chart

KEY = 22
"""The height of the key's row above the chart."""


def add_title_slide(deck: Deck) -> None:
    """What is presented: the round, its period, how it stands, and what a listener must know of it."""
    material, words = deck.material, deck.words
    title = words("Evaluation of the five principles for involving citizens")
    document = round_document(material, title, (), words)
    own = notes.notes_of(material, words, *notes.errata_notes(material, words))
    slide = deck.add("Round Title", title, own)
    box = slide.box("subtitle")
    head = fitted(Paragraph(document.subtitle, 28, bold=True), Box(0, 0, box.width, 72), (24, 20))
    paragraphs = [head, *(Paragraph(text.text, 18, bold=text.style == "notice") for text in document.front)]
    shape = slide.fill("subtitle", paragraphs)
    for paragraph in shape.text_frame.paragraphs[1:]:
        paragraph.space_before = Pt(8)


def add_overview_slide(deck: Deck) -> None:
    """The five verdicts, and beside each what committees and centres answered."""
    material, words = deck.material, deck.words
    findings = material.evaluation.principles
    chart = overview_answers(material.evaluation, material.snapshot.answers, material.scope(words), words)
    slide = deck.add("Round Overview", words.say(finding_title(findings)), _notes(deck))
    lead = Paragraph(clean(words.say(key_sentence(material.evaluation))), 16)
    slide.fill("text", [fitted(lead, slide.box("text"), (14,))])
    bars: list[Bar | None] = []
    for finding in findings:
        bars += [*principle_bars(finding, words), None]
    place = slide.box("chart")
    picture = diverging(bars[:-1], clean(chart.alt), words, gap_percent=12)
    key = Box(slide.box("text").left, place.top - KEY - 6, place.right - slide.box("text").left, KEY)
    add_short_key(slide, answer_columns.entries(bars, words), key, words)
    rows = [(clean(numbered(each, words)), clean(verdict_in_words(each, words))) for each in findings]
    add_row_texts(slide, rows, place, share=3 / len(bars[:-1]))
    mark_middle(slide, picture, bars, place)
    add_chart(slide, picture, words)


def principle_bars(finding: PrincipleFinding, words: Words) -> list[Bar]:
    """A bar a level."""
    return [
        Bar(
            strip_label(finding, level, words),
            finding.standing(level).counts,
            finding.standing(level).thin_counts,
            finding.standing(level).not_assessable,
            finding.standing(level).not_answered,
        )
        for level in LEVELS
    ]


def _notes(deck: Deck) -> list[str]:
    """The whole round in sentences, each principle's counts, and what there is no slide of."""
    material, words = deck.material, deck.words
    evaluation = material.evaluation
    summary = said([each.sentence for each in summarise_round(evaluation)], words)
    counts = [
        f"{numbered(finding, words)}: {' '.join(notes.standing_notes(finding, words))}"
        for finding in evaluation.principles
    ]
    absent = []
    if material.previous is None:
        absent.append(words("This is the first time that the principles are evaluated."))
    if not (material.promises or material.decisions):
        absent.append(words("No action is recorded."))
    return notes.notes_of(material, words, summary, *counts, *absent)
