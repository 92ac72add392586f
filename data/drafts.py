"""What people were writing and have not saved yet: kept as they write, so that a closed browser or a restart
loses nothing.

It is no record: it counts nowhere, and leaves no history unless it is set aside. One row belongs to one
sitting, one visit of one browser.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from data.confidential import NOBODY, Readership, without_words
from data.database import Store
from data.models import Draft

Place = tuple[str, str, int]
"""Round, body and principle."""

KEPT = timedelta(days=90)
"""What nobody has changed for so long ends."""
SET_ASIDE = "unsaved_texts"
"""What the history calls them."""
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


def kept(store: Store, place: Place, *, readership: Readership = NOBODY) -> list[Draft]:
    """What is kept at a place, newest first. What nobody has submitted yet is as confidential as words that
    are marked so: whoever may not read those has the drafts without their words.
    """
    rows = store.rows(
        'select round, body, principle, sitting, who, version, kept_at, "values" from unfinished where'
        f" {_PLACE} order by kept_at desc, sitting",
        **_at(place),
    )
    for_reader = dict if readership.may_read(place[1]) else without_words
    return [Draft(*row[:-1], values=for_reader(json.loads(row[-1]))) for row in rows]  # type: ignore[misc]  # a tuple of any length


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


def ends_at(draft: Draft) -> datetime:
    """When a draft ends that nobody changes any more, in UTC."""
    return draft.kept_at + KEPT


def end_old(store: Store, now: datetime) -> int:
    """Throw away what nobody has changed for so long, at a moment in UTC; gives how many drafts it was.
    Raises :class:`data.errors.StoreError`.
    """
    oldest = {"oldest": now - KEPT}
    if not store.rows("select 1 from unfinished where kept_at <= $oldest limit 1", **oldest):
        return 0
    with store.transaction() as cursor:
        rows = cursor.execute(
            "delete from unfinished where kept_at <= $oldest returning sitting", oldest
        ).fetchall()
    return len(rows)


def set_aside(store: Store, draft: Draft) -> None:
    """Take what a sitting has kept out of what is unsaved, and append it to the history, signed by who wrote
    it: nothing is lost.
    """
    values = {
        name: ";".join(value) if isinstance(value, list) else value for name, value in draft.values.items()
    }
    place = (draft.round, draft.body, draft.principle)
    with store.transaction() as cursor:
        cursor.execute(
            "insert into history (happened_at, who, action, kind, record, before)"
            " values ($now, $who, 'removed', $kind, $record, $values)",
            {
                "now": datetime.now(UTC).replace(tzinfo=None),
                "who": draft.who,
                "kind": SET_ASIDE,
                "record": ":".join(map(str, place)),
                "values": json.dumps(values, ensure_ascii=False),
            },
        )
        cursor.execute(
            f"delete from unfinished where {_PLACE} and sitting = $sitting",
            _at(place) | {"sitting": draft.sitting},
        )


def _at(place: Place) -> dict[str, object]:
    return dict(zip(("round", "body", "principle"), place, strict=True))
