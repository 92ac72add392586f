"""``docs/add_an_indicator.md`` followed to the letter in a copy of the program, and with a step left out."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "add_an_indicator.md"
INDICATOR, LABEL = "hours_within_plan", "Kept within the planned hours"
QUESTION = "more hours were spent than planned. What took them?"
NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "*.duckdb", "*.duckdb.wal", "node_modules")
STEP = re.compile(r"^## \d+\. (?P<title>.+?)$(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(
    r"(?P<how>New file|Last line of|translate them in) `(?P<path>[^`]+)`:\n\n```\w+\n(?P<content>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
SEEN = """
import json, sys
from tests.support.screens import open_page, words_on
from data import queries
from data.register import database_path
from evaluation.evaluate import find_round
from workflow.demonstration import open_register
from language import speak
from materials.documents.discussion_paper.contents import paper
store = open_register(database_path())
bodies = [body.key for body in queries.bodies.expected(store, sys.argv[1])]
papers = (paper(store, find_round(store, sys.argv[1]), body, speak("en")) for body in bodies)
asked = (str(each) for one in papers for chapter in one.chapters for each in chapter.questions)
found = next((question for question in asked if question.endswith(sys.argv[2])), None)
store.close()
json.dump({"asked": found, "method": words_on(open_page("method", lang="en"))}, sys.stdout)
"""


@dataclass(frozen=True)
class Change:
    """What a step does to one file."""

    how: str
    path: str
    content: str


def steps() -> dict[str, list[Change]]:
    """By the titles of the page's steps, what each does; those that only tell have nothing."""
    page = PAGE.read_text(encoding="utf-8")
    return {
        step["title"]: [
            Change(*block.group("how", "path", "content")) for block in BLOCK.finditer(step["text"])
        ]
        for step in STEP.finditer(page)
    }


def follow(copy: Path) -> None:
    """Carry out the steps of the page."""
    for changes in steps().values():
        for change in changes:
            carry_out(copy, change)


def undo(copy: Path, change: Change) -> None:
    """Leave the copy as if this one block had been passed over."""
    path = copy / change.path
    match change.how:
        case "New file":
            path.unlink()
        case "Last line of":
            path.write_text(path.read_text(encoding="utf-8").removesuffix(change.content), encoding="utf-8")
        case _:
            shutil.copy(ROOT / change.path, path)
            run(copy, "-m", "language")


def carry_out(copy: Path, change: Change) -> None:
    """One block of the page."""
    path = copy / change.path
    match change.how:
        case "New file":
            path.write_text(change.content, encoding="utf-8")
        case "Last line of":
            with path.open("a", encoding="utf-8") as file:
                file.write(change.content)
        case _:
            run(copy, "-m", "language")
            translate(path, change.content)
            run(copy, "-m", "language")


def translate(path: Path, content: str) -> None:
    """Fill the page's translations into the catalogue, where the texts must be waiting for them."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in read_po(io.BytesIO(content.encode())):
        if message.id:
            assert catalogue[message.id].string == "", f"{message.id} is not waiting for its Danish"
            catalogue[message.id].string = message.string
    with path.open("wb") as file:
        write_po(file, catalogue)


def run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python in the copy, with a register of its own."""
    environment = os.environ | {"OEJENHOEJDE_DATABASE": str(copy / "own.duckdb")}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program in which the page was followed; whoever changes it takes a copy."""
    copy = Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("followed") / "copy", ignore=NOT_COPIED))
    follow(copy)
    return copy


def missing_in(copy: Path) -> Sequence[str]:
    """What the test of an indicator's parts names in the copy."""
    test = "tests/evaluation/test_indicator_parts.py::test_no_part_of_any_indicator_is_missing"
    process = run(copy, "-m", "pytest", "-q", "-n", "0", "-vv", test)
    return sorted(set(re.findall(rf"{INDICATOR}: (\w+ \w+)", process.stdout)))


def test_whoever_follows_the_page_has_a_new_indicator(followed: Path) -> None:
    """It is in the JSON with a value, on the method page, and asked about in a discussion paper."""
    assert missing_in(followed) == []
    printed = run(followed, "-m", "evaluation", "2022-2025/endterm")
    indicators = {
        each["indicator"]: each for each in json.loads(printed.stdout)["proportionality"]["indicators"]
    }
    assert list(indicators) == ["clarified", "hours_per_participant", "scale_fit", INDICATOR]
    assert (indicators[INDICATOR]["norm"], indicators[INDICATOR]["value"] is None) == (0.8, False)
    seen = json.loads(run(followed, "-c", SEEN, "2022-2025/endterm", QUESTION).stdout)
    assert LABEL in seen["method"]
    assert seen["asked"].endswith(QUESTION)


LEFT_OUT = {
    "What it says": ["no module"],
    "What it counts": ["no select"],
    "Its norm": ["no row"],
    "Its Danish": ["no Danish"],
}


def test_every_step_that_does_something_is_tried_without() -> None:
    """The table beside this test has them all."""
    assert [title for title, changes in steps().items() if changes] == list(LEFT_OUT)


@pytest.mark.parametrize(("title", "missing"), LEFT_OUT.items(), ids=LEFT_OUT)
def test_a_step_left_out_is_named(followed: Path, tmp_path: Path, title: str, missing: list[str]) -> None:
    """Only the part that the step makes is missing."""
    copy = Path(shutil.copytree(followed, tmp_path / "copy"))
    for change in steps()[title]:
        undo(copy, change)
    assert missing_in(copy) == missing
