"""The overview against the page as it was: an earlier commit with its own packages, beside ours."""

import json
import subprocess
import sys
import venv
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page

from data.database import Store
from evaluation.evaluate import evaluate, find_round
from evaluation.overview_words import finding_title
from evaluation.scales import VERDICTS
from language import speak
from tests.benchmark.browser import chromium, rest, watching_page
from tests.benchmark.evaluation import ROUND
from tests.benchmark.measurement import Measurement, Turn
from tests.support.servers import ROOT, Installation, running

COMMIT = "0faf36e1a620fc6bd158694e6c3821baeb79ccc2"
"""The last one whose overview has tiles, and charts under them."""
KEPT_IN = ROOT / ".benchmark"


class NoPageAsItWas(Exception):
    """The earlier commit can't be had here."""


def measure(database: Path, times: int) -> list[Measurement]:
    """From the navigation until the five verdicts can be read, and until everything is drawn."""
    earlier = installation(COMMIT)
    with (
        running(database) as ours,
        running(database.with_name("as_it_was.duckdb"), installation=earlier) as peer,
        chromium() as browser,
    ):
        page = watching_page(browser, f"window.benchmark.watch({json.dumps(verdicts(database))});")
        visit(page, ours), visit(page, peer)
        visits = [(visit(page, ours), visit(page, peer)) for _ in range(times)]
    readable = tuple((mine[0], its[0]) for mine, its in visits)
    drawn = tuple((mine[1], its[1]) for mine, its in visits)
    what, against = f"of the overview at {ROUND}", f"against the page at {COMMIT[:7]}"
    return [
        Measurement("overview_readable", f"the five verdicts {what} readable, {against}", readable, 0.5),
        Measurement("overview_drawn", f"everything {what} drawn, {against}", drawn, 0.75),
    ]


def visit(page: Page, address: str) -> Turn:
    """Open the overview in a rested browser; gives the seconds until its verdicts can be read and until it
    is drawn.
    """
    rest(page)
    page.goto(f"{address}/?round={ROUND}&lang=da", wait_until="commit")
    page.wait_for_function("() => window.benchmark.drawn")
    readable, drawn = page.evaluate("[window.benchmark.readable, window.benchmark.drawn]")
    return readable / 1000, drawn / 1000


def verdicts(database: Path) -> dict[str, object]:
    """How the five verdicts are said in Danish: in one title, and as words, how often each."""
    store = Store(database)
    words = speak("da")
    evaluation = evaluate(store, find_round(store, ROUND))
    store.close()
    return {
        "title": words.say(finding_title(evaluation.principles)),
        "words": Counter(words(VERDICTS[finding.verdict.final]) for finding in evaluation.principles),
    }


def installation(commit: str) -> Installation:
    """The program at a commit, with the packages of that commit's lock file; made once, and kept.

    Raises NoPageAsItWas where git doesn't know the commit or a package can't be had.
    """
    folder = KEPT_IN / commit[:7]
    python, complete = folder / "venv" / "bin" / "python", folder / "complete"
    if not complete.exists():
        checkout = folder / "checkout"
        checkout.mkdir(parents=True, exist_ok=True)
        archive = folder / "checkout.tar"
        _run("git", "archive", "--output", str(archive), commit)
        _run("tar", "-xf", str(archive), "-C", str(checkout))
        archive.unlink()
        venv.create(folder / "venv", with_pip=True)
        _run(
            str(python),
            *["-m", "pip", "install", "--quiet", "--require-hashes", "-r"],
            str(checkout / "requirements.lock"),
        )
        complete.touch()
    return Installation(folder / "checkout", str(python))


def _run(*command: str) -> None:
    process = subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False)
    if process.returncode:
        raise NoPageAsItWas(
            f"{' '.join(command)} failed: the overview has no earlier page to be measured against"
        )
