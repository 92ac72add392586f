"""What participants answered, beside the facts: those of the body's own consultations first, for a committee
asks about its own, and those of the whole municipality to hold them against.
"""

from collections.abc import Iterator

from evaluation.experience_words import experience_in_short, experience_words
from evaluation.findings import Experience
from evaluation.questionnaire import CHOICES
from language import Words
from materials.documents.blocks import Block, Heading, Text, table
from materials.documents.discussion_paper.contents import ParticipantAnswers

WIDTHS = (24, *[8] * 6, 28)


def participants_blocks(answers: ParticipantAnswers, words: Words) -> Iterator[Block]:
    """The question, and a row for the body's own and for all; where neither has enough answers, in words."""
    yield Heading(words("What participants answered"), 3)
    if answers.own is None and answers.everyone is None:
        yield Text(words.say(experience_words(None)), "muted")
        return
    yield Text(words("They were asked: “{question}”", question=words(answers.question)), "muted")
    by_place = (
        (words("Own consultations"), answers.own),
        (words("Whole municipality"), answers.everyone),
    )
    if not any(experience and experience.are_enough for _, experience in by_place):
        for label, experience in by_place:
            said = words.say(experience_words(experience))
            yield Text(words("{label}: {facts}", label=label, facts=said))
        return
    header = (words("Participants"), *(_column(name, words) for name in CHOICES), words("Middle answer"))
    yield table([header, *(_row(label, each, words) for label, each in by_place)], WIDTHS)


def meaningful_words(answers: ParticipantAnswers, words: Words) -> Iterator[str]:
    """Whether the participants of its own consultations found it meaningful; nothing where none was asked."""
    if answers.own:
        answer = words.say(experience_words(answers.own))
        yield words("Was it meaningful and relevant to the participants? {answer}", answer=answer)


def _row(label: str, experience: Experience | None, words: Words) -> tuple[str, ...]:
    """Counts by answer; where so few answered that one could be guessed, only how many."""
    counts = (
        (*experience.counts, experience.dont_know) if experience and experience.are_enough else [None] * 6
    )
    cells = ("–" if count is None else words.number(count) for count in counts)
    return (label, *cells, words.say(experience_in_short(experience)))


def _column(name: str, words: Words) -> str:
    """The step's number alone: beside its word there is no room."""
    return name[1:] if name.startswith("n") else words(CHOICES[name])
