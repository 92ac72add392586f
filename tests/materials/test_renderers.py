"""The same picture in every program: three charts as outlined SVG, rendered by those that are at hand."""

import base64
import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from data.database import Store
from evaluation.evaluate import find_round
from evaluation.snapshot import round_snapshot
from language import speak
from materials.charts import export
from materials.charts.answers import overview_answers
from materials.charts.change import change
from materials.charts.chart import Chart, Scope
from materials.charts.facts import facts
from materials.charts.shape import SLIDE

pytestmark = [pytest.mark.browser, pytest.mark.thorough, pytest.mark.no_cover]
ROUND = "2022-2025/endterm"
SIZE = (160, 90)
"""Each of these is the average of 8 × 8 pixels, so that letters may lie a hair beside each other."""
MOST_DIFFERENCE = 4.0
"""Of 255 grey levels on average. A line of text in a wrong typeface, or one that is missing, makes more."""
DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties
 fo:page-width="33.867cm" fo:page-height="19.05cm" fo:margin="0cm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/>
</office:master-styles>
<office:body><office:text>
<draw:frame text:anchor-type="page" text:anchor-page-number="1" svg:width="33.867cm" svg:height="19.05cm"
 svg:x="0cm" svg:y="0cm">
<draw:image><office:binary-data>{picture}</office:binary-data></draw:image></draw:frame>
<text:p/></office:text></office:body></office:document>"""


@pytest.fixture(scope="module")
def charts(demonstration: Store) -> list[Chart]:
    words, settled = speak("da"), round_snapshot(demonstration, find_round(demonstration, ROUND))
    scope, evaluation = Scope("Slutevaluering", date(2026, 11, 23), "closed", True), settled.evaluation
    return [
        overview_answers(evaluation, settled.answers, scope, words),
        change(evaluation, scope, words),
        facts(evaluation.principles[2].indicators, scope, words),
    ]


def difference(first: bytes, second: bytes) -> float:
    """How far two pictures are apart on average, in grey levels."""
    pictures = [
        Image.open(io.BytesIO(each)).convert("L").resize(SIZE, Image.Resampling.BOX)
        for each in (first, second)
    ]
    return float(ImageStat.Stat(ImageChops.difference(*pictures)).mean[0])


def by_rsvg(svg: bytes, folder: Path) -> bytes:
    """The picture as rsvg-convert draws it."""
    (folder / "chart.svg").write_bytes(svg)
    return subprocess.run(
        ["rsvg-convert", "--width=1280", str(folder / "chart.svg")], capture_output=True, check=True
    ).stdout


def by_libreoffice(svg: bytes, folder: Path) -> bytes:
    """The picture on a page of LibreOffice Writer."""
    document = folder / "chart.fodt"
    document.write_text(DOCUMENT.format(picture=base64.b64encode(svg).decode()), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(document),
    ]
    subprocess.run(command, capture_output=True, check=True)
    command = [
        "pdftoppm",
        "-png",
        "-r",
        "96",
        "-singlefile",
        str(folder / "chart.pdf"),
        str(folder / "chart"),
    ]
    subprocess.run(command, capture_output=True, check=True)
    return (folder / "chart.png").read_bytes()


RENDERERS = {"rsvg-convert": by_rsvg, "soffice": by_libreoffice}


@pytest.mark.parametrize("program", RENDERERS)
def test_outlined_charts_look_alike_everywhere(charts: list[Chart], program: str, tmp_path: Path) -> None:
    """Chromium's picture and the other program's differ by edges only."""
    programs = (program, "pdftoppm") if program == "soffice" else (program,)
    if missing := [each for each in programs if not shutil.which(each)]:
        pytest.skip(f"{missing[0]} is not installed")
    pictures = export.draw_many(charts, "png", SLIDE)
    for number, svg in enumerate(export.draw_many(charts, "svg", SLIDE)):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert difference(pictures[number], RENDERERS[program](svg, folder)) <= MOST_DIFFERENCE
