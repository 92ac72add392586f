"""Charts as files, drawn by a real Chromium."""

import io
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader

from language import Words
from materials.charts import chromium, export, perspectives
from materials.charts.chart import Chart, Scope
from tests.support.findings import evaluation

TITLE = "Udvalg og centre ser ens på 2 af 4 principper"


@pytest.fixture
def chart(scope: Scope, words: Words) -> Chart:
    return replace(perspectives.perspectives(evaluation(), scope, words), title=TITLE)


def test_png_has_twice_the_pixels(chart: Chart) -> None:
    """The picture is 2400 wide, and as high as the figure asks for."""
    with Image.open(io.BytesIO(export.draw(chart, "png"))) as picture:
        assert picture.size == (2400, 2 * chart.for_file().layout.height)


def test_svg_holds_title_text_and_description(chart: Chart) -> None:
    """The title is text in the picture, and title and alt text are there for a screen reader."""
    svg = export.draw(chart, "svg").decode()
    assert f">{TITLE}</" in svg.split("</desc>")[1]
    assert f"<title>{TITLE}</title>" in svg
    assert "<desc>Committees and centres see principles 3 and 4" in svg


def test_pdf_holds_the_title_as_text(chart: Chart) -> None:
    """One page, whose text holds title and source."""
    pages = PdfReader(io.BytesIO(export.draw(chart, "pdf"))).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    assert TITLE in text
    assert "Øjenhøjde, Ballerup Kommune" in text


def test_24_at_the_same_time_each_get_their_own(chart: Chart) -> None:
    """Nobody is handed somebody else's chart."""
    charts = [replace(chart, title=f"Diagram nummer {i:02}") for i in range(24)]
    with ThreadPoolExecutor(24) as threads:
        drawn = list(threads.map(lambda one: export.draw(one, "svg").decode(), charts))
    assert [f">{one.title}</" in svg.split("</desc>")[1] for one, svg in zip(charts, drawn, strict=True)] == [
        True
    ] * 24


def test_many_come_in_their_order(chart: Chart) -> None:
    """A pack of charts keeps its order."""
    charts = [replace(chart, title=f"Nummer {i}") for i in range(6)]
    drawn = [svg.decode().split("</desc>")[1] for svg in export.draw_many(charts, "svg")]
    assert all(f">Nummer {i}</" in svg for i, svg in enumerate(drawn))


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process group")
def test_a_killed_browser_is_replaced(chart: Chart) -> None:
    """The next chart is drawn by a new browser."""
    export.draw(chart, "svg")
    first = export.running()
    assert first is not None
    os.killpg(first, signal.SIGKILL)
    assert TITLE in export.draw(chart, "svg").decode()
    assert export.running() != first


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process group")
def test_a_browser_killed_while_drawing_loses_no_chart(chart: Chart) -> None:
    """Everyone who waits gets their own chart from the new browser."""
    export.draw(chart, "svg")
    charts = [replace(chart, title=f"Ventende {i}") for i in range(6)]
    with ThreadPoolExecutor(6) as threads:
        waiting = [threads.submit(export.draw, one, "svg") for one in charts]
        os.killpg(export.running() or 0, signal.SIGKILL)
        drawn = [each.result(90).decode().split("</desc>")[1] for each in waiting]
    assert [f">Ventende {i}</" in svg for i, svg in enumerate(drawn)] == [True] * 6


def test_a_chart_that_hangs_is_given_up(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chart past its time is told of, and the next one is drawn by a new browser."""
    with monkeypatch.context() as patience:
        patience.setattr(chromium, "CHART_SECONDS", 0.0)
        with pytest.raises(export.CannotDraw):
            export.draw(chart, "svg")
    assert TITLE in export.draw(chart, "svg").decode()


def test_no_browser_says_how_to_get_one(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the browsers that do, and the setting."""
    export.close()
    monkeypatch.delenv(export.SETTING, raising=False)
    monkeypatch.setattr(export, "NAMES", ())
    monkeypatch.setattr(export, "PLACES", ())
    assert export.chromium() is None
    with pytest.raises(export.NoChromium) as caught:
        export.draw(chart, "png")
    assert "Install Chromium, Google Chrome or Microsoft Edge" in str(caught.value)


def test_a_wrong_setting_is_named(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting that points to nothing isn't silently passed over."""
    export.close()
    monkeypatch.setenv(export.SETTING, "/nowhere/chromium")
    with pytest.raises(export.NoChromium) as caught:
        export.draw(chart, "png")
    assert "OEJENHOEJDE_CHROMIUM points to /nowhere/chromium" in str(caught.value)


def test_a_program_that_is_no_browser_is_told_of(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something that starts and ends at once is no endless wait."""
    export.close()
    monkeypatch.setenv(export.SETTING, "/bin/true")
    with pytest.raises(export.CannotDraw):
        export.draw(chart, "png")
