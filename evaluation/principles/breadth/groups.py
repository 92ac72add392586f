"""How many different groups took part in a consultation?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="groups",
    principle=5,
    position=1,
    label=N_("Groups that took part"),
    question=N_("How many different groups took part in a consultation?"),
    numerator=N_("Counts the groups that took part in each consultation, and gives the middle value."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where no group is recorded as having taken part or not."),
    measure="median",
    unit="groups",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "groups": N_("Middle number of groups that took part, at least"),
    },
    missed=MissQuestion(
        N_(
            "The middle number of groups that took part was {value}, known for {known} consultations"
            " ({norm}). Who was missing?"
        ),
        lone=N_(
            "The number of groups that took part is known for one consultation: {value} ({norm}). Who"
            " was missing?"
        ),
    ),
    reasons=Reasons(
        missed=(
            Reason(
                N_("No group is recorded as having taken part; the norm is at least {groups_norm}."),
                "is_without_groups",
            ),
        ),
        known=(
            Reason(N_("Took part: {groups_taking_part}. The norm is at least {groups_norm}.")),
            Reason(N_("Took part: {groups_taking_part}.")),
            Reason(N_("No group is recorded as having taken part.")),
        ),
    ),
)
