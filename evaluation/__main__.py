"""``python -m evaluation ROUND``: the whole evaluation of a round, as JSON or in words."""

import argparse
import sys
from collections.abc import Sequence

from data import queries
from data.cli_output import command_language, prepare_streams, refuse
from data.database import Store
from data.errors import UserError
from data.register import database_path
from evaluation.as_text import as_text
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json, round_snapshot
from language import Words
from workflow.demonstration import open_register


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one evaluation; gives the exit status."""
    prepare_streams()
    options = _parser().parse_args(arguments)
    words = command_language()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        store = open_register(database_path())
        text = _evaluation(store, options, words)
        store.close()
    except (UserError, OSError, KeyboardInterrupt) as problem:
        return refuse(problem, words)
    sys.stdout.write(text)
    return 0


def _evaluation(store: Store, options: argparse.Namespace, words: Words) -> str:
    chosen_round = find_round(store, options.round)
    if options.format == "json":
        return evaluation_json(store, chosen_round)
    return as_text(round_snapshot(store, chosen_round), words, queries.bodies.names(store))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="The evaluation of one round.")
    parser.add_argument("round", metavar="ROUND", help="such as 2022-2025/endterm")
    parser.add_argument("--format", choices=["json", "text"], default="json")
    return parser


if __name__ == "__main__":
    sys.exit(main())
