"""Everything that some entries of the history did is set back, but for records that were changed since.

A record counts as changed since where the history's newest entry about it leaves it otherwise than these
entries did; what was changed and put back again was not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb
import pandas as pd

from data.database import Store
from data.foreign.import_log import newest_entry
from data.schema import DATE, INTEGER, MOMENT, NUMBER, TABLES, YES_NO, Table
from data.upsert import exchange_text, remove_all, write

KEYS, CONSULTATIONS = "import_keys", "consultations"
DEPENDENT = ("consultation_groups", "experiences")
JSON_KINDS = {DATE: "DATE", MOMENT: "TIMESTAMP", INTEGER: "BIGINT", NUMBER: "DOUBLE", YES_NO: "BOOLEAN"}
PREPARE = """
create or replace temp table undoing as
with own as (
    select
        kind,
        record,
        first(before order by entry) as before,
        last(after order by entry) as after
    from history
    where entry between $first and $last
    group by kind, record
),
newest as (
    select h.kind, h.record, last(h.after order by h.entry) as after
    from history h
    semi join own on own.kind = h.kind and own.record = h.record
    group by h.kind, h.record
)
select
    own.*,
    case
        when newest.after is null or newest.after is not distinct from own.before then 'gone'
        when newest.after is distinct from own.after then 'kept'
        when own.before is null then 'new'
        else 'changed'
    end as state
from own
join newest using (kind, record)
"""
BUT_UNDONE_KEYS = (
    "where not exists (from undoing u where u.kind = 'import_keys' and u.state = 'new'"
    " and u.record = concat_ws(':', k.profile, k.identity))"
)
"""What is about to be forgotten holds nothing."""
REFERENCES = """
select consultation from consultation_groups
union all select consultation from experiences
union all select consultation from import_keys k {but}
union all select consultation from assessment_evidence
union all select consultation from assessments where consultation is not null
"""


@dataclass(frozen=True)
class Undoing:
    """Whose hand undoes, when (UTC), and the history's first and last entry that are undone."""

    who: str
    at: datetime
    entries: tuple[int, int]


@dataclass(frozen=True)
class Undone:
    """How many consultations had anything set back or taken away; those that people have changed since, by
    key and title; and those that are only marked as removed until nothing holds them any more.
    """

    consultations: int
    kept: list[tuple[str, str]]
    marked: list[str]


def undo(cursor: duckdb.DuckDBPyConnection, undoing: Undoing) -> Undone:
    """Set back what the entries changed, and take away what they made: what nothing refers to is removed,
    another consultation is marked as removed.
    """
    first, last = undoing.entries
    cursor.execute(PREPARE, {"first": first, "last": last})
    begun = newest_entry(cursor)
    kept = _kept(cursor)
    touched: set[str] = set()
    for name in DEPENDENT:
        touched |= _set_back(cursor, name, _rows(cursor, TABLES[name], "new", "after"), undoing)
    nothing = _rows(cursor, TABLES[CONSULTATIONS], "none", "after")
    touched |= _set_back(cursor, CONSULTATIONS, nothing, undoing)
    new = _rows(cursor, TABLES[CONSULTATIONS], "new", "after")[["consultation"]]
    keys_in_use, marked = _take_away(cursor, new, undoing, begun)
    keys = _rows(cursor, TABLES[KEYS], "new", "after")
    is_known = keys["consultation"].isin([*keys_in_use, *(key for key, _ in kept)])
    _set_back(cursor, KEYS, keys[~is_known], undoing)  # what stays is known again by its key
    return Undone(len(touched | set(new["consultation"])), kept, marked)


def _set_back(cursor: duckdb.DuckDBPyConnection, name: str, new: pd.DataFrame, undoing: Undoing) -> set[str]:
    """Write what was changed in a table as it was before, and take new rows away; gives the consultations
    that it concerns.
    """
    before = _rows(cursor, TABLES[name], "changed", "before")
    write(cursor, TABLES[name], before, undoing.who)
    if not new.empty:
        remove_all(cursor, TABLES[name], new[list(TABLES[name].key)], undoing.who)
    return {*before["consultation"], *new["consultation"]}


def remove_marked(store: Store, keys: list[str], who: str) -> None:
    """Remove consultations that were marked because rows of them had been taken away in the same step; one
    that something holds stays marked.

    The database counts a row that this transaction has deleted as still there, so it takes a second one.
    """
    if not keys:
        return
    frame = pd.DataFrame({"consultation": keys}, dtype=object)
    try:
        with store.transaction() as cursor:
            keys_in_use = _held(cursor, frame, REFERENCES.format(but=""))
            remove_all(cursor, TABLES[CONSULTATIONS], frame[~frame["consultation"].isin(keys_in_use)], who)
    except duckdb.ConstraintException:
        pass  # somebody reads the register as it was before; marked is removed enough


def note_undone(cursor: duckdb.DuckDBPyConnection, number: int, undoing: Undoing) -> None:
    """List an import as undone."""
    row = {"number": str(number), "undone_at": _moment(undoing.at), "undone_by": undoing.who}
    write(cursor, TABLES["imports"], pd.DataFrame([row], dtype=object), undoing.who)


def _take_away(
    cursor: duckdb.DuckDBPyConnection, new: pd.DataFrame, undoing: Undoing, begun: int
) -> tuple[set[str], list[str]]:
    """Remove the consultations that nothing refers to, nor did before this step (which began after an entry
    of the history), and mark the others; gives those that something holds, and those that were marked and can
    be removed once it is done.
    """
    if new.empty:
        return set(), []
    keys_in_use = _held(cursor, new, REFERENCES.format(but=BUT_UNDONE_KEYS))
    names = ", ".join(f"'{name}'" for name in DEPENDENT)
    waiting = {
        row[0]
        for row in cursor.execute(
            f"select distinct json_extract_string(before, '$.consultation') from history"
            f" where action = 'removed' and kind in ({names}) and entry > $begun",
            {"begun": begun},
        ).fetchall()
    }
    is_marked = new["consultation"].isin(keys_in_use | waiting)
    marks = new[is_marked].assign(removed_at=_moment(undoing.at), removed_by=undoing.who)
    write(cursor, TABLES[CONSULTATIONS], marks.reset_index(drop=True), undoing.who)
    if not is_marked.all():
        remove_all(cursor, TABLES[CONSULTATIONS], new[~is_marked], undoing.who)
    return keys_in_use, [key for key in new["consultation"][is_marked] if key not in keys_in_use]


def _held(cursor: duckdb.DuckDBPyConnection, keys: pd.DataFrame, references: str) -> set[str]:
    """Which of the consultations something refers to, unsaved texts among it."""
    cursor.register("keys_in_question", keys)
    rows = cursor.execute(
        f"""select consultation from keys_in_question semi join ({references}) r using (consultation)
        union
        select k.consultation
        from keys_in_question k
        join unfinished u on contains(cast(u."values" as varchar), k.consultation)"""
    ).fetchall()
    cursor.unregister("keys_in_question")
    return {row[0] for row in rows}


def _kept(cursor: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """The consultations of which a record was changed since, by key and title."""
    return cursor.execute(
        f"""select distinct u.key, c.title
        from (
            select json_extract_string(after, '$.consultation') as key
            from undoing
            where state = 'kept' and kind <> '{KEYS}'
        ) u
        join consultations c on c.consultation = u.key
        order by c.title collate da, u.key"""
    ).fetchall()


def _rows(cursor: duckdb.DuckDBPyConnection, table: Table, state: str, side: str) -> pd.DataFrame:
    """The records of a state as they were before or after, as exchange text in those columns that there
    were.
    """
    names = list(_known_names(cursor, table, side))
    if not names:
        return pd.DataFrame(columns=pd.Index(table.names), dtype=object)
    kinds = {name: JSON_KINDS.get(table.column(name).kind, "VARCHAR") for name in names}
    shape = ", ".join(f'"{name}": "{kind}"' for name, kind in kinds.items())
    columns = ", ".join(
        f"""{exchange_text(table.column(name).kind, f'r."{name}"')} as "{name}\"""" for name in names
    )
    frame = cursor.execute(
        f"select {columns} from (select json_transform({side}, '{{{shape}}}') as r from undoing"
        " where kind = $kind and state = $state)",
        {"kind": table.name, "state": state},
    ).df()
    frame = frame.astype(object)
    return frame.where(frame.notna(), None)


def _known_names(cursor: duckdb.DuckDBPyConnection, table: Table, side: str) -> Iterator[str]:
    """The columns that a record had when it was written: a later version may have added some."""
    rows = cursor.execute(
        f"select json_keys({side}) from undoing where kind = $kind and {side} is not null limit 1",
        {"kind": table.name},
    ).fetchall()
    return (name for name in table.names if rows and name in rows[0][0])


def _moment(moment: datetime) -> str:
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return moment.replace(microsecond=0, tzinfo=None).isoformat(" ")
