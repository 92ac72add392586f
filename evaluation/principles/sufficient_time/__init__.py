"""Principle 4: suitable time, used well."""

from evaluation.principles.definition import Principle, indicators_in
from evaluation.principles.sources import ADOPTED, PLANNING_ACT
from language import N_

SUFFICIENT_TIME = Principle(
    number=4,
    key="sufficient_time",
    question=N_("Was there enough time for dialogue, and did the process keep moving?"),
    explanation=N_(
        "Good involvement needs time twice: for the conversation itself, and in the plan around it, so"
        " that there is room"
        " to use what was said. But the time must be well spent. A process that stands still tires everyone."
    ),
    participant_question=N_(
        "To what degree was suitable time set aside for the dialogue: neither too little nor too much?"
    ),
    looks_for=(
        N_(
            "The deadline allowed people, also boards and associations, to talk it over before they answered."
        ),
        N_("Holidays did not eat up the period."),
        N_("The plan set time aside to work with the contributions before the decision."),
        N_("The meetings spent their time on dialogue rather than on presentations."),
        N_("The process moved on, and the decision followed within a reasonable time."),
    ),
    descriptors={
        5: N_(
            "There was time to understand, discuss and answer, and time to work with the"
            " contributions. The process still"
            " moved steadily to a decision."
        ),
        4: N_(
            "Most processes had suitable time and good progress. In a few, the deadline was tight or"
            " there was an unnecessary wait."
        ),
        3: N_(
            "Either the time for dialogue or the progress was often a problem, but not both at once."
            " Good and poor use of"
            " time balanced each other."
        ),
        2: N_(
            "Deadlines were often too short to answer well, or processes lay still for long. Where the"
            " time did suit, it"
            " was the exception."
        ),
        1: N_(
            "People did not have a real chance to answer in time, or the process came to a standstill"
            " and lost them."
        ),
    },
    sources=(ADOPTED, PLANNING_ACT),
    indicators=indicators_in(__name__, __path__),
)
