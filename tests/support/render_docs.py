"""``python -m tests.support.render_docs``: the pages of docs/ that are made from the program, so that they
can't drift.

A test fails while a page is not what this renders.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from pathlib import Path

from data.schema import TABLES, Column
from tests.evaluation import test_indicators, test_verdict

DOCS = Path(__file__).parents[2] / "docs"
KINDS: Mapping[str, str] = {
    "text": "text",
    "key": "key",
    "keys": "keys, with semicolons between",
    "date": "day",
    "integer": "whole number",
    "number": "number",
    "yes_no": "yes or no",
    "choice": "one of",
    "moment": "moment in UTC",
    "verbatim": "text kept to the byte",
}


def exchange_files() -> str:
    """Every exchange file with its columns, in the order in which they depend on one another."""
    parts = [
        "# Exchange files",
        (
            "Made from `data/schema.py` by `make docs`. Each file is CSV with a header; `python -m data"
            " export FOLDER` writes all of them, and `python -m data import FOLDER` takes them in, in this"
            " order. A column that a file leaves out stays as it is stored."
        ),
    ]
    for table in TABLES.values():
        parts.append(f"## {table.file}\n\nA row is known by: {', '.join(f'`{name}`' for name in table.key)}.")
        rows = [
            (f"`{column.name}`", _kind(column), "yes" if column.required else "") for column in table.columns
        ]
        parts.append(_table(("column", "holds", "must be filled"), rows))
    return "\n\n".join(parts) + "\n"


def rules_by_example() -> str:
    """The verdict's rules and each indicator by the rows that the tests hold them against."""
    parts = [
        "# The rules by example",
        (
            "Made by `make docs` from the tables of `tests/evaluation/test_verdict.py` and"
            " `tests/evaluation/test_indicators.py`: what stands here is what the tests ask of the program."
        ),
        "## Verdict",
        (
            "How many bodies of each level chose 1, 2, 3, 4 and 5, the verdict proposed, and the rules that"
            " decided it."
        ),
        _table(
            ("committees", "centres", "verdict", "rules"),
            [
                (
                    _counts(committee),
                    _counts(centre),
                    proposed,
                    ", ".join(f"{rule} ({level})" for rule, level in rules),
                )
                for committee, centre, proposed, rules in test_verdict.TABLE
            ],
        ),
        "## Indicators",
        (
            f"The consultations of a round by what is known of them (a window from {test_indicators.START} to"
            f" {test_indicators.END} unless it says otherwise), with their groups; then numerator,"
            " denominator, how many are unknown, the value, and whether the norm is met."
        ),
    ]
    rows = [
        (indicator, _records(consultations), _records(groups), *map(_figure, figures))
        for indicator, consultations, groups, figures in test_indicators.TABLE
    ]
    header = ("indicator", "consultations", "groups", "numerator", "denominator", "unknown", "value", "met")
    return "\n\n".join([*parts, _table(header, rows)]) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "exchange_files.md": exchange_files,
    "rules_by_example.md": rules_by_example,
}


def _kind(column: Column) -> str:
    if column.choices:
        return f"{KINDS[column.kind]} {', '.join(f'`{choice}`' for choice in column.choices)}"
    return f"{KINDS[column.kind]} of {column.refers_to}" if column.refers_to else KINDS[column.kind]


def _counts(counts: Iterable[int]) -> str:
    return " ".join(map(str, counts))


def _records(records: Iterable[Mapping[str, str]]) -> str:
    usual = {"start_on": test_indicators.START, "end_on": test_indicators.END}
    return "; ".join(
        ", ".join(f"{name} {text}" for name, text in record.items() if usual.get(name) != text)
        or "nothing more"
        for record in records
    )


def _figure(figure: object) -> str:
    match figure:
        case None:
            return "–"
        case bool():
            return "yes" if figure else "no"
        case float():
            return str(Fraction(figure).limit_denominator(1000))
    return str(figure)


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(header)
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    for name, render in PAGES.items():
        (DOCS / name).write_text(render(), encoding="utf-8")
        print(f"docs/{name}")
