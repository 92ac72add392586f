"""The texts of the questions: a principle's own, and what a missed norm asks."""

from collections.abc import Mapping

from language import N_

ALWAYS: Mapping[int, tuple[str, str, str]] = {
    1: (
        N_("When did people know best what they could influence, and what was done to get there?"),
        N_("Where did people spend effort on something that was already settled?"),
        N_("What should the next invitation say that the last ones did not?"),
    ),
    2: (
        N_("Which decision became another one because of what people said?"),
        N_("When did we say no, and did people understand why?"),
        N_("What would we like to try that we do not usually do?"),
    ),
    3: (
        N_("When was the moment right, and how could one tell?"),
        N_("Where would we have wished to ask earlier, or to wait?"),
        N_("How did the contributions reach those who decided, and in time?"),
    ),
    4: (
        N_("Where did people have time to talk it over before they answered?"),
        N_("Where did a process stand still, and what did that cost?"),
        N_("What could be shortened without anybody losing time for dialogue?"),
    ),
    5: (
        N_("Who brought something that we would not have thought of ourselves?"),
        N_("Who was affected, or knew something, and did not take part?"),
        N_("Whom should we seek out next time, and where would we meet them?"),
    ),
    6: (
        N_("Which matter got the effort it deserved, and which did not?"),
        N_("Where could a simpler form have given as much?"),
        N_("What would we spend an hour more on, and what an hour less?"),
    ),
}
"""Good without any data; the first is always asked."""

DAILY: Mapping[int, str] = {
    number: N_("In the daily meeting with citizens: where does this principle show?")
    for number in (1, 2, 3, 4, 5)
}

SCOPES: Mapping[str, tuple[str, str, str]] = {
    "any": (
        N_("In the only consultation"),
        N_("In each of the {count} consultations"),
        N_("In {missed} of {count} consultations"),
    ),
    "known": (
        N_("In the only consultation where it is known"),
        N_("In each of the {count} consultations where it is known"),
        N_("In {missed} of the {count} consultations where it is known"),
    ),
    "decided": (
        N_("In the only decided consultation where it is known"),
        N_("In each of the {count} decided consultations where it is known"),
        N_("In {missed} of the {count} decided consultations where it is known"),
    ),
    "not_open": (
        N_("In the only consultation that names something as not open"),
        N_("In each of the {count} consultations that name something as not open"),
        N_("In {missed} of the {count} consultations that name something as not open"),
    ),
    "businesses": (
        N_("In the only consultation relevant to businesses where it is known"),
        N_("In each of the {count} consultations relevant to businesses where it is known"),
        N_("In {missed} of the {count} consultations relevant to businesses where it is known"),
    ),
}
"""In which consultations: in the only one, in all of them, in some."""
SUBSETS = {
    "frame_reasoned": "not_open",
    "input_effect": "decided",
    "feedback_given": "decided",
    "businesses": "businesses",
}

MISSED: Mapping[str, str] = {
    "frame_published": N_("{scope}, the frame was published after the start. What stood in the way?"),
    "frame_reasoned": N_("{scope}, no reason is recorded. Was it given in another way, or was it missing?"),
    "input_effect": N_(
        "{scope}, the input had no effect on the decision. Was there room for it to have one?"
    ),
    "feedback_given": N_(
        "{scope}, no message to the participants about what came of it is recorded. How did they hear?"
    ),
    "new_method": N_(
        "{scope}, no method new to the centre was tried. Where would something new be worth a try?"
    ),
    "before_proposal": N_(
        "{scope}, people were not asked until the day the proposal was made, or later. What could still be"
        " shaped?"
    ),
    "after_frame": N_(
        "{scope}, people were asked no later than the day the frame was decided. How clear was it to them?"
    ),
    "lead_days_below": N_(
        "The middle time from start to decision was {value}, known for {known} consultations ({norm}). Was"
        " there time to use what was said?"
    ),
    "lead_days_above": N_(
        "The middle time from start to decision was {value}, known for {known} consultations ({norm}). Was"
        " what was said still current?"
    ),
    "window_days": N_(
        "{scope}, the time to respond was shorter than the statutory or usual period. Could it have been"
        " longer?"
    ),
    "holiday_share": N_(
        "The middle share of the time to respond lost to public holidays and July was {value}, known for"
        " {known} consultations ({norm}). Could it have been placed otherwise?"
    ),
    "decision_days": N_(
        "The middle time from end to decision was {value}, known for {known} consultations ({norm}). What did"
        " people hear meanwhile?"
    ),
    "on_plan": N_(
        "{scope}, the end lay more than {days} from the planned one. What moved it, and who was told?"
    ),
    "groups": N_(
        "The middle number of groups that took part was {value}, known for {known} consultations ({norm})."
        " Who was missing?"
    ),
    "sought_out": N_(
        "{scope}, nobody is recorded as sought out. Who would have needed an invitation of their own?"
    ),
    "beyond": N_(
        "{scope}, no group from beyond those directly affected is recorded. Whose view was missing?"
    ),
    "businesses": N_(
        "{scope}, businesses are not recorded as having taken part. What would have made it worth their"
        " while?"
    ),
    "scale_fit": N_(
        "{scope}, the hours spent did not fit the planned scale. Was the scale wrong, or the effort?"
    ),
}

LONE_RAISED: Mapping[str, str] = {
    "lead_days_below": N_(
        "The time from start to decision is known for one consultation: {value} ({norm}). Was there time to"
        " use what was said?"
    ),
    "lead_days_above": N_(
        "The time from start to decision is known for one consultation: {value} ({norm}). Was what was said"
        " still current?"
    ),
    "holiday_share": N_(
        "The share of the time to respond lost to public holidays and July is known for one consultation:"
        " {value} ({norm}). Could it have been placed otherwise?"
    ),
    "decision_days": N_(
        "The time from end to decision is known for one consultation: {value} ({norm}). What did people hear"
        " meanwhile?"
    ),
    "groups": N_(
        "The number of groups that took part is known for one consultation: {value} ({norm}). Who was"
        " missing?"
    ),
}
"""Where there is only one case, nothing is in the middle."""
