"""Principle 2: listening, and being open to new ideas."""

from evaluation.principles.definition import Principle, indicators_in
from evaluation.principles.sources import ADOPTED
from language import N_

OPENNESS = Principle(
    number=2,
    key="openness",
    question=N_(
        "Did contributions influence the decision, and was the municipality willing to try something new?"
    ),
    explanation=N_(
        "Those who take part should find that it makes a difference. That takes a municipality that"
        " wants to be moved: one"
        " that tries what it does not usually do, and says what came of the contributions. Listening"
        " does not mean"
        " agreeing with everyone; a well-reasoned no is an answer too."
    ),
    participant_question=N_(
        "To what degree do you find that what you contributed has an influence on the decision?"
    ),
    looks_for=(
        N_("You can point to something in the decision that came from the contributions."),
        N_("Those who contributed were told what came of it, also when the answer was no."),
        N_("Ideas nobody had expected were looked into before they were taken up or turned down."),
        N_("The centre tried a form or a solution that was new to it."),
        N_("Staff and politicians came to hear, not only to explain."),
    ),
    descriptors={
        5: N_(
            "Contributions clearly shaped several decisions, people were told how, and the"
            " municipality tried something it does"
            " not usually do. What could not be met was turned down with reasons."
        ),
        4: N_(
            "In most cases you can point to something that the contributions changed, and new ideas"
            " were taken seriously."
            " Now and then the answer was missing or the usual solution won too easily."
        ),
        3: N_(
            "People were listened to, and the contributions changed some decisions, mostly details. In"
            " about as many cases"
            " nothing came of them, or nobody said what did."
        ),
        2: N_(
            "Contributions were received, but seldom changed anything, and new ideas were mostly met"
            " with reasons why not. A"
            " single example points the other way."
        ),
        1: N_("The decision was made beforehand. Contributions left no trace in it and got no answer."),
    },
    sources=(ADOPTED,),
    indicators=indicators_in(__name__, __path__),
)
