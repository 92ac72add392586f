"""A program that does one thing to a register again and again, and says after each time how often it is done.
It is killed.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from data import queries
from data.backup import back_up
from data.database import Store
from data.models import AssessmentPlace
from data.restore import restore
from tests.support.foreign_lists import CYCLE_PATH, request
from workflow.answers import AssessmentAnswer
from workflow.assessments import save_assessment
from workflow.closing import close_round
from workflow.imports import import_table, preview_import
from workflow.person import at_this_machine
from workflow.rounds import create_term, open_round

PLACE = AssessmentPlace("2022-2025/endterm", "plan", 1)
PERSON, NOON = at_this_machine("writer"), datetime(2026, 1, 5, 12)
FIRST_YEAR = 2030


def backup_of(path: Path) -> Path:
    """Where the writer lays its backups."""
    return path.with_name("backup.duckdb")


def version_in(store: Store) -> int:
    """How often the assessment was saved."""
    stored = queries.assessments.of_body(store, *PLACE)
    return stored.version if stored else 0


def save(store: Store) -> int:
    """Save the assessment once more; gives its version."""
    version = version_in(store)
    answer = AssessmentAnswer(
        {"justification": f"Gemt som nummer {version + 1}."},
        rating=version % 5 + 1,
        themes=(f"tema {version + 1}",),
        status="submitted",
    )
    save_assessment(store, PERSON, place=PLACE, answer=answer, version=version)
    return version + 1


def saves(path: Path) -> Iterator[int]:
    """One save after the other."""
    store = Store(path)
    while True:
        yield save(store)


def imports(path: Path) -> Iterator[int]:
    """Lists of three consultations, each an import of its own."""
    store = Store(path)
    number = len(queries.imports.newest_first(store))
    while True:
        number += 1
        rows = [
            CYCLE_PATH | {"Navn": f"Sti {number} {each}", "Sag": f"{number}/{each}", "Center": ""}
            for each in "abc"
        ]
        import_request = request(*rows)
        import_request = replace(import_request, preview=preview_import(store, import_request))
        import_table(store, PERSON, import_request, imported_at=NOON)
        yield number


def closings(path: Path) -> Iterator[int]:
    """The first round of one term after the other, opened and closed."""
    store = Store(path)
    while True:
        rounds = {each.key: each for each in queries.rounds.oldest_first(store)}
        number = len(store.rows("select round from closings"))
        year = FIRST_YEAR + 4 * number
        key = f"{year}-{year + 3}/midterm"
        if key not in rounds:
            create_term(store, PERSON, year)
        elif rounds[key].status == "planned":
            open_round(store, PERSON, round_before=rounds[key], today=date(year, 1, 1))
        else:
            close_round(store, PERSON, round_before=rounds[key], at=NOON)
            yield number + 1


def backups(path: Path) -> Iterator[int]:
    """A save and a backup in turn."""
    store = Store(path)
    while True:
        version = save(store)
        back_up(path, backup_of(path))
        yield version


def restores(path: Path) -> Iterator[int]:
    """The backup that lies there put in place, over a register that was written in since."""
    while True:
        store = Store(path)
        save(store)
        store.close()
        restore(backup_of(path), path)
        yield 1


WORK: dict[str, Callable[[Path], Iterator[int]]] = {
    each.__name__: each for each in (saves, imports, closings, backups, restores)
}

if __name__ == "__main__":
    print("begun", flush=True)
    for count in WORK[sys.argv[1]](Path(sys.argv[2])):
        print(count, flush=True)
