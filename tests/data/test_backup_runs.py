"""Backups made by the running dashboard: by a child, written down, and told where they fail."""

import json
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.backup import back_up
from data.backup_runs import one_at_a_time, run_backup, run_trial
from data.backup_schedule import Schedule
from data.backup_state import BackupRecord, Trial, backup_state, read_record, schedule_problem, write_record
from data.database import Store
from data.errors import StoreError
from data.maintenance_process import MaintenanceStopped, answer_of, output_of, run_apart
from data.restore_trial import try_restore
from data.sentence_json import sentence_as_dict, sentence_of_dict
from data.table_sums import sums_file
from language import Sentence, speak
from tests.data.test_backup import names_in
from tests.support.registers import BODIES, new_empty, take_all

NIGHT = datetime(2026, 11, 29, 1)
LATER = NIGHT + timedelta(minutes=5)
NAME = "register-2026-11-29T0100Z.duckdb"


@pytest.fixture
def schedule(tmp_path: Path) -> Schedule:
    """Into a folder that is not there yet."""
    return Schedule(tmp_path / "backups")


def settings(schedule: Schedule) -> dict[str, str]:
    """The environment of a schedule."""
    return {"OEJENHOEJDE_BACKUPS": str(schedule.folder)}


def test_a_backup_of_a_register_in_use(empty: Store, schedule: Schedule) -> None:
    """It holds what was saved a moment ago, the register keeps its lock, and the state says when, how large
    and how many rows; restored for trial, it names that too.
    """
    take_all(empty, {"bodies": BODIES})
    backup = run_backup(empty.path, schedule, NIGHT)
    assert names_in(backup) == ["Center for By", "Planudvalget"]
    run_trial(backup, LATER)
    opening = f"import duckdb; duckdb.connect({str(empty.path)!r})"
    assert subprocess.run([sys.executable, "-c", opening], capture_output=True).returncode == 1
    state = backup_state(schedule, LATER)
    assert state.last_good == state.kept[0]
    kept = state.kept[0]
    rows = sum(each["rows"] for each in json.loads(sums_file(backup).read_text()).values())
    assert (kept.path.name, kept.made_at, kept.rows, kept.trial) == (NAME, NIGHT, rows, Trial(LATER))
    assert (state.last_try, state.failure, state.problem) == (NIGHT, None, None)
    assert (state.last_good_trial, state.next_at) == (LATER, NIGHT + timedelta(days=1))
    assert state.free and state.free > kept.size > 0
    assert schedule_problem(LATER, settings(schedule)) is None
    take_all(empty, {"bodies": [{**BODIES[0], "name": "Byplanudvalget"}]})


def test_what_failed_stays_told(own_register: Path, schedule: Schedule) -> None:
    """Through a restart, in either language, until there is a good one; the failed try left nothing."""
    Store.create(own_register).close()
    own_register.write_bytes(own_register.read_bytes()[:5000])
    with pytest.raises(StoreError, match="is damaged"):
        run_backup(own_register, schedule, NIGHT)
    problem = schedule_problem(LATER, settings(schedule))
    assert problem
    assert str(problem).startswith("The last backup, tried 29 November 2026 at 02:00, failed: The register ")
    assert "er beskadiget" in speak("da").say(problem)
    assert [path.name for path in schedule.folder.iterdir()] == ["backups.json"]
    assert backup_state(schedule, LATER).next_at == LATER


def test_a_folder_that_cannot_be_written(empty: Store, schedule: Schedule) -> None:
    """Is told though nothing can be written down there."""
    schedule.folder.write_text("a file")
    with pytest.raises(StoreError, match="can't be made"):
        run_backup(empty.path, schedule, NIGHT)
    problem = schedule_problem(LATER, settings(schedule))
    assert (
        problem and "part of the path is no folder" in str(problem) or "of that name is there" in str(problem)
    )
    schedule.folder.unlink()
    run_backup(empty.path, schedule, LATER)
    assert schedule_problem(LATER, settings(schedule)) is None


def test_a_backup_that_would_not_come_back_is_told(own_register: Path, schedule: Schedule) -> None:
    """Damaged on the disk since, or without its sums."""
    new_empty(own_register).close()
    backup = schedule.folder / NAME
    back_up(own_register, backup)
    sums_file(backup).rename(backup.with_name("sums"))
    with pytest.raises(StoreError, match="No sums lie beside"):
        try_restore(backup)
    backup.with_name("sums").rename(sums_file(backup))
    backup.write_bytes(backup.read_bytes()[:5000])
    with pytest.raises(StoreError, match="is damaged or is no backup"):
        run_trial(backup, LATER)
    state = backup_state(schedule, LATER)
    assert str(state.problem).startswith(f"The backup {NAME} was restored for trial, and that failed: ")
    assert state.last_good_trial is None


def test_an_overdue_backup_is_told(schedule: Schedule) -> None:
    """After two of its intervals without a good one, counted from the beginning where there never was one; a
    wrong setting is told when nothing else is wrong.
    """
    schedule.folder.mkdir()
    write_record(schedule.folder, replace(read_record(schedule.folder), since=NIGHT))
    moments = (NIGHT + timedelta(days=2), NIGHT + timedelta(days=2, minutes=1), NIGHT - timedelta(days=400))
    problems = [schedule_problem(moment, settings(schedule)) for moment in moments]
    assert [str(each) for each in problems] == [
        "None",
        "There is no good backup since 29 November 2026 at 02:00, though one is due every 24 h.",
        "None",
    ]
    wrong = settings(schedule) | {"OEJENHOEJDE_BACKUP_HOURS": "often"}
    assert "not “often”" in str(schedule_problem(NIGHT, wrong))
    assert schedule_problem(NIGHT, {}) is None


def test_little_room_is_told(schedule: Schedule, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the next backup fails for it."""
    schedule.folder.mkdir()
    (schedule.folder / NAME).write_bytes(bytes(2_000_000))
    write_record(schedule.folder, BackupRecord(last_good=NAME, last_good_at=NIGHT))
    monkeypatch.setattr("data.backup_state._free", lambda folder: 1_999_999)
    problem = schedule_problem(LATER, settings(schedule))
    assert str(problem) == (
        f"{schedule.folder} has room for 1 MB, and the next backup takes about 3 MB: make room there."
    )


def test_what_is_written_down_can_be_spoilt(schedule: Schedule) -> None:
    """By whoever; then it is as if nothing was."""
    schedule.folder.mkdir()
    for text in ("", "[]", "{}", '{"since": 3}', '{"trials": []}', "\x00"):
        (schedule.folder / "backups.json").write_text(text)
        assert read_record(schedule.folder) == BackupRecord()


def test_a_sentence_keeps_its_values() -> None:
    """Those within it too, and how many."""
    inner = Sentence("{a}", {"a": ("x", 3)})
    sentence = Sentence("{count} row", {"why": inner, "none": None}, "{count} rows", 2)
    assert sentence_of_dict(json.loads(json.dumps(sentence_as_dict(sentence)))) == sentence


def test_the_end_of_the_dashboard_ends_the_child(empty: Store, schedule: Schedule) -> None:
    """What is under way is given up, is no failure, and leaves nothing behind."""
    stop = threading.Event()
    stop.set()
    with pytest.raises(MaintenanceStopped):
        run_backup(empty.path, schedule, NIGHT, stop)
    assert list(schedule.folder.iterdir()) == []
    assert schedule_problem(NIGHT, settings(schedule)) is None


def test_what_a_child_had_done_counts() -> None:
    """It was asked to end when it had ended by itself."""
    stop = threading.Event()
    stop.set()
    command = [sys.executable, "-c", "print('{}')"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        child.wait()
        assert output_of(child, stop).strip() == b"{}"


def test_a_child_that_dies_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever it printed; and one that can't be started."""
    with pytest.raises(StoreError, match="ended without an answer"):
        run_apart("no such job")
    monkeypatch.setattr("sys.executable", str(tmp_path / "no python"))
    with pytest.raises(StoreError, match="could not be started"):
        run_apart("check", tmp_path)


def test_each_job_answers(own_register: Path, tmp_path: Path) -> None:
    """As the child prints it."""
    new_empty(own_register).close()
    backup, register = tmp_path / NAME, tmp_path / "place" / "register.duckdb"
    answers = {
        "backup": answer_of("backup", str(own_register), str(backup), NIGHT.isoformat()),
        "try": answer_of("try", str(backup)),
        "check": answer_of("check", str(backup)),
        "describe": answer_of("describe", str(backup)),
        "restore": answer_of("restore", str(backup), str(register)),
    }
    rows = answers["backup"]["rows"]
    assert json.loads(json.dumps(answers)) == answers
    assert answers["try"] == {} and answers["check"]["problems"] == []
    assert set(answers["describe"]) == {"newest", "entry", "rows", "secret_hash"}
    assert answers["restore"] == {"rows": rows, "is_compared": True, "set_aside": None}
    assert set(answer_of("try", str(tmp_path / "no"))) == {"problem"}


def test_one_at_a_time(empty: Store, schedule: Schedule, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another one waits, and says so when it has waited long enough; that is no failure of the schedule."""
    monkeypatch.setattr("data.backup_runs.PATIENCE_SECONDS", 0.01)
    with one_at_a_time(), pytest.raises(StoreError, match="Wait until it is done"):
        run_backup(empty.path, schedule, NIGHT)
    assert schedule_problem(NIGHT, settings(schedule)) is None
