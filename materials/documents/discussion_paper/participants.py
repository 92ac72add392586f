"""What participants answered, beside the facts: those of the body's own consultations first, for a committee
asks about its own, and those of the whole municipality to hold them against.
"""

from collections.abc import Iterator

from evaluation.experience_words import experience_in_short, experience_words
from evaluation.findings import Experience
from language import Words
from materials.documents.blocks import Block, Text
from materials.documents.discussion_paper.contents import ParticipantAnswers


def participants_blocks(answers: ParticipantAnswers, words: Words) -> Iterator[Block]:
    """The question with what its own participants and all of them answered; nothing where none of its own was
    asked.
    """
    if answers.own is None:
        return
    question = words("Participants were asked: “{question}”", question=words(answers.question))
    own = words("{label}: {facts}", label=words("Here"), facts=_in_short(answers.own, words))
    everyone = words(
        "{label}: {facts}",
        label=words("Whole municipality"),
        facts=words.say(experience_in_short(answers.everyone)),
    )
    yield Text(f"{question} {own}. {everyone}.", "muted")


def meaningful_words(answers: ParticipantAnswers, words: Words) -> Iterator[str]:
    """Whether the participants of its own consultations found it meaningful; nothing where none was asked."""
    if answers.own:
        answer = words.say(experience_words(answers.own))
        yield words("Was it meaningful and relevant to the participants? {answer}", answer=answer)


def _in_short(experience: Experience, words: Words) -> str:
    """The middle answer with its counts; where so few answered that one could be guessed, only how many."""
    answer = words.say(experience_in_short(experience))
    if not experience.are_enough:
        return answer
    counts = " – ".join(words.number(count) for count in experience.counts)
    values = {"answer": answer, "counts": counts, "unsure": experience.dont_know}
    return words("{answer} (steps 1 to 5: {counts}; don't know: {unsure})", **values)
