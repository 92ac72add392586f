"""The sixth row of the evaluation: a condition beside the principles, with no rating of its own."""

from typing import Any

from evaluation.effort import within_band_words
from evaluation.experience_words import experience_in_short
from evaluation.principles import PROPORTIONALITY
from language import Words
from materials.charts.sheet import shorten
from pages import session
from pages.components.answer_squares import target

QUOTE = 640
"""How much of a conclusion is quoted, in pixels of its type."""


def proportionality_row(words: Words) -> dict[str, Any]:
    """Effort against need in a sentence, what was concluded of it, shortened, and whether participants found
    it meaningful; its title leads to all of it.
    """
    snapshot = session.snapshot()
    conclusion = snapshot.conclusions.get("proportionality")
    if conclusion and conclusion.text:
        (quote,) = shorten(conclusion.text, QUOTE, 13, most_lines=1)
        line = words("Conclusion: “{text}”", text=quote)
    else:
        line = words("Nothing is concluded yet about effort against need.")
    experience = words.say(experience_in_short(session.evaluation().experience_meaningful))
    participants = words(
        "Meaningful and relevant to take part, say participants: {answer}", answer=experience
    )
    return {
        "title": words("Proportionality"),
        "subtitle": words(PROPORTIONALITY.question),
        "target": target("pages/results/proportionality.py", words),
        "lines": [words.say(within_band_words(snapshot.efforts, session.norms())), line, participants],
    }
