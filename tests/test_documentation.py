"""What README and docs name exists, and what exists is named."""

import re
import tomllib
from pathlib import Path

import pytest

from dashboard import MENU
from data.__main__ import _parser as data_parser
from language import speak
from tests.support.render_docs import PAGES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
}
ALL = "\n".join(TEXTS.values())
MADE_LATER = {
    "data/oejenhoejde.duckdb",
    "evaluation/principles/proportionality/hours_within_plan.py",
    "data/queries/indicators/hours_within_plan.sql",
}
"""The register itself, and files that docs/add_an_indicator.md tells to write."""


def make_targets() -> set[str]:
    """The targets of the Makefile that a person calls."""
    (phony,) = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return set(phony.split()) - {"chromium"}


def settings() -> set[str]:
    """The environment's settings that the program reads."""
    sources = (path.read_text(encoding="utf-8") for room in ROOTS for path in (ROOT / room).rglob("*.py"))
    return {name for text in sources for name in re.findall(r"OEJENHOEJDE_[A-Z]+", text)}


ROOTS = ("pages", "workflow", "materials", "evaluation", "data", "language")


def test_every_make_target_is_named_and_exists() -> None:
    """None is secret, and none is invented."""
    assert (
        set(re.findall(r"`?make ([a-z]+)`?", ALL.replace("make it", ""))) & make_targets() == make_targets()
    )
    assert set(re.findall(r"`make ([a-z]+)`", ALL)) <= make_targets()


def test_every_command_is_named_and_exists() -> None:
    """Modules that are run, and the data commands with their options."""
    for module in set(re.findall(r"python -m ([a-z_.]+)", ALL)):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module
    commands = data_parser()._subparsers
    assert commands is not None
    names = set(commands._group_actions[0].choices or ())
    assert set(re.findall(r"python -m data ([a-z]+)", ALL)) == names


def test_every_page_is_named() -> None:
    """By its Danish and its English name, as the menu has them."""
    danish = speak("da")
    for entries in MENU.values():
        for _, title, _ in entries:
            assert f"| {danish(title)} ({title}) |" in README, title


def test_every_setting_is_named_and_exists() -> None:
    """Environment variables."""
    assert set(re.findall(r"OEJENHOEJDE_[A-Z]+", ALL)) == settings()


@pytest.mark.parametrize("name", TEXTS)
def test_every_path_exists(name: str) -> None:
    """Files and folders in backticks, and links."""
    text = TEXTS[name]
    named = set(
        re.findall(r"`((?:pages|workflow|materials|evaluation|data|language|docs|tests)/[\w/.]*)`", text)
    )
    linked = set(re.findall(r"\]\(([\w/.-]+)\)", text))
    missing = {path for path in named - MADE_LATER if not (ROOT / path).exists()}
    missing |= {link for link in linked if not ((ROOT / name).parent / link).exists()}
    assert missing == set()


@pytest.mark.parametrize("page", PAGES)
def test_pages_made_from_the_program_are_up_to_date(page: str) -> None:
    """Where one isn't: make docs."""
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == PAGES[page]()


def test_lock_and_short_list_say_the_same() -> None:
    """Every pin of the short lists stands in the lock files. Where one doesn't: make lock."""
    for name in ("requirements", "requirements-dev"):
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
