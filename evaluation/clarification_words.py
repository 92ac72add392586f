"""A planned time to respond, and what a plan is warned of, in sentences."""

from data.queries.response_windows import ResponseWindow
from evaluation.clarification.definition import PlanWarning
from evaluation.units import quantity
from language import N_, Sentence, Words


def warning_words(warning: PlanWarning, words: Words) -> str:
    """What is wrong and how to mend it."""
    return f"{words.say(warning.remark.problem)} {words.say(warning.remark.mend)}"


def window_words(window: ResponseWindow) -> Sentence:
    """How long the planned time is, and what days it holds."""
    values = {
        "days": quantity(window.days, "days"),
        "working_days": window.working_days,
        "weekdays": window.weekdays,
    }
    if not window.is_recorded:
        return Sentence(N_("It runs {days}. Days off are not recorded for its years."), values)
    text = N_("It runs {days}. {working_days} of {weekdays} weekdays are working days.")
    return Sentence(text, values)
