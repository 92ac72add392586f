"""How much of the time to respond was lost to public holidays and July?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="holiday_share",
    principle=4,
    position=2,
    label=N_("Holidays in the time to respond"),
    question=N_("How much of the time to respond was lost to public holidays and July?"),
    numerator=N_(
        "Measures, of the days from start to end, the share that are weekdays in July or on a public"
        " holiday, and gives the middle value."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the start or the end is missing, or the end lies before the start."),
    measure="median",
    unit="share",
    norm="at_most",
    source=OWN_PROPOSAL,
    norm_labels={
        "holiday_share": N_("Middle share of the time to respond lost to holidays, at most"),
    },
    missed=MissQuestion(
        N_(
            "The middle share of the time to respond lost to public holidays and July was {value},"
            " known for {known} consultations ({norm}). Could it have been placed otherwise?"
        ),
        lone=N_(
            "The share of the time to respond lost to public holidays and July is known for one"
            " consultation: {value} ({norm}). Could it have been placed otherwise?"
        ),
    ),
)
