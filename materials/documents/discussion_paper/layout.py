"""A whole paper said in one language and cut into blocks: two or three pages for a body with two cases.

What nobody knows is left out, and nothing begins a page of its own: facts and consultations stand in one
table each, and under each principle what was said, what was decided and what to discuss.
"""

from collections.abc import Iterator

from data.assessment_fields import remarks
from data.models import Action
from evaluation.earlier_words import WITHHELD, EarlierWords
from evaluation.round_names import round_in_words
from evaluation.round_states import STATES
from evaluation.scales import ACTION_STATES, answer_words
from language import Words
from materials.documents.blocks import Block, Document, Heading, Items, Text, clean, table
from materials.documents.discussion_paper.contents import Chapter, Paper
from materials.documents.discussion_paper.facts_table import (
    at_a_glance,
    facts_table,
    left_out,
    not_recorded_lines,
)
from materials.documents.discussion_paper.participants import meaningful_words, participants_blocks
from materials.documents.discussion_paper.profile_summary import profiles_table

OWN_WIDTHS, OTHERS_WIDTHS = (33, 12, 10, 16, 14, 15), (39, 17, 12, 14, 18)


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
        contents="",
        blocks=tuple(_blocks(paper, words)),
        footer=clean(" · ".join(footer)),
        page=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
        language=words.code,
        dated=paper.data_on,
        dense=True,
    )


def _front(paper: Paper, words: Words) -> Iterator[Text]:
    days = [words("Period: {first} to {last}", first=paper.period_from, last=paper.period_to)]
    if paper.meets_on:
        days.append(words("Meeting: {day}", day=paper.meets_on))
    days.append(words(STATES[paper.state]))
    yield Text(" · ".join(days), "lead")
    if paper.demonstration:
        yield Text(
            words("Demonstration: the records are made up and say nothing about the municipality."), "notice"
        )


def _blocks(paper: Paper, words: Words) -> Iterator[Block]:
    yield Text(clean(" ".join(_glance(paper, words))))
    rows = facts_table(paper, words)
    if len(rows) > 1:
        yield table(rows, OWN_WIDTHS if paper.profiles else OTHERS_WIDTHS)
    if sentence := left_out(paper, words):
        yield Text(sentence, "muted")
    for chapter in paper.chapters:
        yield from _chapter(chapter, paper, words)
    if paper.profiles:
        yield Heading(words("Consultations"), 3)
        yield profiles_table(paper.profiles, words)


def _glance(paper: Paper, words: Words) -> Iterator[str]:
    yield from at_a_glance(paper, words)
    yield from meaningful_words(paper.meaningful, words)
    if paper.previous is None:
        yield words("There is no earlier round to compare with.")


def _chapter(chapter: Chapter, paper: Paper, words: Words) -> Iterator[Block]:
    title = f"{chapter.number}. {chapter.title}" if chapter.title else words("Proportionality")
    yield Heading(clean(title), 3)
    yield Text(words(chapter.question), "strong")
    yield from (Text(clean(line), "muted") for line in not_recorded_lines(chapter.facts, words))
    if chapter.participants:
        yield from participants_blocks(chapter.participants, words)
    for statement in chapter.earlier_words:
        yield from _earlier_words(statement, paper, words)
    if chapter.actions and paper.previous:
        round_name = round_in_words(paper.previous, words)
        yield Text(words("What was decided after {round}", round=round_name), "strong")
        yield Items(tuple(clean(_action_words(each, words)) for each in chapter.actions))
    yield Text(words("To discuss"), "strong")
    yield Items(tuple(clean(words.say(question)) for question in chapter.questions), numbered=True)


def _earlier_words(statement: EarlierWords, paper: Paper, words: Words) -> Iterator[Block]:
    """What was said in the round before."""
    assessment = statement.assessment
    step, basis = answer_words(assessment, words)
    name = assessment.name if assessment.name != paper.body else ""
    answer = " · ".join(part for part in (name, step or words("No step"), basis) if part)
    round_name = round_in_words(paper.previous or paper.round, words)
    yield Text(clean(words("{round}: {answer}", round=round_name, answer=answer)), "strong")
    if statement.withheld:
        yield Text(words(WITHHELD), "muted")
        return
    if assessment.confidential:
        yield Text(words("Closed words: not to be passed on from this paper."), "notice")
    if assessment.justification:
        yield Text(clean(assessment.justification), "quote")
    for label, text in remarks(assessment, is_discussed=True):
        yield Text(clean(f"{words(label)}: {text}"), "quote")


def _action_words(action: Action, words: Words) -> str:
    """What was decided and what became of it; by whom and when only while that is to come. What nobody has
    recorded is left out.
    """
    plan = [] if action.outcome else [action.owner, words.date(action.due_on, "short")]
    parts = [*plan, words(ACTION_STATES[action.state])]
    line = " · ".join([action.text, *(part for part in parts if part)])
    return f"{line}: {action.outcome}" if action.outcome else line
