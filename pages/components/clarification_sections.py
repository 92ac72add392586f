"""The questions of a clarification, in the order of the principles: which principle each comes from, and the
fields that answer it.
"""

from dataclasses import dataclass

from language import N_
from workflow.cells import Cells


@dataclass(frozen=True)
class Section:
    """One question. ``principle`` is the one that it comes from (None: the words on resources), ``source``
    says so in one sentence; both are empty for what comes before the questions. ``hint`` is said beside the
    fields. ``essential`` are the columns without which the question is not answered.
    """

    question: str
    columns: tuple[str, ...]
    essential: tuple[str, ...]
    principle: int | None = None
    source: str = ""
    hint: str = ""


MATTER = Section(
    N_("What it is about"),
    ("title", "summary", "centre", "committee", "case_number", "started_by"),
    ("centre",),
)
FRAMES = Section(
    N_("What can people influence, and what can they not?"),
    (
        "influence",
        "frame_published_on",
        "nothing_fixed",
        "open_to_influence",
        "not_open",
        "not_open_reason",
    ),
    ("frame_published_on", "open_to_influence", "not_open"),
    1,
    N_("From principle 1: people must know what they can influence, what they can't, and why."),
)
OPENNESS = Section(
    N_("What is tried that is new, and how do people hear what came of it?"),
    ("methods", "new_method", "new_to_try", "new_known_by", "feedback_planned_on", "feedback_how"),
    ("methods", "new_to_try", "feedback_planned_on", "feedback_how"),
    2,
    N_(
        "From principle 2: what people say has influence, and the municipality tries what it doesn't"
        " usually do."
    ),
)
TIMING = Section(
    N_("Between which decisions?"),
    (
        "frame_decided_on",
        "planned_proposal_on",
        "planned_decision_on",
        "decision_expected",
        "decisions_between",
    ),
    ("frame_decided_on", "planned_decision_on", "decisions_between"),
    3,
    N_("From principle 3: early enough to affect the solution, and late enough for the frame to be clear."),
)
TIME = Section(
    N_("When, and for how long?"),
    ("planned_start_on", "planned_end_on", "plan_kind", "statutory_days"),
    ("planned_start_on", "planned_end_on"),
    4,
    N_("From principle 4: enough time for dialogue, and still progress in the process."),
)
BREADTH = Section(
    N_("Who is asked, and who beyond those affected?"),
    ("planned_groups", "planned_groups_beyond", "beyond_how", "businesses_relevant"),
    ("planned_groups", "planned_groups_beyond", "beyond_how"),
    5,
    N_("From principle 5: the circle of those who take part always looks beyond the task at hand."),
    N_(
        "By law the Senior Council is heard on what concerns older people, and the Disability Council on all"
        " that matters to people with disabilities."
    ),
)
EFFORT = Section(
    N_("How much effort does the matter need?"),
    ("scale", "hours_planned", "scale_reason"),
    ("scale", "hours_planned", "scale_reason"),
    None,
    N_(
        "From the words on resources: not every process must be large and long. Relevance and meaning decide."
    ),
)
QUESTIONS = (FRAMES, OPENNESS, TIMING, TIME, BREADTH, EFFORT)
"""In the order of the adopted text; what it is about stands before them."""
NOT_ASKED = {
    ("nothing_fixed", "yes"): ("open_to_influence", "not_open"),
    ("decision_expected", "no"): ("frame_decided_on", "planned_decision_on", "decisions_between"),
    ("new_method", "no"): ("new_to_try",),
}
"""By an answer, the columns that need none then."""


def unanswered(stored: Cells) -> list[str]:
    """The columns that are still to be filled in, in the order of the questions."""
    answered_elsewhere = {
        column
        for (name, answer), columns in NOT_ASKED.items()
        if stored[name] == answer
        for column in columns
    }
    columns = [column for section in (MATTER, *QUESTIONS) for column in section.essential]
    return [column for column in columns if not stored[column] and column not in answered_elsewhere]
