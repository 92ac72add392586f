"""What README and docs name exists, and what exists is named."""

import argparse
import re
import tomllib
from pathlib import Path

import pytest

from dashboard import MENU
from data.__main__ import _parser as data_parser
from data.database import Store
from data.schema import TABLES
from evaluation.__main__ import _parser as evaluation_parser
from evaluation.as_json import as_dict
from evaluation.evaluate import evaluate, find_round
from evaluation.principles import INDICATORS
from language import speak
from materials.__main__ import _parser as materials_parser
from tests.support.render_docs import PAGES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
}
ALL = "\n".join(TEXTS.values())
MADE_LATER = {
    ".documents/",
    ".cluster/",
    "data/oejenhoejde.duckdb",
    "evaluation/principles/proportionality/hours_within_plan.py",
    "data/queries/indicators/hours_within_plan.sql",
}
"""The register itself, and files that docs/add_an_indicator.md tells to write."""
ELSEWHERE = {"2022-2025/endterm", "answered.sql", "polars_evaluation.py"}
"""A round's key, and neighbours of files whose folder is named beside them."""


def make_targets() -> set[str]:
    """The targets of the Makefile that a person calls."""
    (phony,) = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return set(phony.split()) - {"chromium"}


def settings() -> set[str]:
    """The environment's settings that the program reads."""
    sources = (path.read_text(encoding="utf-8") for room in ROOTS for path in (ROOT / room).rglob("*.py"))
    return {name for text in sources for name in re.findall(r"OEJENHOEJDE_[A-Z_]+[A-Z]", text)}


ROOTS = ("pages", "workflow", "materials", "evaluation", "data", "language")


def test_every_make_target_is_named_and_exists() -> None:
    """None is secret, and none is invented."""
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", ALL, re.MULTILINE))
    assert named == make_targets()


def test_every_command_is_named_and_exists() -> None:
    """Modules that are run, and the commands of the register."""
    for module in set(re.findall(r"python -m ([a-z_.]+)", ALL)):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module
    assert set(re.findall(r"python -m data ([a-z]+)", ALL)) == set(data_commands())
    assert {path.parent.name for room in ROOTS for path in (ROOT / room).glob("__main__.py")} <= set(
        re.findall(r"python -m ([a-z]+)", ALL)
    )


def data_commands() -> dict[str, argparse.ArgumentParser]:
    """The parsers of the register's commands by their names."""
    (group,) = [each for each in data_parser()._actions if isinstance(each, argparse._SubParsersAction)]
    return dict(group.choices)


def test_every_option_is_named_and_exists() -> None:
    """Those of the register's commands, and of the evaluation."""
    parsers = [*data_commands().values(), evaluation_parser(), materials_parser()]
    options = {option for parser in parsers for action in parser._actions for option in action.option_strings}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", ALL)) == options - {"-h", "--help"}


def test_every_page_is_named_and_exists() -> None:
    """In the README's table, in the menu's order, by its Danish and its English name."""
    danish = speak("da")
    menu = [f"{danish(title)} ({title})" for entries in MENU.values() for _, title, _ in entries]
    assert re.findall(r"^\| (\w[\w ]* \([A-Z][\w -]*\)) \|", README, re.MULTILINE) == menu


def test_every_room_is_drawn() -> None:
    """In the README's picture of the tree."""
    drawn = set(re.findall(r"^([a-z]+)/ ", README, re.MULTILINE))
    assert drawn == {*ROOTS, "deploy", "docs", "tests"}


def test_every_exchange_file_is_named() -> None:
    """In the README, in the order in which they go in."""
    (sentence,) = re.findall(r"Exchange files are CSV with a header: ([^.]+)\.", README)
    assert re.findall(r"`(\w+)`", sentence) == list(TABLES)


def test_every_key_of_the_json_is_named(demonstration: Store) -> None:
    """With the rules and units that may stand there; and the page names no other."""
    named = set(re.findall(r"`(\w+)`", TEXTS["docs/evaluation_json.md"]))
    evaluation = as_dict(evaluate(demonstration, find_round(demonstration, "2022-2025/endterm")))
    reasons = [reason["rule"] for each in evaluation["principles"] for reason in each["verdict"]["reasons"]]
    expected = {*keys(evaluation), *reasons, *(each.unit for each in INDICATORS.values())}
    assert expected - named == set()


def keys(value: object) -> set[str]:
    """Every key at any depth, but for themes and consultations, which are the records' own words."""
    if isinstance(value, list):
        return {key for each in value for key in keys(each)}
    if not isinstance(value, dict):
        return set()
    inner = {key for name, each in value.items() if name not in ("themes", "evidence") for key in keys(each)}
    return inner | (set(value) - {"2", "3", "4"})


def test_every_setting_is_named_and_exists() -> None:
    """Environment variables."""
    assert set(re.findall(r"OEJENHOEJDE_[A-Z_]+[A-Z]", ALL)) == settings()


@pytest.mark.parametrize("name", TEXTS)
def test_every_path_exists(name: str) -> None:
    """Files and folders in backticks, and links."""
    text = TEXTS[name]
    quoted = set(re.findall(r"`([\w.-]+(?:/[\w.-]*)*)`", text)) - MADE_LATER
    files = {path for path in quoted if "/" in path or re.search(r"\.(py|toml|md|sql|po|typ)$", path)}
    linked = set(re.findall(r"\]\(([\w/.-]+)\)", text))
    missing = {path for path in files - ELSEWHERE if not (ROOT / path).exists()}
    missing |= {link for link in linked if not ((ROOT / name).parent / link).exists()}
    assert missing == set()


@pytest.mark.parametrize("page", PAGES)
def test_pages_made_from_the_program_are_up_to_date(page: str) -> None:
    """Where one isn't: make docs."""
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == PAGES[page]()


def test_lock_and_short_list_say_the_same() -> None:
    """Every pin of the short lists stands in the lock files. Where one doesn't: make lock."""
    for name in ("requirements", "requirements-cluster", "requirements-dev", "requirements-spark"):
        pins = re.findall(
            r"^([\w.-]+)(?:\[\w+\])?==([\w.]+)", (ROOT / f"{name}.txt").read_text(), re.MULTILINE
        )
        lock = (ROOT / f"{name}.lock").read_text()
        missing = [pin for pin, version in pins if f"{pin.lower()}=={version}" not in lock.lower()]
        assert pins and missing == []
        assert "--hash=sha256:" in lock and "http" not in re.sub(r"httpx?(core)?", "", lock)


def test_the_licence_is_named_once() -> None:
    """In the project's description, as the file has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (
        project["license"] == "EUPL-1.2" and "v. 1.2" in (ROOT / "LICENSE").read_text(encoding="utf-8")[:80]
    )
