"""How long did people wait for the decision once they had been heard?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="decision_days",
    principle=4,
    position=3,
    label=N_("Days from end to decision"),
    question=N_("How long did people wait for the decision once they had been heard?"),
    numerator=N_(
        "Measures the days from the end of the consultation to the decision, and gives the middle value."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_(
        "Not known where the end or the decision date is missing, or the decision lies before the end."
    ),
    measure="median",
    unit="days",
    norm="at_most",
    source=OWN_PROPOSAL,
    norm_labels={
        "decision_days": N_("Middle time from end to decision, at most"),
    },
    missed=MissQuestion(
        N_(
            "The middle time from end to decision was {value}, known for {known} consultations"
            " ({norm}). What did people hear meanwhile?"
        ),
        lone=N_(
            "The time from end to decision is known for one consultation: {value} ({norm}). What did"
            " people hear meanwhile?"
        ),
    ),
)
