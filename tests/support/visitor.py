"""What a person at the screen does and sees. A step waits for what it brings, never for a clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error, Locator, Page, Request, Response, TimeoutError

from pages.editor.autosave import PAUSE, SETTLE
from tests.support.waiting import LIMIT

OUTSIDE_ALLOWED = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
SCRIPT_RUNS = Path(__file__).with_name("script_runs.js")
"""To be laid into every page, for :func:`script_run`."""
# Streamlit's own first guess at where its server lies, on every page with a path of its own.
STREAMLITS_OWN = ("_stcore/health", "_stcore/host-config")

MOST_STOPS = 150
"""So often somebody presses Tab before giving up."""


@dataclass
class Heard:
    """What the browser noticed besides the page: requests that left the machine, and errors of our own."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def request(self, request: Request) -> None:
        """Note what leaves the machine."""
        if not request.url.startswith(OUTSIDE_ALLOWED):
            self.outside.append(request.url)

    def answer(self, answer: Response) -> None:
        """Note what the server could not give."""
        if answer.status >= 400 and not answer.url.endswith(STREAMLITS_OWN):
            self.errors.append(f"{answer.status} {answer.url}")

    def error(self, error: Error) -> None:
        """Note what a script of the page could not do."""
        self.errors.append(str(error))


@contextmanager
def listening(page: Page) -> Iterator[Heard]:
    """Note every request and every error within."""
    heard = Heard()
    page.on("request", heard.request)
    page.on("response", heard.answer)
    page.on("pageerror", heard.error)
    yield heard
    page.remove_listener("request", heard.request)
    page.remove_listener("response", heard.answer)
    page.remove_listener("pageerror", heard.error)


def visit(page: Page, address: str) -> None:
    """Open a link and wait until the script has run and every chart is drawn."""
    page.goto(address)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page has its title, stands still and has drawn every chart: looked at in each frame, for
    what is expected from outside is looked for a second later.
    """
    try:
        page.wait_for_function(STANDS_STILL, timeout=1_000 * LIMIT)
    except TimeoutError:
        raise AssertionError(page.locator("body").aria_snapshot()) from None


@contextmanager
def script_run(page: Page) -> Iterator[None]:
    """What is done within starts the script: wait until it has run to its end, and is drawn."""
    ended = page.evaluate("window.runsEnded")
    yield
    page.wait_for_function("ended => window.runsEnded !== ended", arg=ended, timeout=1_000 * LIMIT)
    page.evaluate(TWO_FRAMES)
    settle(page)


STANDS_STILL = """() => {
    const every = selector => [...document.querySelectorAll(selector)];
    return document.querySelector("h1")?.checkVisibility({visibilityProperty: true})
        && every("[data-testid=stSkeleton]").length === 0
        && every("[data-testid=stApp][data-test-script-state=notRunning]").length === 1
        && every("[data-testid=stPlotlyChart]").every(chart => chart.querySelector(".main-svg"));
}"""
TWO_FRAMES = "() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))"


def pause_writing(page: Page) -> None:
    """Leave the keyboard alone until the text would have been sent: a timer that is set later rings later."""
    page.evaluate("pause => new Promise(go => setTimeout(go, pause))", PAUSE + SETTLE)
    settle(page)


def unfold(page: Page, name: str) -> None:
    """Open a fold, and wait until it has unfolded, or was drawn anew: a list that opens meanwhile shuts."""
    fold = page.get_by_test_id("stExpander").filter(has_text=name)
    fold.get_by_text(name, exact=True).click()
    fold.evaluate(
        "fold => Promise.allSettled(fold.getAnimations({subtree: true}).map(each => each.finished))"
    )


def open_list(page: Page, box: Locator) -> None:
    """Show the options of a list; one that opens while the page scrolls closes again."""
    box.scroll_into_view_if_needed()
    page.evaluate(TWO_FRAMES)
    box.click()


def choose(page: Page, label: str, option: str) -> None:
    """Pick from a list by its label, and wait for the page that follows."""
    open_list(page, page.get_by_role("combobox", name=label))
    with script_run(page):
        page.get_by_role("option", name=option).click()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the stop of that name has the focus, as a person without a mouse does."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if str(page.evaluate("document.activeElement.computedName")).strip() == name:
            return
    raise AssertionError(f"no stop is called {name}")
