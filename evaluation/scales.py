"""The fixed scales and what each step is called, in English, for :class:`language.Words` to say."""

from collections.abc import Mapping

from data.labels import MEANINGS
from data.models import Assessment
from evaluation.principles import INDICATORS
from language import N_, Words

RATINGS: Mapping[int, str] = {
    int(step): text for step, text in sorted(MEANINGS["rating"].items(), reverse=True)
}
NOT_ASSESSABLE = N_("Cannot be judged")
VERDICTS = MEANINGS["verdict_override"]
BASES = MEANINGS["basis"]
SCALES = MEANINGS["scale"]
INFLUENCES = MEANINGS["influence"]
EFFECTS = MEANINGS["effect"]
ACTION_STATES = MEANINGS["state"]
ROUND_STATES = MEANINGS["status"]
ANSWER_STATES: Mapping[str, str] = {
    "submitted": N_("Submitted"),
    "draft": N_("Begun, not submitted"),
    "missing": N_("Not answered"),
}
"""What is stored of a body and a principle."""
KINDS = MEANINGS["kind"]
BODY_LEVELS = MEANINGS["level"]
LEVELS: Mapping[str, str] = {"committee": N_("Committees"), "centre": N_("Centres")}

ROWS: Mapping[str, str] = {
    **dict.fromkeys(("1", "2", "3", "4", "5"), N_("principle {number}")),
    "proportionality": N_("proportionality"),
}
"""What a conclusion or an action stands under."""

NORM_LABELS: Mapping[str, str] = {
    **{norm: label for indicator in INDICATORS.values() for norm, label in indicator.norm_labels.items()},
    "plan_paper_days": N_("Discussion papers out before a meeting, days"),
    "plan_agenda_days": N_("Case closed for the agenda before a meeting, days"),
    "plan_answer_days": N_("Answer due after a meeting, days"),
    "answering_days_min": N_("Clarification: days to answer contributions before the case closes, at least"),
    "coverage_min": N_("Insufficient basis: share of those expected to answer that rated, below"),
    "contested_gap": N_("Contested: steps between committees and centres, from"),
    "contested_agreement": N_(
        "Contested: agreement among all committees and centres or within a level, below"
    ),
    "agreement_level_min": N_("Contested: agreement within a level counts from so many ratings"),
    "followed_median": N_("Followed: middle rating at both levels, at least"),
    "not_followed_median": N_("Not followed: middle rating at both levels, at most"),
    "contradiction_share": N_(
        "Contradiction: share of the known facts that point against the verdict, above"
    ),
    "minority_bodies": N_("Minority: marked from so many committees and centres against the verdict"),
    "minority_share": N_("Minority: marked from this share of one level's ratings"),
    "confidence_coverage": N_(
        "Confidence: lower where the share of a level's committees or centres that rated is under"
    ),
    "confidence_thin": N_("Confidence: lower where the share of ratings on a thin basis is at least"),
    "confidence_evidence": N_(
        "Confidence: lower where the share of ratings that name a consultation is under"
    ),
    "confidence_agreement": N_("Confidence: lower where the agreement within a level is under"),
    "change_p": N_("Change: more than chance where the sign test's p is under"),
    "experience_min": N_("Participants: answers that their middle value takes, at least"),
    "change_pairs": N_("Change: more than chance from so many paired committees and centres"),
}
"""What each norm is called: those of the indicators in their order, then those of the calendar and the
verdict.
"""


def step_words(step: int | str, words: Words) -> str:
    """A step of the scale with its meaning: ``4 · I høj grad``."""
    return f"{step} · {words(RATINGS[int(step)])}"


def answer_words(assessment: Assessment, words: Words) -> tuple[str, str]:
    """The step and the basis of an answer (``4 · I høj grad``, ``grundlag: stærkt``); empty where there is
    none.
    """
    step = words(NOT_ASSESSABLE) if assessment.not_assessable else ""
    if assessment.rating:
        step = step_words(assessment.rating, words)
    basis = words("basis: {basis}", basis=words(BASES[assessment.basis]).lower()) if assessment.basis else ""
    return step, basis
