"""Did the decision come in time once people had been heard?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import NO_DECISION_EXPECTED, WAITING_FOR_DECISION, Reason, Reasons
from evaluation.principles.scopes import EXPECTING
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="decision_days",
    principle=4,
    position=3,
    label=N_("Decided in time after the end"),
    question=N_("Did the decision come in time once people had been heard?"),
    numerator=N_(
        "Counts consultations that were decided within the days that the norm allows after their end."
    ),
    denominator=N_(
        "Looks at all consultations of the period from which a decision is expected. One that is still"
        " undecided waits until the days have passed, and is then late."
    ),
    unknown=N_("Not known where the end is missing, or the decision lies before the end."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "decision_days": N_("Share decided in time after the end, at least"),
        "decision_days_max": N_("Time from end to decision, at most"),
    },
    missed=MissQuestion(
        N_("{scope}, the decision did not come within {days} of the end. What did people hear meanwhile?"),
        amounts={"days": ("decision_days_max", "days")},
    ),
    scope=EXPECTING,
    limits=("decision_days_max",),
    reasons=Reasons(
        missed=(
            Reason(N_("It ended {end_on} and was not decided within {decision_days_max}."), "is_undecided"),
        ),
        known=(
            Reason(
                N_(
                    "It ended {end_on} and was decided {decided_on}, {days_after_end} later; at most"
                    " {decision_days_max} are allowed."
                )
            ),
        ),
        waiting=(WAITING_FOR_DECISION,),
        no_case=(NO_DECISION_EXPECTED,),
    ),
)
