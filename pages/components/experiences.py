"""What participants answered, on the pages that judge: a row of its own beside committees and centres, never
blended with them.
"""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from evaluation.consultation_experience import consultation_experiences, norms_of
from evaluation.experience_words import experience_words, middle_words
from evaluation.findings import Evaluation, Experience, PrincipleFinding, Standing
from evaluation.questionnaire import DONT_KNOW, QUESTIONS
from evaluation.scales import LEVELS, RATINGS
from evaluation.verdict_words import median_words
from language import N_, Words
from pages import session
from pages.components.consultation_facts import counting_round
from pages.components.headings import show_section
from pages.components.tables import Figure, share_of, show_table

NOT_COUNTED = N_("What participants answered was not counted when this round closed.")
UNJUDGED = N_("No step")
"""Short for *don't know* and *cannot be judged*, which one column holds."""
STEPS = sorted(RATINGS)
Row = dict[str, str | Figure | None]


def experiences_of(record: pd.Series) -> dict[str, Experience]:
    """What the participants of one consultation answered; how many answers have a middle one is said by the
    round that counts it, as in its memory sheet.
    """
    norms = norms_of(session.store(), counting_round(record))
    return consultation_experiences(session.store(), record["consultation"], norms)


def show_voices(evaluation: Evaluation, finding: PrincipleFinding, words: Words) -> None:
    """Committees, centres and participants under a principle, a row each, and what is said of the
    participants.
    """
    show_section(words("Participants beside committees and centres"))
    if not evaluation.rules and finding.experience is None:
        st.caption(words(NOT_COUNTED))
        return
    rows = [_standing_row(level, finding.standing(level), words) for level in LEVELS]
    participants: Row = {
        words("Who"): words("Participants"),
        **_middle(finding.experience, words),
        **_steps(finding.experience, words, UNJUDGED),
    }
    show_table([*rows, participants], words("How many of each chose each step"))
    if finding.experience is None or not finding.experience.are_enough:  # else the summary says it
        st.markdown(session.plain(words.say(experience_words(finding.experience))))
    question = words(QUESTIONS[str(finding.principle)])
    st.caption(
        session.plain(
            words("Participants were asked: “{question}” They never enter the verdict.", question=question)
        )
    )


def show_experiences(
    experiences: Mapping[str, Experience],
    words: Words,
    alt: str,
    *,
    beside: Mapping[str, Experience] | None = None,
) -> None:
    """A row a question; where so few answered that one could be guessed, only how many. ``beside`` are those
    of the whole municipality, of which the middle answer stands at the end.
    """
    rows: list[Row] = []
    for number, (question, text) in enumerate(QUESTIONS.items(), 1):
        experience = experiences.get(question)
        row: Row = {
            words("Question"): session.plain(f"{number}. {words(text)}"),
            **_middle(experience, words),
        }
        if beside is not None:
            row[words("Whole municipality")] = _middle_words(beside.get(question), words)
        rows.append(row | _steps(experience, words))
    show_table(rows, alt)


def _middle(experience: Experience | None, words: Words) -> Row:
    """How many answered and their middle answer, first: a phone shows no more of a row at once."""
    return {
        words("Answers"): _figure(experience.answers, words) if experience else None,
        words("Middle answer"): _middle_words(experience, words),
    }


def _middle_words(experience: Experience | None, words: Words) -> str:
    return session.plain(words.say(middle_words(experience)))


def _steps(experience: Experience | None, words: Words, unknown_label: str = DONT_KNOW) -> Row:
    """Counts by step and *don't know*; dashes where they are too few to be told one by one."""
    is_told = experience is not None and experience.are_enough
    counts = (*experience.counts, experience.dont_know) if experience and is_told else (None,) * 6
    names = (*map(str, STEPS), words(unknown_label))
    return {
        name: None if count is None else _figure(count, words)
        for name, count in zip(names, counts, strict=True)
    }


def _standing_row(level: str, standing: Standing, words: Words) -> Row:
    """A level's bodies in the same columns."""
    counts = (*standing.counts, standing.not_assessable)
    names = (*map(str, STEPS), words(UNJUDGED))
    return {
        words("Who"): words(LEVELS[level]),
        words("Answers"): share_of(standing.assessable, standing.expected, words),
        words("Middle answer"): session.plain(words.say(median_words(standing.median))),
        **{name: _figure(count, words) for name, count in zip(names, counts, strict=True)},
    }


def _figure(count: int, words: Words) -> Figure:
    return Figure(count, words.number(count))
