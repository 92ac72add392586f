"""Did the decision come at a suitable time after people were asked?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import NO_DECISION_EXPECTED, Reason, Reasons
from evaluation.principles.scopes import EXPECTING
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="lead_days",
    principle=3,
    position=4,
    label=N_("Decided at a suitable time"),
    question=N_("Did the decision come at a suitable time after people were asked?"),
    numerator=N_(
        "Counts consultations that were decided within the days that the norms allow after their start,"
        " neither sooner nor later."
    ),
    denominator=N_(
        "Looks at all consultations of the period from which a decision is expected. One that is still"
        " undecided waits until the most days have passed, and is then too late."
    ),
    unknown=N_("Not known where the start is missing, or the decision lies before the start."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "lead_days": N_("Share decided at a suitable time after the start, at least"),
        "lead_days_min": N_("Suitable time from start to decision, at least"),
        "lead_days_max": N_("Suitable time from start to decision, at most"),
    },
    missed=MissQuestion(
        N_(
            "{scope}, the decision did not come from {least} to {most} after the start. Was there time to use"
            " what was said, and was it still current?"
        ),
        amounts={"least": ("lead_days_min", "days"), "most": ("lead_days_max", "days")},
    ),
    scope=EXPECTING,
    limits=(
        "lead_days_min",
        "lead_days_max",
    ),
    reasons=Reasons(
        missed=(
            Reason(N_("It started {start_on} and was not decided within {lead_days_max}."), "is_undecided"),
        ),
        known=(
            Reason(
                N_(
                    "From the start on {start_on} to the decision on {decided_on} it took {days_to_decision};"
                    " the norms ask for {lead_days_min} to {lead_days_max}."
                )
            ),
        ),
        waiting=(Reason(N_("It started {start_on}; the decision can still come within {lead_days_max}.")),),
        no_case=(NO_DECISION_EXPECTED,),
    ),
)
