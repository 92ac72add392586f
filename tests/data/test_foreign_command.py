"""``python -m data import`` of a file of another system, ``imports`` and ``undo``."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from data.database import Store
from tests.data.test_command_line import run
from tests.support.foreign_lists import CYCLE_PATH, LIST_PROFILE, NOON, SCHOOL, SHA256, list_of
from tests.support.registers import BODIES, copy_with
from workflow.imports import ImportRequest, import_table, imports
from workflow.person import at_this_machine

NAMES = {
    "Navn": "Navn på høring",
    "Sag": "Sagsnr.",
    "Fremmødte": "Antal fremmødte",
    "Center": "Ansvarligt center",
}


@pytest.fixture(autouse=True)
def register(own_register: Path) -> Path:
    """A register with bodies."""
    return copy_with(own_register, {"bodies": BODIES})


def write_list(path: Path, *rows: Mapping[str, str]) -> Path:
    """A list with semicolons, under its own headings."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow([NAMES.get(name, name) for name in rows[0]])
        writer.writerows([row.values() for row in rows])
    return path


def titles(register: Path) -> list[str]:
    """What is stored."""
    store = Store(register)
    rows = store.rows("select title from consultations order by title")
    store.close()
    return [row[0] for row in rows]


def test_a_list_is_taken_in_by_the_proposal(register: Path, tmp_path: Path) -> None:
    """It says which column went where, what has no place, and how to undo it; a trial stores nothing."""
    path = write_list(tmp_path / "liste.csv", CYCLE_PATH, SCHOOL)
    trial = run("data", "import", str(path), "--dry-run")
    assert (trial[0], titles(register)) == (0, [])
    status, output, _ = run("data", "import", str(path))
    assert (status, titles(register)) == (0, ["Cykelsti på Åvej", "Ny skole ved søen"])
    assert "Column “Navn på høring” is taken in as title." in output
    assert "Columns without a place, which are not stored: “Kontakt”." in output
    assert "liste.csv: 2 new, 0 changed, 0 unchanged, 0 rejected" in output
    assert "python -m data undo 1" in output


def test_a_kept_profile_reads_the_next_list(register: Path, tmp_path: Path) -> None:
    """By its name, whatever the file's; a column that is gone is said, and nothing is stored."""
    store = Store(register)
    import_request = ImportRequest(list_of(CYCLE_PATH), LIST_PROFILE, SHA256)
    import_table(store, at_this_machine("Ida"), import_request, imported_at=NOON)
    store.close()
    path = tmp_path / "ny.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(reversed(SCHOOL))
        writer.writerow(reversed(SCHOOL.values()))
    assert "1 new" in run("data", "import", str(path), "--profile", LIST_PROFILE.name)[1]
    path.write_text(path.read_text(encoding="utf-8").replace("Fremmødte", "Mødte op"), encoding="utf-8")
    status, output, _ = run("data", "import", str(path), "--profile", LIST_PROFILE.name)
    assert (status, len(titles(register))) == (1, 2)
    assert "no column “Fremmødte” any more" in output


def test_what_needs_a_word_is_asked_and_nothing_stored(register: Path, tmp_path: Path) -> None:
    """A body that is not known, days that can be read both ways."""
    path = write_list(
        tmp_path / "liste.csv",
        CYCLE_PATH | {"Center": "Center for Bye", "Start": "03/04/2023", "Slut": "05/06/2023"},
    )
    status, output, _ = run("data", "import", str(path))
    assert (status, titles(register)) == (1, [])
    assert "does “Center for Bye” mean by as centre?" in output
    assert "whether the day or the month stands first" in output


def test_good_rows_alone_where_one_asks(register: Path, tmp_path: Path) -> None:
    """Otherwise nothing, and each bad row is named."""
    path = write_list(tmp_path / "liste.csv", CYCLE_PATH, SCHOOL | {"Navn": "Sti for 010190-1234"})
    status, output, _ = run("data", "import", str(path))
    assert (status, titles(register)) == (1, [])
    assert "Error: liste.csv, row 3, column Navn på høring" in output and "--accept-valid" in output
    assert run("data", "import", str(path), "--accept-valid")[0] == 1
    assert titles(register) == ["Cykelsti på Åvej"]


def test_imports_are_listed_and_undone(register: Path, tmp_path: Path) -> None:
    """Once."""
    path = write_list(tmp_path / "liste.csv", CYCLE_PATH)
    assert "No file" in run("data", "imports")[1]
    run("data", "import", str(path))
    listed = run("data", "imports")[1]
    assert listed.startswith("1: liste.csv, ") and "SHA-256 " in listed
    assert run("data", "undo", "1")[:2] == (0, "1 consultation was set back or taken away.\n")
    assert titles(register) == []
    status, _, problem = run("data", "undo", "1")
    assert status == 1 and "undone already" in problem
    assert "1: undone" in run("data", "imports")[1]


def test_an_exchange_file_by_another_name_is_told_by_kind(register: Path, tmp_path: Path) -> None:
    """As before; and a foreign file that has an exchange file's name is told by its columns."""
    own = tmp_path / "mine.csv"
    own.write_text("consultation,title\nc1,Min egen\n")
    assert run("data", "import", str(own), "--kind", "consultations")[0] == 0
    other = write_list(tmp_path / "consultations.csv", CYCLE_PATH)
    assert "1 new" in run("data", "import", str(other))[1]
    store = Store(register)
    assert [each.file for each in imports(store)] == ["consultations.csv"]
    store.close()


def test_a_sheet_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    """With those that are."""
    path = write_list(tmp_path / "liste.csv", CYCLE_PATH)
    status, _, problem = run("data", "import", str(path), "--sheet", "Ark9")
    assert status == 1 and "has no sheet Ark9" in problem


def test_a_register_is_made_only_where_something_is_stored(register: Path, tmp_path: Path) -> None:
    """Not by a trial, nor by a file of bad rows alone."""
    register.unlink()
    good = write_list(tmp_path / "liste.csv", {"Navn": "Cykelsti", "Sag": "1", "Start": "2023-01-01"})
    bad = write_list(tmp_path / "skidt.csv", {"Navn": "Sti 010190-1234", "Sag": "1", "Start": "2023-01-01"})
    assert (run("data", "import", str(good), "--dry-run")[0], register.exists()) == (0, False)
    assert (run("data", "import", str(bad))[0], register.exists()) == (1, False)
    assert (run("data", "import", str(good))[0], titles(register)) == (0, ["Cykelsti"])


def test_what_a_person_must_say_is_asked_with_what_it_probably_means(register: Path, tmp_path: Path) -> None:
    """The order of day and month, and a misspelt centre; a likely duplicate is told once all is said."""
    doubtful = CYCLE_PATH | {"Start": "03/04/2023", "Slut": "05/06/2023", "Center": "Centr for By"}
    status, output, errors = run("data", "import", str(write_list(tmp_path / "tvivl.csv", doubtful)))
    assert (status, titles(register)) == (1, [])
    assert "does “Centr for By” mean" in output + errors
    assert "whether the day or the month" in output + errors
    twin = CYCLE_PATH | {"Navn": "Cykelstien på Åvej", "Sag": "24/9"}
    assert run("data", "import", str(write_list(tmp_path / "liste.csv", CYCLE_PATH)))[0] == 0
    _, output, errors = run("data", "import", str(write_list(tmp_path / "igen.csv", twin)), "--dry-run")
    assert "2023-cykelsti-paa-aavej" in output + errors


def test_an_order_that_the_dates_show_is_not_asked_for(register: Path, tmp_path: Path) -> None:
    """One day over 12 says which figure is the month."""
    row = CYCLE_PATH | {"Start": "03/04/2023", "Slut": "24/04/2023"}
    path = write_list(tmp_path / "liste.csv", row, SCHOOL | {"Start": "14/04/2023", "Slut": "15/05/2023"})
    assert run("data", "import", str(path))[0] == 0
    store = Store(register)
    days = store.rows("select cast(start_on as varchar) from consultations order by start_on")
    store.close()
    assert days == [("2023-04-03",), ("2023-04-14",)]


def test_a_kept_profile_follows_the_order_that_the_dates_show(register: Path, tmp_path: Path) -> None:
    """Kept from a list of ISO dates, it reads one of slashes."""
    first, later = (tmp_path / name for name in ("først.csv", "senere.csv"))
    assert run("data", "import", str(write_list(first, CYCLE_PATH)), "--profile", "liste")[0] == 0
    row = SCHOOL | {"Start": "14/04/2023", "Slut": "25/06/2023"}
    assert run("data", "import", str(write_list(later, row)), "--profile", "liste")[0] == 0
    assert titles(register) == ["Cykelsti på Åvej", "Ny skole ved søen"]


def test_a_file_without_a_table_is_a_sentence(tmp_path: Path) -> None:
    """Nothing in it names columns."""
    path = tmp_path / "tal.csv"
    path.write_text("1;2\n3;4\n")
    status, output, errors = run("data", "import", str(path))
    assert status == 1
    assert "Error:" in output + errors and "Traceback" not in output + errors
