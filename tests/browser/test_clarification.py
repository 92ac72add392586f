"""A secretary who has read nothing clarifies a consultation before it starts."""

from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.support.visitor import script_run, settle, visit


def fill(page: Page, label: str, text: str) -> None:
    """Write in a field and leave it."""
    field = page.get_by_role("textbox", name=label, exact=True)
    field.fill(text)
    with script_run(page):
        field.press("Tab")


def test_a_clarification_from_nothing(server: str, page: Page) -> None:
    """In Danish, from the list: a title, two days that are too near, mended; agreed, and read on the
    consultation's own page.
    """
    start = date.today() + timedelta(days=60)
    visit(page, f"{server}/consultations?lang=da&round=2026-2029/midterm")
    page.get_by_role("link", name="Afklar en ny").click()
    expect(page.locator("h1").first).to_have_text("Afklaring før start")
    settle(page)
    page.get_by_role("textbox", name="Titel").fill("Ny sti ved åen")
    with script_run(page):
        page.get_by_role("button", name="Begynd afklaringen").click()
    expect(page.locator("h1").first).to_have_text("Afklaring: Ny sti ved åen")
    page.get_by_role("button", name="Princip 1 med dets egne ord").click()
    expect(page.get_by_text("Det, der ikke er til diskussion, bør begrundes.", exact=False)).to_be_visible()
    page.keyboard.press("Escape")
    fill(page, "Planlagt start", f"{start:%d-%m-%y}")
    fill(page, "Planlagt slut", f"{start + timedelta(days=6):%d-%m-%y}")
    warning = page.get_by_text("Der er 6 dage til at svare. Normen er mindst 28 dage.").first
    expect(warning).to_be_visible()
    fill(page, "Planlagt slut", f"{start + timedelta(days=120):%d-%m-%y}")
    expect(page.get_by_text("dage til at svare")).to_have_count(0)
    with script_run(page):
        page.get_by_role("button", name="Afklaringen er aftalt").click()
    expect(page.get_by_text("Planen er gemt, som den er nu.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Én side til udvalget, på dansk (Word)").click()
    assert download.value.suggested_filename == "Afklaring - Ny sti ved åen.docx"
    page.get_by_role("link", name="Inddragelsens egen side").click()
    expect(page.locator("h1").first).to_have_text("Ny sti ved åen")
    expect(page.get_by_text("Planen, som den blev aftalt den", exact=False)).to_be_visible()
