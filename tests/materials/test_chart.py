"""What stands around a chart, and how its text is kept text."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from evaluation.round_names import round_in_words
from language import Words
from materials.charts.answers import overview_answers
from materials.charts.chart import Chart, Scope, median_in_words, short_title
from materials.charts.shape import A4, SLIDE
from materials.charts.sheet import as_text, shorten, text_width, wrap
from tests.support.findings import answers, evaluation


@pytest.fixture
def chart(scope: Scope, words: Words) -> Chart:
    return overview_answers(evaluation(), answers(), scope, words)


def texts(figure: go.Figure) -> list[str]:
    return [note.text or "" for note in figure.layout.annotations]


def test_footer_says_source_date_status_and_demonstration(scope: Scope, words: Words) -> None:
    """An open round is preliminary; demonstration records are named."""
    assert (
        scope.footer(words)
        == "Source: Øjenhøjde, Ballerup Kommune · Data as of 23 November 2026 · The round is open:"
        " preliminary · Demonstration records"
    )
    closed = replace(scope, state="closed", demonstration=False)
    assert closed.footer(words).endswith("23 November 2026 · The round is closed")


def test_subtitle_leaves_out_what_is_not_there(scope: Scope) -> None:
    """Round, filters and n are joined by dots; a missing principle leaves no gap."""
    assert (
        replace(scope, filters="Centre: CBK").subtitle("answers from 7 of 9")
        == "End of term 2022–2025 · Centre: CBK · answers from 7 of 9"
    )


def test_the_screen_figure_has_no_title_and_the_file_has_all_three(chart: Chart) -> None:
    """Title, subtitle and footer are the page's on screen, and on the figure in a file."""
    on_screen, for_file = texts(chart.on_screen()), texts(chart.for_file())
    assert not [text for text in on_screen if chart.title in text]
    in_one_line = {text.replace("<br>", " ") for text in for_file}
    assert {f"<b>{chart.title}</b>", chart.subtitle, chart.footer} <= in_one_line
    assert (chart.for_file(A4).layout.width, chart.for_file(SLIDE).layout.width) == (605, 1280)
    assert chart.for_file(SLIDE).layout.height == 720


def test_dark_changes_text_but_not_the_light_figure(chart: Chart) -> None:
    """The dark figure has light text on a clear background; the chart's own figure stays light."""
    dark = chart.on_screen(dark=True)
    assert dark.layout.font.color == "#e8ebee"
    assert chart.on_screen().layout.font.color == "#1f2933"


def test_a_long_title_makes_the_file_taller_not_the_title_cut(chart: Chart) -> None:
    """A title of 300 letters keeps every word and gets the room for its lines."""
    long = replace(chart, title="Inddragelse " * 25)
    assert long.for_file().layout.height > chart.for_file().layout.height + 60
    assert " ".join(["Inddragelse"] * 25) in " ".join(texts(long.for_file())).replace("<br>", " ")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Ballerup Kommune lytter og er åben", "Lytter og er åben"),
        ("Åbenhed", "Åbenhed"),
        ("", ""),
    ],
)
def test_short_title_drops_the_municipality(title: str, short: str) -> None:
    """The name at the start is dropped, and the rest begins with a capital letter."""
    assert short_title(title) == short


@pytest.mark.parametrize(("pair", "text"), [((4, 4), "4"), ((3, 4), "3–4"), (None, "no middle answer")])
def test_median_is_never_a_decimal(pair: tuple[int, int] | None, text: str, words: Words) -> None:
    """An even count's median is said as its pair."""
    assert median_in_words(pair, words) == text


@pytest.mark.parametrize(
    ("key", "text"),
    [("2022-2025/midterm", "Mid-term 2022–2025"), ("2022-2025/endterm", "End of term 2022–2025"), ("x", "x")],
)
def test_round_in_words(key: str, text: str, words: Words) -> None:
    """A round's key is said in words; an unknown one stays as it is."""
    assert round_in_words(key, words) == text


def test_peoples_text_is_never_markup() -> None:
    """Angle brackets, ampersands and control characters can't become markup."""
    assert as_text('<a href="x">A & B</a>\x00') == '&lt;a href="x"&gt;A &amp; B&lt;/a&gt;'


def test_wrapping_keeps_every_word_and_the_width() -> None:
    """Lines are no wider than asked, and no word is lost."""
    text = "Ballerup Kommune afsætter passende tid og bruger tiden effektivt"
    lines = wrap(text, 160, 14)
    assert " ".join(lines) == text
    assert max(text_width(line, 14) for line in lines) <= 160


def test_shortened_text_says_that_it_goes_on() -> None:
    """A text of more lines than there is room for ends in an ellipsis."""
    assert shorten("en to tre fire fem seks syv otte ni ti", 60, 12)[-1].endswith(" …")
