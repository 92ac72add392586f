"""``python -m data init | import | imports | undo | export | gather | backup | restore | check``: the
register from the command line.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from data.cli_output import CommandOutcome, Line, prepare_streams, print_outcome, refuse
from data.cli_output import command_language as command_language
from data.errors import UnreadableFile, UserError
from data.export import new_export
from data.maintenance_command import backup_command, check_command, restore_command
from data.register import create_empty, database_path
from data.schema import TABLES
from language import N_, Sentence
from workflow.command_line.call import NOTHING_THERE, Call
from workflow.command_line.carry_out import carry_out, person_at_command_line
from workflow.command_line.gathering import gather_into, withdraw_from
from workflow.command_line.outlets import TerminalAndFolder
from workflow.demonstration import create_demonstration

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status (0 done, 1 something was wrong, 130 stopped by Ctrl-C)."""
    prepare_streams()
    options = _parser().parse_args(arguments)
    words = command_language()
    try:
        return int(options.run(options))
    except (UserError, OSError, KeyboardInterrupt) as problem:
        return refuse(problem, words)


def _init(options: argparse.Namespace) -> int:
    path = database_path()
    (create_empty if options.empty else create_demonstration)(path).close()
    return _print(CommandOutcome(0, [Line(Sentence(N_("Created {file}."), {"file": str(path)}))]))


def _import(options: argparse.Namespace) -> int:
    path = Path(options.path)
    if not path.exists():
        raise UnreadableFile(Sentence(NOTHING_THERE, {"file": str(path)}))
    names = ("kind", "profile", "sheet", "dry_run", "accept_valid")
    return _carry_out("import", {name: getattr(options, name) for name in names}, (path,))


def _imports(_: argparse.Namespace) -> int:
    return _carry_out("imports", {})


def _undo(options: argparse.Namespace) -> int:
    return _carry_out("undo", {"number": options.number})


def _export(options: argparse.Namespace) -> int:
    with new_export(Path(options.path)) as folder:
        return carry_out(_call("export", {}), TerminalAndFolder(folder))


def _gather(options: argparse.Namespace) -> int:
    names = ("municipality", "inhabitants", "show_name", "withdraw")
    call = _call("gather", {name: getattr(options, name) for name in names})
    return _print((withdraw_from if options.withdraw else gather_into)(Path(options.path), call))


def _carry_out(name: str, options: Mapping[str, Any], paths: tuple[Path, ...] = ()) -> int:
    return carry_out(_call(name, options, paths), TerminalAndFolder(None))


def _call(name: str, options: Mapping[str, Any], paths: tuple[Path, ...] = ()) -> Call:
    return Call(name, person_at_command_line(), command_language().code, options, paths)


def _backup(options: argparse.Namespace) -> int:
    return _print(backup_command(database_path(), Path(options.path)))


def _restore(options: argparse.Namespace) -> int:
    return _print(restore_command(Path(options.path), database_path()))


def _check(options: argparse.Namespace) -> int:
    return _print(check_command(Path(options.path) if options.path else database_path()))


def _print(outcome: CommandOutcome) -> int:
    return print_outcome(outcome, command_language())


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than one")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description="The register of Øjenhøjde.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (_add_init, _add_imports, _add_export, _add_gather, _add_maintenance):
        add(commands)
    return parser


def _add_init(commands: Commands) -> None:
    init = commands.add_parser("init", help="create the register")
    content = init.add_mutually_exclusive_group()
    content.add_argument("--demo", action="store_true", help="with demonstration records (the default)")
    content.add_argument("--empty", action="store_true", help="with terms, principles and norms only")
    init.set_defaults(run=_init)


def _add_imports(commands: Commands) -> None:
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


def _add_export(commands: Commands) -> None:
    give = commands.add_parser("export", help="write every table as an exchange file")
    give.add_argument("path", metavar="DIR")
    give.set_defaults(run=_export)


def _add_gather(commands: Commands) -> None:
    gather = commands.add_parser("gather", help="put the register's open records into a lake of many")
    gather.add_argument("path", metavar="LAKE")
    gather.add_argument(
        "--municipality", required=True, metavar="CODE", help="whose register it is, such as 151"
    )
    gather.add_argument(
        "--inhabitants", type=_at_least_one, metavar="NUMBER", help="how many it has, to compare by"
    )
    gather.add_argument("--show-name", action="store_true", help="it agreed to be named to the others")
    gather.add_argument("--withdraw", action="store_true", help="take the register out of the lake again")
    gather.set_defaults(run=_gather)


def _add_maintenance(commands: Commands) -> None:
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


if __name__ == "__main__":
    sys.exit(main())
