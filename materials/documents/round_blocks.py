"""Pieces that case and annex share: the picture of the answers, the errata, the results and the facts as
tables.
"""

from collections.abc import Callable, Iterator, Sequence

from evaluation import confidence_words, verdict_words
from evaluation.confidence_words import not_recorded_words, waiting_words
from evaluation.errata import erratum_head
from evaluation.fact_words import result_words
from evaluation.findings import Measurement, PrincipleFinding
from evaluation.principles import INDICATORS
from evaluation.scales import LEVELS, VERDICTS
from evaluation.standing_words import agreement_words, coverage_words
from evaluation.units import limit_words, value_words
from language import Sentence, Words
from materials.charts import export
from materials.charts.answers import overview_answers
from materials.charts.chart import Chart, median_in_words, numbered
from materials.documents.blocks import Block, Caption, Heading, Picture, Table, Text, clean, table
from materials.documents.round_material import RoundMaterial

Draw = Callable[[Chart], bytes]
"""How a chart becomes a PNG."""


def draw_png(chart: Chart) -> bytes:
    """The chart as a PNG for a document. Raises :class:`materials.charts.export.CannotDraw`."""
    return export.draw(chart, "png")


def table_caption(text: str, words: Words) -> Caption:
    """The caption of a table."""
    return Caption(words("Table"), clean(text))


def answers_picture(material: RoundMaterial, draw: Draw, words: Words) -> Iterator[Block]:
    """The picture of all answers; where it can't be drawn, why not and its numbers in a table."""
    scope = material.scope(words)
    chart = overview_answers(material.evaluation, material.snapshot.answers, scope, words)
    text = words("What each committee and centre answered about the five principles")
    try:
        yield Picture(draw(chart), clean(chart.alt), Caption(words("Figure"), text))
    except export.CannotDraw as problem:
        yield Text(words("A table stands here in place of the picture."), "notice")
        yield Text(words.say(problem.sentence), "muted")
        rows = [tuple(str(value) for value in row) for row in chart.table.itertuples(index=False)]
        header = tuple(str(column) for column in chart.table.columns)
        widths = (26, 11, *[7] * (len(header) - 2))
        yield table([header, *rows], widths, table_caption(text, words))


def errata_blocks(material: RoundMaterial, words: Words, level: int = 1) -> Iterator[Block]:
    """What was corrected after the closing: the erratum that holds, and under it those it corrects; nothing
    where there is none.
    """
    if not material.errata:
        return
    yield Heading(words("Errata"), level)
    for thread in material.errata:
        for erratum in (thread.newest, *thread.corrected):
            head = words.say(erratum_head(erratum, material.body_names))
            if erratum is not thread.newest:
                head = words("{erratum}: corrected, no longer holds", erratum=head)
            yield Text(clean(head), "strong")
            yield Text(clean(erratum.text))
            yield Text(clean(words("Reason: {reason}", reason=erratum.reason)), "muted")


def results_table(findings: Sequence[PrincipleFinding], words: Words) -> Table:
    """A row a principle: verdict, confidence, both levels' middle values with how many rated, and change."""
    header = (
        words("Principle"),
        words("Verdict"),
        words("Confidence"),
        *(words(label) for label in LEVELS.values()),
        words("Higher / same / lower than last time"),
    )
    rows = [
        (
            numbered(finding, words),
            words(VERDICTS[finding.verdict.final]),
            _grade(finding, words),
            *(_middle(finding, level, words) for level in LEVELS),
            _moves(finding),
        )
        for finding in findings
    ]
    text = words("The verdicts, with both levels' middle answers and how many rated")
    return table([header, *rows], (26, 19, 14, 12, 12, 17), table_caption(text, words))


def _grade(finding: PrincipleFinding, words: Words) -> str:
    confidence = finding.verdict.confidence
    if confidence is None:
        return words("not worked out")
    return words(confidence_words.GRADES[confidence.grade]) if confidence.grade else "–"


def _middle(finding: PrincipleFinding, level: str, words: Words) -> str:
    """``4 (7 af 7)``: the middle value, and how many of those asked rated."""
    standing = finding.standing(level)
    median = median_in_words(standing.median, words) if standing.median else "–"
    return f"{median} ({words.share_of(standing.assessable, standing.expected)})"


def _moves(finding: PrincipleFinding) -> str:
    change = finding.change
    return f"{change.up} / {change.same} / {change.down}" if change.paired else "–"


def levels_table(finding: PrincipleFinding, words: Words) -> Table:
    """What each level answered about a principle: how many, their middle answer, and how far they agree."""
    rows = [
        (words("Level"), words("Answers"), words("Middle answer"), words("Agreement")),
        *(
            (
                words(label),
                words.say(coverage_words(finding.standing(level))),
                _capital(words.say(verdict_words.median_words(finding.standing(level).median))),
                words.say(agreement_words(finding.standing(level))),
            )
            for level, label in LEVELS.items()
        ),
    ]
    text = words("What committees and centres answered about principle {number}", number=finding.principle)
    return table(rows, (13, 23, 27, 37), table_caption(text, words))


def levels_sentences(finding: PrincipleFinding, words: Words) -> str:
    """The same in sentences, for where there is no room for a table."""
    return " ".join(
        words(
            "{level}: {coverage}. {agreement}",
            level=words(label),
            coverage=coverage_words(finding.standing(level)),
            agreement=agreement_words(finding.standing(level)),
        )
        for level, label in LEVELS.items()
    )


def verdict_sentences(finding: PrincipleFinding, material: RoundMaterial, words: Words) -> str:
    """Why the verdict, the secretary's reason for another one, what lowers its confidence, and who
    stands against it.
    """
    confidence = finding.verdict.confidence
    is_lowered = confidence is None or bool(confidence.reasons)
    sentences = [
        verdict_words.override_words(finding),
        *verdict_words.verdict_reasons(finding),
        confidence_words.confidence_words(finding, material.snapshot.norms) if is_lowered else None,
        confidence_words.minority_words(finding),
    ]
    return " ".join(_stopped(words.say(each)) for each in sentences if each)


def facts_table(
    measurements: Sequence[Measurement], material: RoundMaterial, caption: str, words: Words
) -> Table:
    """A row a fact: its value with what still waits and who records nothing of it, its norm, of how many it
    is known, and whether it meets the norm.
    """
    header = (words("Fact"), words("Value"), words("Norm"), words("Known"), words("Meets the norm"))
    answers = {True: words("yes"), False: words("no")}
    rows = []
    for each in measurements:
        indicator = INDICATORS[each.indicator]
        remarks = (waiting_words(each), not_recorded_words(each, material.body_names))
        value = [words.say(value_words(each)), *(_capital(words.say(text)) for text in remarks if text)]
        limit = limit_words(each.norm, indicator, each.unit)
        known = words.share_of(each.known, each.known + each.unknown)
        norm = words.say(limit) if limit else "–"
        is_met = words.say(result_words(each)) if each.met is None else answers[each.met]
        rows.append((words(indicator.label), "\n".join(value), norm, known, is_met))
    return table([header, *rows], (32, 26, 17, 11, 14), table_caption(caption, words))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def said(sentences: Sequence[Sentence], words: Words) -> str:
    """Sentences as one paragraph."""
    return " ".join(_stopped(words.say(each)) for each in sentences)
