"""Opening and writing the one file, and every way it can refuse."""

import random
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from data import migrations
from data.database import Store
from data.errors import RegisterClosed, StoreError
from data.register import create_empty
from data.schema import TABLES
from tests.support.registers import BODIES, ROUNDS, new_empty, take_all

ROOT = Path(__file__).parents[2]


def fingerprint(path: Path) -> tuple[bytes, int]:
    """The bytes of a file and when it was last changed."""
    return path.read_bytes(), path.stat().st_mtime_ns


def refusal(path: Path) -> str:
    """What opening the file says."""
    with pytest.raises(StoreError) as refused:
        Store(path)
    return str(refused.value)


def test_a_file_of_a_newer_schema_is_left_untouched(own_register: Path) -> None:
    """An older program must not touch what a newer one made."""
    new_empty(own_register).close()
    with duckdb.connect(str(own_register)) as newer:
        newer.execute("insert into schema_versions values (9999, current_date)")
    before = fingerprint(own_register)
    assert "9999" in refusal(own_register)
    assert fingerprint(own_register) == before


@pytest.mark.parametrize(
    "content", [b"", b"no database at all", b"\x00" * 5000], ids=["empty", "text", "zeros"]
)
def test_a_damaged_file_is_left_untouched(own_register: Path, content: bytes) -> None:
    """One sentence that names the file, and not a byte changed."""
    own_register.write_bytes(content)
    assert str(own_register) in refusal(own_register)
    assert own_register.read_bytes() == content


def test_another_database_is_no_register(own_register: Path) -> None:
    """A DuckDB file of somebody else's is refused and left alone."""
    with duckdb.connect(str(own_register)) as other:
        other.execute("create table theirs (a integer)")
    before = fingerprint(own_register)
    assert "no register" in refusal(own_register)
    assert fingerprint(own_register) == before


@pytest.mark.parametrize(
    "sql",
    [
        "create table schema_versions (version integer primary key, applied_on date not null)",
        "create table schema_versions (number varchar)",
        "create table schema_versions (version varchar); insert into schema_versions values ('x')",
        "create table schema_versions (version integer); insert into schema_versions values (5)",
        (
            "create table schema_versions (version integer); insert into schema_versions values (1); create"
            " table terms (a integer)"
        ),
    ],
    ids=["no version", "other columns", "no number", "no tables", "one table"],
)
def test_a_file_that_is_only_partly_a_register_is_left_untouched(own_register: Path, sql: str) -> None:
    """Neither migrated nor taken for one of ours."""
    with duckdb.connect(str(own_register)) as other:
        other.execute(sql)
    before = fingerprint(own_register)
    assert "no register" in refusal(own_register)
    assert fingerprint(own_register) == before


def test_our_tables_with_other_columns_are_no_register(own_register: Path) -> None:
    """A table that somebody changed by hand would fail at the first read of a page."""
    new_empty(own_register).close()
    with duckdb.connect(str(own_register)) as other:
        other.execute("alter table norms rename column source to kilde")
    assert "no register" in refusal(own_register)


def test_an_empty_file_says_how_to_begin_anew(own_register: Path) -> None:
    """As an interrupted program of another version may have left it."""
    own_register.touch()
    assert "begin anew with: python -m data init" in refusal(own_register)


def test_damage_behind_the_header_is_told_and_not_denied(
    demonstration_file: Path, own_register: Path
) -> None:
    """A part that was overwritten, and a file that was cut off: reading says so, and says nothing of what
    is still there.
    """
    whole = demonstration_file.read_bytes()
    noise = random.Random(1).randbytes(len(whole) - 20_000)
    for content in (whole[:20_000] + noise, whole[:800_000]):
        own_register.write_bytes(content)
        with pytest.raises(StoreError) as refused:
            store = Store(own_register)
            try:
                for table in TABLES:
                    store.rows(f"select * from {table}")
            finally:
                store.close()
        assert "is damaged" in str(refused.value)
        assert "still there" not in str(refused.value)


FULL = """
import resource, sys
from pathlib import Path
from data.database import Store
from data.errors import RegisterClosed, StoreError
store = Store(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    with store.transaction() as cursor:
        rows = "select 't' || i, '1990-01-01', '1993-12-31' from range(100_000) t(i)"
        cursor.execute("insert into terms " + rows)
except StoreError as problem:
    print(problem)
print(store.rows("select count(*) from terms")[0][0])
"""


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="the limit of a file's size is one of POSIX")
def test_a_full_disk_at_the_last_moment_saves_nothing(own_register: Path) -> None:
    """The commit is refused and there is nothing left to undo: one sentence, and the records before it can
    be read.
    """
    new_empty(own_register).close()
    process = subprocess.run(
        [sys.executable, "-c", FULL, str(own_register)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    sentence, count = process.stdout.splitlines()
    assert (
        "could not be written (the disk is full). Nothing was saved" in sentence,
        count,
        process.stderr,
    ) == (
        True,
        "3",
        "",
    )


def test_a_register_that_can_not_be_made_leaves_nothing(
    own_register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped in the middle, there is neither a register nor a part of one, and the next try succeeds."""

    def stop(*arguments: object, **others: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("data.register.take_in", stop)
        with pytest.raises(KeyboardInterrupt):
            create_empty(own_register)
    assert list(own_register.parent.iterdir()) == []
    create_empty(own_register).close()
    assert [file.name for file in own_register.parent.iterdir()] == [own_register.name]


def test_a_log_left_behind_is_not_taken_for_a_new_registers(own_register: Path) -> None:
    """Who moves a register away may forget the file beside it: it holds that register's newest records."""
    log = own_register.with_name(f"{own_register.name}.wal")
    log.write_bytes(b"something")
    with pytest.raises(StoreError, match=log.name):
        create_empty(own_register)
    assert log.read_bytes() == b"something"


@pytest.mark.thorough
def test_a_locked_file_says_who_is_in_the_way(own_register: Path) -> None:
    """Another process that holds the register gets named as the reason."""
    new_empty(own_register).close()
    program = (
        f"import duckdb, sys; c = duckdb.connect({str(own_register)!r}); print('held', flush=True);"
        " sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        sentence = refusal(own_register)
        holder.communicate("")
    assert "in use by another program" in sentence


def test_a_second_opening_in_one_program_is_refused(own_register: Path) -> None:
    """It would be given the database of the first, also where another file has the name by now."""
    store = new_empty(own_register)
    assert "in use by another program" in refusal(own_register)
    assert store.rows("select count(*) from bodies") == [(0,)]
    store.close()
    Store(own_register).close()


def test_closing_ends_what_is_being_read(empty: Store) -> None:
    """A select that would go on for years says that the register was closed; the file is free at once."""
    begun, problems = threading.Event(), []

    def read() -> None:
        begun.set()
        try:
            empty.rows("select count(*) from range(1000000000000) numbers(n) where n % 7 = 3")
        except RegisterClosed as problem:
            problems.append(problem)

    reader = threading.Thread(target=read)
    reader.start()
    begun.wait()
    empty.close()
    Store(empty.path).close()
    reader.join()
    assert len(problems) == 1
    with pytest.raises(RegisterClosed):
        empty.rows("select 1")
    with pytest.raises(StoreError), empty.transaction():
        pass


def test_a_folder_in_the_files_place_is_refused(own_register: Path) -> None:
    """A path that can't be a file gets a sentence, no traceback."""
    own_register.mkdir()
    assert str(own_register) in refusal(own_register)


def test_a_missing_file_says_how_to_make_one(own_register: Path) -> None:
    """The command that creates a register is in the sentence."""
    assert "python -m data init" in refusal(own_register)


def test_creating_over_an_existing_file_is_refused(own_register: Path) -> None:
    """Nothing is overwritten."""
    create_empty(own_register).close()
    before = fingerprint(own_register)
    with pytest.raises(StoreError):
        create_empty(own_register)
    assert fingerprint(own_register) == before


def test_an_older_schema_is_brought_up_to_date(
    own_register: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A step that the file lacks is applied once, and the records stay."""
    store = new_empty(own_register)
    store.close()
    extra = tmp_path / "9000_more.sql"
    extra.write_text("create table extra (a integer);")
    steps = migrations.steps() | {9000: extra}
    monkeypatch.setattr("data.migrations.steps", lambda: steps)
    for _ in range(2):
        reopened = Store(own_register)
        rows = reopened.rows(
            "select (select count(*) from terms), (select count(*) from extra), (select max(version) from"
            " schema_versions)"
        )
        reopened.close()
    assert rows == [(3, 0, 9000)]


def test_a_failing_step_is_rolled_back_whole(
    own_register: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Half a migration must not stay."""
    new_empty(own_register).close()
    broken = tmp_path / "9000_broken.sql"
    broken.write_text("create table half (a integer); select nonsense from nowhere;")
    steps = migrations.steps() | {9000: broken}
    monkeypatch.setattr("data.migrations.steps", lambda: steps)
    with pytest.raises(duckdb.Error):
        Store(own_register)
    monkeypatch.undo()
    store = Store(own_register)
    assert store.rows("select count(*) from information_schema.tables where table_name = 'half'") == [(0,)]


def test_the_register_can_reach_nothing_outside(empty: Store) -> None:
    """No other file can be read through the database, and its settings are locked."""
    for forbidden in (
        "select * from read_csv('/etc/passwd')",
        "set enable_external_access = true",
        "install httpfs",
        "attach '/tmp/x.db'",
    ):
        with pytest.raises(duckdb.Error):
            empty.rows(forbidden)


def test_constraints_live_in_the_database(empty: Store) -> None:
    """Even a writer that skipped every check can't store what must not be."""
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES})
    wrong = (
        (
            "insert into assessments values ('x', '2022-2025/endterm', 'plan', 6, null, 3, false, null, 'w',"
            " null, null, null, null, false, 'draft', 1)"
        ),
        (
            "insert into assessments values ('x', '2022-2025/endterm', 'plan', 1, null, 3, true, null, 'w',"
            " null, null, null, null, false, 'draft', 1)"
        ),
        (
            "insert into assessments values ('x', '2022-2025/endterm', 'plan', 1, null, 3, false, null, ' ',"
            " null, null, null, null, false, 'submitted', 1)"
        ),
        (
            "insert into assessments values ('x', 'no round', 'plan', 1, null, 3, false, null, 'w', null,"
            " null, null, null, false, 'draft', 1)"
        ),
        "insert into body_successions values ('plan', 'plan')",
        "update rounds set status = 'lost'",
        (
            "insert into history (happened_at, who, action, kind, record) values"
            " (current_timestamp::timestamp, ' ', 'created', 'x', 'x')"
        ),
    )
    for sql in wrong:
        with pytest.raises(duckdb.ConstraintException), empty.transaction() as cursor:
            cursor.execute(sql)


def test_a_write_that_fails_is_rolled_back(empty: Store) -> None:
    """An error in the middle leaves nothing behind, and the next writer is let in."""
    with pytest.raises(RuntimeError), empty.transaction() as cursor:
        cursor.execute("insert into terms values ('1990-1993', '1990-01-01', '1993-12-31')")
        raise RuntimeError("in the middle")
    take_all(empty, {"bodies": BODIES})
    assert empty.rows("select count(*) from terms where term = '1990-1993'") == [(0,)]


@pytest.mark.thorough
def test_readers_and_a_writer_at_once_see_whole_states(empty: Store) -> None:
    """Eight readers beside a writer: both bodies are always renamed together, and no read fails."""
    take_all(empty, {"bodies": BODIES})
    seen: list[int] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.append(empty.rows("select count(distinct active_to) from bodies")[0][0])

    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for year in range(2030, 2040):
        take_all(empty, {"bodies": [body | {"active_to": f"{year}-12-31"} for body in BODIES]})
    stop.set()
    for reader in readers:
        reader.join()
    assert set(seen) <= {0, 1} and len(seen) > 30
