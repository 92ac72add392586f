"""Did the contributions lie before the committee when it decided?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import KEPT_FOR_NONE, NOT_DECIDED, WAITING_FOR_DECISION, Reason, Reasons
from evaluation.principles.scopes import DECIDED
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="in_discussion",
    principle=3,
    position=2,
    label=N_("Contributions before the committee in time"),
    question=N_("Did the contributions lie before the committee when it decided?"),
    numerator=N_(
        "Counts consultations whose contributions lay before the deciding committee on or before the day of"
        " the decision."
    ),
    denominator=N_(
        "Looks only at consultations with a decision date. One that still waits for its decision waits here"
        " too."
    ),
    unknown=N_(
        "Not known where no decided consultation of the period has such a date: then the register does not"
        " keep them."
    ),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "in_discussion": N_("Share whose contributions lay before the committee when it decided, at least"),
    },
    missed=MissQuestion(
        N_(
            "{scope}, the contributions are not recorded as having lain before the committee when it decided."
            " What did the members know of them?"
        ),
    ),
    scope=DECIDED,
    tells_silence=True,
    reasons=Reasons(
        met=(
            Reason(
                N_(
                    "The contributions lay before the committee {presented_on}, and it was decided"
                    " {decided_on}."
                )
            ),
        ),
        missed=(
            Reason(
                N_(
                    "The contributions lay before the committee {presented_on}, after the decision of"
                    " {decided_on}."
                )
            ),
            Reason(
                N_(
                    "It was decided {decided_on}, and no day is recorded on which the contributions lay"
                    " before the committee."
                )
            ),
        ),
        waiting=(WAITING_FOR_DECISION,),
        no_case=NOT_DECIDED,
        unknown=(KEPT_FOR_NONE,),
    ),
)
