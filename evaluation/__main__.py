"""``python -m evaluation ROUND``: the whole evaluation of a round, as JSON or in words."""

import argparse
import sys
from collections.abc import Sequence

from data.__main__ import command_language
from data.problems import StoreError
from data.register import database_path, open_register
from evaluation.as_json import as_json
from evaluation.as_text import as_text
from evaluation.assess import NotEvaluable, evaluate


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
        found = evaluate(store, asked.round)
        store.close()
    except (StoreError, NotEvaluable) as problem:
        print(words.say(problem.sentence), file=sys.stderr)
        return 1
    sys.stdout.write(as_json(found) if asked.format == "json" else as_text(found, words))
    return 0


if __name__ == "__main__":
    sys.exit(main())
