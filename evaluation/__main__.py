"""``python -m evaluation ROUND``: the whole evaluation of a round, as JSON or in words."""

import argparse
import sys
from collections.abc import Sequence

from data.__main__ import command_language
from data.problems import StoreError
from data.register import database_path, open_register
from evaluation.as_text import as_text
from evaluation.assess import NotEvaluable
from evaluation.closing import Damaged, settle, settled_json


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one evaluation; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="The evaluation of one round.")
    parser.add_argument("round", metavar="ROUND", help="such as 2022-2025/endterm")
    parser.add_argument("--format", choices=["json", "text"], default="json")
    asked = parser.parse_args(arguments)
    words = command_language()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        store = open_register(database_path())
        said = settled_json(store, asked.round) if asked.format == "json" else as_text(settle(store, asked.round).evaluation, words)
        store.close()
    except (StoreError, NotEvaluable, Damaged) as problem:
        print(words.say(problem.sentence), file=sys.stderr)
        return 1
    sys.stdout.write(said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
