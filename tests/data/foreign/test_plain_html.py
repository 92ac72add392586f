"""Texts with HTML, as plain text."""

import pytest

from data.foreign.plain_html import without_html


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>Kort om &aelig;ndringen</p>", "Kort om ændringen"),
        (
            "<p>Vi vil h&oslash;re jer.<br>Linje to; med semikolon</p>",
            "Vi vil høre jer.\nLinje to; med semikolon",
        ),
        ("<ul><li>Én</li><li>To</li></ul>", "Én\nTo"),
        ("<p>We want&nbsp;your views</p>", "We want your views"),
        ("Vej &amp; Park", "Vej & Park"),
        ("a < b og c > d", "a < b og c > d"),
        ("<script>alert(1)</script>Hej<!-- skjult --> du", "Hej du"),
        ("Linje én\nLinje to", "Linje én\nLinje to"),
        ("R&D", "R&D"),
        ("<p", "<p"),
        ("<div>" * 3000 + "dybt", "dybt"),
    ],
)
def test_html_is_shown_as_a_browser_would(text: str, plain: str) -> None:
    """Tags and entities go, lines stay; what only looks like a tag is text."""
    assert without_html(text).strip() == plain
