"""A secretary who has read nothing types in what participants answered."""

import re

from playwright.sync_api import Page, expect

from tests.support.visitor import choose, script_run, settle, visit

ROUND = "lang=da&round=2026-2029/midterm"
TITLE = "Takster for leje af idrætshaller"
COUNTS = ("0", "3", "8", "21", "12", "4")


def test_a_full_set_is_typed_in_and_found_on_principle(server: str, page: Page) -> None:
    """In Danish, by menu and keyboard: choose the consultation, type six times six numbers with Tab between
    them, save; the principle's participants are as many more.
    """
    visit(page, f"{server}/principle?{ROUND}&principle=1")
    before = participants(page)
    page.get_by_role("link", name="Oplevelser", exact=True).click()
    expect(page.locator("h1").first).to_have_text("Oplevelser")
    settle(page)
    choose(page, "Inddragelse", TITLE)
    expect(page.get_by_text("Der er endnu ikke tastet svar ind for denne inddragelse.")).to_be_visible()
    page.get_by_label("Kilde").fill("papir på mødet")
    page.get_by_label("1 · Slet ikke").first.focus()
    for place in range(36):
        page.keyboard.type(COUNTS[place % 6])
        page.keyboard.press("Tab")
    with script_run(page):
        page.get_by_role("button", name="Gem svarene").click()
    expect(page.get_by_text("Gemt: svar fra op til 48 deltagere.")).to_be_visible()
    expect(page.get_by_label("Ved ikke").last).to_have_value("4")
    page.get_by_role("link", name="Princip", exact=True).click()
    expect(page.locator("h1").first).to_have_text("Formulerer tydelige rammer")
    settle(page)
    added = [now - then for now, then in zip(participants(page), before, strict=True)]
    assert added == [*map(int, COUNTS), 44]


def participants(page: Page) -> list[int]:
    """The numbers of the participants' row: five steps, don't know, and all answers."""
    row = page.get_by_role("row").filter(has_text=re.compile("^Deltagere"))
    _, answers, _, *steps = row.get_by_role("cell").all_inner_texts()
    return [int(cell.replace(".", "")) for cell in (*steps, answers)]
