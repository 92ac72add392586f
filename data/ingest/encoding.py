"""The bytes of a text file as text: UTF-8 with or without BOM, UTF-16, cp1252; never half of one and half
of another.
"""

import csv
import io
import re

from data.errors import UnreadableFile
from data.ingest.code_pages import foreign_page
from language import N_, Sentence

LETTERS_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"", "utf-8"),
    (b"", "cp1252"),
)
FOREIGN_PAGE = N_(
    "{file} seems to be saved in the code page {page}, and reading it would garble its Danish letters. Save"
    " it as CSV (UTF-8) and try again."
)


def decode(raw: bytes, name: str) -> str:
    """The text of a file, BOM first (one or several), then strict UTF-8, then cp1252: guessing would turn æ
    into another letter.

    Raises :class:`UnreadableFile` where it is no text, where it makes sense in another code page alone, and
    where most of it is UTF-8 and some of it is not: read as cp1252 its Danish letters would be garbled.
    """
    for mark, encoding in MARKS:
        if not raw.startswith(mark):
            continue
        if encoding == "cp1252" and b"\x00" not in raw and _mostly_utf8(raw):
            raise UnreadableFile(_mixed(raw, name))
        if encoding == "cp1252" and (page := foreign_page(raw)) and b"\x00" not in raw:
            raise UnreadableFile(Sentence(FOREIGN_PAGE, {"file": name, "page": page}))
        try:
            text = raw.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text.lstrip("\ufeff")
    raise UnreadableFile(
        Sentence(N_("{file} is not a text file. Save it as CSV (UTF-8) and try again."), {"file": name})
    )


def delimiter_of(text: str) -> str:
    """Comma, semicolon or tab: whichever stands most often in the first row."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _mostly_utf8(raw: bytes) -> bool:
    fits = [_is_utf8(match[0]) for match in LETTERS_BEYOND_ASCII.finditer(raw)]
    return sum(fits) > len(fits) / 2


def _is_utf8(letters: bytes) -> bool:
    try:
        letters.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mixed(raw: bytes, name: str) -> Sentence:
    """Which row holds the first byte that is no UTF-8."""
    text = raw.decode("utf-8", errors="surrogateescape")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    row = next(
        number for number, cells in enumerate(rows, start=1) if re.search("[\udc80-\udcff]", "".join(cells))
    )
    return Sentence(
        N_(
            "{file}, row {row}: a letter is stored in another way than the rest of the file, and reading it"
            " would garble all Danish letters. Write the row again, or save the whole file as CSV (UTF-8)."
        ),
        {"file": name, "row": str(row)},
    )
