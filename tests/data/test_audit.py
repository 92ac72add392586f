"""What was done is kept as an event, and said in one line of JSON."""

import json
import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.audit import ACTION_NAMES, OUTCOME_NAMES, Action, AuditEvent, Outcome, log_line, record, unrecorded
from data.database import Store
from data.log_lines import JsonLines, quiet
from data.models import Role

NOON = datetime(2026, 11, 29, 12)
SECRETARY = frozenset({Role.SECRETARY, Role.READER})
DOWNLOAD = AuditEvent(Action.DOWNLOAD, "Ida", SECRETARY, "case.docx", note="closed words")


def events(store: Store) -> list[tuple[object, ...]]:
    """All that is kept, in the order in which it came."""
    return store.rows("select * exclude (entry) from audit_events order by entry")


def test_an_event_is_kept_and_printed(empty: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """The register's version, on which all that is kept in memory hangs, stays the same."""
    version = empty.version
    record(empty, DOWNLOAD, at=NOON)
    row = (NOON, "Ida", "reader;secretary", "download", "case.docx", "done", "closed words", None, None)
    assert events(empty) == [row]
    assert empty.version == version
    assert json.loads(capsys.readouterr().out) == {
        "time": "2026-11-29T12:00:00.000Z",
        "kind": "event",
        "action": "download",
        "person": "Ida",
        "roles": ["reader", "secretary"],
        "subject": "case.docx",
        "outcome": "done",
        "note": "closed words",
    }


def test_a_moment_of_another_zone_is_kept_in_utc(empty: Store) -> None:
    """And now is the moment of an event that names none."""
    record(empty, DOWNLOAD, at=datetime.fromisoformat("2026-11-29T13:00:00+01:00"))
    before = datetime.now(UTC).replace(tzinfo=None)
    record(empty, DOWNLOAD)
    first, second = (row[0] for row in events(empty))
    assert isinstance(second, datetime)
    assert first == NOON and before <= second


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\x1b[2J", "\u2028", "\x85", "\ud800", "\0", '"}'])
def test_no_name_forges_a_line(sign: str, empty: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever somebody calls themselves, an event is one line of letters that every terminal shows."""
    name = f'Bo{sign}{{"kind": "event"}}'
    record(empty, AuditEvent(Action.SIGN_IN, name), at=NOON)
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["person"] == name
    assert line.isascii() and line.isprintable()
    assert len(events(empty)) == 1


def test_a_register_that_is_only_read_gets_the_line(
    empty: Store, own_register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is refused anything because it can't be kept."""
    monkeypatch.setattr(empty, "_is_writable", False)
    record(empty, DOWNLOAD, at=NOON)
    assert events(empty) == []
    assert capsys.readouterr().out == f"{log_line(DOWNLOAD, NOON)}\n"


def test_a_register_that_was_replaced_gets_the_line(
    empty: Store, own_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor one that somebody moved away."""
    own_register.rename(own_register.with_suffix(".away"))
    record(empty, DOWNLOAD, at=NOON)
    assert capsys.readouterr().out == f"{log_line(DOWNLOAD, NOON)}\n"


def test_quiet_and_made_up_events(empty: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """A command's output has no such lines, and made-up people's deeds are no events."""
    with quiet():
        record(empty, DOWNLOAD, at=NOON)
    with unrecorded():
        record(empty, DOWNLOAD, at=NOON)
    assert (len(events(empty)), capsys.readouterr().out) == (1, "")


def test_an_error_is_logged_without_what_it_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    """Its kinds and places are enough to mend it; what it quotes may be somebody's answer."""
    logger = logging.Logger("a program")
    logger.addHandler(JsonLines())
    try:
        try:
            raise KeyError("Det gik skidt på mødet")
        except KeyError as problem:
            raise ValueError("Det gik skidt på mødet") from problem
    except ValueError:
        logger.exception("A page could not be shown.")
    line = json.loads(capsys.readouterr().out)
    assert (line["level"], line["message"]) == ("error", "A page could not be shown.")
    assert line["error"] == ["ValueError", "KeyError"]
    assert all("test_audit.py" in place for (place,) in line["places"])
    assert "skidt" not in json.dumps(line)


def test_every_kind_has_a_name() -> None:
    """On the page nothing is called by its key."""
    assert (set(ACTION_NAMES), set(OUTCOME_NAMES)) == (set(Action), set(Outcome))
