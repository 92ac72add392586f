"""Who is late, with the text that reminds them and the addresses that it goes to."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from data.models import Round
from evaluation.body_standing import BodyStanding, standings
from language import N_, Words
from materials.letters import Letter, Recipient, mail_address, reminder_letter
from pages import session
from pages.components.labels import LABELS
from pages.components.letters import show_letter
from pages.components.may import is_allowed
from pages.components.outcome_messages import save, show_messages
from workflow.correspondence import note_reminded
from workflow.permission import Right

PLACE = "reminders"
NOTED = N_("Noted as reminded on {day}: {bodies}.")


def show_reminders(now: Round, words: Words) -> None:
    """Folded up; nothing where nobody lacks an answer, or for who does not conduct the round."""
    waiting = [one for one in standings(session.store(), now, session.norms()) if one.waiting]
    if now.status != "open" or not waiting or not is_allowed(Right.CONDUCT):
        return
    late = [one.body.key for one in waiting if one.is_late(date.today())]
    label = (
        words.many("Remind the one that is late", "Remind the {count} that are late", len(late))
        if late
        else words("Write to those who have not answered")
    )
    show_messages(PLACE)
    with session.fold(label, "reminder", icon=":material/notifications:"):
        chosen = _choose(now, waiting, late, words)
        if chosen:
            _show_text(now, chosen, words)


def _choose(now: Round, waiting: Sequence[BodyStanding], late: list[str], words: Words) -> list[BodyStanding]:
    names = {one.body.key: one.body.name for one in waiting}
    keys = st.multiselect(
        words("The reminder goes to"),
        list(names),
        late or list(names),
        format_func=names.__getitem__,
        placeholder=words("Choose"),
        key=f"remind {now.key} {len(late)} {len(names)}",
    )
    return [one for one in waiting if one.body.key in keys]


def _show_text(now: Round, chosen: Sequence[BodyStanding], words: Words) -> None:
    """One mail for all of them, in which nobody sees who else is late; one body is written to by name."""
    addresses = [address for one in chosen for address in one.body.email]
    letter = _letter(now, chosen, words)
    one_alone = len(chosen) == 1
    show_letter(
        letter,
        mail_address(addresses if one_alone else (), letter, hidden=() if one_alone else addresses),
        words,
        key="reminder",
        on_open=partial(_note, now, {one.body.key: one.body.name for one in chosen}),
    )
    if addresses:
        st.caption(words("The addresses, to copy:"))
        st.code("; ".join(addresses), language=None, wrap_lines=True)
    if lacking := [one.body.name for one in chosen if not one.body.email]:
        st.caption(session.plain(words("Without an address: {bodies}.", bodies=tuple(lacking))))
        st.page_link(
            "pages/settings/organisation.py",
            label=words("Write addresses under Organisation"),
            icon=":material/arrow_forward:",
        )
    st.button(
        words("Note as reminded today"),
        icon=":material/check:",
        on_click=_note,
        args=(now, {one.body.key: one.body.name for one in chosen}),
    )


def _letter(now: Round, chosen: Sequence[BodyStanding], words: Words) -> Letter:
    if len(chosen) == 1:
        one = chosen[0]
        due = one.due if one.is_late(date.today()) else None
        to = Recipient(one.body.name, one.meets_on, due, one.noted.sent_on, one.waiting)
    else:
        to = Recipient()
    return reminder_letter(now, to, session.person().name, words)


def _note(now: Round, names: dict[str, str]) -> None:
    today = date.today()
    save(
        PLACE,
        lambda: note_reminded(
            session.store(), session.person(), round_key=now.key, bodies=list(names), day=today
        ),
        session.words()(NOTED, day=today, bodies=tuple(names.values())),
        LABELS,
    )
