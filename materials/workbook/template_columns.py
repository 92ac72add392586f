"""The columns of the template for a list of consultations: what each is called, what is written in it, and an
example.
"""

from dataclasses import dataclass
from datetime import date

from language import N_


@dataclass(frozen=True)
class TemplateColumn:
    """A column: the field that it fills, its heading, what is written in it, and what the example says (a
    day, a number, or a text to be said in the language; empty: chosen from the column's list).
    """

    field: str
    heading: str
    help: str
    example: date | int | str = ""


EXAMPLE_TITLE = N_("EXAMPLE: New cycle path along the brook (this row is not taken in)")
DAY = N_("A day, such as 24-03-2027. Leave it empty where it is not known.")
NUMBER = N_("A number, and 0 where there were none. Leave it empty where it is not known.")
YES_NO = N_("Yes or no. Leave it empty where it is not known.")
CHOICE = N_("Choose from the list. Leave it empty where it is not known.")
BODY = N_("Choose from the list: the name as it stands under Organisation.")
COLUMNS = (
    TemplateColumn("title", N_("Title"), N_("What people call it. The only column that must be filled.")),
    TemplateColumn(
        "case_number", N_("Case number"), N_("By it the row is known again next time."), "24/1234"
    ),
    TemplateColumn("summary", N_("Summary"), N_("One or two sentences."), N_("Where should the path run?")),
    TemplateColumn("centre", N_("Centre"), BODY),
    TemplateColumn("committee", N_("Committee"), BODY),
    TemplateColumn("methods", N_("Method"), N_("Choose from the list; several with semicolons between.")),
    TemplateColumn("influence", N_("Level of influence"), CHOICE),
    TemplateColumn("scale", N_("Scale"), CHOICE),
    TemplateColumn("frame_decided_on", N_("Frame decided"), DAY, date(2027, 1, 12)),
    TemplateColumn("frame_published_on", N_("Frame published"), DAY, date(2027, 1, 20)),
    TemplateColumn("planned_start_on", N_("Planned start"), DAY, date(2027, 2, 1)),
    TemplateColumn("planned_end_on", N_("Planned end"), DAY, date(2027, 3, 1)),
    TemplateColumn("start_on", N_("Started"), DAY, date(2027, 2, 1)),
    TemplateColumn("end_on", N_("Ended"), DAY, date(2027, 3, 8)),
    TemplateColumn("presented_on", N_("Contributions presented to the committee"), DAY, date(2027, 4, 6)),
    TemplateColumn("proposal_on", N_("Proposal made"), DAY, date(2027, 4, 6)),
    TemplateColumn("decided_on", N_("Decided"), DAY, date(2027, 5, 4)),
    TemplateColumn("feedback_on", N_("Participants told the outcome"), DAY, date(2027, 5, 14)),
    TemplateColumn(
        "open_to_influence",
        N_("Open to influence"),
        N_("What people could change."),
        N_("Where the path runs, and how it is lit."),
    ),
    TemplateColumn(
        "not_open", N_("Not open"), N_("What was settled beforehand."), N_("That a path is built.")
    ),
    TemplateColumn(
        "not_open_reason",
        N_("Because"),
        N_("Why it was settled, in words."),
        N_("The council has decided it."),
    ),
    TemplateColumn("contributions", N_("Contributions"), NUMBER, 42),
    TemplateColumn("contributions_answered", N_("Contributions answered"), NUMBER, 42),
    TemplateColumn("participants", N_("Participants"), NUMBER, 120),
    TemplateColumn("effect", N_("Effect on the decision"), CHOICE),
    TemplateColumn(
        "effect_note", N_("What changed"), N_("In words."), N_("The path got two more crossings.")
    ),
    TemplateColumn("new_method", N_("New method tried"), YES_NO),
    TemplateColumn("businesses_relevant", N_("Businesses are relevant"), YES_NO),
    TemplateColumn("hours_planned", N_("Hours planned"), NUMBER, 60),
    TemplateColumn("hours_spent", N_("Hours spent"), NUMBER, 72),
    TemplateColumn("cost_dkk", N_("External cost (DKK)"), NUMBER, 15000),
    TemplateColumn("plan_kind", N_("Kind of plan"), N_("Only of plans. Choose from the list.")),
    TemplateColumn("clarified_on", N_("Clarified under the principles"), DAY, date(2027, 1, 8)),
)
