"""How a page is met by somebody who walks it with the keyboard, or has it read aloud."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

READ = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
NAMES_COMPUTED = "--enable-blink-features=ComputedAccessibilityInfo"
"""With this Chromium tells the name and role of an element that it gives to screen readers."""
ENGLISH = re.compile(
    r"\b(copy|help|select|choose|search|clear|close|show|hide|navigate|download|upload|press"
    r"|day|month|year|yyyy|empty|remove|add|cancel|scrollable|column|row|content)\b",
    re.IGNORECASE,
)
"""Words of Streamlit's that no Danish text has."""


def hindrances(page: Page) -> list[str]:
    """What hinders them on a page as it stands: headings that leave out a level or have no one title, and
    stops without a name or a place to be seen. On a Danish page also every text in English.
    """
    met: dict[str, Any] = page.evaluate(READ)
    levels = met["headings"]
    poor = [f"stop: {stop}" for stop in met["stops"] if not stop["name"].strip() or not stop["seen"]]
    if levels.count(1) != 1 or any(below - above > 1 for above, below in pairwise([0, *levels])):
        poor.append(f"headings: {levels}")
    if page.locator("html").get_attribute("lang") == "da":
        poor += [f"English: {text}" for text in sorted({*met["texts"]}) if ENGLISH.search(text)]
    return poor
