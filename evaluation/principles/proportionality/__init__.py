"""The sixth row: effort matched to need. A condition beside the five principles, so it is not rated."""

from evaluation.principles.definition import Principle, indicators_in
from evaluation.principles.sources import ADOPTED
from language import N_

PROPORTIONALITY = Principle(
    number=6,
    key="proportionality",
    question=N_("Did the effort match what was at stake?"),
    explanation=N_(
        "Involvement costs time, for citizens as well as for the municipality. Not every matter needs"
        " a large process:"
        " relevance and meaning decide how much. This is a condition for the five principles and not a"
        " sixth one, so it gets"
        " no rating. Both too little and too much are worth talking about."
    ),
    looks_for=(
        N_("The form and scale were chosen to fit what was at stake."),
        N_("Matters that meant much to many got the effort they called for."),
        N_("Small matters were handled simply."),
        N_("The hours and money spent stood in a reasonable relation to what came of it."),
    ),
    sources=(ADOPTED,),
    indicators=indicators_in(__name__, __path__),
)
