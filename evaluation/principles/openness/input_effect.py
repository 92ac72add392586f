"""Did the contributions change anything in what was decided?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import NOT_DECIDED, WAITING_FOR_DECISION, Reason, Reasons
from evaluation.principles.scopes import DECIDED
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="input_effect",
    principle=2,
    position=1,
    label=N_("Input had an effect on the decision"),
    question=N_("Did the contributions change anything in what was decided?"),
    numerator=N_("Counts consultations whose input had a minor or substantial effect on the decision."),
    denominator=N_(
        "Looks only at consultations with a decision date. One that still waits for its decision waits here"
        " too."
    ),
    unknown=N_("Not known where the effect is left empty or recorded as unknown."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "input_effect": N_("Share whose input had an effect on the decision, at least"),
    },
    missed=MissQuestion(
        N_("{scope}, the input had no effect on the decision. Was there room for it to have one?"),
    ),
    scope=DECIDED,
    reasons=Reasons(
        known=(Reason(N_("It was decided {decided_on}. Effect of the input: {effect}.")),),
        waiting=(WAITING_FOR_DECISION,),
        no_case=NOT_DECIDED,
        unknown=(
            Reason(
                N_("It was decided {decided_on}, and the effect of the input is recorded as not known."),
                "effect",
            ),
        ),
    ),
)
