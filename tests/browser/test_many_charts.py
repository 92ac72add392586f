"""Every chart of every page, and two visitors who save charts at the same time."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Download, Locator, Page, expect
from pypdf import PdfReader

from language import speak
from tests.browser.visitor import settle, visit

pytestmark = pytest.mark.xdist_group("browser")
CHARTS = {"?": 4, "principle?principle=4": 2, "consultations?": 1, "assessments?": 1}


def opened(page: Page, number: int, language: str) -> Locator:
    """The opened list of files of one chart of the page, counted from 0."""
    page.get_by_role("button", name=speak(language)("Download chart")).nth(number).click()
    files = page.get_by_test_id("stPopoverBody")
    expect(files.get_by_role("button")).to_have_count(3)
    return files


def titles(page: Page) -> list[str]:
    """The titles that stand above the charts."""
    above = "xpath=ancestor::*[@data-testid='stElementContainer'][1]/preceding-sibling::*[1]//strong"
    return [chart.locator(above).first.inner_text() for chart in page.get_by_test_id("stPlotlyChart").all()]


def content(download: Download) -> bytes:
    """The bytes of a file that has arrived."""
    return Path(download.path()).read_bytes()


def text_of(svg: bytes) -> str:
    """The title that a chart file carries."""
    found = re.search(r"<title>(.*?)</title>", svg.decode())
    assert found
    return found[1]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_chart_of_every_page_is_a_file(server: str, page: Page, language: str) -> None:
    """Each file has the title that stands above its chart, and a name of its own."""
    for path, number in CHARTS.items():
        visit(page, f"{server}/{path}&lang={language}&round=2022-2025/endterm")
        shown, names = titles(page), set()
        assert len(shown) == number
        for each, title in enumerate(shown):
            with page.expect_download(timeout=60_000) as waiting:
                opened(page, each, language).get_by_role("button", name="SVG").click()
            names.add(waiting.value.suggested_filename)
            assert text_of(content(waiting.value)) == title
            page.keyboard.press("Escape")
            expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
        assert len(names) == number
        assert all(re.fullmatch(r"[a-z0-9_-]+\.svg", name) for name in names)


def test_two_visitors_at_once_each_get_their_own_chart(server: str, browser: Browser) -> None:
    """Different charts in different languages, asked for at the same moment, five times over: none is swapped."""
    contexts = [browser.new_context() for _ in range(2)]
    danish, english = (context.new_page() for context in contexts)
    visit(danish, f"{server}/?lang=da&round=2018-2021/endterm")
    visit(english, f"{server}/?lang=en&round=2022-2025/midterm")
    wanted = titles(danish)[0], titles(english)[3]
    assert wanted[0] != wanted[1]
    danish_files, english_files = opened(danish, 0, "da"), opened(english, 3, "en")
    for _ in range(5):
        with danish.expect_download(timeout=60_000) as one, english.expect_download(timeout=60_000) as other:
            danish_files.get_by_role("button", name="SVG").click()
            english_files.get_by_role("button", name="SVG").click()
        assert (text_of(content(one.value)), text_of(content(other.value))) == wanted
    for context in contexts:
        context.close()


def test_a_principles_chart_says_where_it_comes_from(server: str, page: Page) -> None:
    """The file of the facts alone answers: which principle, which round, how many, from where, how finished."""
    visit(page, f"{server}/principle?lang=da&round=2026-2029/midterm&principle=2")
    title = titles(page)[1]
    files, kinds = opened(page, 1, "da"), {"PNG": b"\x89PNG", "PDF": b"%PDF"}
    arrived = {}
    for kind in kinds:
        with page.expect_download(timeout=60_000) as waiting:
            files.get_by_role("button", name=kind).click()
        arrived[kind] = content(waiting.value)
    words = speak("da")
    said = re.sub(r"\s+", " ", PdfReader(io.BytesIO(arrived["PDF"])).pages[0].extract_text())
    for part in (title, words("Mid-term {term}", term="2026–2029"), words("Source: Øjenhøjde, Ballerup Kommune"),
                 words("The round is open: preliminary"), words("Demonstration records")):  # fmt: skip
        assert part in said
    assert Image.open(io.BytesIO(arrived["PNG"])).width == 2400


def test_a_table_stands_behind_each_chart(server: str, page: Page) -> None:
    """The numbers of a chart can be read without seeing it."""
    visit(page, f"{server}/?lang=en&round=2022-2025/endterm")
    for number in range(CHARTS["?"]):
        page.get_by_role("button", name="Show as table").nth(number).click()
        table = page.get_by_test_id("stPopoverBody").get_by_test_id("stDataFrame")
        expect(table.locator("td").first).to_be_attached()
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
        settle(page)


def test_a_new_answer_reaches_the_heat_map_of_another_visitor(server: str, page: Page, browser: Browser) -> None:
    """Submitted by one, it is counted above the map and stands in the table behind it for the next; a draft is not counted."""

    def count(shown: Page) -> int:
        visit(shown, f"{server}/assessments?lang=en&round=2026-2029/midterm")
        found = re.search(r"(\d+) of \d+ answers have been given", shown.get_by_test_id("stMain").inner_text())
        assert found
        return int(found[1])

    before = count(page)
    for button, expected in (("Save as draft", before), ("Submit", before + 1)):
        visit(page, f"{server}/assessments?lang=en&round=2026-2029/midterm&body=cbd&principle=5")
        page.get_by_label("The reason, in words").fill("Sagen blev afgjort to uger efter høringen.")
        page.get_by_test_id("stForm").get_by_text("2 · To a lesser degree").click()
        page.get_by_role("button", name=button).click()
        expect(page.locator('[data-testid="stAlertContentSuccess"]')).to_be_visible()
        context = browser.new_context()
        other = context.new_page()
        assert count(other) == expected
        context.close()
