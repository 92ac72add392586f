"""What is noted of an import: its place in the history, the consultations that its rows named, its
profile.
"""

from collections.abc import Mapping
from datetime import datetime

import duckdb
import pandas as pd

from data.errors import RecordProblem
from data.foreign.identities import hashed
from data.foreign.profile import Profile
from data.foreign.profile_text import profile_as_text
from data.import_pipeline import Options, table_of_rows, take_in_with
from data.models import ImportRecord
from data.queries.round_days import RoundDays
from data.schema import TABLES
from data.upsert import write


def newest_entry(cursor: duckdb.DuckDBPyConnection) -> int:
    """The number of the history's newest entry, 0 where there is none."""
    return int(cursor.execute("select coalesce(max(entry), 0) from history").fetchall()[0][0])


def next_number(cursor: duckdb.DuckDBPyConnection) -> int:
    """The number of the next import."""
    return int(cursor.execute("select coalesce(max(number), 0) + 1 from imports").fetchall()[0][0])


def note_keys(
    cursor: duckdb.DuckDBPyConnection, profile: str, key_by_identity: Mapping[str, str], who: str
) -> None:
    """Keep by which consultation each identity is known from now on; the identities as checksums."""
    rows = [(profile, hashed(identity), key) for identity, key in key_by_identity.items()]
    table = TABLES["import_keys"]
    write(cursor, table, pd.DataFrame(rows, columns=pd.Index(table.names), dtype=object), who)


def note_profile(
    cursor: duckdb.DuckDBPyConnection, profile: Profile, who: str, changed_at: datetime
) -> list[RecordProblem]:
    """Keep a profile by its name, where it is new or understood otherwise than before; gives why it can't be
    kept.
    """
    text = profile_as_text(profile)
    stored = cursor.execute(
        "select settings from import_profiles where name = $name", {"name": profile.name}
    ).fetchall()
    if stored == [(text,)]:
        return []
    row = {
        "name": profile.name,
        "settings": text,
        "changed_at": _moment(changed_at),
        "changed_by": who,
    }
    return _taken(cursor, "import_profiles", row, who)


def note_import(
    cursor: duckdb.DuckDBPyConnection, record: ImportRecord, entries: tuple[int, int]
) -> list[RecordProblem]:
    """List an import with the history's entries that it wrote; gives why it can't be listed."""
    row = {
        "number": str(record.number),
        "imported_at": _moment(record.imported_at),
        **{name: getattr(record, name) for name in ("who", "file", "sha256", "profile")},
        **{name: str(getattr(record, name)) for name in ("new", "changed", "unchanged", "rejected")},
    }
    problems = _taken(cursor, "imports", row, record.who)
    cursor.execute(
        "update imports set first_entry = $first, last_entry = $last where number = $number",
        {"first": entries[0], "last": entries[1], "number": record.number},
    )
    return problems


def rounds_touched(cursor: duckdb.DuckDBPyConnection, after: int, rounds: list[RoundDays]) -> dict[str, int]:
    """How many of the consultations that the history's newest entries wrote belong to each of the rounds."""
    rows = cursor.execute(
        """select r.round, count(distinct c.consultation)
        from (
            select
                unnest(cast($rounds as varchar[])) as round,
                unnest(cast($first_days as date[])) as first_day,
                unnest(cast($last_days as date[])) as last_day
        ) r
        join counted_consultations c on c.counted_on between r.first_day and r.last_day
        where c.consultation in (select record from history where entry > $after and kind = 'consultations')
        group by r.round
        order by r.round""",
        {
            "rounds": [days.round for days in rounds],
            "first_days": [days.first for days in rounds],
            "last_days": [days.last for days in rounds],
            "after": after,
        },
    ).fetchall()
    return dict(rows)


def _taken(
    cursor: duckdb.DuckDBPyConnection, table: str, row: Mapping[str, str | None], who: str
) -> list[RecordProblem]:
    return take_in_with(cursor, [table_of_rows(TABLES[table], [row], table)], Options(who))[0].errors


def _moment(moment: datetime) -> str:
    return moment.replace(microsecond=0, tzinfo=None).isoformat(" ")
