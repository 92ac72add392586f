"""What random registers draw from: norms, many of them awkward; days on which something turns; lives of
bodies; methods and days off.
"""

from datetime import date, timedelta
from itertools import product

from tests.support.scenarios.rows import END_1, END_2, MID_1, MID_2, Row, row

RULES = {
    "coverage_min": ("0.5", "0.5", "0.3", "0.33", "0.7"),
    "contested_gap": ("2", "2", "1", "4"),
    "contested_agreement": ("0", "0", "0.1", "0.75", "1", "-0.3"),
    "followed_median": ("4", "3"),
    "not_followed_median": ("2", "1"),
    "contradiction_share": ("0.5", "0", "1"),
    "window_default_days": ("28", "14", "30"),
    "on_plan_days": ("14", "3", "30"),
    "scale_small_max_hours": ("60", "20"),
    "scale_medium_max_hours": ("250", "60"),
    "not_recorded_min": ("3", "1", "2"),
    "agreement_level_min": ("5", "2", "3", "1"),
    "minority_bodies": ("3", "1", "2"),
    "minority_share": ("0.33", "0.5", "0.7", "1"),
    "confidence_coverage": ("0.75", "0.7", "0.33"),
    "confidence_thin": ("0.5", "0.33", "0.1", "1"),
    "confidence_evidence": ("0.5", "0.33", "0.7", "0"),
    "confidence_agreement": ("0.3", "0.75", "0.1", "0.7"),
    "change_p": ("0.05", "0.1"),
    "change_pairs": ("10", "3"),
    "experience_min": ("5", "1", "6", "10"),
}
INDICATOR_NORMS = {
    "frame_published": ("0.9", "0.5"),
    "frame_named": ("0.9", "0.7", "0.33"),
    "frame_reasoned": ("0.9", "0.5"),
    "input_effect": ("0.5", "1"),
    "answered": ("0.95", "0.5"),
    "feedback_given": ("0.9", "0.5"),
    "new_method": ("0.2", "0.5"),
    "before_proposal": ("0.6", "0.3"),
    "after_frame": ("0.9", "0.5"),
    "in_discussion": ("0.9", "0.5"),
    "lead_days": ("0.8", "0.33", "0.7"),
    "lead_days_min": ("60", "14"),
    "lead_days_max": ("365", "90", "60"),
    "window_days": ("0.9", "0.5"),
    "holiday_share": ("0.2", "0.1", "0.33", "0"),
    "holiday_window_max": ("0.15", "0.1", "0", "0.7"),
    "decision_days": ("0.8", "0.7", "0.33"),
    "decision_days_max": ("90", "30"),
    "feedback_days": ("90", "30", "0"),
    "clarified": ("0.8", "0.1"),
    "on_plan": ("0.8", "0.5"),
    "groups": ("3", "1"),
    "sought_out": ("0.6", "0.5"),
    "beyond": ("0.9", "0.5", "1"),
    "businesses": ("0.3", "0.5"),
    "scale_fit": ("0.8", "0.5"),
}
# The law's periods by kind of plan: the days asked for long ago, and those asked for since a later day.
STATUTORY = {
    "statutory_municipal_plan": ("56", "56"),
    "statutory_municipal_plan_minor": ("56", "28"),
    "statutory_local_plan": ("56", "28"),
    "statutory_local_plan_minor": ("56", "14"),
}
REFORM = date(2017, 6, 15)
UNITS = {
    "contested_gap": "steps",
    "contested_agreement": "A",
    "followed_median": "rating",
    "not_followed_median": "rating",
    "window_default_days": "days",
    "lead_days_min": "days",
    "lead_days_max": "days",
    "decision_days_max": "days",
    "feedback_days": "days",
    "not_recorded_min": "cases",
    "agreement_level_min": "bodies",
    "minority_bodies": "bodies",
    "confidence_agreement": "A",
    "change_pairs": "bodies",
    "experience_min": "answers",
    "statutory_local_plan": "days",
    "on_plan_days": "days",
    "groups": "groups",
    "scale_small_max_hours": "hours",
    "scale_medium_max_hours": "hours",
}
# Which of the rounds a register has; a round may be missing between two others.
ROUND_CHOICES = (
    (MID_1,),
    (MID_2,),
    (MID_2, END_2),
    (END_1, MID_2),
    (MID_1, END_2),
    (MID_1, END_1, MID_2),
    (END_1, MID_2, END_2),
    (MID_1, MID_2, END_2),
    (MID_1, END_1, MID_2, END_2),
    (MID_1, END_1, MID_2, END_2),
)
# How the bodies of one level live beside two reorganisations: each body's life, and which ones before it in
# the shape it took over from.
SHAPES: tuple[tuple[tuple[str, tuple[int, ...]], ...], ...] = (
    (),
    (("always", ()),),
    (("always", ()), ("always", ()), ("always", ())),
    (("always", ()), ("always", (0,))),  # beside the body it took over from
    (("until the first", ()), ("always", (0,))),  # taking over another, and keeping its key
    (("always", ()), ("until the first", ()), ("from the first", (0, 1))),  # from one that stays, and another
    (("until the first", ()), ("until the second", (0,)), ("always", (1,))),
    (("until the first", ()), ("always", (0,)), ("from the first", (1,))),
    (("until the first", ()), ("until the first", ()), ("from the first", (0, 1))),  # a merge
    (("until the first", ()), ("from the first", (0,)), ("from the first", (0,))),  # a split
    (("until the first", ()), ("between the two", (0,)), ("from the second", (1,))),  # a chain
    (
        ("until the first", ()),
        ("until the second", ()),
        ("between the two", (0,)),
        ("from the second", (1, 2)),
    ),
    (("until the first", ()), ("until the second", ()), ("always", (0,)), ("from the second", (0, 1))),
    (("whenever", ()), ("whenever", (0,)), ("whenever", (0, 1))),
)
GROUPS = ("citizens", "businesses", "young people")
# What a row says of a group: sought out, took part, beyond those affected. Taking part is known more often
# than not.
FLAGS = tuple(product(("yes", "no", ""), ("yes", "yes", "no", ""), ("yes", "no", "")))
# Easter Sundays, as the calendars print them.
EASTERS = [
    date(2017, 4, 16),
    date(2018, 4, 1),
    date(2019, 4, 21),
    date(2020, 4, 12),
    date(2021, 4, 4),
    date(2022, 4, 17),
    date(2023, 4, 9),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
]
# Days on which a window starts or stops to hold holidays: Maundy Thursday to Easter Monday; Store bededag, 26
# days after Easter, a holiday for the last time in 2023; July; Christmas and New Year. And the days around
# the reform of the law.
TURNING_DAYS = sorted(
    {easter + timedelta(days=days) for easter in EASTERS for days in (-4, -3, 0, 1, 2, 25, 26, 27)}
    | {
        date(easter.year, *day)
        for easter in EASTERS
        for day in ((6, 30), (7, 1), (7, 31), (8, 1), (12, 24), (12, 31))
    }
    | {REFORM + timedelta(days=days) for days in (-2, -1, 0, 1)}
)
# What a level leans towards, so that every verdict comes about often.
LEANINGS = ((1, 2, 3, 4, 5), (4, 5), (4,), (1, 2), (2, 1, 1), (3, 4), (3,), (1, 5), (2, 3))
# What participants answered on a sheet: 1 to 5, don't know. Some are few, some split, some only don't know.
ANSWERS = (
    (0, 0, 0, 0, 0, 3),
    (1, 0, 0, 0, 0, 0),
    (2, 0, 0, 0, 2, 0),
    (3, 2, 0, 0, 0, 1),
    (0, 0, 0, 3, 2, 0),
    (0, 1, 1, 3, 0, 2),
    (0, 2, 1, 0, 0, 0),
    (0, 0, 3, 3, 0, 0),
    (12, 30, 8, 5, 1, 9),
    (1, 4, 9, 40, 31, 12),
)
CASE_NUMBERS = ("", "24/1", "24/1", "24/2")
# Names of methods as people write them: keys, names, aliases, unlisted ones, none.
METHODS = (
    ("",)
    + ("hearing", "Offentlig høring", " HØRING ", "Hearing", "borgermøde;Høring", "noget andet;nabohøring")
    * 2
    + ("workshop", "Borgerværksted;noget andet", "noget andet", "spørgeskema", "workshop;citizens_meeting")
)
# The themes of an assessment: some differ in capitals alone, from others or within one assessment.
THEMES = ("", "tid", "sprog", "tid;sprog", "Tid", "TID;sprog", "sprog;Sprog")


def a_method(method: str, names: str, has_period: str, aliases: str = "") -> Row:
    """A listed method; ``names`` is the Danish and the English one."""
    name_da, name_en = names.split("/")
    return row(
        method=method, name_da=name_da, name_en=name_en, has_response_period=has_period, aliases=aliases
    )


# Lists of methods: as a new register has them, in short; with a hearing without a period; a method that goes
# by the other's name; none.
LISTED: list[Row] = [
    a_method("hearing", "Høring/Hearing", "yes", "offentlig høring;nabohøring"),
    a_method("survey", "Spørgeskema/Survey", "yes", "spørgeskemaundersøgelse"),
    a_method("citizens_meeting", "Borgermøde/Public meeting", "no", "offentligt møde"),
    a_method("workshop", "Workshop/Workshop", "no", "Værksted; borgerværksted"),
]
METHOD_LISTS: tuple[list[Row], ...] = (
    LISTED,
    LISTED,
    [a_method("hearing", "Høring/Hearing", "no", "Offentlig høring"), *LISTED[1:]],
    [a_method("consultation", "Høring/Hearing", "yes", "nabohøring"), *LISTED[2:]],
    [],
)


def a_day_off(starts_on: date, ends_on: date, name: str) -> Row:
    """One row of days off."""
    return row(starts_on=starts_on, ends_on=ends_on, name=name, source="Byrådet")


def days_off_in(year: int) -> list[Row]:
    """What a new register has for a year: July, Christmas week, weeks 7 and 42."""
    week = timedelta(days=6)
    winter, autumn = date.fromisocalendar(year, 7, 1), date.fromisocalendar(year, 42, 1)
    return [
        a_day_off(winter, winter + week, "Vinterferie"),
        a_day_off(date(year, 7, 1), date(year, 7, 31), "Sommerferie"),
        a_day_off(autumn, autumn + week, "Efterårsferie"),
        a_day_off(date(year, 12, 24), date(year, 12, 31), "Jul"),
    ]


DAYS_OFF = {year: days_off_in(year) for year in range(2016, 2028)}
