"""``python -m evaluation ROUND``: the whole evaluation of a round, as JSON or in words."""

import argparse
import sys
from collections.abc import Sequence

from data.cli_output import command_language, prepare_streams, refuse
from data.errors import UserError
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
        call = Call("evaluation", person_at_command_line(), words.code, vars(options))
        return carry_out(call, StandardOutput())
    except (UserError, OSError, KeyboardInterrupt) as problem:
        return refuse(problem, words)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="The evaluation of one round.")
    parser.add_argument("round", metavar="ROUND", help="such as 2022-2025/endterm")
    parser.add_argument("--format", choices=["json", "text"], default="json")
    return parser


if __name__ == "__main__":
    sys.exit(main())
