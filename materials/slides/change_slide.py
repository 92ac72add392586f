"""What moved since last time: a row a principle, middle values as ``3 → 4``."""

from evaluation import change_words
from evaluation.findings import PrincipleFinding
from evaluation.round_names import round_in_sentence
from evaluation.scales import LEVELS
from language import Words
from materials.charts.change import change
from materials.charts.chart import median_in_words, numbered
from materials.documents.blocks import Table, table
from materials.documents.round_blocks import table_caption
from materials.slides import notes
from materials.slides.deck import Deck
from materials.slides.table_slides import add_table_slides


def add_change_slide(deck: Deck) -> None:
    """The slide; none where no round was held before."""
    material, words = deck.material, deck.words
    if material.previous is None:
        return
    evaluation = material.evaluation
    chart = change(evaluation, material.scope(words), words)
    names = {material.previous.evaluation.round: round_in_sentence(material.previous.evaluation.round, words)}
    moves = [
        f"{numbered(each, words)}: {words.say(change_words.change_words(each.change, names))}"
        for each in evaluation.principles
    ]
    how = words(
        "Committees and centres are paired with themselves or with those they took over from."
        " A difference of few pairs says little."
    )
    own = notes.notes_of(material, words, *moves, how)
    add_table_slides(deck, chart.title, _table(evaluation.principles, words), own, numbers=(1, 2, 3))


def _table(findings: tuple[PrincipleFinding, ...], words: Words) -> Table:
    header = (
        words("Principle"),
        *(words(label) for label in LEVELS.values()),
        words("Higher / same / lower"),
        words("More than chance?"),
    )
    rows = [
        (
            numbered(finding, words),
            *(_move(finding, level, words) for level in LEVELS),
            _pairs(finding, words),
            words.say(change_words.weight_words(finding.change)) if finding.change.paired else "–",
        )
        for finding in findings
    ]
    caption = table_caption(words("The middle answers then and now, and how many moved"), words)
    return table([header, *rows], (32, 14, 14, 18, 22), caption)


def _move(finding: PrincipleFinding, level: str, words: Words) -> str:
    before, now = finding.change.previous_medians.get(level), finding.standing(level).median
    return " → ".join(median_in_words(each, words) if each else "–" for each in (before, now))


def _pairs(finding: PrincipleFinding, words: Words) -> str:
    shift = finding.change
    if not shift.paired:
        return "–"
    bodies = words.many(
        "{count} committee or centre compared", "{count} committees and centres compared", shift.paired
    )
    return f"{shift.up} / {shift.same} / {shift.down}\n{bodies}"
