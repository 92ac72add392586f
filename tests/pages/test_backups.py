"""The part of the page *Data* that is for administrators: backups, a check, a restore."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import queries
from data.backup import back_up
from data.backup_schedule import backup_name
from data.backup_state import BackupRecord, kept_backups, write_record
from data.clock import utc_now
from data.errors import CommandRefused
from data.models import AccessRule
from language import Sentence
from pages import session
from tests.pages.conftest import administrator
from tests.pages.test_access import words_on
from tests.support.registers import BODIES, take_all
from tests.support.screens import open_page, press
from workflow.access import grant_access
from workflow.backups import BackupFile, fetch_backup, make_backup, outline_backup, restore_backup
from workflow.permission import NotPermitted
from workflow.person import Person, Role, at_this_machine

IDA = at_this_machine("Ida")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where backups go, as the setting says."""
    path = tmp_path / "backups"
    monkeypatch.setenv("OEJENHOEJDE_BACKUPS", str(path))
    return path


def labels(screen: AppTest) -> list[str]:
    """The buttons of a page."""
    return [button.label for button in screen.button]


def test_a_backup_is_made_tried_and_listed(with_open_round: Path, folder: Path) -> None:
    """With one click; then it stands there with its size and rows."""
    screen = open_page("data", lang="en")
    assert "Last good backup:** never" in words_on(screen)
    press(screen, "Make a backup now")
    assert not screen.exception
    (kept,) = kept_backups(folder)
    assert kept.trial and kept.trial.problem is None
    assert [each.value.replace("\\", "") for each in screen.success] == [
        f"The backup {kept.path.name} is made and read through.",
        f"The backup {kept.path.name} was restored for trial: everything in it comes back.",
    ]
    assert f"{kept.rows:,}" in str(screen.table[0].value)


def test_what_failed_stands_in_red(with_open_round: Path, folder: Path) -> None:
    """With what it was, and when."""
    folder.mkdir()
    failure = Sentence("The disk is full.")
    write_record(folder, BackupRecord(last_try=utc_now(), failure=failure))
    (problem,) = [each.value.replace("\\", "") for each in open_page("data", lang="en").error]
    assert problem.startswith("The last backup, tried ") and problem.endswith(" failed: The disk is full.")


def test_the_register_is_checked(with_open_round: Path) -> None:
    """Every table by name, and that it is sound."""
    screen = open_page("data", lang="en")
    assert "no folder for backups is set" in words_on(screen)
    press(screen, "Check now")
    assert not screen.exception
    assert "the register is sound." in words_on(screen)
    assert "`assessments`" in list(screen.table[0].value["Table"])


def test_a_backup_is_restored(with_open_round: Path, folder: Path) -> None:
    """What is in it and what would be lost stands there first; the page comes back on what was restored."""
    back_up(with_open_round, folder / backup_name(utc_now()))
    (kept,) = kept_backups(folder)
    screen = open_page("data", lang="en")
    take_all(session.store(), {"bodies": [{**BODIES[0], "name": "Byplanudvalget"}]})
    screen.selectbox(key="restore kept").select(kept.path.name).run()
    assert "The backup holds 0 consultations, 0 assessments and 0 closed rounds" in words_on(screen)
    assert "1 change that was saved since is lost, made by tester on" in words_on(screen)
    press(screen, "Yes, put the backup in the register's place")
    assert not screen.exception
    assert "The backup is in place" in words_on(screen)
    assert "Every table equals the sums" in words_on(screen)
    assert queries.bodies.names(session.store())["plan"] == "Planudvalget"
    assert with_open_round.with_name("register.before-restore-1.duckdb").exists()
    assert "Yes, put the backup in the register's place" not in labels(screen)
    screen.selectbox(key="restore kept").select(kept.path.name).run()
    assert "Nothing was saved since: a restore loses nothing." in words_on(screen)
    events = session.store().rows("select action, person, subject from audit_events where action = 'restore'")
    assert events == [("restore", "Ida Prøve", kept.path.name)]


def test_an_uploaded_file_that_is_no_backup_is_refused(with_open_round: Path) -> None:
    """By name; nothing is offered of it."""
    screen = open_page("data", lang="en")
    screen.file_uploader(key="restore upload 0").set_value(("b.duckdb", b"no register", "")).run()
    assert "is damaged or is no backup" in words_on(screen)
    assert "Yes, put the backup in the register's place" not in labels(screen)


def test_one_that_was_fetched_comes_back(with_open_round: Path, tmp_path: Path) -> None:
    """Whole, without a folder being set; what another register's would cost is told."""
    store = session.store()
    content = fetch_backup(store, IDA, at=utc_now())
    outline = outline_backup(store, IDA, BackupFile("b.duckdb", content))
    assert outline.lost and outline.lost.count == 0
    with store.transaction() as cursor:
        cursor.execute("update seals set secret = 'another'")
    assert outline_backup(store, IDA, BackupFile("b.duckdb", content)).lost is None
    outcome = restore_backup(store, IDA, BackupFile("b.duckdb", content))
    assert store.is_superseded and not outcome.is_compared


@pytest.mark.parametrize(
    "name", ["../register.duckdb", "register.duckdb", "register-2026-01-01T0000Z.duckdb"]
)
def test_only_kept_backups_are_reached_by_name(with_open_round: Path, folder: Path, name: str) -> None:
    """No path leads out of the folder."""
    with pytest.raises(CommandRefused, match="is not there any more"):
        outline_backup(session.store(), IDA, BackupFile(name))
    with pytest.raises(NotPermitted):
        outline_backup(session.store(), Person("Bo", frozenset({Role.SECRETARY})), BackupFile(name))


def test_without_a_folder_none_is_made(with_open_round: Path) -> None:
    """The setting is named."""
    with pytest.raises(CommandRefused, match="OEJENHOEJDE_BACKUPS"):
        make_backup(session.store(), IDA, at=utc_now())


def test_others_see_nothing_of_it(signs_in: Callable[..., None], folder: Path) -> None:
    """A secretary who is no administrator has the templates alone; one whose role was taken since the page
    was drawn fetches nothing.
    """
    signs_in(groups=["alle"])
    administrator()
    assert {"Make a backup now", "Check now"} <= set(labels(open_page("data", lang="en")))
    later = session.person_later()
    signs_in(sub="1", groups=["alle"], name="Bo")
    grant_access(session.store(), IDA, AccessRule("groups", "alle", Role.SECRETARY))
    screen = open_page("data", lang="en")
    assert "Templates of documents and slides" in words_on(screen)
    assert not {"Make a backup now", "Check now"} & set(labels(screen))
    assert later().roles == {Role.ADMINISTRATOR, Role.SECRETARY}
