"""Texts that hold HTML, as plain text."""

import html
import re

from lxml import etree
from lxml import html as lxml_html

TAGS = (
    "p|br|div|span|a|b|i|em|strong|u|s|ul|ol|li|h[1-6]|table|tbody|thead|tr|td|th|img|blockquote|hr|sup|sub"
    "|script|style|iframe|figure|figcaption|section|article|pre|code|font|small|body|html|head|video|dl|dt|dd"
)
TAG = re.compile(rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>|<!--", re.IGNORECASE)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
BREAKS = frozenset(
    [
        "p",
        "br",
        "div",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "hr",
        "section",
        "article",
        "pre",
        "dt",
        "dd",
        "ul",
        "ol",
        "table",
    ]
)
DEEPEST = 200
"""The parser leaves out what lies deeper than 256 levels."""
NOT_SHOWN = ("script", "style", "head", "iframe")


def without_html(text: str) -> str:
    """The text without tags and entities, a line for what a browser shows on one; a text that holds no HTML
    as it stands.
    """
    if "<" not in text and "&" not in text:
        return text
    if TAG.search(text):
        text = _shown(text)
    elif not ENTITY.search(text):
        return text
    return html.unescape(text) if ENTITY.search(text) else text


def _shown(text: str) -> str:
    """What a browser would show of a text with tags; what nests deeper than any text does, without them."""
    if text.count("<") > DEEPEST and _depth(text) > DEEPEST:
        return TAG.sub(" ", text)
    try:
        root = lxml_html.fragment_fromstring(text.replace("\x00", ""), create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return TAG.sub(" ", text)
    etree.strip_elements(root, *NOT_SHOWN, etree.Comment, with_tail=False)
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag in BREAKS:
            element.text = f"\n{element.text or ''}" if element.tag != "br" else element.text
            element.tail = f"\n{element.tail or ''}"
    lines = (" ".join(line.split()) for line in root.text_content().splitlines())
    return "\n".join(line for line in lines if line)


def _depth(text: str) -> int:
    """How many tags are open at most, for a parser that closes none by itself."""
    depth = deepest = 0
    for match in TAG.finditer(text):
        depth += -1 if match[0].startswith("</") else 1
        deepest = max(deepest, depth)
    return deepest
