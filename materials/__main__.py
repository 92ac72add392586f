"""``python -m materials ROUND --out DIR``: a round's documents and charts as files, without a screen."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from data.cli_output import command_language, prepare_streams, refuse
from data.database import Store
from data.errors import UserError
from data.register import database_path
from evaluation.evaluate import find_round
from language import LANGUAGES, Words, speak
from materials.charts import export
from materials.documents.round_material import round_material
from materials.round_files import KINDS
from materials.round_order import round_order
from materials.round_set import folder_of, in_turn
from workflow.demonstration import open_register


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files and print the name of each; gives the exit status."""
    prepare_streams()
    parser = _parser()
    options = parser.parse_args(arguments)
    words = command_language()
    if unknown := set(options.only) - KINDS.keys():
        parser.error(f"--only: {', '.join(sorted(unknown))}; choose from {', '.join(KINDS)}")
    try:
        store = open_register(database_path())
        status = _write(store, options, words)
        store.close()
    except (UserError, OSError, KeyboardInterrupt) as problem:
        return refuse(problem, words)
    finally:
        export.close()
    return status


def _write(store: Store, options: argparse.Namespace, words: Words) -> int:
    """Write every file that can be made, and say what can't; gives the exit status."""
    chosen_round = find_round(store, options.round)
    material = round_material(store, chosen_round, with_confidential=options.confidential)
    templates = {path.suffix[1:].lower(): path.read_bytes() for path in options.template}
    spoken = speak(options.lang) if options.lang else words
    order, notices = round_order(store, material, spoken, templates=templates)
    for notice in notices:
        print(words.say(notice), file=sys.stderr)
    options.out.mkdir(parents=True, exist_ok=True)
    kinds = options.only or list(KINDS)
    missing: dict[str, list[str]] = {}
    for key in kinds:
        count = sum(len(part.names) for part in KINDS[key].parts(order))
        folder = options.out / (folder_of(KINDS[key], count, spoken) if len(kinds) > 1 else "")
        for made in in_turn(KINDS[key], order):
            _save(made.files, folder)
            for name, reason in made.missing.items():
                missing.setdefault(words.say(reason), []).append(name)
    for reason_text, names in missing.items():
        line = words("Not made: {files}. {reason}", files=tuple(names), reason=reason_text)
        print(line, file=sys.stderr)
    return 1 if missing else 0


def _save(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder that is made where it is missing, and print the name of each."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
        print(folder / name, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m materials", description="The documents and charts of one round as files."
    )
    parser.add_argument("round", metavar="ROUND", help="such as 2022-2025/endterm")
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="the folder to write to")
    parser.add_argument(
        "--only",
        metavar="KINDS",
        type=lambda text: [each.strip() for each in text.split(",") if each.strip()],
        default=[],
        help=f"some of {','.join(KINDS)} (all)",
    )
    parser.add_argument("--lang", choices=list(LANGUAGES), help="the language of the documents")
    parser.add_argument(
        "--confidential", action="store_true", help="with the confidential words, marked on each page"
    )
    parser.add_argument(
        "--template",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a .docx or a .pptx whose look the Word documents or the slides take, in place of the kept one",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
