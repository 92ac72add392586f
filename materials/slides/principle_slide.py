"""A principle on one slide: what both levels answered, the verdict and how far it can be relied on, and what
a body of each level said.
"""

from pptx.enum.shapes import MSO_SHAPE

from evaluation import change_words, experience_words, fact_words
from evaluation.earlier_words import CONFIDENTIAL, WITHHELD, EarlierWords
from evaluation.findings import PrincipleFinding
from evaluation.round_names import round_in_sentence
from evaluation.scales import LEVELS, VERDICTS, answer_words
from evaluation.verdict_words import NOBODY_TO_ASK
from language import Words
from materials.charts.answer_words import row_in_words
from materials.charts.chart import marks_in_words, numbered
from materials.charts.theme import VERDICT_STYLES
from materials.documents.blocks import clean
from materials.documents.case.principle_section import typical_voice
from materials.documents.round_blocks import said, verdict_sentences
from materials.documents.round_material import RoundMaterial
from materials.slides import answer_columns, notes, slide_parts
from materials.slides.answer_picture import diverging, mark_middle
from materials.slides.chart_key import add_key
from materials.slides.deck import Deck, Slide
from materials.slides.measures import LINE, SMALLEST, Box, Paragraph, fitted, height_of, width_of
from materials.slides.native_chart import add_chart
from materials.slides.opening_slides import principle_bars

BADGE, UNDER_BADGE = 32, 8
KEY_ABOVE = 72
INSET = 10
"""The margins of the boxes that quotes stand in, as the template has them."""


def add_principle_slide(deck: Deck, finding: PrincipleFinding) -> None:
    """The slide of one principle; its title is its verdict."""
    material, words = deck.material, deck.words
    verdict = words(VERDICTS[finding.verdict.final])
    slide = deck.add(
        "Round Principle", f"{numbered(finding, words)}: {verdict}", _notes(finding, material, words)
    )
    place, bars = slide.box("chart"), principle_bars(finding, words)
    picture = diverging(bars, clean(row_in_words(finding, words)), words, gap_percent=24)
    key = Box(place.left, place.top - KEY_ABOVE, place.width, KEY_ABOVE)
    add_key(slide, answer_columns.entries(bars, words), key, words)
    mark_middle(slide, picture, bars, place)
    _add_verdict(slide, finding, material, words)
    for number, level in enumerate(LEVELS, start=1):
        _add_quote(slide, finding, level, number=number, deck=deck)
    add_chart(slide, picture, words)


def _add_verdict(slide: Slide, finding: PrincipleFinding, material: RoundMaterial, words: Words) -> None:
    """The verdict as a badge, its marks, and why."""
    box, style = slide.box("text"), VERDICT_STYLES[finding.verdict.final]
    text = f"{style.sign} {words(VERDICTS[finding.verdict.final])}"
    width = min(width_of(text, 18, bold=True) + 36, box.width)
    badge = slide_parts.rectangle(
        slide.slide.shapes,
        Box(box.left, box.top, width, BADGE),
        MSO_SHAPE.ROUNDED_RECTANGLE,
        words("Verdict"),
    )
    badge.fill.solid()
    badge.fill.fore_color.rgb = slide_parts.rgb(style.shade.fill)
    badge.line.color.rgb = slide_parts.rgb(style.shade.outline)
    slide_parts.write(badge.text_frame, [Paragraph(text, 18, bold=True)], slide.language)
    slide_parts.centre(badge)
    slide_parts.colour(badge, style.shade.ink)
    below = BADGE + UNDER_BADGE
    marks = _marks(finding, words)
    head = [Paragraph(marks, 16, bold=True)] if marks else []
    rest = Box(box.left, box.top + below, box.width, box.height - below)
    room = rest.height - height_of(head, box.width)
    texts = _reasons(finding, material, Box(0, 0, box.width, room), words)
    shape = slide.fill("text", [*head, *texts])
    shape.left, shape.top, shape.width, shape.height = rest.emu


def _reasons(finding: PrincipleFinding, material: RoundMaterial, box: Box, words: Words) -> list[Paragraph]:
    """What was concluded, in the larger part of the box, and why the rules propose the verdict. Both stand in
    full in the notes.
    """
    conclusion = material.snapshot.conclusions.get(str(finding.principle))
    reasons = Paragraph(clean(verdict_sentences(finding, material, words)), is_muted=True)
    if not (conclusion and conclusion.text):
        return [fitted(reasons, box)]
    text = Paragraph(clean(" ".join(conclusion.text.split())))
    share = max(box.height - height_of([reasons], box.width), box.height * 0.6)
    first = fitted(text, Box(0, 0, box.width, share))
    left = box.height - height_of([first], box.width)
    return [first, fitted(reasons, Box(0, 0, box.width, left))] if left > SMALLEST * LINE else [first]


def _marks(finding: PrincipleFinding, words: Words) -> str:
    parts = [words("decided by the secretary")] if finding.verdict.override else []
    text = " · ".join([*parts, marks_in_words(finding, words)]).strip(" ·")
    return text[:1].upper() + text[1:]


def _add_quote(slide: Slide, finding: PrincipleFinding, level: str, *, number: int, deck: Deck) -> None:
    """What a body of a level said, under its name; or why nothing stands there."""
    material, words = deck.material, deck.words
    outer = slide.box("text", number)
    box = Box(0, 0, outer.width - 2 * INSET, outer.height - 2 * INSET)
    mine = _of_level(finding, level, material)
    voice = typical_voice(finding, mine)
    if voice is None:
        withheld = any(each.withheld for each in mine)
        text = words(WITHHELD) if withheld else words("No words were given.")
        if not finding.standing(level).expected:
            text = words(NOBODY_TO_ASK[level])
        head = Paragraph(words(LEVELS[level]), bold=True)
        slide.fill("text", [head, Paragraph(text, is_muted=True)], number)
        return
    head = fitted(Paragraph(_head(voice, words), bold=True), Box(0, 0, box.width, 52))
    room = Box(0, 0, box.width, box.height - height_of([head], box.width))
    quote = fitted(Paragraph(_words(voice, words), 18), room, (16, 14))
    slide.fill("text", [head, quote], number)


def _of_level(finding: PrincipleFinding, level: str, material: RoundMaterial) -> list[EarlierWords]:
    return [
        each
        for each in material.statements
        if (each.assessment.principle, each.assessment.level) == (finding.principle, level)
    ]


def _head(statement: EarlierWords, words: Words) -> str:
    parts = (statement.assessment.name, *answer_words(statement.assessment, words))
    return clean(" · ".join(part for part in parts if part))


def _words(statement: EarlierWords, words: Words) -> str:
    """People's own words between quotation marks; confidential ones after their mark."""
    mark = f"{words(CONFIDENTIAL)} " if statement.assessment.confidential else ""
    text = " ".join(clean(statement.assessment.justification or "").split())
    return mark + words("“{text}”", text=text)


def _notes(finding: PrincipleFinding, material: RoundMaterial, words: Words) -> list[str]:
    """Counts, conclusion, reasons in full, change, facts, participants, quotes in full, dissents, errata."""
    conclusion = material.snapshot.conclusions.get(str(finding.principle))
    text = (conclusion and conclusion.text) or words("The conclusion is not written yet.")
    own = [
        *notes.standing_notes(finding, words),
        words("Conclusion: {text}", text=text),
        verdict_sentences(finding, material, words),
        _beside(finding, words),
        *_voices(finding, material, words),
        *notes.errata_notes(material, words, str(finding.principle)),
    ]
    return notes.notes_of(material, words, *own)


def _beside(finding: PrincipleFinding, words: Words) -> str:
    previous = finding.change.previous_round
    names = {previous: round_in_sentence(previous, words)} if previous else {}
    sentences = [
        change_words.change_words(finding.change, names),
        experience_words.experience_words(finding.experience),
        fact_words.contradiction_words(finding),
        *experience_words.pointing_words(finding),
    ]
    return said([each for each in sentences if each], words)


def _voices(finding: PrincipleFinding, material: RoundMaterial, words: Words) -> list[str]:
    """The quotes of the slide in full, and every dissent that may be read."""
    texts = []
    for level in LEVELS:
        if voice := typical_voice(finding, _of_level(finding, level, material)):
            texts.append(f"{_head(voice, words)}: {_words(voice, words)}")
    for statement in material.statements:
        assessment = statement.assessment
        if assessment.principle == finding.principle and assessment.dissent:
            head = words("Minority opinion in {body}", body=assessment.name)
            mark = f"{words(CONFIDENTIAL)} " if assessment.confidential else ""
            texts.append(f"{head}: {mark}{assessment.dissent}")
    return texts
