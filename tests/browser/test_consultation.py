"""A secretary who has read nothing registers a consultation, mends a day, and removes it."""

from playwright.sync_api import Page, expect

from tests.support.visitor import script_run, settle, visit

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


def test_several_are_changed_at_once(server: str, page: Page) -> None:
    """With the keyboard and with the shift key, in Danish; previewed, saved, undone."""
    visit(page, f"{server}/consultations?lang=da&round=2022-2025/endterm&choose=true")
    boxes = page.locator(".register tbody input")
    boxes.first.focus()
    with script_run(page):
        page.keyboard.press("Space")
    expect(page.get_by_text("1 inddragelse er valgt")).to_be_visible()
    with script_run(page):
        boxes.nth(3).click(modifiers=["Shift"])
    expect(page.get_by_text("4 inddragelser er valgt")).to_be_visible()
    expect(page.locator(".register tbody input:checked")).to_have_count(4)
    page.get_by_label("Det, der skal ændres").click()
    page.keyboard.type("Deltagerne fik besked om resultatet")
    expect(page.get_by_role("option", name="Deltagerne fik besked om resultatet")).to_be_visible()
    with script_run(page):
        page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    type_in(page, "Deltagerne fik besked om resultatet", "1-5-26")
    expect(page.get_by_role("cell", name="1. maj 2026").first).to_be_visible()
    with script_run(page):
        page.get_by_role("button", name="Gem for 4 inddragelser").click()
    expect(page.get_by_text("Gemt for 4 inddragelser.")).to_be_visible()
    with script_run(page):
        page.get_by_role("button", name="Fortryd den seneste ændring af flere").click()
    expect(page.get_by_text("4 inddragelser er som før.")).to_be_visible()


def test_two_that_are_the_same_become_one(server: str, page: Page) -> None:
    """A copy of a consultation is merged with the first; a day is picked from the calendar by keyboard."""
    visit(page, f"{server}/consultation?{ROUND}&consultation=D24-22&edit=true")
    page.get_by_role("button", name="Kopiér som start").click()
    page.get_by_label("Titel på den nye").fill("Cykelsti, Vesterled")
    page.get_by_label("Titel på den nye").press("Tab")
    with script_run(page):
        page.get_by_role("button", name="Kopiér", exact=True).click()
    expect(page.locator("h1").first).to_have_text("Cykelsti, Vesterled")
    settle(page)
    first_day = page.get_by_label("Begyndt", exact=True)
    type_in(page, "Begyndt", "1-3-27")
    first_day.focus()
    for key in ("Tab", "Enter", "ArrowDown"):
        page.keyboard.press(key)
    with script_run(page):
        page.keyboard.press("Enter")
    expect(first_day).to_have_value("08-03-2027")
    page.get_by_role("button", name="Slå sammen med en anden").click()
    search = page.get_by_label("Søg efter den anden")
    search.fill("cykelstien")
    with script_run(page):
        search.press("Enter")
    page.get_by_role("link", name="Cykelsti og træer").click()
    expect(page.get_by_text("Slå to ens inddragelser sammen")).to_be_visible()
    page.get_by_role("link", name="Behold den anden i stedet").click()
    expect(page.locator("h1").first).to_have_text("Cykelsti og træer på Vesterled Allé")
    settle(page)
    with script_run(page):
        page.get_by_role("button", name="Slå de to sammen").click()
    expect(page.get_by_text("”Cykelsti, Vesterled” er slået sammen med ”Cykelsti")).to_be_visible()
    page.get_by_role("link", name="”Cykelsti, Vesterled” er slået sammen med denne").click()
    expect(page.locator("h1").first).to_have_text("Cykelsti, Vesterled")
    settle(page)
    with script_run(page):
        page.get_by_role("button", name="Skil dem ad igen").click()
    expect(page.get_by_text("”Cykelsti, Vesterled” er igen en inddragelse for sig.")).to_be_visible()


def type_in(page: Page, label: str, text: str) -> None:
    """Write in a field and leave it with the keyboard."""
    field = page.get_by_role("textbox", name=label, exact=True)
    field.fill(text)
    with script_run(page):
        field.press("Tab")
