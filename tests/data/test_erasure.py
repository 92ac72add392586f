"""Personal data is found as whole words and taken out of what is kept beside the records."""

import json
from datetime import datetime

import pytest

from data import drafts, erasure
from data.audit import Action, AuditEvent, record
from data.confidential import EVERY_BODY
from data.database import Store
from data.erasure import Occurrence
from tests.support.registers import take_all

NOON = datetime(2026, 11, 29, 12)
MARK = "[fjernet 2026-11-29]"
PLACE = ("2022-2025/midterm", "by", 1)


@pytest.fixture
def with_name(empty: Store) -> Store:
    """A name in a record and its history, in a draft, and in an event."""
    title = 'Brev fra "Bo  Åberg", om title'
    take_all(empty, {"consultations": [{"consultation": "sti", "title": title, "summary": "Bosted"}]})
    drafts.keep(empty, PLACE, ("s", "Bo Åberg"), {"justification": "BO ÅBERG ringede", "evidence": ["bo"]}, 0)
    record(empty, AuditEvent(Action.SIGN_IN, "Bo Åberg", note="fra Bo Åbergs kontor"), at=NOON)
    return empty


def history_of(store: Store) -> list[dict[str, str]]:
    """The records as the history has them."""
    rows = store.rows("select after from history where kind = 'consultations'")
    return [json.loads(after) for (after,) in rows]


def test_it_is_found_wherever_it_stands(with_name: Store) -> None:
    """Whatever its capitals and spaces, but not within longer words; the records now are counted apart."""
    places = erasure.occurrences(with_name, "bo åberg")
    assert [(each.kept_in, each.about) for each in places] == [
        ("history", "consultations sti"),
        ("drafts", "2022-2025/midterm by 1"),
        ("events", "sign_in"),
    ]
    assert erasure.records_with(with_name, "bo åberg") == {"consultations": 1}
    assert erasure.occurrences(with_name, "bostedet") == []


def test_a_mark_stands_in_its_place(with_name: Store) -> None:
    """Everywhere but in the record itself; the version that all caches hang on stays."""
    version = with_name.version
    assert erasure.erase(with_name, "Bo Åberg", MARK) == {"history": 1, "drafts": 1, "events": 1}
    (after,) = history_of(with_name)
    assert (after["title"], after["summary"]) == (f'Brev fra "{MARK}", om title', "Bosted")
    (draft,) = drafts.kept(with_name, PLACE, readership=EVERY_BODY)
    assert (draft.who, draft.values) == (MARK, {"justification": f"{MARK} ringede", "evidence": ["bo"]})
    assert with_name.rows("select person, note from audit_events") == [(MARK, "fra Bo Åbergs kontor")]
    assert with_name.rows("select title from consultations") == [('Brev fra "Bo Åberg", om title',)]
    assert with_name.version == version
    assert erasure.occurrences(with_name, "Bo Åberg") == []


def test_only_what_is_named_is_changed(with_name: Store) -> None:
    """The other places keep it."""
    place = next(each for each in erasure.occurrences(with_name, "Bo Åberg") if each.kept_in == "drafts")
    assert erasure.erase(with_name, "Bo Åberg", MARK, [(place.kept_in, place.key)]) == {"drafts": 1}
    kept_in = [each.kept_in for each in erasure.occurrences(with_name, "Bo Åberg")]
    assert kept_in == ["history", "events"]


def test_names_of_columns_stay(with_name: Store) -> None:
    """A word that is a column's name too is taken out of the texts alone."""
    erasure.erase(with_name, "title", MARK)
    (after,) = history_of(with_name)
    assert after["title"] == f'Brev fra "Bo Åberg", om {MARK}'


def test_what_was_frozen_stays(demonstration: Store) -> None:
    """A closed round is neither found in the history nor changed; that it holds the text is said."""
    places = erasure.occurrences(demonstration, "grundejerforeningen")
    assert places and not any(place.about.startswith("closings") for place in places)
    assert erasure.records_with(demonstration, "grundejerforeningen")["closings"] > 0


def test_the_key_of_a_rule_that_is_gone_is_changed(empty: Store) -> None:
    """It names a person; that of a rule in force is the record's own."""
    values = "(claim, value, role) values ('email', 'bo@example.org', 'reader')"
    with empty.transaction() as cursor:
        cursor.execute(f"insert into access_rules {values}")
        cursor.execute(
            "insert into history (happened_at, who, action, kind, record) values"
            " ($at, 'Ida', 'created', 'access_rules', 'email:bo@example.org:reader')",
            {"at": NOON},
        )
    assert erasure.occurrences(empty, "bo@example.org") == []
    with empty.transaction() as cursor:
        cursor.execute("delete from access_rules")
    (place,) = erasure.occurrences(empty, "bo@example.org")
    assert place == Occurrence("history", place.key, NOON, "Ida", "access_rules email:bo@example.org:reader")
    erasure.erase(empty, "bo@example.org", MARK)
    assert empty.rows("select record from history where kind = 'access_rules'") == [(f"email:{MARK}:reader",)]
