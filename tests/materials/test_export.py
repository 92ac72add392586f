"""Charts as files, drawn by a real Chromium."""

import io
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from language import Words
from materials.charts import chromium, export, perspectives
from materials.charts.chart import Chart, Scope
from materials.charts.shape import A4, SLIDE, Shape
from tests.support.findings import evaluation
from tests.support.waiting import LIMIT

pytestmark = pytest.mark.browser
TITLE = "Udvalg og centre ser ens på 2 af 4 principper"


@pytest.fixture
def chart(scope: Scope, words: Words) -> Chart:
    return replace(perspectives.perspectives(evaluation(), scope, words), title=TITLE)


@pytest.mark.parametrize(("shape", "width"), [(SLIDE, 2560), (A4, 1890)], ids=["slide", "a4"])
def test_png_has_the_shape_s_pixels(chart: Chart, shape: Shape, width: int) -> None:
    """A slide is 2560 × 1440; A4 is 16 cm at 300 dots an inch, and as high as the figure asks for."""
    with Image.open(io.BytesIO(export.draw(chart, "png", shape))) as picture:
        assert picture.width == width
        assert abs(picture.height - width / shape_width(shape) * chart.for_file(shape).layout.height) <= 1


def shape_width(shape: Shape) -> int:
    assert shape.page is not None
    return shape.page.width


def test_svg_has_outlines_and_description(chart: Chart) -> None:
    """No text depends on a typeface; title and alt text are there for a screen reader."""
    svg = export.draw(chart, "svg").decode()
    assert "<text" not in svg
    assert f"<title>{TITLE}</title>" in svg
    assert "<desc>Committees and centres see principles 3 and 4" in svg


def test_a_line_that_our_typeface_lacks_stays_text(chart: Chart) -> None:
    """An Arabic name is left to the program that shows the picture; the other lines are outlines."""
    svg = export.draw(replace(chart, title="مجلس المواطنين"), "svg").decode()
    assert svg.count("<text") == 1
    assert "مجلس المواطنين" in svg.split("</desc>")[1]


@pytest.mark.parametrize("shape", [SLIDE, A4], ids=["slide", "a4"])
def test_pdf_is_tagged_vector_and_small(chart: Chart, shape: Shape) -> None:
    """One page in the shape's size with language, title and the finding as alternative text; no raster, no
    typeface that could be missing.
    """
    file = export.draw(replace(chart, language="da"), "pdf", shape)
    with pikepdf.open(io.BytesIO(file)) as pdf:
        objects = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary | pikepdf.Stream)]
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("da", True)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert (metadata["dc:title"], metadata["pdfuaid:part"]) == (TITLE, "1")
        assert [str(each.Alt) for each in objects if each.get("/S") == "/Figure"] == [chart.alt]
        assert not [each for each in objects if each.get("/Subtype") == "/Image" or "/FontFile2" in each]
        assert len(pdf.pages) == 1
        assert float(pdf.pages[0].MediaBox[2]) == shape_width(shape) * 0.75
    assert len(file) <= 150_000


def test_the_same_chart_is_the_same_pdf(chart: Chart) -> None:
    """Byte for byte, so that a pack can be compared."""
    assert export.draw(chart, "pdf", SLIDE) == export.draw(chart, "pdf", SLIDE)


def test_24_at_the_same_time_each_get_their_own(chart: Chart) -> None:
    """Nobody is handed somebody else's chart."""
    charts = [replace(chart, title=f"Diagram nummer {i:02}") for i in range(24)]
    with ThreadPoolExecutor(24) as threads:
        drawn = list(threads.map(lambda one: export.drawings([one], "svg", A4)[0].decode(), charts))
    assert [f">{one.title}</" in svg for one, svg in zip(charts, drawn, strict=True)] == [True] * 24


def test_many_come_in_their_order(chart: Chart) -> None:
    """A pack of charts keeps its order."""
    charts = [replace(chart, title=f"Nummer {i}") for i in range(6)]
    drawn = [svg.decode() for svg in export.drawings(charts, "svg", A4)]
    assert all(f">Nummer {i}</" in svg for i, svg in enumerate(drawn))


@pytest.mark.thorough
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
    browser = export.running()
    assert browser is not None  # 0 would be the group of the tests themselves
    charts = [replace(chart, title=f"Ventende {i}") for i in range(6)]
    with ThreadPoolExecutor(6) as threads:
        waiting = [threads.submit(export.drawings, [one], "svg", A4) for one in charts]
        os.killpg(browser, signal.SIGKILL)
        drawn = [each.result(LIMIT)[0].decode() for each in waiting]
    assert [f">Ventende {i}</" in svg for i, svg in enumerate(drawn)] == [True] * 6


@pytest.mark.thorough
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
