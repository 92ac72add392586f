"""``python -m evaluation ROUND``: the whole evaluation of a round, as JSON or in words."""

import argparse
import sys
from collections.abc import Sequence

from pydantic import ValidationError

from data.cli_output import command_language, error, prepare_streams, refuse
from data.errors import StoreError
from data.register import database_path, open_register
from evaluation.as_text import as_text
from evaluation.evaluate import NotEvaluable
from evaluation.snapshot import Damaged, evaluation_json, round_snapshot
from language import N_, Sentence

UNREADABLE = N_(
    "The frozen result of {round} can't be read: it is no evaluation. Restore the register from a backup."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one evaluation; gives the exit status."""
    prepare_streams()
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="The evaluation of one round.")
    parser.add_argument("round", metavar="ROUND", help="such as 2022-2025/endterm")
    parser.add_argument("--format", choices=["json", "text"], default="json")
    asked = parser.parse_args(arguments)
    words = command_language()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        store = open_register(database_path())
        said = (
            evaluation_json(store, asked.round)
            if asked.format == "json"
            else as_text(round_snapshot(store, asked.round).evaluation, words)
        )
        store.close()
    except (StoreError, OSError, KeyboardInterrupt) as problem:
        return refuse(problem, words)
    except (NotEvaluable, Damaged) as problem:
        sentence = problem.sentence
    except ValidationError:
        sentence = Sentence(UNREADABLE, {"round": asked.round})
    else:
        sys.stdout.write(said)
        return 0
    print(error(sentence).in_words(words), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
