"""Were people asked while the proposal could still be shaped?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="before_proposal",
    principle=3,
    position=1,
    label=N_("Started before the proposal was made"),
    question=N_("Were people asked while the proposal could still be shaped?"),
    numerator=N_("Counts consultations that started at least a day before the proposal was made."),
    denominator=N_(
        "Looks at all consultations of the period. A plan's statutory hearing lies after its proposal by law:"
        " it counts as before where another consultation of the same case had ended before the proposal, and"
        " is left out otherwise."
    ),
    unknown=N_("Not known where the start date or the date of the proposal is missing."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "before_proposal": N_("Share that started before the proposal was made, at least"),
    },
    missed=MissQuestion(
        N_(
            "{scope}, people were not asked until the day the proposal was made, or later. What could"
            " still be shaped?"
        ),
    ),
    reasons=Reasons(
        met=(
            Reason(
                N_(
                    "As a plan's hearing it lies after the proposal by law, and another consultation of the"
                    " same case had ended before the proposal."
                ),
                "is_plan_hearing",
            ),
            Reason(N_("It started {start_on}, before the proposal of {proposal_on}.")),
        ),
        missed=(Reason(N_("It started {start_on}, no earlier than the proposal of {proposal_on}.")),),
        no_case=(
            Reason(
                N_(
                    "As a plan's hearing it lies after the proposal by law, and no other consultation of the"
                    " same case is recorded that ended before the proposal."
                )
            ),
        ),
    ),
)
