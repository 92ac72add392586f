"""``python -m tests.support.render_docs``: the pages of docs/ that are made from the program, so that they
can't drift.

A test fails while a page is not what this renders.
"""

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from importlib import import_module
from pathlib import Path

import workflow
from data.schema import TABLES, Column
from evaluation.principles import INDICATORS
from tests.evaluation import test_clarification, test_indicators, test_verdict
from tests.support.licences import page as licence_page
from workflow.permission import COMMANDS, GRANTS, RIGHT_NAMES, Right
from workflow.person import ROLE_NAMES, Role

ROUND_OPENS_ON = "2025-08-18"
DOCS = Path(__file__).parents[2] / "docs"
KINDS: Mapping[str, str] = {
    "text": "text",
    "key": "key{of}",
    "keys": "keys{of}, with semicolons between",
    "date": "day",
    "integer": "whole number",
    "number": "number",
    "yes_no": "yes or no",
    "choice": "one of",
    "moment": "moment in UTC",
    "verbatim": "text kept to the byte",
}


CELLS = """\
An export opens rightly in a Danish spreadsheet by double click: UTF-8 with a mark, semicolons between cells,
decimal commas, and a quotation mark before what would be calculated. Files that are taken in may have commas,
semicolons or tabs, and UTF-8, UTF-16 or cp1252; one in Mac Roman or a DOS code page is refused with its name.

- **Text, keys and lists** have one form: composed letters, one kind of space, no characters without width.
  Groups of a consultation, and words in a list, that differ in capitals alone are one.
- **Nothing** is an empty cell, and so are “N/A”, `NA`, `NULL`, `None`, `nan` and signs alone. What a
  spreadsheet writes for an error (`#NAVN?`, `#REF!`) is refused, and so are long numbers that it cut short
  (`2,02405E+11`) in keys and case numbers, and rows of totals.
- **Numbers** have a comma or a point before the decimals; points or spaces may stand between groups of three
  digits that begin with no nought. What can be read in two ways is refused; `244.0` is a whole number.
- **Days** are ISO or Danish; the day stands before the month. One date of a file that can only have the month
  first puts the others with the same separator in doubt: they are refused with both readings. A program's
  midnight is its day in Denmark.
- **Reasons** need a word."""
"""How cells are read, whatever the column."""


def exchange_files() -> str:
    """Every exchange file with its columns, in the order in which they depend on one another."""
    parts = [
        "# Exchange files",
        (
            "Made from `data/schema.py` by `make docs`. Each file is CSV with a header; `python -m data"
            " export FOLDER` writes all of them, and `python -m data import FOLDER` takes them in, in this"
            " order. A column that a file leaves out stays as it is stored."
        ),
        CELLS,
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
    intro = (
        "Made by `make docs` from the tables of `tests/evaluation/test_verdict.py`,"
        " `tests/evaluation/test_indicators.py` and `tests/evaluation/test_clarification.py`: what stands"
        " here is what the tests ask of the program."
    )
    return (
        "\n\n".join(["# The rules by example", intro, *_verdict(), *_indicators(), *_holidays(), *_plans()])
        + "\n"
    )


def _verdict() -> Iterator[str]:
    yield "## Verdict"
    yield (
        "How many bodies of each level chose 1, 2, 3, 4 and 5 (four are expected at each), the verdict"
        " proposed, and the rules that decided it. The first that holds decides: insufficient, contested,"
        " followed, not followed, partly."
    )
    yield _table(
        ("why", "committees", "centres", "verdict", "rules"),
        [
            (row.rule, _counts(row.committee), _counts(row.centre), row.proposed, _reasons(row.reasons))
            for row in test_verdict.TABLE
        ],
    )
    yield "## Contradiction"
    yield (
        "Whether facts of which so many meet their norm, miss it or aren't known contradict a verdict, or"
        " participants of whom so many answered 1, 2, 3, 4 and 5 (under five are too few to)."
    )
    yield _table(
        ("verdict", "meet", "miss", "not known", "participants", "contradicted by"),
        [
            (
                row.verdict,
                *(str(row.met.count(each)) for each in (True, False, None)),
                _counts(row.answers) if row.answers else "not asked",
                "nothing to compare" if row.voices is None else " and ".join(row.voices) or "nothing",
            )
            for row in test_verdict.CONTRADICTIONS
        ],
    )


def _indicators() -> Iterator[str]:
    yield "## Indicators"
    yield (
        f"The consultations of a round by what is known of them (a window from {test_indicators.START} to"
        f" {test_indicators.END} unless it says otherwise), with their groups; then numerator, denominator,"
        " how many are unknown, the value, whether the norm is met, and how many wait. The round opens on"
        f" {ROUND_OPENS_ON}."
    )
    header = (
        "rule",
        "consultations",
        "groups",
        "numerator",
        "denominator",
        "unknown",
        "value",
        "met",
        "waiting",
    )
    for name in dict.fromkeys(row.indicator for row in test_indicators.TABLE):
        yield f"### {INDICATORS[name].label} (`{name}`)"
        yield INDICATORS[name].question
        yield _table(
            header,
            [
                (
                    row.rule,
                    _records(row.consultations),
                    _records(row.groups),
                    *map(_figure, row.expected),
                    str(row.waiting),
                )
                for row in test_indicators.TABLE
                if row.indicator == name
            ],
        )


def _holidays() -> Iterator[str]:
    holidays = INDICATORS["holiday_share"]
    yield f"### Weekdays lost to days off, of one consultation (`{holidays.id}`)"
    yield "Public holidays, and the days off that a new register begins with."
    yield _table(
        ("rule", "window", "share of its weekdays"),
        [(row.rule, f"{row.start} to {row.end}", _figure(row.share)) for row in test_indicators.WINDOWS],
    )


def _plans() -> Iterator[str]:
    yield "## Clarification: what a plan is warned of"
    plan = ", ".join(f"{name} {text}" for name, text in test_clarification.PLAN.items())
    yield (
        f"A plan that nothing is wrong with ({plan}), what is changed in it, the day on which it is looked"
        " at, and what it is warned of."
    )
    yield _table(
        ("rule", "changed", "looked at on", "warned of"),
        [
            (
                row.rule,
                ", ".join(f"{name} {text or '–'}" for name, text in row.changes.items()) or "nothing",
                row.today,
                ", ".join(f"`{each}`" for each in row.warnings) or "nothing",
            )
            for row in test_clarification.TABLE
        ],
    )


def who_may_what() -> str:
    """The rights of every role, and every command with the right that it needs."""
    for module in pkgutil.walk_packages(workflow.__path__, "workflow."):
        import_module(module.name)
    header = ("what", "right", *(ROLE_NAMES[role] for role in Role))
    rights = [(RIGHT_NAMES[right], f"`{right}`", *(_reach(role, right) for role in Role)) for right in Right]
    commands = [(f"`{each.name}`", each.summary, f"`{each.right}`") for _, each in sorted(COMMANDS.items())]
    intro = (
        "Made by `make docs` from `workflow/permission.py`, which every command asks before it reads or"
        " writes. *Own* is what belongs to a centre or a committee that the person writes for; a consultation"
        " belongs to its centre and its committee. Without a sign-in, whoever sits at the machine is"
        " administrator and secretary."
    )
    tables = (_table(header, rights), "## Commands", _table(("command", "does", "right"), commands))
    return "\n\n".join(["# Who may what", intro, *tables]) + "\n"


def _reach(role: Role, right: Right) -> str:
    grant = GRANTS[right]
    return "yes" if role in grant.all else "own" if role in grant.own else ""


def licences() -> str:
    """What the program runs on, with the licence of each package."""
    intro = (
        "Made by `make docs` from `docs/sbom.cdx.json` (CycloneDX 1.6, made by `make sbom` from"
        " `requirements-cluster.lock`: `requirements.lock` with the optional extra for evaluations on a"
        " cluster, whose packages are marked as optional) and from `[tool.licences]` in `pyproject.toml`."
        " Øjenhøjde itself is under the EUPL-1.2. Each package is installed from its own distribution,"
        " unchanged, with its licence's text in it; `make check` fails where one is"
        " under a licence that is not on the list there."
    )
    others = (
        "No typeface, script or picture of others lies in the repository: what browsers are served comes from"
        " Streamlit (Apache-2.0) and Plotly (MIT) as listed. A Chromium, Chrome or Edge, LibreOffice and the"
        " proxy are programs of the machine, and no part of this one. What `requirements-dev.lock` adds is"
        " for tests and tools alone and is never shipped: among it krippendorff, under the GPL-3.0, which no"
        " module but a test imports, and axe-core (MPL-2.0)."
    )
    table = _table(("package", "version", "licence", "why it may be used"), licence_page())
    return "\n\n".join(["# Licences", intro, table, others]) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "exchange_files.md": exchange_files,
    "licences.md": licences,
    "rules_by_example.md": rules_by_example,
    "who_may_what.md": who_may_what,
}


def _kind(column: Column) -> str:
    """What a cell holds, in words."""
    of = f" of `{column.refers_to}`" if column.refers_to else ""
    choices = f" {', '.join(f'`{choice}`' for choice in column.choices)}" if column.choices else ""
    kind = KINDS[column.kind].format(of=of) + choices
    return f"{kind}; empty means `{column.empty_means}`" if column.empty_means else kind


def _counts(counts: Iterable[int]) -> str:
    return " ".join(map(str, counts))


def _reasons(reasons: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{rule} ({level})" for rule, level in reasons)


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
