"""Every change of every record, the newest first."""

import pandas as pd
import streamlit as st

from data import queries
from data.confidential import NOBODY
from data.queries.change_search import Change, Search
from language import N_, Words
from materials.table_csv import table_csv
from pages import session
from pages.components.history import ACTIONS, changed_columns
from pages.components.history_search import choose_rows, choose_search, offer_file
from pages.components.import_rows import cut
from pages.components.labels import label
from pages.components.record_names import (
    cell_in_words,
    is_key,
    kind_in_words,
    link_record,
    record_in_words,
)
from workflow.person import ROLE_NAMES

NAME = "changes"
MOST_FIELDS, LONGEST = 5, 160
"""So many fields of a change are shown, and so much of each; the file has all of it."""
COLUMNS = (
    *(N_("Entry"), N_("When"), N_("Who"), N_("Role"), N_("What")),
    *(N_("Kind"), N_("Record"), N_("Field"), N_("Before"), N_("After")),
)
WITHHELD = N_("Closed words: what stood here is shown to secretaries and to the committee or centre itself.")
FROZEN = N_("The round's whole result was frozen.")


def show_changes(words: Words) -> None:
    """The search, and what it gives."""
    store = session.store()
    search = choose_search(
        NAME,
        queries.change_search.people(store),
        queries.change_search.kinds(store),
        lambda kind: kind_in_words(kind, words),
    )
    readership = session.readership()
    count = queries.change_search.count(store, search, readership=readership)
    if not count:
        line = (
            words("No change fits the search.") if search != Search() else words("Nothing was written yet.")
        )
        st.info(line, icon=":material/history:")
        return
    offer_file(NAME, count, words("Changes in records"), lambda: changes_csv(search, words))
    rows = choose_rows(NAME, count, search, words)
    for change in queries.change_search.page(store, search, readership=readership, rows=rows):
        _show(change, words)


def changes_csv(search: Search, words: Words) -> bytes:
    """Every field of every change that is looked for, a row each. Confidential words are in it for nobody:
    the file leaves the program.
    """
    store = session.store()
    changes = queries.change_search.page(store, search, readership=NOBODY, rows=slice(0, 10**9))
    rows = [row for change in changes for row in _rows(change, words)]
    return table_csv(pd.DataFrame(rows, columns=[words(column) for column in COLUMNS]))


def roles_in_words(roles: tuple[str, ...], words: Words) -> str:
    """The roles in which something was done, after one another."""
    return ", ".join(words(ROLE_NAMES[role]) for role in roles if role in ROLE_NAMES)


def _show(change: Change, words: Words) -> None:
    roles = roles_in_words(change.roles, words)
    who = f"{change.who} ({roles})" if roles else change.who
    title = f"{kind_in_words(change.kind, words)}: {cut(record_in_words(change, words), LONGEST)}"
    with st.container(border=True, gap="small"):
        st.markdown(
            f"**{session.plain(title)}** · {words(ACTIONS[change.action])}  \n"
            f":small[{session.plain(words.moment(change.happened_at))} · {session.plain(who)}]"
        )
        if lines := _lines(change, words):
            st.markdown("  \n".join(lines))
        link_record(change, words)


def _lines(change: Change, words: Words) -> list[str]:
    if change.before is None and change.after is None:
        if change.kind == queries.change_search.FROZEN:
            return [f":material/ac_unit: {words(FROZEN)}"]
        return [f":material/lock: {words(WITHHELD)}"]
    if change.is_confidential:
        session.note_confidential_read(change.record)
    fields = _fields(change, words)
    lines = [_line(field, change, words) for field in fields[:MOST_FIELDS]]
    others = len(fields) - MOST_FIELDS
    if others > 0:
        lines.append(words.many("and {count} more field", "and {count} more fields", others))
    return lines


def _fields(change: Change, words: Words) -> list[tuple[str, str, str]]:
    """The name of every column that differs, and what stood and stands in it, in words."""
    return [
        (
            label(column, words),
            cell_in_words(column, before, words),
            cell_in_words(column, after, words),
        )
        for column, before, after in changed_columns(change.before, change.after)
        if not is_key(change, column)
    ]


def _line(field: tuple[str, str, str], change: Change, words: Words) -> str:
    column, before, after = field
    values = {"column": column, "before": cut(before, LONGEST), "after": cut(after, LONGEST)}
    if change.before and change.after:
        return session.plain(words("{column}: from “{before}” to “{after}”", **values))
    return session.plain(
        words("{column}: {after}", column=column, after=values["after" if change.after else "before"])
    )


def _rows(change: Change, words: Words) -> list[list[object]]:
    """A row a field; one alone where there is none to be shown."""
    fields = _fields(change, words)
    if change.before is None and change.after is None:
        is_frozen = change.kind == queries.change_search.FROZEN
        fields = [("", "", words(FROZEN if is_frozen else WITHHELD))]
    start: list[object] = [
        change.entry,
        words.moment(change.happened_at),
        change.who,
        roles_in_words(change.roles, words),
        words(ACTIONS[change.action]),
        kind_in_words(change.kind, words),
        record_in_words(change, words),
    ]
    return [[*start, *field] for field in fields or [("", "", "")]]
