"""The sixth row: effort matched to need. A condition beside the five principles, so it is not rated."""

from evaluation.principles.definition import Indicator, Principle
from evaluation.principles.sources import ADOPTED, OWN_PROPOSAL
from language import N_

HOURS_PER_PARTICIPANT = Indicator(
    id="hours_per_participant",
    principle=None,
    label=N_("Hours per participant"),
    question=N_("How many hours of work went into each participant?"),
    numerator=N_(
        "Measures the hours spent for each participant, and gives the middle value, also by planned scale."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the hours or the participants are missing, or nobody took part."),
    measure="median",
    unit="hours",
    norm="reported",
    source=OWN_PROPOSAL,
)

SCALE_FIT = Indicator(
    id="scale_fit",
    principle=None,
    label=N_("Hours fit the planned scale"),
    question=N_("Did the effort stay within what was planned for a matter of this size?"),
    numerator=N_(
        "Counts consultations whose hours lie in the band that the norms set for their planned scale."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the planned scale or the hours are missing."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)


PROPORTIONALITY = Principle(
    number=6,
    key="proportionality",
    question=N_("Did the effort match what was at stake?"),
    explanation=N_(
        "Involvement costs time, for citizens as well as for the municipality. Not every matter needs a large"
        " process: relevance and meaning decide how much. This is a condition for the five principles and not"
        " a sixth one, so it gets no rating. Both too little and too much are worth talking about."
    ),
    looks_for=(
        N_("The form and scale were chosen to fit what was at stake."),
        N_("Matters that meant much to many got the effort they called for."),
        N_("Small matters were handled simply."),
        N_("The hours and money spent stood in a reasonable relation to what came of it."),
    ),
    sources=(ADOPTED,),
    indicators=(HOURS_PER_PARTICIPANT, SCALE_FIT),
)
