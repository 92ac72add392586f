"""Principle 3: as early and as relevant as possible."""

from evaluation.principles.definition import Principle, indicators_in
from evaluation.principles.sources import ADOPTED
from language import N_

TIMING = Principle(
    number=3,
    key="timing",
    question=N_(
        "Were people involved early enough to affect the solution, yet late enough for the frames to"
        " be clear?"
    ),
    explanation=N_(
        "There is a right moment. Too late, and the solution is already chosen; too early, and there"
        " is nothing firm to"
        " respond to. The contributions must be there when the politicians discuss the matter."
    ),
    participant_question=N_(
        "To what degree were you asked at a time when the solution could still be influenced?"
    ),
    looks_for=(
        N_("People were involved while there was still more than one possible solution."),
        N_("The overall frames were clear enough to contribute to."),
        N_("The contributions lay before the committee when it discussed the matter."),
        N_("In long processes people were involved again when something important changed."),
    ),
    descriptors={
        5: N_(
            "Each time, people were involved while several solutions were open and the frames were in"
            " place. The committee"
            " had their contributions before it when it discussed the matter."
        ),
        4: N_(
            "The moment was right in most cases, and the contributions reached the discussion in time."
            " In single cases"
            " people came in a little too late or too early."
        ),
        3: N_(
            "Some were involved while there was something to affect; others first responded to a"
            " finished proposal, or were"
            " asked before there was anything to respond to."
        ),
        2: N_(
            "People mostly came in when the direction had been chosen, or so early that the frames"
            " were unclear. The"
            " contributions seldom reached the discussion in time."
        ),
        1: N_(
            "People were asked when the solution was in fact settled. The contributions could no"
            " longer change anything."
        ),
    },
    sources=(ADOPTED,),
    indicators=indicators_in(__name__, __path__),
)
