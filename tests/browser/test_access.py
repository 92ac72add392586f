"""Every state of a page, whole: a form, an opened record, opened lists and explanations, on a wall screen and on a phone.

The window is as high as the page, because axe-core judges the contrast only of what is not scrolled away.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from language import speak
from tests.browser.visitor import visit

pytestmark = pytest.mark.xdist_group("browser")
WHOLE = 9000
STATES = {
    "overview": "",
    "principle": "principle?principle=4",
    "register": "consultations?in_round=false",
    "record": "consultations?in_round=false&consultation=D20-01",
    "form": "assessments?round=2026-2029/midterm",
    "closed": "assessments?round=2022-2025/endterm",
    "method": "method",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What axe finds in Streamlit's own menu, whose groups lie inside one list: the rule, and what marks the element.
STREAMLITS_OWN = {"list": 'data-testid="stSidebarNavItems"', "listitem": '<li class="st-emotion-cache'}


@contextmanager
def window(browser: Browser, width: int, scheme: str) -> Iterator[Page]:
    """A visitor's window, as high as any page."""
    context = browser.new_context(viewport={"width": width, "height": WHOLE}, color_scheme=scheme)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def open_state(page: Page, server: str, state: str, language: str) -> None:
    """Open a page in one of its states, with every explanation on it open."""
    path = STATES[state]
    visit(page, f"{server}/{path}{'&' if '?' in path else '?'}lang={language}")
    if state == "record":
        expect(page.get_by_text(speak(language)("Frame, effort and result")).first).to_be_visible()
    explanations = page.locator('[data-testid="stMain"] details')
    for each in explanations.all():
        if each.get_attribute("open") is None:
            each.locator("summary").click()
    expect(page.locator('[data-testid="stMain"] details:not([open])')).to_have_count(0)
    page.evaluate("() => Promise.all(document.getAnimations().map(each => each.finished.catch(() => {})))")


def violations(page: Page) -> list[tuple[str, str, str]]:
    """What axe-core finds, apart from Streamlit's own: the rule, the element, and what is wrong with it."""
    found: list[dict[str, Any]] = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [
        (each["id"], node["html"][:150], node["failureSummary"][:200])
        for each in found
        for node in each["nodes"]
        if STREAMLITS_OWN.get(each["id"], "nothing") not in node["html"]
    ]


@pytest.mark.parametrize(("language", "scheme"), [("da", "light"), ("da", "dark"), ("en", "light"), ("en", "dark")])
def test_the_whole_of_every_state_is_accessible(server: str, browser: Browser, language: str, scheme: str) -> None:
    """axe-core finds nothing against WCAG 2.2 AA, from the first line to the last."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    with window(browser, 1280, scheme) as page:
        for state in STATES:
            open_state(page, server, state, language)
            beyond = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight")
            assert beyond <= WHOLE, f"{state} is {beyond} high: make the window higher, or its end is not judged"
            found[state] = violations(page)
    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_opened_list_is_accessible(server: str, browser: Browser, scheme: str) -> None:
    """The files of a chart and the table behind it, with the button that opened them."""
    found = []
    with window(browser, 1280, scheme) as page:
        for label in ("Download chart", "Show as table"):
            visit(page, f"{server}/assessments?lang=en")
            page.get_by_role("button", name=label).click()
            expect(page.get_by_test_id("stPopoverBody").locator("button, canvas").first).to_be_visible()
            page.evaluate("() => Promise.all(document.getAnimations().map(each => each.finished.catch(() => {})))")
            found += violations(page)
    assert found == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_state_is_wider_than_a_phone(server: str, browser: Browser, language: str) -> None:
    """At 390 pixels, in both languages, nothing runs out of the window: neither the page nor anything on it."""
    too_wide = {}
    with window(browser, 390, "light") as page:
        for state in STATES:
            open_state(page, server, state, language)
            too_wide[state] = page.evaluate(
                """() => { const main = document.querySelector('[data-testid=stMain]');
                return main.scrollWidth - main.clientWidth }"""
            )
    assert {state: pixels for state, pixels in too_wide.items() if pixels > 0} == {}


def test_the_browser_complains_of_nothing(server: str, browser: Browser) -> None:
    """No error in the browser's own list, the content policy's refusals among them, and no request to another machine."""
    complaints, outside = [], []
    with window(browser, 1280, "light") as page:
        page.on(
            "console",
            lambda said: (
                complaints.append(said.text) if said.type == "error" and "/_stcore/" not in said.location.get("url", "") else None
            ),
        )
        page.on(
            "request",
            lambda asked: (
                outside.append(asked.url)
                if not asked.url.startswith((server, server.replace("http", "ws"), "data:", "blob:"))
                else None
            ),
        )
        for state in STATES:
            open_state(page, server, state, "en")
    assert (complaints, outside) == ([], [])


def test_a_form_is_filled_in_without_a_mouse(server: str, page: Page) -> None:
    """Tab, arrows, space and Enter reach every field in reading order, and submit."""
    visit(page, f"{server}/assessments?lang=en&round=2026-2029/midterm&body=sou&principle=4")
    reason = page.get_by_label("The reason, in words")
    reason.focus()
    page.keyboard.type("Vi havde tid nok, men ingen spurgte os to gange.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="4 · To a high degree")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name="Strong")).to_be_checked()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.innerText").endswith("Submit"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text(speak("en")("Submitted. The evaluation counts it from now on."))).to_be_visible()
