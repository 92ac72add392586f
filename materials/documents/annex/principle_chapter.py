"""One principle in the annex: its wording, its verdict, every body's answer in its own words, and its
facts.
"""

from collections.abc import Iterator

from data.assessment_fields import remarks
from data.models import Answer, Assessment
from evaluation import change_words, experience_words, fact_words, standing_words
from evaluation.earlier_words import CONFIDENTIAL, WITHHELD, EarlierWords
from evaluation.findings import PrincipleFinding
from evaluation.round_names import round_in_sentence
from evaluation.scales import ANSWER_STATES, BASES, LEVELS, NOT_ASSESSABLE, step_words
from language import Words
from materials.charts.chart import short_title, verdict_with_marks
from materials.documents.blocks import Block, Heading, Table, Text, clean, table
from materials.documents.round_blocks import facts_table, levels_table, said, table_caption, verdict_sentences
from materials.documents.round_material import RoundMaterial


def principle_chapter(
    finding: PrincipleFinding, wording: str, material: RoundMaterial, words: Words
) -> Iterator[Block]:
    """The chapter of one principle; ``wording`` is as it applied when the round opened."""
    title = words(
        "Principle {number}: {title}",
        number=finding.principle,
        title=short_title(finding.title(words.code)),
    )
    yield Heading(clean(title), 2)
    yield Text(clean(wording), "quote")
    yield Text(verdict_with_marks(finding, words), "strong")
    conclusion = material.snapshot.conclusions.get(str(finding.principle))
    text = (conclusion and conclusion.text) or words("The conclusion is not written yet.")
    yield Text(clean(text))
    yield Text(clean(verdict_sentences(finding, material, words)))
    yield levels_table(finding, words)
    for level in LEVELS:
        yield Heading(words(LEVELS[level]), 3)
        yield Text(words.say(standing_words.strength_words(finding.standing(level))), "muted")
        yield answers_table(finding.principle, level, material, words)
    yield Heading(words("What the records show"), 3)
    caption = words("The facts of principle {number}", number=finding.principle)
    yield facts_table(finding.indicators, material, caption, words)
    yield Text(clean(_beside(finding, words)))
    if finding.themes:
        themes = tuple(f"{theme} ({number})" for theme, number in finding.themes.items())
        yield Text(clean(words("Themes: {themes}.", themes=themes)))
    if finding.evidence:
        yield _evidence(finding, material, words)


def _beside(finding: PrincipleFinding, words: Words) -> str:
    """Change, participants, and what speaks against the verdict."""
    previous = finding.change.previous_round
    names = {previous: round_in_sentence(previous, words)} if previous else {}
    sentences = [
        change_words.change_words(finding.change, names),
        change_words.delta_words(finding.change),
        experience_words.experience_words(finding.experience),
        fact_words.contradiction_words(finding),
        *experience_words.pointing_words(finding),
    ]
    return said([each for each in sentences if each], words)


def answers_table(principle: int, level: str, material: RoundMaterial, words: Words) -> Table:
    """A row for each body of a level that was asked, also where it has not answered, and for each that
    answered without being asked.
    """
    answers = [
        each for each in material.snapshot.answers if (each.principle, each.level) == (principle, level)
    ]
    keys = {each.body for each in answers}
    rows = [
        (
            answer.name,
            _step(answer, words),
            _words(material.statement(answer.body, principle), material, words),
        )
        for answer in answers
    ]
    rows += [
        (
            words("{body} (not asked, and not counted)", body=each.assessment.name),
            _chosen(each.assessment, words),
            _words(each, material, words),
        )
        for each in material.statements
        if (each.assessment.principle, each.assessment.level) == (principle, level)
        and each.assessment.body not in keys
    ]
    header = (words("Committee or centre"), words("Step and basis"), words("In its own words"))
    text = words(
        "Principle {number}: every answer of the level {level}",
        number=principle,
        level=words(LEVELS[level]).lower(),
    )
    return table([header, *rows], (20, 19, 61), table_caption(text, words))


def _step(answer: Answer, words: Words) -> str:
    """What a body chose, or that it has not answered."""
    if answer.status != "submitted":
        return words(ANSWER_STATES[answer.status])
    return _step_and_basis(answer.rating, answer.basis, words)


def _chosen(assessment: Assessment, words: Words) -> str:
    return _step_and_basis(assessment.rating, assessment.basis, words)


def _step_and_basis(rating: int | None, basis: str | None, words: Words) -> str:
    step = step_words(rating, words) if rating else words(NOT_ASSESSABLE)
    return f"{step}\n{words('Basis: {basis}', basis=words(BASES[basis]).lower())}" if basis else step


def _words(statement: EarlierWords | None, material: RoundMaterial, words: Words) -> str:
    """All that a body wrote, a line each; that it is withheld, where it is."""
    if statement is None:
        return "–"
    assessment = statement.assessment
    lines = [words(WITHHELD)] if statement.withheld else []
    if assessment.confidential and not statement.withheld:
        lines.append(words(CONFIDENTIAL))
    if assessment.justification:
        lines.append(assessment.justification)
    lines += [f"{words(label)}: {text}" for label, text in remarks(assessment)]
    if assessment.themes:
        lines.append(words("Themes: {themes}.", themes=assessment.themes))
    if assessment.evidence:
        titles = tuple(material.consultation_titles.get(key, key) for key in assessment.evidence)
        lines.append(words("Points to: {titles}.", titles=titles))
    return "\n".join(lines)


def _evidence(finding: PrincipleFinding, material: RoundMaterial, words: Words) -> Table:
    rows = [
        (material.consultation_titles.get(key, key), words.number(number))
        for key, number in finding.evidence.items()
    ]
    caption = words("The consultations pointed to under principle {number}", number=finding.principle)
    header = (words("Consultation"), words("Committees and centres"))
    return table([header, *rows], (85, 15), table_caption(caption, words))
