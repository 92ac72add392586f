"""Headings are drawn in one place, which knows their order and leaves out Streamlit's links."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DRAWN = re.compile(r"\bst\.(title|header|subheader)\(|\.(markdown|write)\(\s*f?[\"']#")


def test_every_heading_is_drawn_in_one_place() -> None:
    """Drawn elsewhere, one could leave out a level, or have a link of its own as an invisible stop."""
    sources = (ROOT / "dashboard.py", *(ROOT / "pages").rglob("*.py"))
    places = {path.name for path in sources if DRAWN.search(path.read_text(encoding="utf-8"))}
    assert places == {"headings.py"}
