"""Lakes made of registers in a test."""

import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from data import queries
from data.database import Store
from data.lake.gather import Gathering, partition_files
from data.lake.municipalities import names
from data.lake.partition import partition_folder
from data.lake.place import new_partition
from evaluation.snapshot import evaluation_json
from tests.support.registers import thaw

AT = datetime(2026, 11, 29, 7)


def gathering(code: str, *, name: str | None = None, inhabitants: int | None = None) -> Gathering:
    """Of a municipality, at a moment that is always the same."""
    return Gathering(code, name, inhabitants, "1", AT)


def put(store: Store, lake: Path, municipality: Gathering) -> Path:
    """Gather a register into a lake; gives its partition."""
    with new_partition(lake, municipality.municipality) as folder:
        for name, content in partition_files(store, municipality):
            (folder / name).write_bytes(content)
    return partition_folder(lake, municipality.municipality)


def put_varied(demonstration: Path, lake: Path, number: int) -> list[str]:
    """Gather so many municipalities made of the demonstration's register, each with other gaps and days, the
    smallest code first; gives their codes. The second and the third agreed to be named.
    """
    codes = sorted(names())[:number]
    for place, code in enumerate(codes):
        register = lake.parent / f"{code}.duckdb"
        store = Store(Path(shutil.copy(demonstration, register)))
        thaw(store)
        with store.transaction() as cursor:
            cursor.execute("update seals set secret = $code", {"code": code})
            cursor.execute(_VARIED, {"code": code, "most": place % 7})
        name = names()[code] if place in (1, 2) else None
        put(store, lake, gathering(code, name=name, inhabitants=12_000 * (place % 8 + 1)))
        store.close()
        register.unlink()
    return codes


_VARIED = """
update consultations set
    feedback_on = case when hash(consultation, $code) % 10 >= $most then feedback_on end,
    frame_published_on = frame_published_on + cast(hash(consultation, $code, 1) % 9 as integer) - $most,
    contributions_answered = cast(contributions_answered * (10 - $most) / 10 as integer),
    hours_spent = hours_spent * (6 + $most) / 8,
    participants = participants + cast(hash(consultation, $code, 2) % 20 as integer),
    decided_on = decided_on + cast(hash(consultation, $code, 3) % 30 as integer) * $most
"""


def own_texts(store: Store) -> Mapping[str, str]:
    """What the register itself gives of each of its rounds."""
    return {each.key: evaluation_json(store, each) for each in queries.rounds.oldest_first(store)}
