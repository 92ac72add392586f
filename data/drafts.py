"""What people were writing and have not saved yet: kept as they write, so that a closed browser or a restart
loses nothing.

It is no record: it counts nowhere and leaves no history. One row belongs to one sitting, one visit of one
browser.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from data.database import Store
from data.models import Draft

Place = tuple[str, str, int]
"""Round, body and principle."""

_PLACE = "round = $round and body = $body and principle = $principle"


def keep(
    store: Store, place: Place, sitting: tuple[str, str], values: Mapping[str, object], version: int
) -> None:
    """Keep what a ``sitting`` (its key, and who it is) has written so far, in place of what it had written
    before.
    """
    with store.transaction() as cursor:
        cursor.execute(
            f"delete from unfinished where {_PLACE} and sitting = $sitting",
            _at(place) | {"sitting": sitting[0]},
        )
        cursor.execute(
            "insert into unfinished values ($round, $body, $principle, $sitting, $who, $version, $kept_at,"
            " $held)",
            _at(place)
            | {
                "sitting": sitting[0],
                "who": sitting[1],
                "version": version,
                "kept_at": datetime.now(UTC).replace(tzinfo=None),
                "held": json.dumps(dict(values), ensure_ascii=False),
            },
        )


def kept(store: Store, place: Place) -> list[Draft]:
    """What is kept at a place, newest first."""
    rows = store.rows(
        'select round, body, principle, sitting, who, version, kept_at, "values" from unfinished where'
        f" {_PLACE} order by kept_at desc, sitting",
        **_at(place),
    )
    return [Draft(*row[:-1], values=json.loads(row[-1])) for row in rows]  # type: ignore[misc]  # a tuple of any length


def places(store: Store, round_key: str) -> set[tuple[str, int]]:
    """The bodies and principles of a round at which something unsaved is kept."""
    return set(
        store.rows("select distinct body, principle from unfinished where round = $round", round=round_key)
    )


def forget(store: Store, place: Place, sitting: str | None = None) -> None:
    """Throw away what one sitting, or every one, has kept at a place."""
    with store.transaction() as cursor:
        cursor.execute(
            f"delete from unfinished where {_PLACE} and (sitting = $sitting or $sitting is null)",
            _at(place) | {"sitting": sitting},
        )


def _at(place: Place) -> dict[str, object]:
    return dict(zip(("round", "body", "principle"), place, strict=True))
