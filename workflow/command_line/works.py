"""Every command that needs the register open, by name: how it opens the file where no dashboard runs, and
what it does.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from data import queries
from data.audit import Action, AuditEvent, record
from data.cli_output import CommandOutcome, Line
from data.clock import utc_now
from data.database import Store
from data.errors import UnreadableFile
from data.export import write_tables
from data.ingest.folders import holds_every_table, is_foreign
from data.register import register_to_fill
from data.writing import REMOVABLE
from evaluation.as_text import as_text
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json, round_snapshot
from language import N_, Sentence
from workflow import exchange_command, import_command
from workflow.command_line.call import NOTHING_THERE, Call, Outlet, say_outcome
from workflow.demonstration import open_register
from workflow.person import Person


@dataclass(frozen=True)
class Work:
    """``open`` gives the register where no other process has it; ``run`` does the command and gives its exit
    status.
    """

    open: Callable[[Path, Call], AbstractContextManager[Store]]
    run: Callable[[Store, Person, Call, Outlet], int]


@contextmanager
def _existing(register: Path, _: Call) -> Iterator[Store]:
    yield from _closed_after(Store(register))


@contextmanager
def _made_where_missing(register: Path, _: Call) -> Iterator[Store]:
    yield from _closed_after(open_register(register))


def _closed_after(store: Store) -> Iterator[Store]:
    try:
        yield store
    finally:
        store.close()


def _to_fill(register: Path, call: Call) -> AbstractContextManager[Store]:
    """Files of every table are a whole register, from which rows may have been removed: then a new one holds
    no days off and methods but theirs.
    """
    (path,) = call.paths
    if not path.exists():
        raise UnreadableFile(Sentence(NOTHING_THERE, {"file": str(path)}))
    without = REMOVABLE if holds_every_table(path) else ()
    return register_to_fill(register, dry_run=bool(call.options["dry_run"]), without=without)


def _take_in(store: Store, person: Person, call: Call, outlet: Outlet) -> int:
    return say_outcome(_taken_in(store, person, call), call, outlet)


def _taken_in(store: Store, person: Person, call: Call) -> CommandOutcome:
    (path,), options = call.paths, call.options
    kind, profile, sheet = options["kind"] or None, str(options["profile"]), str(options["sheet"])
    dry_run, accept_valid = bool(options["dry_run"]), bool(options["accept_valid"])
    if is_foreign(path, kind, named=bool(profile or sheet)):
        foreign_import = import_command.ForeignImport(path, profile, sheet, dry_run, accept_valid)
        return import_command.import_file(store, person, foreign_import, at=utc_now())
    request = exchange_command.ExchangeFiles(path, kind, dry_run, accept_valid)
    return exchange_command.import_exchange_files(store, person, request)


def _imports(store: Store, _: Person, call: Call, outlet: Outlet) -> int:
    return say_outcome(import_command.list_imports(store), call, outlet)


def _undo(store: Store, person: Person, call: Call, outlet: Outlet) -> int:
    outcome = import_command.undo(store, person, int(call.options["number"]), at=utc_now())
    return say_outcome(outcome, call, outlet)


def _export(store: Store, person: Person, call: Call, outlet: Outlet) -> int:
    with TemporaryDirectory() as folder:
        count_by_file = write_tables(store, Path(folder))
        for file in count_by_file:
            outlet.write(file, (Path(folder) / file).read_bytes())
    record(store, AuditEvent(Action.EXPORT, person.name, person.roles, f"tables {len(count_by_file)}"))
    lines = [
        Line(
            Sentence(N_("{file}: {count} row"), {"file": file}, plural=N_("{file}: {count} rows"), count=rows)
        )
        for file, rows in count_by_file.items()
    ]
    return say_outcome(CommandOutcome(0, lines), call, outlet)


def _evaluation(store: Store, _: Person, call: Call, outlet: Outlet) -> int:
    chosen_round = find_round(store, str(call.options["round"]))
    if call.options["format"] == "json":
        text = evaluation_json(store, chosen_round)
    else:
        text = as_text(round_snapshot(store, chosen_round), call.words, queries.bodies.names(store))
    outlet.write("evaluation", text.encode())
    return 0


def _materials(store: Store, person: Person, call: Call, outlet: Outlet) -> int:
    # No other command waits until all that draws and writes documents is loaded.
    from workflow.command_line.material_files import write_materials

    return write_materials(store, person, call, outlet)


def _gather(store: Store, person: Person, call: Call, outlet: Outlet) -> int:
    # Only this command knows the way into a lake.
    from workflow.command_line.gathering import write_partition

    return write_partition(store, person, call, outlet)


WORKS: Mapping[str, Work] = {
    "import": Work(_to_fill, _take_in),
    "imports": Work(_existing, _imports),
    "undo": Work(_existing, _undo),
    "export": Work(_existing, _export),
    "gather": Work(_existing, _gather),
    "evaluation": Work(_made_where_missing, _evaluation),
    "materials": Work(_made_where_missing, _materials),
}
