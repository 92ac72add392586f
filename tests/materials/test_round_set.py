"""All files of a round: put together, named where they are missing, and finished whatever happens to the
browser.
"""

import io
import os
import signal
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import plotly.graph_objects as go
import pytest
from lxml import html

from data.database import Store
from evaluation.evaluate import find_round
from language import Sentence, speak
from materials.archive import zipped
from materials.charts import export
from materials.charts.chart import Chart
from materials.charts.shape import A4, SLIDE, Shape
from materials.documents.round_material import round_material
from materials.round_charts import round_charts
from materials.round_files import KINDS
from materials.round_parts import Made, Order, Part
from materials.round_set import in_turn, together, whole_set
from tests.support.waiting import wait_until

NO_BROWSER = "Charts can't be saved as files"


@pytest.fixture(scope="module")
def order(demonstration: Store) -> Order:
    material = round_material(demonstration, find_round(demonstration, "2022-2025/endterm"))
    return Order(demonstration, material, speak("da"))


@pytest.fixture
def without_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser is found."""
    export.close()
    monkeypatch.setenv(export.SETTING, "/nowhere/chromium")


def test_a_zip_of_the_same_files_is_the_same(tmp_path: Path) -> None:
    """No clock stands in it; folders and letters of names stay."""
    files = {"Sag.docx": b"1", "Diagrammer/Ærø.svg": b"2"}
    content = zipped(files)
    assert zipped(list(files.items())) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {each.filename: archive.read(each) for each in archive.infolist()} == files
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_charts_lie_in_a_folder_beside_documents(order: Order) -> None:
    """A kind alone lies where it is."""
    charts = Made(
        dict.fromkeys(["index.html", "a.png"], b"2"), dict.fromkeys(["b.png", "c.png"], Sentence("No"))
    )
    kinds, words = {"case": Made({"Sag.docx": b"1"}), "charts": charts}, order.words
    whole = whole_set(kinds, words)
    assert list(whole.files) == ["Sag.docx", "Diagrammer/index.html", "Diagrammer/a.png"]
    assert list(whole.missing) == ["Diagrammer/b.png", "Diagrammer/c.png"]
    assert list(whole_set({"charts": charts}, words).files) == ["index.html", "a.png"]


def test_without_a_browser_the_numbers_are_there_and_the_index_says_why(
    order: Order, without_browser: None
) -> None:
    """Every chart has its table in two files, and the sentence in place of the pictures."""
    outcome = together(in_turn(KINDS["charts"], order))
    endings = [name.rpartition(".")[2] for name in outcome.files]
    assert (endings.count("csv"), endings.count("xlsx"), endings.count("html")) == (15, 15, 1)
    assert len(outcome.missing) == 90 and {str(each)[:30] for each in outcome.missing.values()} == {
        NO_BROWSER
    }
    page = html.fromstring(outcome.files["index.html"])
    assert page.xpath("//img") == []
    reasons = page.xpath("//p[@class='missing']/text()")
    assert len(reasons) == 15 and "overblik_slut-2022-2025_slide.png" in reasons[0]
    assert "Diagrammer kan ikke gemmes som filer" in reasons[0]


def test_the_index_leads_to_every_file_beside_it(order: Order) -> None:
    """In its language, by relative links, with what each picture says; nothing comes from elsewhere."""
    kind = KINDS["charts"]
    names = {name for part in kind.parts(order) for name in part.names}
    assert kind.index
    (content,) = kind.index(order, Made(dict.fromkeys(names, b"x"))).values()
    page = html.fromstring(content)
    links = page.xpath("//a/@href | //img/@src")
    assert {link for link in links if not link.startswith("#")} == names
    assert {link[1:] for link in links if link.startswith("#")} == set(page.xpath("//section/@id"))
    charts = round_charts(order.material, order.words)
    assert page.xpath("//img/@alt") == [chart.alt for chart in charts]
    assert page.xpath("//h2/text()") == [chart.title for chart in charts]
    assert page.get("lang") == "da" and page.xpath("//title/text()") == [
        "Diagrammer: Slutevaluering 2022–2025"
    ]
    assert page.xpath("//script | //link | //*[starts-with(@src, 'http')]") == []


def never_drawn(chart: Chart) -> Chart:
    """A chart that no browser can draw: it is ten million pixels high."""

    def drawing(shape: Shape) -> go.Figure:
        return chart.drawing(shape).update_layout(height=10_000_000)

    return replace(chart, drawing=drawing)


def pictures(charts: list[Chart], shape: Shape) -> Part:
    """The charts as PNG."""
    names = tuple(chart.file_name(shape, "png") for chart in charts)
    return Part("Charts", names, partial(export.draw_each, charts, "png", shape), is_drawn=True)


@pytest.mark.browser
def test_a_chart_that_cannot_be_drawn_takes_no_other_along(order: Order) -> None:
    """The others are there; the index names what is missing."""
    first, second, third = round_charts(order.material, order.words)[:3]
    kind = replace(KINDS["charts"], parts=lambda _: [pictures([first, never_drawn(second), third], A4)])
    outcome = together(in_turn(kind, order))
    assert list(outcome.files) == [first.file_name(A4, "png"), third.file_name(A4, "png"), "index.html"]
    assert {name: str(reason) for name, reason in outcome.missing.items()} == {
        second.file_name(A4, "png"): "The chart can't be drawn as a file. Its numbers are there as a table."
    }
    reasons = html.fromstring(outcome.files["index.html"]).xpath("//p[@class='missing']/text()")
    assert len(reasons) == 1 and second.file_name(A4, "png") in reasons[0]


@pytest.mark.browser
@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="kills a process group")
def test_with_the_browser_killed_half_way_the_set_is_finished(order: Order) -> None:
    """Charts and the document that comes after them: every file, with its picture."""
    charts = round_charts(order.material, order.words)[:4]
    export.draw(charts[0], "png")

    def make(part: Part) -> Made:
        """Make it while the browser is killed under it."""
        with ThreadPoolExecutor(1) as threads:
            making = threads.submit(part.made)
            wait_until(lambda: export.running() is not None)
            browser = export.running()
            assert browser is not None  # 0 would be the group of the tests themselves
            os.killpg(browser, signal.SIGKILL)
            return making.result()

    kinds = {
        "charts": replace(KINDS["charts"], parts=lambda _: [pictures(charts, SLIDE)]),
        "case": KINDS["case"],
    }
    outcomes = {
        "charts": together(in_turn(kinds["charts"], order, make)),
        "case": together(in_turn(kinds["case"], order)),
    }
    whole = whole_set(outcomes, order.words)
    assert whole.missing == {}
    assert len(whole.files) == 4 + 1 + 1
    with zipfile.ZipFile(io.BytesIO(whole.files["Sag - Slutevaluering 2022-2025.docx"])) as case:
        assert [name for name in case.namelist() if name.endswith(".png")]
