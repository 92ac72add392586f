"""What participants are asked, and what they can answer: the one definition for paper, survey tool and page.

No question is about the person. The words of the questions about the principles stand with the principles.
"""

from collections.abc import Mapping

from data.schema import ANSWERS, MEANINGFUL
from evaluation.principles import PRINCIPLES
from evaluation.scales import RATINGS
from language import N_

DONT_KNOW = N_("Don't know")
QUESTIONS: Mapping[str, str] = {
    **{str(number): principle.participant_question for number, principle in PRINCIPLES.items()},
    MEANINGFUL: N_("To what degree was it meaningful and relevant to you to take part?"),
}
"""By what they are about, as ``experiences.csv`` names it, in the order in which they are asked."""
CHOICES: Mapping[str, str] = dict(
    zip(ANSWERS, (*(RATINGS[step] for step in sorted(RATINGS)), DONT_KNOW), strict=True)
)
"""The answers to tick, by the column in which they are counted: the five steps, then *don't know*."""
TITLE = N_("How was it for you to take part?")
SUBTITLE = N_("Six questions to you who took part")
INTRODUCTION = N_(
    "The municipality wants to involve citizens and businesses well, and would like to know how you"
    " experienced it."
)
TICK_ONE = N_("Put one cross in each row.")
ANONYMOUS = N_(
    "Your answers are anonymous: please write neither your name nor anything else about yourself. Only how"
    " many gave each answer is kept."
)
THANKS = N_("Thank you for your answers.")
