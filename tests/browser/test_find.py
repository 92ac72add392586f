"""Somebody who has never seen the list looks for a consultation, in Danish."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.visitor import listening, script_run, settle, visit

LIST = "consultations?lang=da&round=2022-2025/endterm"


def titles(page: Page) -> Locator:
    """The links of the list."""
    return (
        page.get_by_role("table", name="De fundne inddragelser").get_by_role("rowheader").get_by_role("link")
    )


def test_a_newcomer_finds_opens_and_comes_back(server: str, page: Page) -> None:
    """Words as one says them, no hit in this round, one click to those outside, by keyboard into one, and one
    Back to the same list.
    """
    with listening(page) as heard:
        visit(page, f"{server}/{LIST}")
        field = page.get_by_label("Søg i titler, resumeer og sagsnumre")
        field.fill("vejen til skolen")
        with script_run(page):
            field.press("Enter")
        with script_run(page):
            page.get_by_role("button", name=re.compile("flere uden for den valgte runde: Vis dem")).click()
        expect(titles(page)).to_have_text(
            [  # the first says both words in its summary
                "Langsommere trafik på Møllebakkevej",
                "Skolevejene omkring Nordhøj Skole",
                "Sikre skoleveje på Skråningen",
                "Cykelsti og træer på Vesterled Allé",
            ]
        )
        settle(page)
        address = page.url
        titles(page).nth(2).focus()
        with script_run(page):
            page.keyboard.press("Enter")
        expect(page.locator("h1").first).to_have_text("Sikre skoleveje på Skråningen")
        assert "/consultation?" in page.url
        page.evaluate("history.back()")
        expect(titles(page)).to_have_count(4)
        expect(field).to_have_value("vejen til skolen")
        expect(page).to_have_url(address)
    assert heard.outside == [] and heard.errors == []


def test_a_heading_sorts_the_whole_register_and_opens_nothing(server: str, page: Page) -> None:
    """Once by the alphabet, once more the other way round; the order is in the link, and Back undoes it."""
    visit(page, f"{server}/{LIST}&in_round=false")
    heading = page.get_by_role("button", name="Titel")
    with script_run(page):
        heading.click()
    expect(titles(page).first).to_have_text("Affaldssortering i etageboliger")
    with script_run(page):
        heading.press("Enter")
    expect(titles(page).first).to_have_text("Åbningstid og lukkedage i dagtilbud")
    expect(page.get_by_role("columnheader", name="Titel")).to_have_attribute("aria-sort", "descending")
    expect(page).to_have_url(re.compile("/consultations.*sort=-title"))
    page.evaluate("history.back()")
    expect(titles(page).first).to_have_text("Affaldssortering i etageboliger")


def test_a_phone_shows_cards_within_its_width(server: str, page: Page) -> None:
    """Each fact under its name, and nothing to scroll to the side for."""
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{server}/{LIST}")
    first = page.get_by_role("table", name="De fundne inddragelser").locator("tbody tr").first
    expect(first.get_by_text("Begyndt: ")).to_be_visible()
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= 390
