"""A whole paper said in one language and cut into blocks."""

from collections.abc import Iterator, Sequence

from data.assessment_fields import remarks
from data.models import Action
from evaluation.earlier_words import WITHHELD, EarlierWords
from evaluation.round_names import round_in_words
from evaluation.scales import ACTION_STATES, answer_words
from language import Words
from materials.charts.chart import STATUSES
from materials.documents.blocks import Block, Document, Heading, Items, Table, Text, clean, table
from materials.documents.discussion_paper.contents import Chapter, Paper
from materials.documents.discussion_paper.facts_table import at_a_glance, fact_line, facts_table
from materials.documents.discussion_paper.participants import meaningful_words, participants_blocks
from materials.documents.discussion_paper.profile_layout import profile_blocks


def document(paper: Paper, words: Words) -> Document:
    """The whole paper in the words of one language."""
    title = words("Discussion paper")
    footer = [words("Øjenhøjde, Ballerup Kommune"), paper.body, words("Data as of {day}", day=paper.data_on)]
    if paper.demonstration:
        footer.append(words("Demonstration records"))
    return Document(
        title=clean(f"{title}: {paper.body}"),
        subtitle=clean(round_in_words(paper.round, words)),
        front=tuple(_front(paper, words)),
        contents=words("Contents"),
        blocks=tuple(_blocks(paper, words)),
        footer=clean(" · ".join(footer)),
        page=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
        language=words.code,
        dated=paper.data_on,
    )


def _front(paper: Paper, words: Words) -> Iterator[Text]:
    yield Text(words("Period: {first} to {last}", first=paper.period_from, last=paper.period_to), "lead")
    if paper.meets_on:
        yield Text(words("Meeting: {day}", day=paper.meets_on), "lead")
    yield Text(words(STATUSES.get(paper.status, paper.status)), "muted")
    if paper.demonstration:
        yield Text(
            words("Demonstration: the records are made up and say nothing about the municipality."), "notice"
        )


def _blocks(paper: Paper, words: Words) -> Iterator[Block]:
    yield Heading(words("At a glance"), 1, new_page=True)
    yield from (Text(sentence) for sentence in at_a_glance(paper, words))
    yield table(
        facts_table(paper, words), (37, 13, 12, 19, 19) if not paper.profiles else (31, 15, 9, 14, 16, 15)
    )
    yield from (Text(sentence) for sentence in meaningful_words(paper.meaningful, words))
    yield Heading(words("The principles, one by one"), 1, new_page=True)
    for place, chapter in enumerate(paper.chapters):
        yield from _chapter(chapter, paper, words, new_page=place > 0)
    yield Heading(words("Memory sheets"), 1, new_page=True)
    if not paper.profiles:
        yield Text(words("It has no consultation in the period of this round."))
    for place, sheet in enumerate(paper.profiles):
        yield from profile_blocks(sheet, words, new_page=place > 0)


def _chapter(chapter: Chapter, paper: Paper, words: Words, *, new_page: bool) -> Iterator[Block]:
    yield Heading(clean(chapter.title or words("Proportionality")), 2, new_page)
    if chapter.wording:
        yield Text(clean(chapter.wording), "quote")
    yield Text(words(chapter.question), "strong")
    yield Heading(words("What the records show"), 3)
    if paper.profiles:
        yield Items(tuple(clean(fact_line(fact, words)) for fact in chapter.facts))
    else:
        yield Text(words("It has no consultation in the period of this round."))
    if chapter.participants:
        yield from participants_blocks(chapter.participants, words)
    yield from _last_time(chapter, paper, words)
    yield Heading(words("To discuss"), 3)
    yield Items(tuple(clean(words.say(question)) for question in chapter.questions), numbered=True)


def _last_time(chapter: Chapter, paper: Paper, words: Words) -> Iterator[Block]:
    """What was said and what was decided in the round before, and what became of it."""
    if paper.previous is None:
        yield Heading(words("Last time"), 3)
        yield Text(words("There is no earlier round to compare with."), "muted")
        return
    round_name = round_in_words(paper.previous, words)
    if chapter.wording:
        yield Heading(words("What was said in {round}", round=round_name), 3)
        if not chapter.said:
            yield Text(words("No answer about this principle is recorded."), "muted")
        for statement in chapter.said:
            yield from _earlier_words(statement, paper, words)
    yield Heading(words("What was decided after {round}", round=round_name), 3)
    if not chapter.actions:
        yield Text(words("Nothing was decided under this heading."), "muted")
    else:
        yield _actions(chapter.actions, words)


def _earlier_words(statement: EarlierWords, paper: Paper, words: Words) -> Iterator[Block]:
    assessment = statement.assessment
    step, basis = answer_words(assessment, words)
    name = assessment.name if assessment.name != paper.body else ""
    yield Text(clean(" · ".join(part for part in (name, step or words("No step"), basis) if part)), "strong")
    if statement.withheld:
        yield Text(words(WITHHELD), "muted")
        return
    if assessment.confidential:
        yield Text(words("Closed words: not to be passed on from this paper."), "notice")
    if assessment.justification:
        yield Text(clean(assessment.justification), "quote")
    for label, text in remarks(assessment, is_discussed=True):
        yield Text(f"{words(label)}:", "muted")
        yield Text(clean(text), "quote")


def _actions(actions: Sequence[Action], words: Words) -> Table:
    header = (
        words("What was decided"),
        words("Who"),
        words("By when"),
        words("State"),
        words("What became of it"),
    )
    rows = [
        (
            action.text,
            action.owner or words("nobody named"),
            words.date(action.due_on, "short") or words("no date"),
            words(ACTION_STATES[action.state]),
            action.outcome or words("no outcome is recorded yet"),
        )
        for action in actions
    ]
    return table([header, *rows], (31, 18, 15, 11, 25))
