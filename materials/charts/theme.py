"""How every picture looks: colours, type, number signs and plotly's own texts, in light and in dark.

The fills of the rating scale are the same in light and dark, on screen and on paper; text, rules and outlines
change. A figure is always built in the light colours, and :data:`IN_DARK` says what each of them becomes in
the dark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FONT = (
    "Source Sans, 'Source Sans 3', 'Source Sans Pro', 'Noto Sans', 'Open Sans', 'Segoe UI', "
    "'Helvetica Neue', 'Liberation Sans', Arial, 'DejaVu Sans', sans-serif"
)
SEPARATORS: Mapping[str, str] = {"da": ",.", "en": ".,"}

TEXT = "#1f2933"
MUTED = "#56616e"
RULE = "#d5dae0"
SHADE = "#eef1f4"
CLEAR = "rgba(0,0,0,0)"
PAPER = "#ffffff"
NIGHT = "#0e1117"
PAGE = "#fffffd"
"""The page's own background: white by day and on paper, dark by night."""
INK_DARK = "#14181d"
INK_WHITE = "#fffffe"
HIGHER = "#1f5fa3"
LOWER = "#a8540a"
WINDOW = "#6f8296"


@dataclass(frozen=True)
class Shade:
    """A fill and the outline that sets it off from the background."""

    fill: str
    outline: str

    @property
    def ink(self) -> str:
        """The text colour on the fill: dark or white, whichever contrasts more."""
        return ink_on(self.fill)


@dataclass(frozen=True)
class VerdictStyle:
    """A verdict's colours, its sign in plain text, its Material icon and the colour name of its badge in
    Streamlit.
    """

    shade: Shade
    sign: str
    icon: str
    badge: str


RATING_SHADES: Mapping[int, Shade] = {
    1: Shade("#9d4901", "#6f3300"),
    2: Shade("#da8001", "#9a5a00"),
    3: Shade("#f8f5ef", "#6b7480"),
    4: Shade("#83cdf0", "#2f7fa8"),
    5: Shade(
        "#03395e", "#03395d"
    ),  # a hair off its fill, so that in the dark the outline alone becomes light
}
"""Hues diverge and greys interleave, so that all five are told apart in print too."""
NOT_ASSESSABLE_SHADE = Shade("#ffffff", "#6b7480")
NOT_ANSWERED_SHADE = Shade(CLEAR, "#808a96")
THIN, DOTTED = "thin", "dotted"
"""The two patterns: wide diagonals of a rating on a thin basis, dots of an answer that is missing."""

VERDICT_STYLES: Mapping[str, VerdictStyle] = {
    "followed": VerdictStyle(RATING_SHADES[5], "●", ":material/check_circle:", "blue"),
    "partly": VerdictStyle(RATING_SHADES[3], "◐", ":material/contrast:", "gray"),
    "not_followed": VerdictStyle(RATING_SHADES[1], "○", ":material/cancel:", "orange"),
    "contested": VerdictStyle(Shade("#6d4c9f", "#4f3579"), "◇", ":material/call_split:", "violet"),
    "insufficient": VerdictStyle(NOT_ASSESSABLE_SHADE, "–", ":material/help:", "gray"),
}

IN_DARK: Mapping[str, str] = {
    PAGE: "#14191f",
    TEXT: "#e8ebee",
    MUTED: "#aeb7c1",
    RULE: "#3b434d",
    SHADE: "#1c222a",
    HIGHER: "#7db8ea",
    LOWER: "#f2a65a",
    WINDOW: "#8fa1b3",
    "#6f3300": "#e08a3c",
    "#9a5a00": "#f3b65c",
    "#2f7fa8": "#b5def3",
    "#03395d": "#6fb0e0",
    "#6b7480": "#c9ced4",
    "#4f3579": "#b9a3e0",
    "#808a96": "#9aa4af",
}

MONTHS: Mapping[str, tuple[str, ...]] = {
    "da": ("jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
DANISH: Mapping[str, Any] = {
    "moduleType": "locale",
    "name": "da",
    "dictionary": {
        "Autoscale": "Tilpas",
        "Download plot": "Hent diagram",
        "Download plot as a PNG": "Hent diagram som PNG",
        "Reset": "Nulstil",
        "Reset axes": "Nulstil akser",
        "Zoom": "Zoom",
        "Zoom in": "Zoom ind",
        "Zoom out": "Zoom ud",
    },
    "format": {
        "days": ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"],
        "shortDays": ["søn.", "man.", "tir.", "ons.", "tor.", "fre.", "lør."],
        "months": [
            "januar",
            "februar",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "december",
        ],
        "shortMonths": list(MONTHS["da"]),
        "date": "%d.%m.%Y",
        "decimal": ",",
        "thousands": ".",
    },
}


def steady(colour: str) -> str:
    """``#rrggbb`` written so that it stays what it is in the dark."""
    return f"rgb({','.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 for black and 1 for white (WCAG 2.2)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    dim, bright = sorted((luminance(first), luminance(second)))
    return (bright + 0.05) / (dim + 0.05)


def ink_on(fill: str) -> str:
    """The text colour that reads best on a fill."""
    return max((INK_DARK, INK_WHITE), key=lambda ink: contrast(ink, fill))


def layout(language: str) -> dict[str, Any]:
    """What the layout of every figure begins with in a language (``da`` or ``en``): calm, no frame, nothing
    to drag.

    It is no template: plotly takes a template for another one each time it is handed over, and draws
    everything anew.
    """
    return {
        "font": {"family": FONT, "size": 13, "color": TEXT},
        "separators": SEPARATORS[language],
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "dragmode": False,
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {"font": {"family": FONT, "size": 13}},
        "barmode": "overlay",
    }


def plotly_config(language: str) -> dict[str, Any]:
    """The ``config`` of every figure on screen: no mode bar, no zoom, plotly's own texts in the language."""
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "doubleClick": False,
        "scrollZoom": False,
        "showTips": False,
        "locale": language,
        "locales": {"da": dict(DANISH)},
    }
