"""``python -m data init | import | imports | undo | export | backup | restore | check``: the register from
the command line.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from data.ballerup import translation
from data.cli_output import CommandOutcome, Line, notice, prepare_streams, print_outcome, refuse
from data.cli_output import command_language as command_language
from data.database import Store
from data.errors import UnreadableFile, UserError
from data.import_lines import lines_of
from data.import_pipeline import export, passed_over, read_folder
from data.ingest.csv_file import SourceTable, read_csv_file
from data.ingest.folders import is_foreign
from data.local_name import local_name
from data.log_lines import quiet
from data.maintenance_command import backup_command, check_command, restore_command
from data.register import create_empty, database_path, register_to_fill, take_into
from data.schema import TABLES, Table
from language import N_, Sentence
from workflow import import_command
from workflow.demonstration import create_demonstration
from workflow.import_command import ForeignImport
from workflow.person import at_this_machine


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status (0 done, 1 something was wrong, 130 stopped by Ctrl-C)."""
    prepare_streams()
    options = _parser().parse_args(arguments)
    words = command_language()
    try:
        with quiet():
            outcome = options.run(options)
    except (UserError, OSError, KeyboardInterrupt) as problem:
        return refuse(problem, words)
    return print_outcome(outcome, words)


def _init(options: argparse.Namespace) -> CommandOutcome:
    path = database_path()
    (create_empty if options.empty else create_demonstration)(path).close()
    return CommandOutcome(0, [Line(Sentence(N_("Created {file}."), {"file": str(path)}))])


def _import(options: argparse.Namespace) -> CommandOutcome:
    path = Path(options.path)
    if not path.exists():
        raise UnreadableFile(
            Sentence(N_("There is nothing at {file}. Check how it is spelt."), {"file": str(path)})
        )
    if is_foreign(path, options.kind, named=bool(options.profile or options.sheet)):
        asked = ForeignImport(path, options.profile, options.sheet, options.dry_run, options.accept_valid)
        with register_to_fill(database_path(), dry_run=options.dry_run) as store:
            return import_command.import_file(store, at_this_machine(_person()), asked, at=_now())
    sheets, notices = _sheets(path, options.kind)
    outcomes = take_into(
        database_path(), sheets, _person(), accept_valid=options.accept_valid, dry_run=options.dry_run
    )
    lines = [notice(sentence) for sentence in notices]
    for one in outcomes:
        lines += lines_of(one)
    if options.dry_run:
        lines.append(Line(Sentence(N_("This was a trial: nothing was stored."))))
    return CommandOutcome(1 if any(one.rejected or one.errors for one in outcomes) else 0, lines)


def _sheets(path: Path, kind: str | None) -> tuple[list[tuple[Table, SourceTable]], list[Sentence]]:
    """What is to be taken in, and what must be told of the files as such."""
    if kind == "ballerup" or (kind is None and path.is_dir() and translation.recognises(path)):
        sheets, remarks = translation.translate(path)
        return sheets, [remark.sentence for remark in remarks]
    if path.is_dir():
        return read_folder(path), passed_over(path)
    return [(TABLES[kind or path.stem.lower()], read_csv_file(path))], []


def _export(options: argparse.Namespace) -> CommandOutcome:
    store = Store(database_path())
    try:
        count_by_file = export(store, Path(options.path))
    finally:
        store.close()
    return CommandOutcome(
        0,
        [
            Line(
                Sentence(
                    N_("{file}: {count} row"), {"file": file}, plural=N_("{file}: {count} rows"), count=rows
                )
            )
            for file, rows in count_by_file.items()
        ],
    )


def _backup(options: argparse.Namespace) -> CommandOutcome:
    return backup_command(database_path(), Path(options.path))


def _restore(options: argparse.Namespace) -> CommandOutcome:
    return restore_command(Path(options.path), database_path())


def _check(options: argparse.Namespace) -> CommandOutcome:
    return check_command(Path(options.path) if options.path else database_path())


def _imports(options: argparse.Namespace) -> CommandOutcome:
    store = Store(database_path())
    try:
        return import_command.list_imports(store)
    finally:
        store.close()


def _undo(options: argparse.Namespace) -> CommandOutcome:
    store = Store(database_path())
    try:
        return import_command.undo(store, at_this_machine(_person()), options.number, at=_now())
    finally:
        store.close()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _person() -> str:
    """Who runs the command, for the history; a user of the machine that is no person is not named."""
    return local_name(database_path()) or "command line"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description="The register of Øjenhøjde.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    init = commands.add_parser("init", help="create the register")
    content = init.add_mutually_exclusive_group()
    content.add_argument("--demo", action="store_true", help="with demonstration records (the default)")
    content.add_argument("--empty", action="store_true", help="with terms, principles and norms only")
    init.set_defaults(run=_init)
    take = commands.add_parser("import", help="take in a file, or a folder of exchange files")
    take.add_argument("path", metavar="DIR_OR_FILE")
    take.add_argument(
        "--kind", choices=[*TABLES, "ballerup"], help="what the file holds, where its name doesn't tell"
    )
    take.add_argument("--profile", default="", metavar="NAME", help="how a file of another system is read")
    take.add_argument("--sheet", default="", metavar="NAME", help="which sheet of it, where it has several")
    take.add_argument("--dry-run", action="store_true", help="check and report, store nothing")
    take.add_argument(
        "--accept-valid", action="store_true", help="store the good rows of a file that has bad ones"
    )
    take.set_defaults(run=_import)
    listing = commands.add_parser("imports", help="list the files of other systems that were taken in")
    listing.set_defaults(run=_imports)
    back = commands.add_parser("undo", help="undo one of them, but for what people have changed since")
    back.add_argument("number", metavar="NUMBER", type=int)
    back.set_defaults(run=_undo)
    give = commands.add_parser("export", help="write every table as an exchange file")
    give.add_argument("path", metavar="DIR")
    give.set_defaults(run=_export)
    backup = commands.add_parser(
        "backup", help="write the register into one file, also while the dashboard runs"
    )
    backup.add_argument("path", metavar="FILE")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="put a backup in the register's place, once it was checked")
    restore.add_argument("path", metavar="FILE")
    restore.set_defaults(run=_restore)
    check = commands.add_parser("check", help="read every record, and tell whether every rule holds")
    check.add_argument("path", metavar="FILE", nargs="?", help="a backup; the register where none is named")
    check.set_defaults(run=_check)
    return parser


if __name__ == "__main__":
    sys.exit(main())
