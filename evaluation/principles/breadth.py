"""Principle 5: broad and relevant."""

from evaluation.principles.definition import Indicator, Principle
from evaluation.principles.sources import ADOPTED, OWN_PROPOSAL
from language import N_

GROUPS = Indicator(
    id="groups",
    principle=5,
    label=N_("Groups that took part"),
    question=N_("How many different groups took part in a consultation?"),
    numerator=N_("Counts the groups that took part in each consultation, and gives the middle value."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where no group is recorded as having taken part or not."),
    measure="median",
    unit="groups",
    norm="at_least",
    source=OWN_PROPOSAL,
)

SOUGHT_OUT = Indicator(
    id="sought_out",
    principle=5,
    label=N_("Sought out a group"),
    question=N_("Did the municipality go out to people who would not have come by themselves?"),
    numerator=N_("Counts consultations that sought out at least one group."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where no group is recorded as sought out or not."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)

BEYOND = Indicator(
    id="beyond",
    principle=5,
    label=N_("Reached beyond those affected"),
    question=N_("Did the circle of participants look beyond the task?"),
    numerator=N_("Counts consultations with at least one group from beyond those directly affected."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where no group is recorded as beyond those affected or not."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)

BUSINESSES = Indicator(
    id="businesses",
    principle=5,
    label=N_("Businesses took part"),
    question=N_("Where businesses had a stake, did they take part?"),
    numerator=N_("Counts consultations in which businesses took part."),
    denominator=N_("Looks only at consultations that are recorded as relevant to businesses."),
    unknown=N_("Not known where it is not recorded who took part."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)


BREADTH = Principle(
    number=5,
    key="breadth",
    question=N_(
        "Did the circle of participants reach beyond those directly affected and bring new perspectives?"
    ),
    explanation=N_(
        "Those who always come also know much, but not everything. The municipality seeks out people,"
        " businesses, boards, councils and associations who can see the matter from another side. Broad does"
        " not mean everyone every time: it means those who have something to give."
    ),
    looks_for=(
        N_("It was considered beforehand who could contribute something relevant."),
        N_("Someone was sought out who would not have come by themselves."),
        N_("Businesses, boards, councils and associations took part where the matter concerned them."),
        N_("At least one group outside those directly affected took part."),
        N_("The participants brought perspectives or ideas that the municipality did not have beforehand."),
    ),
    descriptors={
        5: N_(
            "Relevant groups were sought out each time, also beyond those directly affected, and it gave"
            " perspectives that would otherwise have been missed. A single voice may have been lacking."
        ),
        4: N_(
            "The circle was usually broad and well chosen, and it gave new perspectives. In some cases a"
            " relevant group was missing or only the invited regulars came."
        ),
        3: N_(
            "Those directly affected took part, and now and then others. New perspectives appeared in some"
            " cases; in about as many the circle was the usual one."
        ),
        2: N_(
            "Mostly the usual participants came, and few were sought out. Relevant groups were missing in"
            " several cases, and new perspectives were rare."
        ),
        1: N_(
            "Only the nearest or the most persistent were heard. Nobody was sought out, and relevant groups"
            " were left out."
        ),
    },
    sources=(ADOPTED,),
    indicators=(GROUPS, SOUGHT_OUT, BEYOND, BUSINESSES),
)
