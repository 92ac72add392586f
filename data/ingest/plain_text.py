"""Text in one form, however it was typed or copied: composed letters, one kind of space, no characters
without width. What looks the same is the same.
"""

import re
import unicodedata

WITHOUT_WIDTH = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
"""All but the joiner within one emoji."""
SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
USUAL_LETTERS = "ÆØÅæøåÉéÖöÄäÜü–“”’§½…€"
USUAL = re.compile(f"[\n -~{USUAL_LETTERS}]*")
"""Text of which nothing is to be changed: most of it."""
HYPHENS = re.compile("[\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d]")


def plain_text(text: str) -> str:
    """The text with its line breaks; an empty one for an empty one."""
    if USUAL.fullmatch(text):
        return text
    text = LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", SPACES.sub(" ", WITHOUT_WIDTH.sub("", text)))


def plain_line(text: str) -> str:
    """The text in one form, with single spaces and none around it; its line breaks stay, for others to
    refuse.
    """
    text = plain_text(text).strip()
    return re.sub("  +", " ", text) if "  " in text else text


def with_plain_hyphens(text: str) -> str:
    """Every kind of hyphen, dash or minus as the one on the keyboard."""
    return HYPHENS.sub("-", text)
