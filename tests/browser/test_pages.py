"""Every page by its own link, in both languages; some on a server that nobody has visited."""

import re
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from data.database import Store
from language import LANGUAGES, speak
from tests.support.reading import hindrances
from tests.support.registers import take_all
from tests.support.screens import PAGES as SCRIPTS
from tests.support.visitor import listening, settle, visit

PAGES = {
    "": "Principles 1 and 4 are followed, 2 partly, 5 not, 3 is contested",
    "principle": "Sets out clear frames",
    "proportionality": "Proportionality",
    "trends": "Which way is it going?",
    "words": "What was said, and about what",
    "body": "Center for Borgerkontakt og Digitalisering",
    "others": "Other municipalities",
    "consultations": "Consultations",
    "consultation": "Register a consultation",
    "clarification": "Clarification before it starts",
    "gaps": "Missing facts",
    "experiences": "Experiences",
    "assessments": "Assessments",
    "forms": "Forms",
    "followup": "Follow-up",
    "imports": "Take in a file",
    "meeting": "Sets out clear frames",
    "rounds": "Rounds",
    "closing": "Closing",
    "organisation": "Organisation",
    "norms": "Norms and wording",
    "documents": "Charts and documents",
    "days_off": "Days off and methods",
    "access": "Access",
    "history": "History",
    "data": "Data",
    "method": "How a verdict comes about",
}
# Pages that have most to show while a round is open.
OPEN_ROUND = ("assessments", "forms", "followup", "meeting", "rounds", "closing")
WITH_MOST = {
    "consultation": "&consultation=D24-01&edit=true",
    "clarification": "&consultation=D26-17",
}
# The overview, and one page of each folder of the menu.
COLD = ("", "consultations", "documents", "closing", "method")
DANISH = {
    "clarification": "Afklaring: Legeplads og opholdssteder i Ådalsparken",
    "consultation": "Kommuneplan 2025: idéfase om byens grænser",
    "": "Princip 1 og 4 er fulgt, 2 delvist, 5 ikke, 3 har delt vurdering",
    "principle": "Formulerer tydelige rammer",
    "meeting": "Formulerer tydelige rammer",
}
# What axe finds in Streamlit's own menu, whose groups lie inside one list, and in the parts of its date
# field: the rule, and what marks the element.
STREAMLITS_OWN = {
    "target-size": 'role="spinbutton"',
    "list": 'data-testid="stSidebarNavItems"',
    "listitem": '<li class="st-emotion-cache',
}


def title(path: str, language: str) -> str:
    """The heading of a page in a language."""
    if language == "da" and path in DANISH:
        return DANISH[path]
    return PAGES[path] if path in (*DANISH, "body") else speak(language)(PAGES[path])


def link(path: str, language: str) -> str:
    """The link of a page; the overview's is that of a round with verdicts."""
    return f"{path}?lang={language}" + ("" if path else "&round=2022-2025/endterm")


def fullest(path: str) -> str:
    """The link at which a page shows most, in Danish."""
    return link(path, "da") + ("&round=2026-2029/midterm" if path in OPEN_ROUND else WITH_MOST.get(path, ""))


def open_in(page: Page, address: str, path: str, language: str) -> None:
    """The page opens at its link, inside the frame, in its language, without an error; no other machine is
    asked.
    """
    with listening(page) as heard:
        visit(page, address)
        expect(page.locator("h1").first).to_have_text(title(path, language))
        if path != "meeting":  # which has no other menu in sight
            expect(page.get_by_role("button", name=speak(language)("Evaluation round"))).to_be_visible()
            expect(
                page.get_by_role("button", name={"da": "English", "en": "Dansk"}[language])
            ).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    assert page.locator("html").get_attribute("lang") == language
    assert (heard.outside, heard.errors) == ([], [])


@pytest.mark.parametrize("path", COLD, ids=[path or "overview" for path in COLD])
def test_a_link_opens_its_page_on_a_cold_server(
    cold_server: Callable[..., Any], page: Page, path: str
) -> None:
    """The first visitor sees the page, whatever folder its script lies in."""
    with cold_server() as address:
        open_in(page, f"{address}/{link(path, 'da')}", path, "da")


def test_every_page_is_looked_at_and_every_folder_of_the_menu_opened_cold() -> None:
    """A page of a new folder needs a line in ``COLD``: a server only finds out who its pages are when it is
    asked for the first.
    """
    assert {path or "overview" for path in PAGES} == set(SCRIPTS)
    assert {folder(path) for path in PAGES} == {folder(path) for path in COLD}


def folder(path: str) -> str:
    """Where the script of a page lies."""
    return SCRIPTS[path or "overview"].rpartition("/")[0]


def looked_at(path: str) -> Any:
    """A page to look at: all but a picture and a list are for ``make thorough``."""
    marks = () if path in ("", "consultations") else pytest.mark.thorough
    return pytest.param(path, marks=marks, id=path or "overview")


@pytest.mark.parametrize("path", [looked_at(path) for path in PAGES])
def test_a_link_opens_its_page_for_everybody(server: str, page: Page, path: str) -> None:
    """In English and in Danish. axe-core finds nothing against WCAG 2.2 AA, nor in the colours of the dark,
    apart from what lies in Streamlit's own elements. Headings come in their order, every stop of the keyboard
    has a name and is seen, and nothing is in English on a Danish page.

    In a window of 390 pixels, in the dark, everything is in one column and nothing runs out of it.
    """
    open_in(page, f"{server}/{link(path, 'en')}", path, "en")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1440, "height": 900})
    open_in(page, f"{server}/{fullest(path)}", path, "da")
    expect_no_longer_than_read(page, path)
    page.set_viewport_size({"width": 1280, "height": 6000})
    settle(page)
    light = barriers(page, "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
    background = page.evaluate(BACKGROUND)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => ({BACKGROUND})() !== '{background}'")
    settle(page)
    dark = barriers(page, "color-contrast")
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(f"() => ({OVERHANG})() <= 4")
    settle(page)
    assert (light, dark, hindrances(page)) == ([], [], [])


TALLEST = 3_000
"""How many pixels a page has at most on a laptop, with the demonstration at its fullest."""
LISTS = {
    "consultations": r"\d+ af \d+ inddragelser",
    "gaps": r"\d+ inddragelser af \d+ mangler oplysninger",
    "norms": r"\d+ normer",
    "history": r"[\d.]+ poster",
}
"""Lists may be longer: they say how long."""
ONE_RECORD = {"consultation": 5_500, "clarification": 6_000}
"""One record that is written from beginning to end is a form and no page to read; it grows no more."""


def expect_no_longer_than_read(page: Page, path: str) -> None:
    """As tall as somebody reads on, or a list that says its length at the top."""
    tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    if path in LISTS:
        expect(page.get_by_text(re.compile(LISTS[path])).first).to_be_visible()
    else:
        assert tall <= ONE_RECORD.get(path, TALLEST), f"{path or 'overview'}: {tall} pixels"


OVERHANG = (
    "() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollWidth - m.clientWidth }"
)
BACKGROUND = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


def barriers(page: Page, *rules: str) -> list[tuple[str, str]]:
    """What axe-core finds on a page as it stands, by these rules or groups of rules: the rule and the
    element.
    """
    options = {"runOnly": list(rules), "resultTypes": ["violations"]}  # not also every element that passed
    violations = Axe().run(page, options=options).response["violations"]
    return [
        (each["id"], node["html"][:200])
        for each in violations
        for node in each["nodes"]
        if STREAMLITS_OWN.get(each["id"], "nothing") not in node["html"]
    ]


def test_language_and_round_come_from_the_link_and_stay(server: str, page: Page) -> None:
    """A link chooses both, the menu keeps both, and Danish is one click away."""
    visit(page, f"{server}/?lang=en&round=2022-2025/midterm")
    assert "Mid-term 2022–2025" in page.locator("body").inner_text()
    page.get_by_role("link", name="Method", exact=True).click()
    expect(page.locator("h1").first).to_have_text(PAGES["method"])
    settle(page)
    assert re.search(r"lang=en", page.url) and re.search(r"round=2022-2025(%2F|/)midterm", page.url)
    page.get_by_text("Dansk", exact=True).click()
    expect(page.locator("h1").first).to_have_text(title("method", "da"))
    assert "lang=da" in page.url
    assert "2022-2025" in page.url and "midterm" in page.url


def test_numbers_stand_to_the_right_in_their_own_words(server: str, page: Page) -> None:
    """Themes are read on the left, their counts of committees and centres on the right, with their heads;
    so are hours and cost.
    """
    visit(page, f"{server}/words?lang=da")
    table = page.get_by_test_id("stTable").first
    aligned = "cells => cells.map(cell => getComputedStyle(cell).textAlign)"
    assert {*table.locator("th:first-child, td:first-child").evaluate_all(aligned)} == {"left"}
    assert {*table.locator("th:not(:first-child), td:not(:first-child)").evaluate_all(aligned)} == {"right"}
    assert re.fullmatch(r"\d+ \+ \d+|–", table.locator("td").nth(1).inner_text())
    visit(page, f"{server}/proportionality?lang=da")
    cost = (
        page.get_by_test_id("stTable").first.locator("td").filter(has_text=re.compile(r"^\d+\.\d{3}$")).first
    )
    assert cost.evaluate("cell => getComputedStyle(cell).textAlign") == "right"


def test_picking_a_round_changes_page_and_link(server: str, page: Page) -> None:
    """The verdicts of another round, and an address to send."""
    visit(page, f"{server}/?lang=en")
    before = page.locator('[data-testid="stMain"]').inner_text()
    page.get_by_role("button", name="Evaluation round").click()
    page.get_by_role("menuitem", name="End of term 2018–2021 · closed").click()
    expect(
        page.get_by_role("button", name="Evaluation round: End of term 2018–2021 · closed")
    ).to_be_visible()
    expect(page).to_have_url(re.compile(r"round=2018-2021(%2F|/)endterm"))
    assert page.locator('[data-testid="stMain"]').inner_text() != before


def test_a_verdict_opens_to_its_words_in_one_click(server: str, page: Page) -> None:
    """From the overview to what the bodies said about the fourth principle, and on to a consultation they
    point to.
    """
    visit(page, f"{server}/?lang=en")
    page.get_by_role("link", name="4. Sets aside suitable time").click()
    expect(page.get_by_role("heading", name="What was said")).to_be_visible()
    settle(page)
    assert "principle=4" in page.url
    page.locator('a[href*="consultation="]').first.click()
    expect(page.get_by_text("Time to take part").first).to_be_visible()


def test_what_the_link_asks_for_in_vain_falls_back(server: str, page: Page) -> None:
    """Unknown rounds, principles and consultations open the page with what there is."""
    with listening(page) as heard:
        for path in (
            "?round=nope&lang=xx",
            "principle?principle=9",
            "consultations?consultation=nope",
            "consultation?consultation=nope",
            "assessments?body=nope",
        ):
            visit(page, f"{server}/{path}")
            expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    assert heard.errors == []


def test_streamlits_own_texts_are_in_the_pages_language(server: str, page: Page) -> None:
    """The upload field, hints and labels for screen readers speak Danish, follow the switch to English,
    and come back.
    """
    visit(page, f"{server}/forms?lang=da&round=2026-2029/midterm")
    upload = page.locator('[data-testid="stFileUploader"]').first
    assert "Vælg filer" in upload.inner_text() and "Højst 50 MB pr. fil" in upload.inner_text()
    expect(page.locator('[aria-label="Skjul menuen"]')).to_have_count(1)
    page.get_by_text("English", exact=True).click()
    expect(upload).to_contain_text("50MB per file")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_text("Dansk", exact=True).click()
    expect(upload).to_contain_text("Højst 50 MB pr. fil")
    assert page.evaluate("document.documentElement.lang") == "da"
    page.get_by_role("link", name="Inddragelser").click()
    expect(page.locator("h1").first).to_have_text(title("consultations", "da"))
    page.get_by_role("textbox").first.fill("vej")
    expect(page.get_by_text("Tryk Enter for at bruge det")).to_be_visible()


def test_every_page_arrives_in_its_language_and_with_its_headers(server: str) -> None:
    """No other site may frame it or be asked for anything, and a browser never keeps a page of another
    language.
    """
    for language in LANGUAGES:
        request = urllib.request.Request(
            f"{server}/?lang={language}", headers={"accept": "text/html", "if-none-match": "*"}
        )
        with urllib.request.urlopen(request) as answer:
            body, headers = answer.read().decode(), answer.headers
        assert f'<html lang="{language}">' in body and int(headers["content-length"]) == len(body.encode())
        policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
        assert (policy["frame-ancestors"], policy["default-src"]) == ("'none'", "'none'")
        assert policy["connect-src"] == "'self'" and "unsafe" not in policy["script-src"]
        assert headers["x-content-type-options"] == "nosniff"
        assert "etag" not in headers and headers["cache-control"] == "no-cache"
    with urllib.request.urlopen(f"{server}/_stcore/health") as answer:
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


AWKWARD = (
    "**fed** <b>x</b> $x^2$ :material/home: [ord](http://a.dk) www.b.dk a@b.dk a -> b -- c >= d `kode` # top"
)


def test_peoples_words_stay_words(cold_server: Callable[..., Any], page: Page, tmp_path: Path) -> None:
    """In a real browser, no sign of theirs becomes an icon, a link, an arrow, a formula or markup."""
    store = Store(tmp_path / "cold.duckdb")
    row = {
        "round": "2026-2029/midterm",
        "body": "cbk",
        "principle": "5",
        "rating": "4",
        "status": "submitted",
    }
    take_all(
        store,
        {"assessments": [row | {"justification": AWKWARD, "worked_well": AWKWARD, "themes": "skole [syd]"}]},
    )
    store.close()
    with cold_server() as address:
        visit(page, f"{address}/principle?lang=en&round=2026-2029/midterm&principle=5")
        page.get_by_role("tab", name="Centres").click()
        text = page.locator('[data-testid="stMain"]').inner_text().replace("\u2060", "")
        links = page.locator(
            '[data-testid="stMain"] a[href*="a.dk"], [data-testid="stMain"] a[href*="b.dk"]'
        ).count()
    assert (text.count(AWKWARD), links, "skole [syd]" in text) == (2, 0, True)
