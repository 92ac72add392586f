"""``python -m materials ROUND --out DIR``: a round's documents and charts as files, without a screen."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.cli_output import command_language, prepare_streams, refuse
from data.database import Store
from data.errors import UserError
from data.register import database_path
from evaluation.evaluate import find_round
from language import LANGUAGES, Words, speak
from materials.charts import export
from materials.documents.round_material import round_material
from materials.round_files import KINDS, Order
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
        _write(store, options, words)
        store.close()
    except (UserError, OSError, KeyboardInterrupt) as problem:
        return refuse(problem, words)
    finally:
        export.close()
    return 0


def _write(store: Store, options: argparse.Namespace, words: Words) -> None:
    chosen_round = find_round(store, options.round)
    order = Order(
        store,
        round_material(store, chosen_round, with_confidential=options.confidential),
        speak(options.lang) if options.lang else words,
        {path.suffix[1:].lower(): path.read_bytes() for path in options.template},
    )
    options.out.mkdir(parents=True, exist_ok=True)
    for kind in options.only or KINDS:
        for part in KINDS[kind].parts(order):
            for name, content in part.files():
                (options.out / name).write_bytes(content)
                print(options.out / name, flush=True)


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
        help="a .docx or a .pptx whose look the Word documents or the slides take",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
