"""The overview at a glance: what a laptop's first screen holds, and where its squares lead."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.visitor import settle, visit

LINK = "?lang=en&round=2022-2025/endterm"
BEFORE = {"laptop": 4687, "phone": 7391}
"""How high the page was before it became rows, in pixels."""
HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"


def rows(page: Page) -> Locator:
    """The six rows, drawn."""
    answers = page.get_by_role("list", name="The answers side by side").or_(
        page.get_by_role("list", name="Svarene side om side")
    )
    return answers.get_by_role("listitem")


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_laptop_s_first_screen_holds_all_six_rows(server: str, page: Page, language: str) -> None:
    """Verdict, confidence, answers, change, facts and participants of every principle, and proportionality,
    without scrolling; all of the page is at most half as high as it was.
    """
    page.set_viewport_size({"width": 1440, "height": 900})
    for round_key in ("2022-2025/endterm", "2022-2025/midterm", "2026-2029/midterm"):
        visit(page, f"{server}/?lang={language}&round={round_key}")
        expect(rows(page)).to_have_count(6)
        box = rows(page).last.bounding_box()
        assert box and box["y"] + box["height"] <= 900
        assert page.evaluate(HEIGHT) <= BEFORE["laptop"] / 2


def test_at_200_percent_a_verdict_is_on_the_first_screen(server: str, page: Page) -> None:
    """A laptop of 1440 by 900 then shows 720 by 450, also under the line that tells what is open."""
    page.set_viewport_size({"width": 720, "height": 450})
    for round_key in ("2022-2025/endterm", "2026-2029/midterm"):
        visit(page, f"{server}/?lang=da&round={round_key}")
        expect(rows(page)).to_have_count(6)
        badge = rows(page).first.locator(".badge").bounding_box()
        assert badge and badge["y"] + badge["height"] <= 450
    page.set_viewport_size({"width": 1280, "height": 720})


def test_on_a_phone_the_same_rows_stand_under_one_another(server: str, page: Page) -> None:
    """Nothing runs out of the window, and the page is at most half as high as it was."""
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{server}/{LINK}")
    expect(rows(page)).to_have_count(6)
    widths = rows(page).evaluate_all("all => all.map(one => one.scrollWidth - one.clientWidth)")
    assert widths == [0] * 6
    assert page.evaluate(HEIGHT) <= BEFORE["phone"] / 2
    page.set_viewport_size({"width": 1280, "height": 720})


def test_a_screen_reader_hears_a_sentence_a_row(server: str, page: Page) -> None:
    """The picture is hidden from it but for its links, which have names."""
    visit(page, f"{server}/{LINK}")
    expect(rows(page)).to_have_count(6)
    row = rows(page).nth(2)
    expect(row.get_by_role("paragraph")).to_have_text(
        "Involves people as early and as relevantly as possible: Contested · confidence: high (Committees · "
        "answers from 7 of 7, 1 on a thin basis · middle answer 2; Centres · answers from 7 of 7, 1 on a"
        " thin basis · middle answer 4). "
        "3 higher, 5 the same, 6 lower than in the mid-term round 2022–2025. Chance alone could bring this "
        "about. Facts: 2 of 4 norms. 12 consultations asked their participants. 498 answered and 102 did not "
        "know; the middle answer is “To a lesser degree” (2)."
    )
    committees = row.get_by_role("group", name=re.compile("^Committees, 3"))
    expect(committees.get_by_role("link")).to_have_count(7)
    expect(committees.get_by_role("link").first).to_have_accessible_name(
        "Kultur- og Idrætsudvalget: 1 · Not at all"
    )


def test_the_overview_is_heard_from_its_finding_to_each_answer(server: str, page: Page) -> None:
    """In the order of the accessibility tree: past the menu to the page, what the round found, what it rests
    on, and for each principle its sentence, then committees and centres, each with its step.
    """
    visit(page, f"{server}/?lang=da&round=2022-2025/endterm")
    expect(rows(page)).to_have_count(6)
    expect(page.locator("body")).to_match_aria_snapshot(HEARD)


HEARD = """
- link "Spring til indholdet"
- region "Menu":
  - img "Øjenhøjde"
  - navigation "Sider":
    - list:
      - paragraph: Resultater
      - listitem:
        - link "Overblik"
- main "Sidens indhold":
  - 'button "Evalueringsrunde: Slutevaluering 2022–2025 · lukket"'
  - button "English"
  - heading "Princip 1 og 4 er fulgt, 2 delvist, 5 ikke, 3 har delt vurdering" [level=1]
  - paragraph: /Udvalg og centre er uenige om princip 3.* 69 af 70 svar/
  - link "Gå til det næste"
  - list "Svarene side om side":
    - listitem:
      - link "1. Formulerer tydelige rammer"
      - paragraph: /Fulgt · sikkerhed. høj .Udvalg · svar fra 7 af 7/
      - group "Udvalg, 1. Formulerer tydelige rammer":
        - 'link "Job- og Erhvervsudvalget: 3 · I nogen grad"'
        - 'link "Børne- og Ungeudvalget: 4 · I høj grad"'
      - group "Centre, 1. Formulerer tydelige rammer"
    - listitem:
      - link "2. Lytter og er åben for nye idéer"
"""


@pytest.mark.parametrize("way", ["keyboard", "mouse"])
def test_a_square_leads_to_its_body_s_words(
    server: str, page: Page, way: Literal["keyboard", "mouse"]
) -> None:
    """Tab to a row's squares, the arrows to one of them, Enter: that body's words. One Back leads to the
    same place.
    """
    page.set_viewport_size({"width": 1280, "height": 500})
    visit(page, f"{server}/{LINK}")
    expect(rows(page)).to_have_count(6)
    title = rows(page).nth(4).get_by_role("link").first
    title.scroll_into_view_if_needed()
    place = page.evaluate(PLACE)
    if way == "keyboard":
        title.focus()
        page.keyboard.press("Tab")  # the verdict, which leads to its rule
        expect(rows(page).nth(4).get_by_role("link", name="The rule behind the verdict")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    else:
        rows(page).nth(4).get_by_role("group").nth(1).get_by_role("link").nth(1).click()
    expect(page.locator("h1").first).to_have_text("Involves citizens broadly and relevantly")
    settle(page)
    body = page.get_by_test_id("stVerticalBlock").get_by_text("Center for ", exact=False).first
    expect(body).to_be_in_viewport()
    assert "answer=" in page.url and "principle=5" in page.url
    page.go_back()
    expect(rows(page)).to_have_count(6)
    settle(page)
    page.wait_for_function(f"place => Math.abs(({PLACE})() - place) < 3", arg=place)
    page.set_viewport_size({"width": 1280, "height": 720})


PLACE = "() => document.querySelector('[data-testid=stMain]').scrollTop"


def test_a_square_s_address_opens_the_same_words(server: str, page: Page) -> None:
    """Copied from the square, or opened in another window."""
    visit(page, f"{server}/{LINK}")
    expect(rows(page)).to_have_count(6)
    address = rows(page).first.get_by_role("group").first.get_by_role("link").last.get_attribute("href")
    visit(page, f"{server}/{address}")
    expect(page.locator("h1").first).to_have_text("Sets out clear frames")
    expect(page.get_by_role("button", name="Show all answers again")).to_be_visible()
    page.get_by_role("button", name="Show all answers again").click()
    expect(page.get_by_role("button", name="Show all answers again")).to_have_count(0)


def test_the_other_pictures_are_a_click_away_and_stay_in_the_link(server: str, page: Page) -> None:
    """Folded at first; what is opened is drawn, and the address opens it again."""
    visit(page, f"{server}/{LINK}")
    expect(page.get_by_test_id("stPlotlyChart")).to_have_count(0)
    page.get_by_text("Committees beside centres").click()
    expect(page.get_by_test_id("stPlotlyChart")).to_have_count(1)
    settle(page)
    assert "pictures=perspectives" in page.url
    visit(page, page.url)
    expect(page.get_by_test_id("stPlotlyChart")).to_have_count(1)
