"""A secretary who has read nothing registers a consultation, mends a day, and removes it."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.visitor import script_run, settle, visit

pytestmark = pytest.mark.xdist_group("browser")
ROUND = "lang=da&round=2026-2029/midterm"


def test_a_consultation_from_nothing(server: str, page: Page) -> None:
    """In Danish, from the list: title and first day, the last day is wrong and mended; removed, one click
    brings it back, and it stands in the round's list.
    """
    visit(page, f"{server}/consultations?{ROUND}")
    page.get_by_role("link", name="Registrér en inddragelse").click()
    expect(page.locator("h1").first).to_have_text("Registrér en inddragelse")
    settle(page)
    page.get_by_label("Titel").fill("Cykelsti på Åvej")
    page.get_by_label("Første dag").fill("1-3-27")
    with script_run(page):
        page.get_by_role("button", name="Registrér", exact=True).click()
    expect(page.locator("h1").first).to_have_text("Cykelsti på Åvej")
    expect(page.get_by_text("”Cykelsti på Åvej” er registreret.")).to_be_visible()
    last_day = page.get_by_label("Afsluttet", exact=True)
    type_in(page, "Afsluttet", "24-2-27")
    expect(page.get_by_text("”Afsluttet” ligger før ”Begyndt”.")).to_have_count(2)
    type_in(page, "Afsluttet", "24. marst 27")
    expect(page.get_by_text("Ikke gemt: ”24. marst 27” er ikke en dato")).to_be_visible()
    type_in(page, "Afsluttet", "24-3-27")
    expect(page.get_by_text("Gemt: 24. marts 2027")).to_be_visible()
    expect(last_day).to_have_value("24-03-2027")
    expect(page.get_by_text("ligger før")).to_have_count(0)
    type_in(page, "Deltagere", "ca. 120")
    expect(page.get_by_label("Deltagere", exact=True)).to_have_value("ca. 120")
    page.get_by_role("button", name="Fjern", exact=True).first.click()
    with script_run(page):
        page.get_by_role("button", name="Ja, fjern").click()
    expect(page.get_by_text("Den er taget ud af listen")).to_be_visible()
    with script_run(page):
        page.get_by_role("button", name="Læg den tilbage").click()
    expect(page.get_by_text("”Cykelsti på Åvej” er lagt tilbage.")).to_be_visible()
    page.get_by_role("link", name="Alle inddragelser").click()
    expect(page.locator("h1").first).to_have_text("Inddragelser")
    expect(page.get_by_role("link", name="Cykelsti på Åvej")).to_be_visible()


def type_in(page: Page, label: str, text: str) -> None:
    """Write in a field and leave it with the keyboard."""
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    with script_run(page):
        field.press("Tab")
