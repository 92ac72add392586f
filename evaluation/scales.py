"""The fixed scales and what each step is called, in English, for :class:`language.Words` to say."""

from collections.abc import Mapping

from data.labels import MEANINGS
from language import N_

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
KINDS = MEANINGS["kind"]
BODY_LEVELS = MEANINGS["level"]
LEVELS: Mapping[str, str] = {"committee": N_("Committees"), "centre": N_("Centres")}

ROWS: Mapping[str, str] = {
    **dict.fromkeys(("1", "2", "3", "4", "5"), N_("principle {number}")),
    "proportionality": N_("proportionality"),
}
"""What a conclusion or an action stands under."""

NORM_LABELS: Mapping[str, str] = {
    "frame_published": N_("Share with the frame published by the start, at least"),
    "input_effect": N_("Share whose input had an effect on the decision, at least"),
    "before_proposal": N_("Share that started before the proposal was made, at least"),
    "window_days": N_("Share with long enough to respond, at least"),
    "window_default_days": N_("Time to respond where the law sets none"),
    "decision_days": N_("Middle time from end to decision, at most"),
    "groups": N_("Middle number of groups that took part, at least"),
    "frame_reasoned": N_("Share with the reason for what is not open, at least"),
    "answered": N_("Share of contributions answered, at least"),
    "feedback_given": N_("Share whose participants were told what came of it, at least"),
    "new_method": N_("Share that tried something new, at least"),
    "after_frame": N_("Share that started after the frame was decided, at least"),
    "lead_days_min": N_("Middle time from start to decision, at least"),
    "lead_days_max": N_("Middle time from start to decision, at most"),
    "holiday_share": N_("Middle share of the time to respond lost to holidays, at most"),
    "on_plan": N_("Share that ended as planned, at least"),
    "on_plan_days": N_("Ended as planned: at most so far from the planned day"),
    "sought_out": N_("Share that sought out a group, at least"),
    "beyond": N_("Share that reached beyond those affected, at least"),
    "businesses": N_("Share in which businesses took part where relevant, at least"),
    "scale_fit": N_("Share whose hours fit the planned scale, at least"),
    "scale_small_max_hours": N_("Hours for a small matter, at most"),
    "scale_medium_max_hours": N_("Hours for a medium matter, at most"),
    "statutory_municipal_plan": N_("Time to respond to a municipal plan"),
    "statutory_municipal_plan_minor": N_("Time to respond to a minor change of a municipal plan"),
    "statutory_local_plan": N_("Time to respond to a local plan"),
    "statutory_local_plan_minor": N_("Time to respond to a local plan of minor importance"),
    "plan_paper_days": N_("Discussion papers out before a meeting, days"),
    "plan_agenda_days": N_("Case closed for the agenda before a meeting, days"),
    "plan_answer_days": N_("Answer due after a meeting, days"),
    "coverage_min": N_("Insufficient basis: share of the expected bodies that rated, below"),
    "contested_gap": N_("Contested: steps between committees and centres, from"),
    "contested_agreement": N_("Contested: agreement among all bodies, below"),
    "followed_median": N_("Followed: middle rating at both levels, at least"),
    "not_followed_median": N_("Not followed: middle rating at both levels, at most"),
    "contradiction_share": N_(
        "Contradiction: share of the known facts that point against the verdict, above"
    ),
}
