"""The colours can be read by everybody, in light and in dark."""

import pytest

from materials.charts import theme
from materials.charts.theme import IN_DARK, NIGHT, PAPER, contrast

SHADES = [
    *theme.RATING_SHADES.values(),
    theme.NOT_ASSESSABLE_SHADE,
    *(v.shade for v in theme.VERDICT_STYLES.values()),
]


def dark(colour: str) -> str:
    return IN_DARK.get(colour, colour)


@pytest.mark.parametrize(
    ("first", "second", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    """Black on white is 21 to 1; the well-known grey #777777 just misses 4.5."""
    assert round(contrast(first, second), 2) == ratio


@pytest.mark.parametrize("shade", SHADES, ids=lambda shade: shade.fill)
def test_text_on_every_fill_is_legible_in_light_and_dark(shade: theme.Shade) -> None:
    """The ink chosen for a fill has 4.5 to 1 on it and on what the fill becomes in the dark."""
    assert min(contrast(shade.ink, shade.fill), contrast(shade.ink, dark(shade.fill))) >= 4.5


@pytest.mark.parametrize("shade", [*SHADES, theme.NOT_ANSWERED_SHADE], ids=lambda shade: shade.outline)
def test_every_mark_stands_out_by_its_outline(shade: theme.Shade) -> None:
    """An outline has 3 to 1 against white and, in the dark, against the dark page."""
    assert contrast(shade.outline, PAPER) >= 3
    assert contrast(dark(shade.outline), NIGHT) >= 3 or contrast(dark(shade.fill), NIGHT) >= 3


def lightness(colour: str) -> float:
    """L* of CIE 1976, 0 for black and 100 for white: what is left of a colour in grey print."""
    y = theme.luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > (6 / 29) ** 3 else y * (29 / 3) ** 3


def test_no_two_steps_are_the_same_grey() -> None:
    """Seventeen L* and more lie between any two steps: they are told apart in black-and-white print."""
    greys = sorted(lightness(shade.fill) for shade in theme.RATING_SHADES.values())
    gaps = [second - first for first, second in zip(greys, greys[1:], strict=False)]
    assert round(min(gaps)) >= 17


@pytest.mark.parametrize("colour", [theme.TEXT, theme.MUTED])
def test_text_is_legible_on_the_page(colour: str) -> None:
    """Text and muted text have 4.5 to 1 in light and dark."""
    assert (
        min(contrast(colour, PAPER), contrast(dark(colour), NIGHT), contrast(dark(colour), "#262730")) >= 4.5
    )


@pytest.mark.parametrize("colour", [theme.HIGHER, theme.LOWER, theme.WINDOW])
def test_marks_without_an_outline_stand_out(colour: str) -> None:
    """Arrows and windows have 3 to 1 in light and dark."""
    assert min(contrast(colour, PAPER), contrast(dark(colour), NIGHT)) >= 3


def test_no_colour_becomes_two_in_the_dark() -> None:
    """Turning dark twice changes nothing more, and no ink on a fill is changed."""
    assert not set(IN_DARK) & set(IN_DARK.values())
    assert not set(IN_DARK) & {theme.INK_DARK, theme.INK_WHITE}


def test_plotly_speaks_danish() -> None:
    """Plotly's own texts, months and separators are Danish, and the mode bar is off."""
    config = theme.plotly_config("da")
    assert (config["locale"], config["displayModeBar"]) == ("da", False)
    assert config["locales"]["da"]["format"]["months"][4] == "maj"
    assert theme.layout("da")["separators"] == ",."
