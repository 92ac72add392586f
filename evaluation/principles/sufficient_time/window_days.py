"""Did people have at least the statutory or the usual time to respond?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import METHODS_UNLISTED, NO_RESPONSE_PERIOD, Reason, Reasons
from evaluation.principles.scopes import RESPONDING
from evaluation.principles.sources import PLANNING_ACT
from language import N_

INDICATOR = Indicator(
    id="window_days",
    principle=4,
    position=1,
    label=N_("Long enough to respond"),
    question=N_("Did people have at least the statutory or the usual time to respond?"),
    numerator=N_(
        "Counts consultations that ran at least their statutory period, or the default period where"
        " there is none. Days"
        " run from the start to the end; the first day does not count. The statutory period is the one"
        " recorded, or the one that the Planning Act set for this kind of plan on the day it started,"
        " whichever is longer."
    ),
    denominator=N_(
        "Looks only at consultations with a period to respond in, as their methods, kind of plan or statutory"
        " period show."
    ),
    unknown=N_(
        "Not known where the methods do not tell, where the start or the end is missing, or the end lies"
        " before the start."
    ),
    measure="share",
    unit="share",
    norm="at_least",
    source=PLANNING_ACT,
    norm_labels={
        "window_days": N_("Share with long enough to respond, at least"),
        "window_default_days": N_("Time to respond where the law sets none"),
        "statutory_municipal_plan": N_("Time to respond to a municipal plan"),
        "statutory_municipal_plan_minor": N_("Time to respond to a minor change of a municipal plan"),
        "statutory_local_plan": N_("Time to respond to a local plan"),
        "statutory_local_plan_minor": N_("Time to respond to a local plan of minor importance"),
    },
    missed=MissQuestion(
        N_(
            "{scope}, the time to respond was shorter than the statutory or usual period. Could it"
            " have been longer?"
        ),
    ),
    scope=RESPONDING,
    reasons=Reasons(
        known=(
            Reason(
                N_("It ran {days}, from {start_on} to {end_on}; the statutory period is {period}."),
                "is_statutory",
            ),
            Reason(N_("It ran {days}, from {start_on} to {end_on}; the usual period is {period}.")),
        ),
        no_case=(NO_RESPONSE_PERIOD,),
        unknown=(METHODS_UNLISTED,),
    ),
)
