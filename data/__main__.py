"""``python -m data init | import | export``: the register from the command line."""

import argparse
import getpass
import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from data import ballerup
from data.exchange import Taken, export, read_folder, take_in
from data.problems import StoreError, UnreadableFile
from data.register import create_demonstration, create_empty, database_path, open_register
from data.sheets import Sheet, read_sheet
from data.store import Store
from data.tables import TABLES, Table
from language import N_, Sentence, Words, speak


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status (0 done, 1 something was wrong)."""
    asked = _parser().parse_args(arguments)
    words = command_language()
    try:
        return int(asked.run(asked, words))
    except (StoreError, UnreadableFile) as problem:
        print(words.say(problem.sentence), file=sys.stderr)
        return 1


def command_language() -> Words:
    """Danish where the machine speaks it (``LC_ALL``, ``LANG``) or ``OEJENHOEJDE_LANGUAGE`` says so, otherwise English."""
    wanted = os.environ.get("OEJENHOEJDE_LANGUAGE") or (locale.getlocale()[0] or "")
    return speak("da" if wanted.lower().startswith("da") else "en")


def _init(asked: argparse.Namespace, words: Words) -> int:
    path = database_path()
    (create_empty if asked.empty else create_demonstration)(path).close()
    print(words("Created {file}.", file=str(path)))
    return 0


def _import(asked: argparse.Namespace, words: Words) -> int:
    sheets, remarks = _sheets(Path(asked.path), asked.kind)
    path = database_path()
    store = Store(path) if path.exists() else create_empty(path)
    taken = take_in(store, sheets, _person(), accept_valid=asked.accept_valid, dry_run=asked.dry_run)
    store.close()
    for remark in remarks:
        print(words.say(remark.sentence))
    for one in taken:
        _print_taken(one, words)
    if asked.dry_run:
        print(words("This was a trial: nothing was stored."))
    return 1 if any(one.rejected or one.errors for one in taken) else 0


def _sheets(path: Path, kind: str | None) -> tuple[list[tuple[Table, Sheet]], list[ballerup.Remark]]:
    if kind == "ballerup" or (kind is None and path.is_dir() and ballerup.recognises(path)):
        return ballerup.translate(path)
    if path.is_dir():
        return read_folder(path), []
    name = kind or path.stem.lower()
    if name not in TABLES:
        raise UnreadableFile(
            Sentence(
                N_("{file} has no name of an exchange file; say what it holds with --kind ({kinds})."),
                {"file": path.name, "kinds": ", ".join(TABLES)},
            )
        )
    return [(TABLES[name], read_sheet(path))], []


def _print_taken(one: Taken, words: Words) -> None:
    for error in one.said:
        print(words.say(error.sentence))
    counts = words(
        "{file}: {taken} taken ({new} new, {changed} changed), {unchanged} unchanged, {rejected} rejected",
        file=one.file, taken=one.taken, new=one.new, changed=one.changed, unchanged=one.unchanged, rejected=one.rejected,
    )  # fmt: skip
    print(counts)
    if one.rejected and not one.taken:
        print(
            words(
                "{file}: nothing of this file was stored; mend the rows, or take in the others with --accept-valid", file=one.file
            )
        )


def _export(asked: argparse.Namespace, words: Words) -> int:
    store = open_register(database_path())
    try:
        written = export(store, Path(asked.path))
    except OSError as problem:
        print(words("{folder} can't be written: {why}.", folder=asked.path, why=problem.strerror or ""), file=sys.stderr)
        return 1
    finally:
        store.close()
    for file, rows in written.items():
        print(words.many("{file}: {count} row", "{file}: {count} rows", rows, file=file))
    return 0


def _person() -> str:
    """Who runs the command, for the history; a machine without a name for the user says so."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "command line"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description="The register of Øjenhøjde.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    init = commands.add_parser("init", help="create the register")
    content = init.add_mutually_exclusive_group()
    content.add_argument("--demo", action="store_true", help="with demonstration records (the default)")
    content.add_argument("--empty", action="store_true", help="with terms, principles and norms only")
    init.set_defaults(run=_init)
    take = commands.add_parser("import", help="take in an exchange file, or a folder of them")
    take.add_argument("path", metavar="DIR_OR_FILE")
    take.add_argument("--kind", choices=[*TABLES, "ballerup"], help="what the file holds, where its name doesn't tell")
    take.add_argument("--dry-run", action="store_true", help="check and report, store nothing")
    take.add_argument("--accept-valid", action="store_true", help="store the good rows of a file that has bad ones")
    take.set_defaults(run=_import)
    give = commands.add_parser("export", help="write every table as an exchange file")
    give.add_argument("path", metavar="DIR")
    give.set_defaults(run=_export)
    return parser


if __name__ == "__main__":
    sys.exit(main())
