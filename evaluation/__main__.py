"""``python -m evaluation ROUND``: the whole evaluation of a round, as JSON or in words; with ``--lake`` that
of every municipality in a lake, and how they are spread.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.cli_output import command_language, prepare_streams, refuse
from data.errors import UserError
from data.lake.engine import DUCKDB, open_lake
from data.log_lines import quiet
from evaluation.lake_output import lake_json, lake_text
from evaluation.municipalities import evaluate_lake
from language import Words
from workflow.command_line.call import Call
from workflow.command_line.carry_out import carry_out, person_at_command_line
from workflow.command_line.outlets import StandardOutput


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one evaluation; gives the exit status."""
    prepare_streams()
    options = _parser().parse_args(arguments)
    words = command_language()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        if options.lake:
            return _print_lake(options, words)
        call = Call("evaluation", person_at_command_line(), words.code, vars(options))
        return carry_out(call, StandardOutput())
    except (UserError, OSError, KeyboardInterrupt) as problem:
        return refuse(problem, words)


def _print_lake(options: argparse.Namespace, words: Words) -> int:
    """A lake is read without any register."""
    with quiet(), open_lake(Path(options.lake), options.engine) as lake:
        result = evaluate_lake(lake, options.round)
    text = lake_json(result) if options.format == "json" else lake_text(result, words)
    StandardOutput().write("evaluation", text.encode())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="The evaluation of one round.")
    parser.add_argument("round", metavar="ROUND", help="such as 2022-2025/endterm")
    parser.add_argument("--format", choices=["json", "text"], default="json")
    parser.add_argument("--lake", metavar="LAKE", help="evaluate every municipality of a lake instead")
    parser.add_argument(
        "--engine",
        default=DUCKDB,
        metavar="ENGINE",
        help="what reads the lake: duckdb, or a cluster of Apache Spark at sc://HOST:PORT",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
