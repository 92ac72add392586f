"""Was too much of the time to respond lost to holidays and other days off?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import METHODS_UNLISTED, NO_RESPONSE_PERIOD, Reason, Reasons
from evaluation.principles.scopes import RESPONDING
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="holiday_share",
    principle=4,
    position=2,
    label=N_("Time to respond lost to days off"),
    question=N_("Was too much of the time to respond lost to holidays and other days off?"),
    numerator=N_(
        "Counts consultations that lost more of their weekdays to days off than the norm allows. Weekdays are"
        " Monday to Friday from the first day to the last; days off are public holidays and those that the"
        " municipality has recorded."
    ),
    denominator=N_(
        "Looks only at consultations with a period to respond in, as their methods, kind of plan or statutory"
        " period show."
    ),
    unknown=N_(
        "Not known where the methods do not tell, where the start or the end is missing or they are the wrong"
        " way round, where there is no weekday, or where no days off are recorded for a year."
    ),
    measure="share",
    unit="share",
    norm="at_most",
    source=OWN_PROPOSAL,
    norm_labels={
        "holiday_share": N_("Share that lost too much of the time to respond to days off, at most"),
        "holiday_window_max": N_("Weekdays lost to days off in one consultation, at most"),
    },
    missed=MissQuestion(
        N_(
            "{scope}, more than {share} of the weekdays were lost to holidays and other days off. Could the"
            " period have been placed otherwise?"
        ),
        amounts={"share": ("holiday_window_max", "share")},
    ),
    scope=RESPONDING,
    limits=("holiday_window_max",),
    reasons=Reasons(
        known=(
            Reason(
                N_(
                    "{lost} of its {weekdays} weekdays from {start_on} to {end_on} were public holidays or"
                    " other days off ({days_off_names}); at most {holiday_window_max} may be."
                )
            ),
            Reason(
                N_(
                    "{lost} of its {weekdays} weekdays from {start_on} to {end_on} were public holidays or"
                    " other days off; at most {holiday_window_max} may be."
                )
            ),
        ),
        no_case=(NO_RESPONSE_PERIOD,),
        unknown=(
            METHODS_UNLISTED,
            Reason(N_("No weekday lies from {start_on} to {end_on}."), "is_without_weekday"),
            Reason(
                N_(
                    "It ran from {start_on} to {end_on}, and no days off are recorded for one of these years."
                ),
                "is_in_unrecorded_year",
            ),
        ),
    ),
)
