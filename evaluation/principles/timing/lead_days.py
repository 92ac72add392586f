"""How early before the decision were people asked?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="lead_days",
    principle=3,
    position=3,
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
    norm_labels={
        "lead_days_min": N_("Middle time from start to decision, at least"),
        "lead_days_max": N_("Middle time from start to decision, at most"),
    },
    missed=MissQuestion(
        N_(
            "The middle time from start to decision was {value}, known for {known} consultations"
            " ({norm}). Was there time to use what was said?"
        ),
        lone=N_(
            "The time from start to decision is known for one consultation: {value} ({norm}). Was"
            " there time to use what was said?"
        ),
    ),
    missed_above=MissQuestion(
        N_(
            "The middle time from start to decision was {value}, known for {known} consultations"
            " ({norm}). Was what was said still current?"
        ),
        lone=N_(
            "The time from start to decision is known for one consultation: {value} ({norm}). Was what"
            " was said still current?"
        ),
    ),
)
