"""The life of a consultation, stage by stage: the columns that belong to each, for whoever reads or writes
them.
"""

from dataclasses import dataclass

from language import N_


@dataclass(frozen=True)
class Stage:
    """One stage: what it is called, what it is about, and its columns in the order in which they are read."""

    key: str
    title: str
    help: str
    columns: tuple[str, ...]


IDENTITY = Stage(
    "identity",
    N_("What it is"),
    N_("The title is the only thing that must be filled in. Everything else can wait until it is known."),
    ("title", "case_number", "summary", "centre", "committee", "run_by_municipality", "url"),
)
CLARIFICATION = Stage(
    "clarification",
    N_("Clarification"),
    N_("What was decided before it began: why, when, how large, and how much say."),
    (
        "clarified_on",
        "started_by",
        "influence",
        "scale",
        "planned_start_on",
        "planned_end_on",
        "hours_planned",
        "businesses_relevant",
        "decision_expected",
    ),
)
FRAME = Stage(
    "frame",
    N_("Frame"),
    N_("What participants could influence, what they could not, and when they were told."),
    (
        "frame_decided_on",
        "frame_published_on",
        "nothing_fixed",
        "open_to_influence",
        "not_open",
        "not_open_reason",
    ),
)
WINDOW = Stage(
    "window",
    N_("Time to take part"),
    N_("From the first to the last day on which one could take part, and how."),
    ("start_on", "end_on", "no_end", "methods", "new_method", "plan_kind", "statutory_days"),
)
INPUT = Stage(
    "input",
    N_("Input"),
    N_("Who took part, what came in, and what it took."),
    ("participants", "contributions", "contributions_answered", "hours_spent", "cost_dkk"),
)
DECISION = Stage(
    "decision",
    N_("Decision"),
    N_("When the case was decided, and what the input changed."),
    ("proposal_on", "presented_on", "decided_on", "effect", "effect_note"),
)
FEEDBACK = Stage(
    "feedback",
    N_("Feedback"),
    N_("When those who took part were told what came of it."),
    ("feedback_on",),
)
STAGES = (CLARIFICATION, FRAME, WINDOW, INPUT, DECISION, FEEDBACK)
"""In the order of its life. What it is stands before them, and what participants answered after them."""
