"""A centre manager who has read nothing fills in what is missing, and mends days in an impossible order."""

from playwright.sync_api import Page, expect

from tests.support.visitor import script_run, settle, visit

ROUND = "lang=da&round=2026-2029/midterm"


def test_a_gap_is_filled_in_and_n_grows(server: str, page: Page) -> None:
    """In Danish, of one centre: the link opens the form with the cursor in the field; what has become known
    stands there at once, and on the list that one goes back to.
    """
    visit(page, f"{server}/gaps?{ROUND}&centre=cbk")
    expect(page.locator("h1").first).to_have_text("Manglende oplysninger")
    page.get_by_role("link", name="Forslag fremlagt: 1 indikator").click()
    expect(page.locator("h1").first).not_to_have_text("Manglende oplysninger")
    settle(page)
    field = page.get_by_label("Forslag fremlagt", exact=True)
    expect(field).to_be_focused()
    field.fill("1-11-26")
    with script_run(page):
        field.press("Tab")
    expect(page.get_by_text("”Begyndte, før forslaget var fremlagt”: n 9 → 10 af 15")).to_be_visible()
    expect(field).not_to_be_focused()
    page.get_by_role("link", name="Tilbage til manglende oplysninger").click()
    expect(page.locator("h1").first).to_have_text("Manglende oplysninger")
    settle(page)
    expect(page.get_by_text("”Begyndte, før forslaget var fremlagt”: n 9 → 10 af 15")).to_be_visible()
    expect(page.get_by_role("link", name="Forslag fremlagt: 1 indikator")).to_have_count(0)


def test_an_impossible_order_is_mended_right_there(server: str, page: Page) -> None:
    """The sentence stands on the consultation's page; one click leads to the field, where it is saved."""
    visit(page, f"{server}/consultation?consultation=D26-10&{ROUND}")
    warning = page.get_by_text("”Besluttet” ligger før ”Afsluttet”. Ingen indikator bruger de to sammen.")
    expect(warning).to_be_visible()
    with script_run(page):
        page.get_by_role("button", name="Ret datoerne").click()
    field = page.get_by_label("Besluttet", exact=True)
    expect(field).to_be_focused()
    field.fill("5-6-26")
    with script_run(page):
        field.press("Tab")
    expect(page.get_by_text("Gemt: 5. juni 2026")).to_be_visible()
    with script_run(page):
        page.get_by_text("Redigér", exact=True).click()
    expect(page.get_by_text("umulig rækkefølge")).to_have_count(0)
    with script_run(page):
        page.get_by_role("tab", name="Dens indikatorer over for normerne").click()
    expect(
        page.get_by_text("Den sluttede den 22. maj 2026, og sagen blev besluttet den 5. juni 2026")
    ).to_be_visible()


def test_a_memory_sheet_is_taken_along(server: str, page: Page) -> None:
    """In Word and as PDF, in the language that is chosen there."""
    visit(page, f"{server}/consultation?consultation=D26-01&{ROUND}")
    page.get_by_role("button", name="Huskeark").click()
    for label, name in {
        "PDF til udskrift, på dansk": "Huskeark - Lokalplan for tagboliger ved Stationsbyens torv.pdf",
        "Word, på engelsk": "Memory sheet - Lokalplan for tagboliger ved Stationsbyens torv.docx",
    }.items():
        with page.expect_download() as download:
            page.get_by_role("button", name=label).click()
        assert download.value.suggested_filename == name
