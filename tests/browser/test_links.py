"""A link shows what it was copied from: on each page choices are made, and its address is opened by somebody
who has chosen nothing, and whose round is another.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.visitor import open_list, script_run, settle, visit
from tests.support.waiting import wait_until

pytestmark = pytest.mark.thorough
Choice = Callable[[Page], None]

VIEW = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const all = (selector, of) => [...main.querySelectorAll(selector)].map(of);
  const isSwitch = (field) => field.type === 'radio' || field.type === 'checkbox';
  const icons = new Set(all('[data-testid="stIconMaterial"]', (icon) => icon.innerText));
  return {
    text: main.innerText.split(/\\s+/).filter((word) => !icons.has(word)).join(' '),
    fields: all('input:not([type=file]), textarea', (field) => isSwitch(field) ? field.checked : field.value),
    tabs: all('[role=tab]', (tab) => tab.ariaSelected),
    folds: all('details', (fold) => fold.open),
  };
}"""
"""What somebody sees of a page: its words, what stands in its fields, which tabs lie on top, what is
unfolded.
"""


def a_round(name: str) -> Choice:
    """Another evaluation round, from the menu at the top."""

    def act(page: Page) -> None:
        page.get_by_role("button", name="Evaluation round").click()
        with script_run(page):
            page.get_by_role("menuitem", name=name).first.click()

    return act


def picked(label: str, option: str) -> Choice:
    """One of a list."""

    def act(page: Page) -> None:
        open_list(page, page.get_by_role("combobox", name=label).first)
        with script_run(page):
            page.get_by_role("option", name=option).first.click()

    return act


def unfolded(label: str) -> Choice:
    """A fold."""

    def act(page: Page) -> None:
        fold = page.get_by_test_id("stExpander").filter(has_text=label).first
        with script_run(page):
            fold.locator("summary").click()

    return act


def on_top(label: str) -> Choice:
    """A tab."""

    def act(page: Page) -> None:
        with script_run(page):
            page.get_by_role("tab", name=label).first.click()

    return act


def written(label: str, text: str) -> Choice:
    """Words that are looked for."""

    def act(page: Page) -> None:
        page.get_by_label(label).first.fill(text)
        with script_run(page):
            page.keyboard.press("Enter")

    return act


def clicked(text: str) -> Choice:
    """A switch, one of a row, or another thing to click once."""

    def act(page: Page) -> None:
        with script_run(page):
            page.get_by_text(text, exact=True).first.click()

    return act


def next_one(page: Page) -> None:
    """The next principle in a meeting."""
    with script_run(page):
        page.get_by_role("button", name=re.compile("Save and go on")).first.click()


dansk = clicked("Dansk")
ended = a_round("End of term 2022")
PAGES: dict[str, tuple[Choice, ...]] = {
    "": (ended, unfolded("One by one"), unfolded("The round in sentences")),
    "principle": (ended, unfolded("Filters"), on_top("Centres"), picked("Principle", "4."), dansk),
    "proportionality": (ended, unfolded("outside their band"), on_top("By method"), dansk),
    "trends": (picked("Principle", "5."), picked("Fact", "usinesses"), picked("Side by side", "By centre")),
    "words": (ended, written("Search in all", "vej"), on_top("tell of it")),
    "body": (ended, picked("Centre or committee", "Center for Skole"), unfolded("Minutes text"), dansk),
    "consultations": (
        written("Search in titles", "plan"),
        clicked("Only the chosen round"),
        picked("Order", "Title, A to Z"),
    ),
    "gaps": (ended, picked("Period", "2025"), picked("Centre", "Center for By og Klima")),
    "experiences": (ended, picked("Consultation", "ykelsti"), unfolded("in English")),
    "assessments": (ended, picked("Committee or centre", "Økonomi"), picked("Principle", "3.")),
    "forms": (picked("Committee or centre", "Økonomi"), unfolded("The letter"), unfolded("Correct the days")),
    "followup": (ended, picked("Owner", "Center"), picked("Principle", "4")),
    "imports": (ended, dansk),
    "documents": (ended, clicked("Confidential: with confidential words")),
    "rounds": (ended, unfolded("History"), dansk),
    "closing": (ended, dansk),
    "organisation": (on_top("Rename or end"), picked("Committee or centre", "Kultur"), unfolded("History")),
    "norms": (ended, on_top("Wording"), dansk),
    "days_off": (picked("Year", "2027"), on_top("Change or remove"), picked("Days off", "juli")),
    "access": (ended, dansk),
    "history": (written("Search", "Sti"), picked("Kind", "Consultation"), dansk),
    "data": (on_top("Dansk"), dansk),
    "method": (ended, unfolded("sentence by sentence"), dansk),
    "consultation": (ended, on_top("against the norms"), unfolded("History")),
    "clarification": (ended, dansk),
    "meeting": (next_one, next_one),
}
RECORDS = {"consultation": "&consultation=D24-01", "clarification": "&consultation=D26-17"}
"""Pages of one record."""


@pytest.mark.parametrize("path", PAGES)
def test_a_link_shows_the_same_view(server: str, page: Page, path: str) -> None:
    """To the word, in every field, tab and fold. Each choice was one step: one Back takes the last one away,
    and Forward makes it again.
    """
    visit(page, f"{server}/{path}?lang=en{RECORDS.get(path, '')}")
    *first, last = PAGES[path]
    before = page.evaluate("history.length")
    for choose in first:
        choose(page)
    view_before = seen(page)
    last(page)
    assert page.evaluate("history.length") - before == len(PAGES[path])
    view, address = seen(page), page.url
    page.evaluate("history.back()")
    wait_until(lambda: seen(page) == view_before)
    page.evaluate("history.forward()")
    wait_until(lambda: seen(page) == view)
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.goto("about:blank")
    visit(page, address)
    assert seen(page) == view, address


def seen(page: Page) -> object:
    """What somebody sees once nothing is under the pointer, which would change its looks."""
    page.mouse.move(0, 0)
    settle(page)
    return page.evaluate(VIEW)
