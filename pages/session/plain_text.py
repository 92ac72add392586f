"""People's text, shown as text where Markdown is read."""

import re

MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&=])")
# Icons, addresses and arrows are made after the Markdown is read, where a backslash is gone: an invisible
# joiner keeps them text.
MADE_LATER = re.compile(
    r"(?i)(?<=:material)(?=/)|(?<=:streamlit)(?=:)|(?<=http)(?=s?://)|(?<=www)(?=\.)|(?=@)|(?<=[-<>~])(?=[-=>])"
)
INDENT = re.compile(r"(?m)^[ \t]+")


def plain(text: str | None) -> str:
    """Text by people for a place that reads Markdown: every sign shows as itself."""
    unbroken = MADE_LATER.sub("\u2060", text or "")
    text_indented = INDENT.sub(lambda spaces: "\u00a0" * len(spaces[0]), unbroken)
    return MARKDOWN.sub(r"\\\1", text_indented).replace("\n", "  \n")
