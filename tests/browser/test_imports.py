"""A newcomer takes in the Excel list that her municipality keeps, alone, into an empty register."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.foreign.read_file import read_foreign
from tests.support.excel_lists import CYCLE_PATH, IMPOSSIBLE, SCHOOL_YARD, excel_file, excel_list
from tests.support.visitor import choose, script_run, settle, visit


@pytest.fixture(scope="module")
def server_file(empty_file: Path) -> Path:
    """A register that holds rounds and nothing else."""
    return empty_file


def test_the_list_of_a_municipality(server: str, page: Page, tmp_path: Path) -> None:
    """In Danish. Title rows, days in three spellings, "ca. 120", a centre that is missing, once misspelt and
    once short, and a day that is none: the centre is added on the way, the good rows are taken in, the
    rejected one is downloaded, mended and taken in, and the first import is undone.
    """
    visit(page, f"{server}/consultations?lang=da")
    page.get_by_test_id("stMain").get_by_role("link", name="Indlæs fil").first.click()
    expect(page.locator("h1").first).to_have_text("Indlæs fil")
    settle(page)
    take(page, "Liste 2027.xlsx", excel_list(CYCLE_PATH, SCHOOL_YARD, IMPOSSIBLE))
    expect(page.get_by_text("3 rækker")).to_be_visible()
    go_on(page)
    expect(page.get_by_text("Bente · Ole")).to_be_visible()
    go_on(page)
    add_centre(page)
    choose(page, "”CfB” betyder", "Center for By")
    go_on(page)
    expect(page.get_by_text("31.2.2027").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent de afviste rækker").click()
    rejected = download.value.path().read_bytes()
    with script_run(page):
        page.get_by_text("Læs de gode rækker ind nu").click()
    with script_run(page):
        page.get_by_role("button", name="Læs 2 rækker ind").click()
    expect(page.get_by_text("”Liste 2027.xlsx” er læst ind: 2 nye")).to_be_visible()
    take(page, "Afviste.xlsx", mended(rejected))
    with script_run(page):
        page.get_by_role("button", name="Læs 1 række ind").click()
    expect(page.get_by_text("”Afviste.xlsx” er læst ind: 1 ny")).to_be_visible()
    undo_oldest(page, "Liste 2027.xlsx")
    visit(page, f"{server}/consultations?lang=da&in_round=false")
    expect(page.get_by_role("link", name="Helhedsplan for havnen")).to_be_visible()
    expect(page.get_by_role("link", name="Cykelsti på Åvej")).to_have_count(0)


def take(page: Page, name: str, content: bytes) -> None:
    """Choose a file and wait until it is read."""
    field = page.get_by_test_id("stFileUploader").locator("input[type=file]")
    field.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
    expect(page.get_by_role("button", name="En anden fil")).to_be_visible()
    settle(page)


def go_on(page: Page) -> None:
    """Answer a question as it is proposed."""
    with script_run(page):
        page.get_by_role("button", name="Videre").click()


def add_centre(page: Page) -> None:
    """Go to the organisation with the missing names, strike the misspelt one out, and come back."""
    page.get_by_role("button", name="under Organisation").click()
    expect(page.locator("h1").first).to_have_text("Organisation")
    settle(page)
    field = page.get_by_role("textbox", name="Indsæt listen")
    with script_run(page):
        field.fill("Center for By\tcenter\t2018")
        field.press("Tab")
    with script_run(page):
        page.get_by_role("button", name="Tilføj 1 ").click()
    page.get_by_role("link", name="Tilbage til filen").click()
    expect(page.locator("h1").first).to_have_text("Indlæs fil")
    settle(page)


def mended(rejected: bytes) -> bytes:
    """The file of rejected rows with a day that exists."""
    sheet = read_foreign("Afviste.xlsx", rejected).sheets[0]
    return excel_file(*[["28.2.2028" if cell == "31.2.2027" else cell for cell in row] for row in sheet.rows])


def undo_oldest(page: Page, name: str) -> None:
    """Undo the import at the end of the list, after the question."""
    page.get_by_test_id("stPopoverButton").filter(has_text="Fortryd").last.click()
    with script_run(page):
        page.get_by_role("button", name="Ja, fortryd indlæsningen").click()
    expect(page.get_by_text(f"Indlæsningen af ”{name}” er fortrudt.")).to_be_visible()
