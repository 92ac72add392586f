"""Principle 1: clear frames."""

from evaluation.principles.definition import Principle, indicators_in
from evaluation.principles.sources import ADOPTED
from language import N_

FRAMES = Principle(
    number=1,
    key="frames",
    question=N_(
        "Did citizens and businesses know what they could influence, what was already settled, and why?"
    ),
    explanation=N_(
        "People can only contribute well when they know where there is room to move. So the municipality says"
        " from the start what is open, what is settled, and gives its reasons for what is settled."
    ),
    participant_question=N_(
        "To what degree was it clear to you what you could influence, and what was not open to discussion?"
    ),
    looks_for=(
        N_("The invitation or the material says what is open to influence."),
        N_("It also says what is not up for discussion, and why."),
        N_("The frame is public before people are asked to contribute."),
        N_("The frame stays the same along the way; if it changes, people are told."),
        N_("The contributions are about what was open, so people understood the frame."),
    ),
    descriptors={
        5: N_(
            "Each time, people could read beforehand what was open, what was settled and why. The"
            " contributions show that the frame was understood; at most a detail was missing."
        ),
        4: N_(
            "As a rule, both the open and the settled were clear from the start. Now and then a reason was"
            " missing, or a frame became clear only along the way."
        ),
        3: N_(
            "What was open was usually clear, but what was settled, or why, often went unsaid. Clear and"
            " unclear frames balanced each other."
        ),
        2: N_(
            "The frames were mostly loose or came late. Several times people spent effort on something that"
            " had already been settled, though there are examples of a clear frame."
        ),
        1: N_(
            "People were asked without being told what they could influence. What was settled came as a"
            " surprise to them."
        ),
    },
    sources=(ADOPTED,),
    indicators=indicators_in(__name__, __path__),
)
