"""What of the adopted text is measured by what and judged by whom, sentence by sentence, and what of it
nothing measures.

The sentences themselves are the municipality's, kept as data (``data/seed/adopted_text.csv``).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from language import N_

BOTH = ("committee", "centre")


@dataclass(frozen=True)
class SentenceCoverage:
    """Which indicators speak to a sentence, which levels judge it by a rating, what of it nothing measures
    (empty where it is measured whole), and whether participants are asked it themselves.
    """

    indicators: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    gap: str = ""
    participants: bool = False


BACKGROUND = N_("Background: nothing to measure.")
COVERAGE: Mapping[str, SentenceCoverage] = {
    "introduction 1": SentenceCoverage(gap=BACKGROUND),
    "introduction 2": SentenceCoverage(
        (),
        BOTH,
        N_("An aim, not measured by itself. It is judged through the five principles."),
    ),
    "introduction 3": SentenceCoverage(gap=BACKGROUND),
    "introduction 4": SentenceCoverage(
        gap=N_(
            "Not measured: whether the basis for decisions became better. That contributions lay before the"
            " committee, or changed something, does not show it."
        )
    ),
    "introduction 5": SentenceCoverage(
        gap=N_(
            "Not measured: neither the local population nor the participants are asked whether they feel"
            " ownership."
        )
    ),
    "introduction 6": SentenceCoverage(
        ("groups",),
        (),
        N_("Only how many groups took part is counted, not whether their perspectives became clear."),
    ),
    "introduction 7": SentenceCoverage(
        ("hours_per_participant",), (), N_("The participants' own time is not measured.")
    ),
    "introduction 8": SentenceCoverage(
        gap=N_(
            "Measured where participants were asked. Not measured: those who were not asked, and those who"
            " did not answer."
        ),
        participants=True,
    ),
    "introduction 9": SentenceCoverage(("clarified", "scale_fit")),
    "introduction 10": SentenceCoverage(
        ("clarified",),
        (),
        N_("That it was clarified is measured, not how well."),
    ),
    "1.0": SentenceCoverage(("frame_named",), BOTH, participants=True),
    "1.1": SentenceCoverage(
        ("frame_published", "frame_named"), BOTH, N_("Not measured: whether people understood it.")
    ),
    "1.2": SentenceCoverage(("frame_reasoned",), BOTH, N_("Not measured: whether the reason is a good one.")),
    "2.0": SentenceCoverage(("answered", "feedback_given"), BOTH, participants=True),
    "2.1": SentenceCoverage(
        ("input_effect", "feedback_given"),
        BOTH,
        N_(
            "Whether the participants themselves find that it had influence is measured only where they were"
            " asked about the principle."
        ),
        participants=True,
    ),
    "2.2": SentenceCoverage(
        ("new_method",), BOTH, N_("What was tried is measured, not the motivation behind it.")
    ),
    "3.0": SentenceCoverage(
        ("lead_days",), BOTH, N_("Relevance is judged, not measured."), participants=True
    ),
    "3.1": SentenceCoverage(("before_proposal", "in_discussion", "lead_days"), BOTH),
    "3.2": SentenceCoverage(
        ("after_frame",), BOTH, N_("That the frame was decided is measured, not whether it was clear enough.")
    ),
    "4.0": SentenceCoverage(("window_days", "decision_days"), BOTH, participants=True),
    "4.1": SentenceCoverage(
        ("window_days", "holiday_share", "on_plan"),
        BOTH,
        N_("Time for meetings and other dialogue without a period to respond in is judged, not measured."),
    ),
    "4.2": SentenceCoverage(("window_days", "decision_days", "on_plan"), BOTH),
    "5.0": SentenceCoverage(("groups",), BOTH, N_("Relevance is judged, not measured."), participants=True),
    "5.1": SentenceCoverage(
        (), BOTH, N_("No fact measures whether new perspectives and ideas came of it. It is judged alone.")
    ),
    "5.2": SentenceCoverage(
        ("sought_out", "groups", "businesses"),
        BOTH,
        N_("Not measured: whether the input was relevant."),
    ),
    "5.3": SentenceCoverage(("beyond",), BOTH),
    "resources 1": SentenceCoverage(
        ("hours_per_participant", "scale_fit"),
        (),
        N_(
            "The political decision to reduce resources is not in the register, so nothing is held"
            " against it."
        ),
    ),
    "resources 2": SentenceCoverage(("scale_fit", "hours_per_participant")),
    "resources 3": SentenceCoverage(
        gap=N_("Not measured and not rated: the secretary writes what the effort against need says of it.")
    ),
    "follow-up 1": SentenceCoverage(
        (), BOTH, N_("Nothing to measure: it is this evaluation, with two rounds in each term.")
    ),
    "follow-up 2": SentenceCoverage(
        ("clarified",),
        ("centre",),
        N_("The daily meeting with citizens is described by the centres in words alone."),
    ),
}
"""By the key of the sentence; ``1.0`` to ``5.0`` are the principles' own titles."""
