"""Were the participants told what came of their contributions?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import KEPT_FOR_NONE, NOT_DECIDED, WAITING_FOR_DECISION, Reason, Reasons
from evaluation.principles.scopes import DECIDED
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="feedback_given",
    principle=2,
    position=3,
    label=N_("Participants told what came of it"),
    question=N_("Were the participants told what came of their contributions?"),
    numerator=N_("Counts consultations whose participants were told on or after the day of the decision."),
    denominator=N_(
        "Looks only at consultations with a decision date. One that still waits for its decision, or for the"
        " message after it, waits here too; after the days that the norm allows, no message was given."
    ),
    unknown=N_(
        "Not known where the date lies before the decision, nor where no consultation of the period"
        " has such a date: then the register does not keep them."
    ),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "feedback_given": N_("Share whose participants were told what came of it, at least"),
        "feedback_days": N_("Time in which participants are told after the decision"),
    },
    missed=MissQuestion(
        N_("{scope}, no message to the participants about what came of it is recorded. How did they hear?"),
    ),
    scope=DECIDED,
    tells_silence=True,
    reasons=Reasons(
        met=(
            Reason(
                N_(
                    "It was decided {decided_on}, and those who took part were told what came of it"
                    " {feedback_on}."
                )
            ),
        ),
        missed=(
            Reason(
                N_(
                    "It was decided {decided_on}, and no day is recorded on which those who took part were"
                    " told what came of it."
                )
            ),
        ),
        waiting=(
            Reason(
                N_(
                    "It was decided {decided_on}; those who took part can still be told within"
                    " {feedback_days}."
                )
            ),
            WAITING_FOR_DECISION,
        ),
        no_case=NOT_DECIDED,
        unknown=(KEPT_FOR_NONE,),
    ),
)
