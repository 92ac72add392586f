"""A chart goes out as a file that explains itself."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.support.visitor import script_run, visit


def download(page: Page, kind: str) -> tuple[str, bytes]:
    """A chart whose menu is open as a file: its name and its bytes."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=kind).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_a_chart_downloads_in_every_format(server: str, page: Page) -> None:
    """PNG, SVG and PDF in the chosen shape, named for what they show; the finding is read aloud."""
    visit(page, f"{server}/?lang=en&round=2022-2025/endterm")
    page.get_by_role("button", name="As file or table").first.click()
    with script_run(page):
        page.get_by_text("A4, 16 cm wide").click()
    a4_name, a4_picture = download(page, "PNG")
    with script_run(page):
        page.get_by_text("Slide, 16:9").click()
    files = {kind: download(page, kind) for kind in ("PNG", "SVG", "PDF")}
    widths = [Image.open(io.BytesIO(content)).width for content in (a4_picture, files["PNG"][1])]
    assert widths == [1890, 2560]
    title = "Principles 1 and 4 are followed, 2 partly, 5 not, 3 is contested"
    assert f"<title>{title}</title>" in files["SVG"][1].decode()
    assert PdfReader(io.BytesIO(files["PDF"][1])).xmp_metadata.dc_title == {"x-default": title}  # type: ignore[union-attr]
    assert [a4_name, *(name for name, _ in files.values())] == [
        "overview_end-2022-2025_a4.png",
        *(f"overview_end-2022-2025_slide.{kind}" for kind in ("png", "svg", "pdf")),
    ]


def test_the_numbers_behind_a_chart_are_an_excel_sheet(server: str, page: Page) -> None:
    """From a button that is seen in the menu."""
    visit(page, f"{server}/?lang=en&round=2022-2025/endterm")
    page.get_by_role("button", name="As file or table").first.click()
    name, content = download(page, "Table as Excel")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert (name, len(rows)) == ("overview_end-2022-2025.xlsx", 11)


def test_without_a_browser_the_page_says_how_to_get_one(cold_server: Callable[..., Any], page: Page) -> None:
    """A clear sentence and no button that can't work; the chart itself is still there."""
    with cold_server(OEJENHOEJDE_CHROMIUM="/nowhere/chromium") as address:
        visit(page, f"{address}/?lang=en")
        page.get_by_role("button", name="As file or table").first.click()
        expect(page.get_by_text("Charts can't be saved as files")).to_be_visible()
        expect(page.get_by_role("button", name="PNG")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("consultations?lang=en", "Consultations.csv"),
        ("assessments?lang=en&round=2026-2029/midterm", "Who has answered, principle by principle.csv"),
        (
            "?lang=en&round=2022-2025/endterm",
            "overview_end-2022-2025.csv",
        ),
    ],
    ids=["register", "collection", "chart"],
)
def test_a_table_offers_our_file_and_not_streamlit_s(server: str, page: Page, path: str, name: str) -> None:
    """Streamlit's own would let formulas out; its other buttons are there."""
    visit(page, f"{server}/{path}")
    if name.startswith("overview"):
        page.get_by_role("button", name="As file or table").first.click()
    if not path.startswith("consultations"):
        page.get_by_test_id("stDataFrame").first.hover()
        expect(page.get_by_role("button", name="Show/hide columns").first).to_be_visible()
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(0)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Table as CSV").first.click()
    assert waiting.value.suggested_filename == name
    first_line = Path(waiting.value.path()).read_bytes().splitlines()[0]
    assert first_line.startswith(b"\xef\xbb\xbf") and b";" in first_line
