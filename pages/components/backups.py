"""The backups, for administrators: how they stand, one more, one to carry away, and which are kept."""

from collections.abc import Callable

import streamlit as st

from data.backup_schedule import FOLDER, backup_name, schedule_settings
from data.backup_state import BackupState, KeptBackup, backup_state
from data.clock import utc_now
from data.errors import CommandRefused, StoreError
from language import Words
from pages import session
from pages.components.file_size import size_in_words
from pages.components.outcome_messages import add_message, show_messages
from pages.components.tables import Figure, show_table
from workflow.backups import fetch_backup, make_backup, try_backup

PLACE = "backups"
MIME = "application/octet-stream"


def show_backups(words: Words) -> None:
    """How the backups stand, what can be done about them, and which are kept."""
    schedule = schedule_settings()
    state = backup_state(schedule, utc_now()) if schedule else None
    show_messages(PLACE)
    if state:
        _show_state(state, words)
    else:
        st.warning(
            words(
                "The register is not backed up by itself: no folder for backups is set. IT operations set"
                " {setting} (docs/deployment.md). Until then, fetch a backup now and then and keep it safe.",
                setting=FOLDER,
            ),
            icon=":material/backup:",
        )
    _show_buttons(state, words)
    if state and state.kept:
        _show_kept(state.kept, words)


def _show_state(state: BackupState, words: Words) -> None:
    if state.problem:
        st.error(session.plain(words.say(state.problem)), icon=":material/error:")
    last, never = state.last_good, words("never")
    last_backup = last and words(
        "{moment}, {size}",
        moment=words.moment(last.made_at),
        size=size_in_words(last.size, words),
    )
    free = words("unknown") if state.free is None else size_in_words(state.free, words)
    facts = {
        words("Last good backup"): last_backup or never,
        words("Last restored for trial"): (
            words.moment(state.last_good_trial) if state.last_good_trial else never
        ),
        words("Next backup"): words.moment(state.next_at),
        words("Folder"): words("{folder}, {free} free", folder=str(state.schedule.folder), free=free),
    }
    st.markdown("  \n".join(f"**{label}:** {session.plain(text)}" for label, text in facts.items()))


def _show_buttons(state: BackupState | None, words: Words) -> None:
    is_making = is_trying = False
    with st.container(horizontal=True):
        if state:
            is_making = st.button(words("Make a backup now"), icon=":material/backup:", type="primary")
        if state and state.kept:
            is_trying = st.button(words("Restore the newest for trial"), icon=":material/fact_check:")
        _offer_fetching(words)
    if is_making:
        _make(words)
    if is_trying and state:
        _try_newest(state, words)
    caption = words(
        "A backup holds everything, also confidential words and the register's secret, with which forms are"
        " sealed. It is made and checked when you fetch it. Keep it as safe as the register, and delete it"
        " where it is not needed any more."
    )
    st.caption(f":material/lock: {caption}")


def _offer_fetching(words: Words) -> None:
    """A backup is made when the button is pressed; whether somebody may is asked again then."""
    person = session.person_later()
    st.download_button(
        words("Fetch a backup"),
        lambda: fetch_backup(session.store(), person(), at=utc_now()),
        backup_name(utc_now()),
        MIME,
        icon=":material/download:",
        on_click="ignore",
        key="fetch backup",
    )


def _make(words: Words) -> None:
    """A backup, restored for trial at once; both are said while they go on."""

    def act() -> str:
        name = make_backup(session.store(), session.person(), at=utc_now())
        add_message(PLACE, "success", words("The backup {file} is made and read through.", file=name))
        return name

    name = _step(words("Making the backup …"), act, words)
    if name:
        _step(words("Restoring it for trial …"), lambda: _try(name, words), words)
    st.rerun()


def _try_newest(state: BackupState, words: Words) -> None:
    newest = state.kept[0].path.name
    _step(words("Restoring it for trial …"), lambda: _try(newest, words), words)
    st.rerun()


def _try(name: str, words: Words) -> str:
    try_backup(session.store(), session.person(), name, at=utc_now())
    line = words("The backup {file} was restored for trial: everything in it comes back.", file=name)
    add_message(PLACE, "success", line)
    return name


def _step(label: str, act: Callable[[], str], words: Words) -> str:
    """Do something while its label turns; what keeps it from being done is said when the page is drawn
    anew.
    """
    try:
        with st.status(label):
            return act()
    except (CommandRefused, StoreError) as problem:
        add_message(PLACE, "error", words.say(problem.sentence))
        return ""


def _show_kept(kept: tuple[KeptBackup, ...], words: Words) -> None:
    rows = [
        {
            words("Made"): session.plain(words.moment(each.made_at)),
            words("Size"): Figure(each.size, size_in_words(each.size, words)),
            words("Rows"): None if each.rows is None else Figure(each.rows, words.number(each.rows)),
            words("Restored for trial"): _trial_in_words(each, words),
        }
        for each in kept
    ]
    with st.expander(
        words("Backups that are kept ({count})", count=len(kept)), icon=":material/list:", key="kept backups"
    ):
        show_table(rows, words("Backups that are kept"))
        st.caption(
            words(
                "All of the last seven days with a backup, the last one of each of five weeks, and the last"
                " one of each of twelve months. Older ones are removed when a new one is made."
            )
        )


def _trial_in_words(backup: KeptBackup, words: Words) -> str:
    if backup.trial is None:
        return "–"
    if backup.trial.problem is None:
        return session.plain(words.moment(backup.trial.tried_at))
    return session.plain(words("failed: {reason}", reason=backup.trial.problem))
