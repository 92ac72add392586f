"""The texts of each principle's own questions; what a missed norm asks stands with its indicator."""

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
