"""What went out to each body of a round and what came back: its days, and the letter that goes with paper and
form.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from data.models import Correspondence, Round
from evaluation.body_standing import BodyStanding, standings
from evaluation.principles import PRINCIPLES
from language import N_, Words
from materials.letters import Recipient, mail_address, sending_letter
from pages import session
from pages.components.date_field import date_field
from pages.components.headings import show_section
from pages.components.labels import LABELS
from pages.components.letters import show_letter
from pages.components.may import is_allowed
from pages.components.outcome_messages import save, show_messages
from pages.components.tables import share_of, show_table
from workflow.correspondence import note_sent, save_correspondence
from workflow.permission import Right

PLACE = "correspondence"
DAYS = ("sent_on", "reminded_on", "received_on")
SENT = N_("Noted as sent on {day}: {bodies}.")


def show_correspondence(now: Round, body: str | None, words: Words) -> None:
    """A row a body, and for who conducts the round the fields to note days, and to correct those of the body
    that the page has chosen.
    """
    show_section(words("Sent and received"))
    all_standings = standings(session.store(), now, session.norms())
    show_messages(PLACE)
    _show_table(all_standings, words)
    if is_allowed(Right.CONDUCT):
        _show_marking(now, all_standings, words)
        if chosen := next((each for each in all_standings if each.body.key == body), None):
            _show_correcting(now, chosen, words)


def show_sending_letter(now: Round, body: str, words: Words) -> None:
    """The letter to one body, in a mail or to copy; once it is opened as a mail, paper and form are noted as
    sent today.
    """
    standing = next(
        each for each in standings(session.store(), now, session.norms()) if each.body.key == body
    )
    to = Recipient(standing.body.name, standing.meets_on, standing.due)
    letter = sending_letter(now, to, session.person().name, words)
    show_letter(
        letter,
        mail_address(standing.body.email, letter),
        words,
        key=f"letter {body}",
        on_open=partial(_note_sent, now, {body: standing.body.name}, date.today()),
    )


def _show_table(all_standings: Sequence[BodyStanding], words: Words) -> None:
    rows = [
        {
            words("Committee or centre"): session.plain(standing.body.name),
            **{
                words(LABELS[name]): words.date(getattr(standing.noted, name), "short") or "–"
                for name in ("sent_on", "reminded_on")
            },
            words("Answers due"): _due(standing, words),
            words(LABELS["received_on"]): words.date(standing.noted.received_on, "short") or "–",
            words("Answered"): share_of(standing.answered, len(PRINCIPLES), words),
        }
        for standing in all_standings
    ]
    show_table(rows, words("Sent and received"))


def _due(standing: BodyStanding, words: Words) -> str:
    due = words.date(standing.due, "short") or "–"
    return f"{due} :orange-badge[{words('late')}]" if standing.is_late(date.today()) else due


def _show_marking(now: Round, all_standings: Sequence[BodyStanding], words: Words) -> None:
    """Several bodies at once: as a rule all that nothing is noted of."""
    names = {standing.body.key: standing.body.name for standing in all_standings}
    open_bodies = [
        standing.body.key for standing in all_standings if standing.noted.sent_on is None and standing.waiting
    ]
    label = words("Note what has been sent")
    with (
        session.fold(label, "sent", icon=":material/outgoing_mail:"),
        st.form(f"mark sent {now.key} {len(open_bodies)}", border=False),
    ):
        bodies = st.multiselect(
            words("Paper and form were sent to"),
            list(names),
            open_bodies,
            format_func=names.__getitem__,
            placeholder=words("Choose"),
            key=f"sent bodies {now.key} {len(open_bodies)}",
        )
        day = date_field(words("Sent on"), date.today(), f"sent day {now.key}", words)
        if st.form_submit_button(words("Note as sent"), icon=":material/check:"):
            _note_sent(now, {body: names[body] for body in bodies}, day)
            st.rerun()


def _show_correcting(now: Round, standing: BodyStanding, words: Words) -> None:
    key, noted = standing.body.key, standing.noted
    label = session.plain(words("Correct the days of {body}", body=standing.body.name))
    fold = session.fold(label, "days", icon=":material/edit_calendar:")
    with fold, st.form(f"days {now.key} {key} {hash(noted)}", border=False):
        days = {
            name: date_field(words(LABELS[name]), getattr(noted, name), f"{name} {now.key} {key}", words)
            for name in DAYS
        }
        if st.form_submit_button(words("Save the days"), icon=":material/save:"):
            _save_days(now, noted, Correspondence(key, **days))
            st.rerun()


def _note_sent(now: Round, names: dict[str, str], day: date | None) -> None:
    message = session.words()(SENT, day=day or "", bodies=tuple(names.values()))
    save(
        PLACE,
        lambda: note_sent(session.store(), session.person(), round_key=now.key, bodies=list(names), day=day),
        message,
        LABELS,
    )


def _save_days(now: Round, before: Correspondence, after: Correspondence) -> None:
    save(
        PLACE,
        lambda: save_correspondence(
            session.store(), session.person(), round_key=now.key, before=before, after=after
        ),
        session.words()("The days are saved."),
        LABELS,
    )
