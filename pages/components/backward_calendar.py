"""What must be ready when, counted back from each body's meeting: what can't be kept, what has passed, and
who is late. It goes out as a calendar file.
"""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data import queries, register
from data.clock import utc_now
from data.database import Store
from data.models import Round
from evaluation.body_standing import BodyStanding, standings
from evaluation.calendar import STEPS, plan
from evaluation.calendar_warnings import PAPER, PlannedBody, calendar_warnings, closed_day
from evaluation.overdue import has_passed
from evaluation.principles import PRINCIPLES
from evaluation.round_names import round_in_words
from language import Words
from materials.calendar_file import CalendarOrder, calendar_file
from materials.filenames import file_name
from pages import session
from pages.components.download import download_button
from pages.components.headings import show_section
from pages.components.tables import show_table

SHOWN_AT_ONCE = 5


def show_calendar(store: Store, now: Round, words: Words) -> None:
    """The warnings, a row a body, and the file; nothing where nobody is asked."""
    norms = session.norms()
    each = standings(store, now, norms)
    if not each:
        return
    show_section(words("Backward calendar"))
    st.caption(
        words(
            "Counted back from each meeting; a day that is no working day moves to the one before it. The"
            " days are norms."
        )
    )
    bodies = [
        PlannedBody(one.body.name, plan(now, one.body.key, one.meets_on, norms), one.noted.sent_on)
        for one in each
    ]
    _show_warnings(store, now, bodies, words)
    rows = [_row(now, one, body, words) for one, body in zip(each, bodies, strict=True)]
    show_table(rows, words("Backward calendar"))
    _offer_file(store, now, bodies, words)


def _show_warnings(store: Store, now: Round, bodies: Sequence[PlannedBody], words: Words) -> None:
    warnings = calendar_warnings(
        now,
        bodies,
        closed=lambda day: closed_day(day, queries.days_off.names_within(store, day, day)),
        today=date.today(),
    )
    lines = [f"- {session.plain(words.say(warning))}" for warning in warnings]
    if lines:
        st.warning("\n".join(lines[:SHOWN_AT_ONCE]), icon=":material/event_busy:")
    if more := lines[SHOWN_AT_ONCE:]:
        label = words.many("{count} more warning", "{count} more warnings", len(more))
        with session.fold(label, "warnings"):
            st.markdown("\n".join(more))


def _row(now: Round, one: BodyStanding, body: PlannedBody, words: Words) -> dict[str, object]:
    days = body.plan
    return {
        words("Committee or centre"): session.plain(body.name),
        **{
            words(STEPS[step]): _paper(day, now, body, words=words)
            if step == PAPER
            else _day(day, now, words=words)
            for step, day in days.before.items()
        },
        words("Meeting"): _day(days.meets_on, now, words=words),
        words("Answers due"): words.date(days.answer_due, "short") or "–",
        words("Answered"): _answered(one, words),
    }


def _paper(day: date | None, now: Round, body: PlannedBody, *, words: Words) -> str:
    """The day on which paper and form go out, and whether they have, or should have by now."""
    text = words.date(day, "short") or "–"
    if body.sent_on:
        return f"{text} :gray-badge[{words('sent')}]"
    return f"{text} :orange-badge[{words('overdue')}]" if body.is_overdue(now, date.today()) else text


def _day(day: date | None, now: Round, *, words: Words) -> str:
    """A day, and whether it has passed; in a closed round all have."""
    text = words.date(day, "short") or "–"
    is_past = now.status != "closed" and has_passed(day, date.today())
    return f"{text} :gray-badge[{words('passed')}]" if is_past else text


def _answered(one: BodyStanding, words: Words) -> str:
    """``3 af 5``, and how many days are left or over while the round is not closed."""
    share = words.share_of(one.answered, len(PRINCIPLES))
    if not one.waiting or one.due is None or one.is_over:
        return share
    days = (one.due - date.today()).days
    if one.is_late(date.today()):
        return f"{share} · :orange-badge[{words.many('{count} day late', '{count} days late', -days)}]"
    return f"{share} · {words.many('{count} day left', '{count} days left', days)}"


def _offer_file(store: Store, now: Round, bodies: Sequence[PlannedBody], words: Words) -> None:
    order = CalendarOrder(now, bodies, register.seal_key(store), store.version, utc_now())
    download_button(
        words("Calendar file (.ics)"),
        lambda: calendar_file(order, words),
        file_name(words("Calendar"), round_in_words(now.key, words), kind="ics"),
        "text/calendar",
        key="calendar file",
        icon=":material/calendar_add_on:",
        help=words(
            "Open it in Outlook or another calendar. When days have moved, fetch it once more: the days that"
            " you have are changed, and none is there twice."
        ),
    )
