"""Election terms and rounds: create, date, open, and the calendar that counts back from the meetings."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from data import drafts, queries
from data.models import Answer, Body, Round
from data.writing import RowChange, save_records
from evaluation.calendar import STEPS, plan
from evaluation.scales import KINDS, ROUND_STATES
from evaluation.terms import next_first_year, planned_rounds, term_key
from language import Words
from materials.charts.chart import round_in_words, term_in_words
from pages import session
from pages.components.date_field import date_field
from pages.components.empty_states import ask_for_bodies
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.outcome_messages import save, show_messages
from pages.components.tables import show_table

DATES = ("period_from", "period_to", "opens_on", "answers_due_on", "closes_on")


def show_rounds(found: list[Round], words: Words) -> None:
    """Every round with its dates and state."""
    rows = [
        {
            words("Election term"): term_in_words(each.term),
            words("Kind"): words(KINDS[each.kind]),
            words(
                "Consultations"
            ): f"{words.date(each.period_from, 'short')} – {words.date(each.period_to, 'short')}",
            **{words(LABELS[name]): words.date(getattr(each, name), "short") or "–" for name in DATES[2:]},
            words("State"): words(ROUND_STATES[each.status]),
        }
        for each in found
    ]
    show_table(rows, words("Election terms and their rounds"))


def show_new_term(found: list[Round], words: Words) -> None:
    """One button for the term that comes next."""
    first = next_first_year([each.term for each in found])
    show_messages("new term")
    label = words("Create the election term {term} with its two rounds", term=term_in_words(term_key(first)))
    st.button(session.plain(label), icon=":material/add:", on_click=_create_term, args=(first,))


def _create_term(first: int) -> None:
    words, term = session.words(), term_key(first)
    rows = [
        RowChange("terms", {"term": term, "starts_on": f"{first}-01-01", "ends_on": f"{first + 3}-12-31"})
    ]
    for each in planned_rounds(first):
        values = {
            "round": each.key,
            "term": term,
            "kind": each.kind,
            "period_from": str(each.period_from),
            "period_to": str(each.period_to),
        }
        rows.append(RowChange("rounds", values))
    saved = words(
        "The election term {term} is created. Choose one of its rounds at the top, and date it.",
        term=term_in_words(term),
    )
    save("new term", lambda: save_records(session.store(), session.person(), rows), saved, LABELS)


def show_plan(now: Round, bodies: list[Body], words: Words) -> None:
    """The round's period and dates, and the meeting of each body; saved together."""
    held = queries.meetings.of_round(session.store(), now.key)
    with st.form(f"plan {now.key}"):
        for names in (DATES[:2], DATES[2:]):
            for column, name in zip(st.columns(3), names, strict=False):
                with column:
                    date_field(words(LABELS[name]), getattr(now, name), _field(name, now), words)
        st.markdown(f"**{words('Meeting at which each body takes up the evaluation')}**")
        columns = st.columns(2)
        for place, body in enumerate(bodies):
            with columns[place % 2]:
                date_field(body.name, held.get(body.key), _field(f"meeting {body.key}", now), words)
        read = queries.exchange_rows.row(session.store(), "rounds", {"round": now.key})
        st.form_submit_button(
            words("Save the plan"),
            type="primary" if now.status == "open" else "secondary",
            icon=":material/save:",
            on_click=_save_plan,
            args=(now, read, held),
        )


def _field(name: str, now: Round) -> str:
    return f"{name} {now.key}"


def _save_plan(now: Round, read: dict[str, str | None], meetings: Mapping[str, date]) -> None:
    words, rows = session.words(), [_round_row(now, read)]
    for key, day in st.session_state.items():
        kind, _, rest = str(key).partition(" ")
        if kind == "meeting" and rest.endswith(f" {now.key}"):
            body = rest.removesuffix(f" {now.key}")
            if day != meetings.get(body):
                rows.append(_meeting_row(now.key, body, day))
    save(
        "plan",
        lambda: save_records(session.store(), session.person(), rows),
        words("The plan is saved."),
        LABELS,
    )


def _round_row(now: Round, read: dict[str, str | None], **more: str) -> RowChange:
    dates = {
        name: str(day) if (day := st.session_state.get(_field(name, now), getattr(now, name))) else ""
        for name in DATES
    }
    return RowChange("rounds", {"round": now.key, "term": now.term, "kind": now.kind, **dates, **more}, read)


def _meeting_row(round_key: str, body: str, day: object) -> RowChange:
    key = {"round": round_key, "body": body}
    return RowChange(
        "meetings",
        {**key, "meets_on": str(day or "")},
        queries.exchange_rows.row(session.store(), "meetings", key),
    )


def show_opening(now: Round, bodies: list[Body], words: Words) -> None:
    """Open a planned round, named with what that means."""
    if not bodies:
        ask_for_bodies(words)
        return
    said = words.many(
        "{count} body will be asked: it exists on {day}.",
        "{count} bodies will be asked: they exist on {day}.",
        len(bodies),
        day=now.opening_day,
    )
    st.markdown(session.plain(said))
    read = queries.exchange_rows.row(session.store(), "rounds", {"round": now.key})
    with st.popover(words("Open the round"), type="primary", icon=":material/play_arrow:"):
        for warning in _warnings(now, words):
            st.markdown(f":material/warning: {session.plain(warning)}")
        st.markdown(
            words(
                "From now on the bodies' assessments can be written. It can be taken back until the first"
                " one is."
            )
        )
        st.button(words("Yes, open it"), type="primary", on_click=_open, args=(now, read), key="open it")


def _warnings(now: Round, words: Words) -> list[str]:
    """What is unusual about opening this round today."""
    said = [
        words("{round} is open too.", round=round_in_words(each.key, words))
        for each in session.rounds()
        if each.status == "open"
    ]
    if (now.opens_on or now.period_to) > date.today():
        said.append(words("It is planned to open on {day}.", day=now.opening_day))
    return said


def show_taking_back(now: Round, words: Words) -> None:
    """An open round in which nobody has written anything can be put back to planned."""
    if any(answer.status != "missing" for answer in session.answers()) or drafts.places(
        session.store(), now.key
    ):
        return
    read = queries.exchange_rows.row(session.store(), "rounds", {"round": now.key})
    st.button(
        words("Put the round back to planned"),
        icon=":material/undo:",
        type="tertiary",
        on_click=_take_back,
        args=(now, read),
    )


def _take_back(now: Round, read: dict[str, str | None]) -> None:
    saved = session.words()("The round is planned again.")
    save(
        "plan",
        lambda: save_records(session.store(), session.person(), [_state_row(now, "planned", read)]),
        saved,
        LABELS,
    )


def _state_row(now: Round, status: str, read: dict[str, str | None], **more: str) -> RowChange:
    key = {
        "round": now.key,
        "term": now.term,
        "kind": now.kind,
        "period_from": str(now.period_from),
        "period_to": str(now.period_to),
    }
    return RowChange("rounds", {**key, "status": status, **more}, read)


def _open(now: Round, read: dict[str, str | None]) -> None:
    words = session.words()
    opens = {} if now.opens_on else {"opens_on": str(date.today())}
    row = _state_row(now, "open", read, **opens)
    save(
        "plan",
        lambda: save_records(session.store(), session.person(), [row]),
        words("The round is open: assessments can be written now."),
        LABELS,
    )


def show_calendar(now: Round, bodies: list[Body], words: Words) -> None:
    """What must be ready when, body by body, and who is late."""
    if not bodies:
        return
    st.subheader(words("Backward calendar"))
    st.caption(
        words(
            "Counted back from each meeting; a day that is no working day moves to the one before it. The"
            " days are norms."
        )
    )
    meetings, norms, today = (
        queries.meetings.of_round(session.store(), now.key),
        session.norms(),
        date.today(),
    )
    rows = []
    for body in bodies:
        days = plan(now, body.key, meetings.get(body.key), norms)
        given = [answer for answer in session.answers() if answer.body == body.key]
        rows.append(
            {
                words("Committee or centre"): session.plain(body.name),
                **{words(STEPS[step]): words.date(day, "short") or "–" for step, day in days.before.items()},
                words("Meeting"): words.date(days.meets_on, "short") or "–",
                words("Answers due"): words.date(days.answer_due, "short") or "–",
                words("Answered"): _answered(given, days.answer_due, today, words),
            }
        )
    show_table(rows, words("Backward calendar"))


def _answered(given: list[Answer], due: date | None, today: date, words: Words) -> str:
    done = sum(answer.status == "submitted" for answer in given)
    said = words.share_of(done, len(given))
    if done == len(given) or due is None or session.chosen_round().status == "closed":
        return said
    days = (due - today).days
    if days < 0:
        return f"{said} · :orange-badge[{words.many('{count} day late', '{count} days late', -days)}]"
    return f"{said} · {words.many('{count} day left', '{count} days left', days)}"


words = session.words()
st.title(words("Rounds"))
found = session.rounds()
if found:
    show_rounds(found, words)
else:
    st.info(
        words(
            "The register has no rounds yet. Create the first election term: it brings a mid-term and an"
            " end-of-term round."
        ),
        icon=":material/event:",
    )
show_new_term(found, words)
if found:
    now = session.chosen_round()
    bodies = queries.bodies.expected(session.store(), now.key)
    st.subheader(session.plain(round_in_words(now.key, words)))
    show_messages("plan")
    if now.status == "closed":
        st.info(words("The round is closed: its dates can no longer be changed."), icon=":material/lock:")
    else:
        if now.status == "planned":
            show_opening(now, bodies, words)
        else:
            show_taking_back(now, words)
        show_plan(now, bodies, words)
        st.page_link(
            "pages/settings/closing.py",
            label=words("What is missing before it can close"),
            icon=":material/arrow_forward:",
        )
    show_calendar(now, bodies, words)
    show_history("rounds", now.key, words)
