"""``python -m materials ROUND --out DIR``: a round's documents and charts as files, without a screen."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.cli_output import command_language, prepare_streams, refuse
from data.errors import UserError
from language import LANGUAGES
from materials.charts import export
from materials.round_files import KINDS
from workflow.command_line.call import Call
from workflow.command_line.carry_out import carry_out, person_at_command_line
from workflow.command_line.outlets import TerminalAndFolder


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files and print the name of each; gives the exit status."""
    prepare_streams()
    parser = _parser()
    options = parser.parse_args(arguments)
    words = command_language()
    if unknown := set(options.only) - KINDS.keys():
        parser.error(f"--only: {', '.join(sorted(unknown))}; choose from {', '.join(KINDS)}")
    names = ("round", "only", "lang", "confidential")
    call_options = {name: getattr(options, name) for name in names}
    call = Call("materials", person_at_command_line(), words.code, call_options, tuple(options.template))
    try:
        return carry_out(call, TerminalAndFolder(options.out, names_files=True))
    except (UserError, OSError, KeyboardInterrupt) as problem:
        return refuse(problem, words)
    finally:
        export.close()


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
