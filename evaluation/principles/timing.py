"""Principle 3: as early and as relevant as possible."""

from evaluation.principles.definition import Indicator, Principle
from evaluation.principles.sources import ADOPTED, OWN_PROPOSAL
from language import N_

BEFORE_PROPOSAL = Indicator(
    id="before_proposal",
    principle=3,
    label=N_("Started before the proposal was made"),
    question=N_("Were people asked while the proposal could still be shaped?"),
    numerator=N_("Counts consultations that started at least a day before the proposal was made."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the start date or the date of the proposal is missing."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)

AFTER_FRAME = Indicator(
    id="after_frame",
    principle=3,
    label=N_("Started after the frame was decided"),
    question=N_("Were the frames decided before people were asked?"),
    numerator=N_("Counts consultations that started at least a day after their frame was decided."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the start date or the date of the frame decision is missing."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)

LEAD_DAYS = Indicator(
    id="lead_days",
    principle=3,
    label=N_("Days from start to decision"),
    question=N_("How early before the decision were people asked?"),
    numerator=N_("Measures the days from the start to the decision, and gives the middle value."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_(
        "Not known where the start or the decision date is missing, or the decision lies before the start."
    ),
    measure="median",
    unit="days",
    norm="within",
    source=OWN_PROPOSAL,
)


TIMING = Principle(
    number=3,
    key="timing",
    question=N_(
        "Were people involved early enough to affect the solution, yet late enough for the frames to be"
        " clear?"
    ),
    explanation=N_(
        "There is a right moment. Too late, and the solution is already chosen; too early, and there is"
        " nothing firm to respond to. The contributions must be there when the politicians discuss the"
        " matter."
    ),
    looks_for=(
        N_("People were involved while there was still more than one possible solution."),
        N_("The overall frames were clear enough to contribute to."),
        N_("The contributions lay before the committee when it discussed the matter."),
        N_("In long processes people were involved again when something important changed."),
    ),
    descriptors={
        5: N_(
            "Each time, people were involved while several solutions were open and the frames were in place."
            " The committee had their contributions before it when it discussed the matter."
        ),
        4: N_(
            "The moment was right in most cases, and the contributions reached the discussion in time. In"
            " single cases people came in a little too late or too early."
        ),
        3: N_(
            "Some were involved while there was something to affect; others first responded to a finished"
            " proposal, or were asked before there was anything to respond to."
        ),
        2: N_(
            "People mostly came in when the direction had been chosen, or so early that the frames were"
            " unclear. The contributions seldom reached the discussion in time."
        ),
        1: N_(
            "People were asked when the solution was in fact settled. The contributions could no longer"
            " change anything."
        ),
    },
    sources=(ADOPTED,),
    indicators=(BEFORE_PROPOSAL, AFTER_FRAME, LEAD_DAYS),
)
