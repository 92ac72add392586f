"""A backup put in the register's place, by an administrator: what is in it, what would be lost, then asked
once more.
"""

from hashlib import sha256

import streamlit as st

from data.backup_schedule import schedule_settings
from data.backup_state import KeptBackup, kept_backups
from data.errors import CommandRefused, StoreError
from language import Words
from pages import session
from pages.components.confirmation import Confirmation, ask_once_more
from pages.components.file_size import size_in_words
from pages.components.outcome_messages import keep_messages, show_messages
from workflow.backups import BackupFile, BackupOutline, outline_backup, record_restore, restore_backup

PLACE = "restore"
KEPT, UPLOAD, ROUNDS = "restore kept", "restore upload", "restores of this visit"
OUTLINE = "restore outline"


def show_restore(words: Words) -> None:
    """Which backup, what it is, and the button."""
    with st.container():
        show_messages(PLACE)
    with st.expander(
        words("Restore a backup"), icon=":material/settings_backup_restore:", key="restore fold"
    ):
        st.markdown(
            words(
                "The register goes back to what it was when the backup was made, for everybody, with history"
                " and access. The register of today is laid aside on the server, so that IT operations can"
                " bring it back."
            )
        )
        if file := _choose(words):
            _show_file(file, words)


def _choose(words: Words) -> BackupFile | None:
    """One that is kept, or one that is uploaded here; an upload goes first."""
    schedule = schedule_settings()
    kept = {each.path.name: each for each in (kept_backups(schedule.folder) if schedule else ())}
    name = st.selectbox(
        words("A backup that is kept"),
        list(kept),
        None,
        format_func=lambda each: _in_words(kept[each], words),
        placeholder=words("Choose a backup"),
        disabled=not kept,
        key=KEPT,
    )
    label = words("Or one that was fetched earlier (.duckdb)")
    key = f"{UPLOAD} {st.session_state.get(ROUNDS, 0)}"  # a new field after each restore: empty again
    upload = st.file_uploader(label, ["duckdb"], key=key)
    if upload:
        return BackupFile(upload.name, upload.getvalue())
    return BackupFile(name) if name else None


def _in_words(backup: KeptBackup, words: Words) -> str:
    return words(
        "{moment}, {size}", moment=words.moment(backup.made_at), size=size_in_words(backup.size, words)
    )


def _show_file(file: BackupFile, words: Words) -> None:
    try:
        with st.spinner(words("Reading the backup …")):
            outline = _outline(file)
    except (CommandRefused, StoreError) as problem:
        st.error(session.plain(words.say(problem.sentence)), icon=":material/error:")
        return
    lines = [_holds(outline, words), _loses(outline, words)]
    for line in lines:
        st.markdown(session.plain(line))
    confirmation = Confirmation(
        words("Restore this backup"),
        ":material/settings_backup_restore:",
        [session.plain(lines[1]), words("Everybody goes on with the restored register at their next page.")],
        words("Yes, put the backup in the register's place"),
    )
    ask_once_more(confirmation, lambda: _restore(file), "restore backup")


def _outline(file: BackupFile) -> BackupOutline:
    """Read once for each file and each change of the register."""
    content = sha256(file.content).hexdigest() if file.content is not None else ""
    key = (file.name, content, session.version())
    if st.session_state.get(f"{OUTLINE} key") != key:
        st.session_state[OUTLINE] = outline_backup(session.store(), session.person(), file)
        st.session_state[f"{OUTLINE} key"] = key
    outline: BackupOutline = st.session_state[OUTLINE]
    return outline


def _holds(outline: BackupOutline, words: Words) -> str:
    contents = outline.contents
    newest = words("nothing was saved in it yet")
    if contents.newest:
        newest = words("saved until {moment}", moment=contents.newest)
    return words(
        "The backup holds {consultations} consultations, {assessments} assessments and {closings} closed"
        " rounds, {newest}.",
        newest=newest,
        **contents.rows,
    )


def _loses(outline: BackupOutline, words: Words) -> str:
    if outline.lost is None:
        return words(
            "It is a backup of another register: everything in the register of today is replaced, and forms"
            " that were sent out from it can't be taken in afterwards."
        )
    if outline.lost.last_at is None:
        return words("Nothing was saved since: a restore loses nothing.")
    return words.many(
        "{count} change that was saved since is lost, made by {who} on {moment}.",
        "{count} changes that were saved since are lost, the last one made by {who} on {moment}.",
        outline.lost.count,
        who=outline.lost.last_by,
        moment=outline.lost.last_at,
    )


def _restore(file: BackupFile) -> None:
    words, person = session.words(), session.person()
    try:
        outcome = restore_backup(session.store(), person, file)
        record_restore(session.store(), person, file, outcome)
    except (CommandRefused, StoreError) as problem:
        keep_messages(PLACE, [("error", words.say(problem.sentence))])
        return
    st.session_state[KEPT] = None
    st.session_state[ROUNDS] = st.session_state.get(ROUNDS, 0) + 1
    line = words(
        "The backup is in place: {rows} rows. The register that was there before is {file} on the server.",
        rows=outcome.rows,
        file=outcome.set_aside,
    )
    compared = words("Every table equals the sums that were written with the backup.")
    not_compared = words("No sums lie beside the backup, so that it could not be held against them.")
    keep_messages(PLACE, [("success", f"{line} {compared if outcome.is_compared else not_compared}")])
