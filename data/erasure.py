"""Personal data is taken out of what is kept beside the records: a mark stands in its place.

The history, unsaved drafts and the log of events are gone through. Records themselves are not, for they are
changed on their own pages, and neither is what was frozen.
"""

import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from data.database import Cursor, Store
from data.queries.change_search import FROZEN
from data.schema import TABLES
from data.upsert import stored_relation

HISTORY, DRAFTS, EVENTS = "history", "drafts", "events"
KEPT_IN = (HISTORY, DRAFTS, EVENTS)
STRING = re.compile(r'"(?:[^"\\]|\\.)*"(?:\s*:)?')
"""A text in JSON, with the colon behind it where it is a name."""
RULES = "access_rules"
"""The one kind of record whose key names a person."""
Key = tuple[object, ...]


@dataclass(frozen=True)
class Occurrence:
    """Where a text stands: in the history, a draft or the log of events; its row's key there, the moment
    (UTC) and hand of that row, and what it is about.
    """

    kept_in: str
    key: Key
    happened_at: datetime
    who: str
    about: str


@dataclass(frozen=True)
class _Row:
    """A row that holds the text: what it would be after it is taken out, by column."""

    occurrence: Occurrence
    values: Mapping[str, str | None]


def occurrences(store: Store, text: str) -> list[Occurrence]:
    """Everywhere that a text stands as whole words, whatever its capitals, the newest first of each kind."""
    return [row.occurrence for row in _rows(store, text, "")]


def records_with(store: Store, text: str) -> dict[str, int]:
    """How many records hold the text now, by table; what was frozen is among them."""
    pattern, counts = _pattern(text), {}
    for table in TABLES.values():
        rows = store.rows(
            f"select row from (select cast(to_json(t) as varchar) as row from {stored_relation(table)} t)"
            " where contains(lower(row), $word)",
            word=_longest_word(text),
        )
        if count := sum(bool(pattern.search(_texts_of(row))) for (row,) in rows):
            counts[table.name] = count
    return counts


def erase(store: Store, text: str, mark: str, only: Collection[tuple[str, Key]] = ()) -> dict[str, int]:
    """Put a mark in the text's place, in one transaction; gives how many rows were changed, by where they are
    kept. ``only`` names rows by where they are kept and their key; where it is empty, all are meant.

    Raises :class:`data.errors.StoreError`.
    """
    with store.alone():
        rows = [
            row
            for row in _rows(store, text, mark)
            if not only or (row.occurrence.kept_in, row.occurrence.key) in only
        ]
        with store.transaction() as cursor:
            for row in rows:
                _write(cursor, row)
    counts = {name: sum(row.occurrence.kept_in == name for row in rows) for name in KEPT_IN}
    return {name: count for name, count in counts.items() if count}


def holds(text: str, sought: str) -> bool:
    """Whether a text holds another as whole words."""
    return bool(_pattern(sought).search(text))


def _rows(store: Store, text: str, mark: str) -> list[_Row]:
    pattern, word = _pattern(text), _longest_word(text)
    return [
        *_in_history(store, pattern, word, mark),
        *_in_drafts(store, pattern, word, mark),
        *_in_events(store, pattern, word, mark),
    ]


def _in_history(store: Store, pattern: re.Pattern[str], word: str, mark: str) -> Iterator[_Row]:
    rows = store.rows(
        f"""select
            entry, happened_at, who, kind, record, before, after,
            kind = '{RULES}' and record not in (select concat_ws(':', claim, value, role) from {RULES})
        from history
        where kind <> '{FROZEN}'
            and contains(
                lower(concat_ws(' ', who, record, cast(before as varchar), cast(after as varchar))),
                $word
            )
        order by entry desc""",
        word=word,
    )
    for entry, at, who, kind, record, before, after, is_key_of_nothing in rows:
        values = {
            "who": pattern.sub(mark, who),
            "record": pattern.sub(mark, record) if is_key_of_nothing else record,
            "before": _in_json(before, pattern, mark),
            "after": _in_json(after, pattern, mark),
        }
        if values != {"who": who, "record": record, "before": before, "after": after}:
            yield _Row(Occurrence(HISTORY, (entry,), at, who, f"{kind} {record}"), values)


def _in_drafts(store: Store, pattern: re.Pattern[str], word: str, mark: str) -> Iterator[_Row]:
    rows = store.rows(
        'select round, body, principle, sitting, kept_at, who, "values" from unfinished'
        " where contains(lower(who || ' ' || cast(\"values\" as varchar)), $word) order by kept_at desc",
        word=word,
    )
    for *key, at, who, text in rows:
        values = {"who": pattern.sub(mark, who), "values": _in_json(text, pattern, mark)}
        if values != {"who": who, "values": text}:
            about = " ".join(map(str, key[:3]))
            yield _Row(Occurrence(DRAFTS, tuple(key), at, who, about), values)


def _in_events(store: Store, pattern: re.Pattern[str], word: str, mark: str) -> Iterator[_Row]:
    rows = store.records(
        "select entry, happened_at, action, person, subject, note from audit_events"
        " where contains(lower(concat_ws(' ', person, subject, note)), $word) order by entry desc",
        word=word,
    )
    for row in rows:
        texts = {name: row[name] for name in ("person", "subject", "note")}
        values = {name: pattern.sub(mark, text) for name, text in texts.items()}
        if values != texts:
            about = f"{row['action']} {row['subject']}".strip()
            yield _Row(Occurrence(EVENTS, (row["entry"],), row["happened_at"], row["person"], about), values)


_UPDATES = {
    HISTORY: (
        (
            "update history set who = $who, record = $record, before = $before, after = $after"
            " where entry = $entry"
        ),
        ("entry",),
    ),
    DRAFTS: (
        (
            'update unfinished set who = $who, "values" = $values'
            " where round = $round and body = $body and principle = $principle and sitting = $sitting"
        ),
        ("round", "body", "principle", "sitting"),
    ),
    EVENTS: (
        "update audit_events set person = $person, subject = $subject, note = $note where entry = $entry",
        ("entry",),
    ),
}


def _write(cursor: Cursor, row: _Row) -> None:
    sql, key = _UPDATES[row.occurrence.kept_in]
    cursor.execute(sql, {**row.values, **dict(zip(key, row.occurrence.key, strict=True))})


def _pattern(text: str) -> re.Pattern[str]:
    words = unicodedata.normalize("NFC", text).split()
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


def _longest_word(text: str) -> str:
    """What every row that holds the text holds too, as the database compares it."""
    return max(re.findall(r"\w+", unicodedata.normalize("NFC", text)), key=len, default="").lower()


def _in_json(text: str | None, pattern: re.Pattern[str], mark: str) -> str | None:
    """A record with the mark in its texts, and nothing else of it touched."""

    def replaced(match: re.Match[str]) -> str:
        literal = match[0]
        if literal.endswith(":"):
            return literal
        value = str(json.loads(literal))
        clean_value = pattern.sub(mark, value)
        return literal if clean_value == value else json.dumps(clean_value, ensure_ascii=False)

    return None if text is None else STRING.sub(replaced, text)


def _texts_of(row: str) -> str:
    """The texts of a record in one, each on a line of its own."""
    return "\n".join(str(value) for value in json.loads(row).values() if isinstance(value, str))
