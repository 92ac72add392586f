"""Principle 4: suitable time, used well."""

from evaluation.principles.definition import Indicator, Principle
from evaluation.principles.sources import ADOPTED, OWN_PROPOSAL, PLANNING_ACT
from language import N_

WINDOW_DAYS = Indicator(
    id="window_days",
    principle=4,
    label=N_("Long enough to respond"),
    question=N_(
        "Did people have at least the statutory time to respond, or the default time where the law sets none?"
    ),
    numerator=N_(
        "Counts consultations that ran at least their statutory period, or the default period where there is"
        " none. Days run from the start to the end; the first day does not count. The statutory period is the"
        " one recorded, or the one that the Planning Act set for this kind of plan on the day it started."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the start or the end is missing, or the end lies before the start."),
    measure="share",
    unit="share",
    norm="at_least",
    source=PLANNING_ACT,
)

DECISION_DAYS = Indicator(
    id="decision_days",
    principle=4,
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
)

HOLIDAY_SHARE = Indicator(
    id="holiday_share",
    principle=4,
    label=N_("Holidays in the time to respond"),
    question=N_("How much of the time to respond was lost to public holidays and July?"),
    numerator=N_(
        "Measures, of the days from start to end, the share that are weekdays in July or on a public holiday,"
        " and gives the middle value."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the start or the end is missing, or the end lies before the start."),
    measure="median",
    unit="share",
    norm="at_most",
    source=OWN_PROPOSAL,
)

ON_PLAN = Indicator(
    id="on_plan",
    principle=4,
    label=N_("Ended as planned"),
    question=N_("Did the process keep to its plan?"),
    numerator=N_(
        "Counts consultations that ended on the planned day, or within the days that the norm allows before"
        " or after it."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the end or the planned end is missing."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)


SUFFICIENT_TIME = Principle(
    number=4,
    key="sufficient_time",
    question=N_("Was there enough time for dialogue, and did the process keep moving?"),
    explanation=N_(
        "Good involvement needs time twice: for the conversation itself, and in the plan around it, so that"
        " there is room to use what was said. But the time must be well spent. A process that stands still"
        " tires everyone."
    ),
    looks_for=(
        N_(
            "The deadline allowed people, also boards and associations, to talk it over before they answered."
        ),
        N_("Holidays did not eat up the period."),
        N_("The plan set time aside to work with the contributions before the decision."),
        N_("The meetings spent their time on dialogue rather than on presentations."),
        N_("The process moved on, and the decision followed within a reasonable time."),
    ),
    descriptors={
        5: N_(
            "There was time to understand, discuss and answer, and time to work with the contributions. The"
            " process still moved steadily to a decision."
        ),
        4: N_(
            "Most processes had suitable time and good progress. In a few, the deadline was tight or there"
            " was an unnecessary wait."
        ),
        3: N_(
            "Either the time for dialogue or the progress was often a problem, but not both at once. Good and"
            " poor use of time balanced each other."
        ),
        2: N_(
            "Deadlines were often too short to answer well, or processes lay still for long. Where the time"
            " did suit, it was the exception."
        ),
        1: N_(
            "People did not have a real chance to answer in time, or the process came to a standstill and"
            " lost them."
        ),
    },
    sources=(ADOPTED, PLANNING_ACT),
    indicators=(WINDOW_DAYS, HOLIDAY_SHARE, DECISION_DAYS, ON_PLAN),
)
