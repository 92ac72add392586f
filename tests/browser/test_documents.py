"""A secretary makes what goes to the committee's table: chooses, looks, and takes all of it along."""

import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.visitor import choose, script_run, settle, visit

ROUND = "round=2022-2025/endterm"
UNMADE = re.compile(r"^\d+ files could not be made\. Charts can't be saved")
PROGRESS = re.compile(r"… \d+ of \d+")


def test_a_document_and_a_chart_are_seen_before_they_are_downloaded(server: str, page: Page) -> None:
    """The first pages of the case in the chosen language; a chart as its file shows it, under its name."""
    visit(page, f"{server}/documents?lang=da&{ROUND}")
    with script_run(page):
        page.get_by_text("English", exact=True).last.click()
    with script_run(page):
        page.get_by_text("Se, hvordan det ser ud").first.click()
    picture = page.get_by_alt_text("Case - End of term 2022-2025.docx, side 1 som billede")
    expect(picture).to_be_visible()
    with script_run(page):
        page.get_by_text("Se diagrammerne ét for ét").click()
    choose(page, "Diagram", "Committees and centres see")
    expect(page.get_by_alt_text("Committees and centres see principle")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="PNG, et billede").click()
    assert waiting.value.suggested_filename == "committees-and-centres_end-2022-2025_slide.png"


@pytest.mark.thorough
def test_everything_is_made_although_somebody_leaves_half_way(
    cold_server: Callable[..., Any], page: Page
) -> None:
    """What is being made is said; another page in between loses nothing. The ZIP holds documents and a folder
    with all charts and their page; without a browser the charts are numbers, and that is said.
    """
    with cold_server(OEJENHOEJDE_CHROMIUM="/nowhere/chromium") as address:
        visit(page, f"{address}/documents?lang=en&{ROUND}")
        page.get_by_role("button", name="Make everything").click()
        expect(page.get_by_text(PROGRESS)).to_be_visible()
        page.get_by_role("link", name="Method", exact=True).click()
        expect(page.locator("h1").first).to_have_text("How a verdict comes about")
        page.get_by_role("link", name="Charts and documents", exact=True).click()
        expect(page.locator("h1").first).to_have_text("Charts and documents")
        settle(page)
        page.get_by_role("button", name="Make everything").click()
        button = page.get_by_role("button", name="Download everything (ZIP)")
        expect(button).to_be_visible()
        settle(page)
        expect(
            page.get_by_text(re.compile(r"^\d+ files could not be made\. Charts can't be saved"))
        ).to_be_visible()
        with page.expect_download() as waiting:
            button.click()
        assert waiting.value.suggested_filename == "Materials - End of term 2022-2025.zip"
        with zipfile.ZipFile(waiting.value.path()) as archive:
            names = archive.namelist()
            assert archive.testzip() is None
    assert {"Case - End of term 2022-2025.docx", "Annex - End of term 2022-2025.pdf"} <= set(names)
    assert {"Charts/index.html", "Charts/principle-3_end-2022-2025.xlsx"} <= set(names)
