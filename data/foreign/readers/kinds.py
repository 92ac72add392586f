"""What kind of file it is, told by its bytes: names lie."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from data.errors import UnreadableFile
from language import N_, Sentence


class Kind(Enum):
    """What can be read."""

    XLSX = auto()
    XLS = auto()
    ODS = auto()
    JSON = auto()
    HTML = auto()
    DELIMITED = auto()


@dataclass(frozen=True)
class _Sign:
    beginning: bytes
    sentence: str


EMPTY = N_("{file} is empty. Export it again from the system that it comes from.")
PASSWORD = N_("{file} has a password. Save it without one in the spreadsheet, and take it in again.")
DAMAGED = N_(
    "{file} is damaged and can't be opened. Open it in the program that it comes from, save it anew as .xlsx"
    " or CSV, and try again."
)
TOO_HEAVY = N_(
    "{file} unpacks to far more than a table. Copy what you need into a new file, and take that in."
)
WORD = N_("{file} is a text document. Copy its table into a spreadsheet, save it as .xlsx and try again.")
SLIDES = N_("{file} is a presentation. Save the list behind it as .xlsx or CSV and try again.")
PDF = N_(
    "{file} is a PDF, which holds no cells. Ask for the list as a spreadsheet (.xlsx) or CSV, and take that"
    " in."
)
PICTURE = N_("{file} is a picture. Take in the list itself as a spreadsheet (.xlsx) or CSV.")
PACKED = N_("{file} is a packed folder. Unpack it, and take in one file at a time.")
OTHER_SHEET = N_(
    "{file} is saved in a form of spreadsheet that is not read here. Save it as .xlsx and try again."
)
OTHER = N_("{file} holds no table. Take in a spreadsheet (.xlsx, .xls, .ods), CSV or JSON.")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIGNS = (
    _Sign(b"%PDF", PDF),
    _Sign(b"\x89PNG", PICTURE),
    _Sign(b"\xff\xd8\xff", PICTURE),
    _Sign(b"GIF8", PICTURE),
    _Sign(b"BM\x00", PICTURE),
    _Sign(b"II*\x00", PICTURE),
    _Sign(b"MM\x00*", PICTURE),
    _Sign(b"{\\rtf", WORD),
    _Sign(b"\x1f\x8b", PACKED),
    _Sign(b"7z\xbc\xaf", PACKED),
    _Sign(b"Rar!", PACKED),
    _Sign(b"\x09\x00", OTHER_SHEET),
    _Sign(b"\x09\x02", OTHER_SHEET),
    _Sign(b"\x09\x04", OTHER_SHEET),
    _Sign(b"\x09\x08", OTHER_SHEET),
    _Sign(b"SQLite format 3", OTHER),
    _Sign(b"PAR1", OTHER),
    _Sign(b"MZ", OTHER),
    _Sign(b"\x7fELF", OTHER),
)
SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
LARGEST_UNPACKED, MOST_PARTS, MOST_TIMES_PACKED = 800_000_000, 5_000, 200
HTML = re.compile(rb"<(!doctype html|html|head|body|table|meta)[\s>]", re.IGNORECASE)


def kind_of(path: Path, raw: bytes, name: str) -> Kind:
    """How the file is read. Raises :class:`UnreadableFile` where it is something else, has a password, or is
    a trap.
    """
    start = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:4_000]
    if not start.strip(b"\x00"):
        raise _refusal(EMPTY, name)
    if raw.startswith(b"PK"):
        return _of_archive(path, name)
    if raw.startswith(OLE):
        return _of_compound(raw, name)
    if sentence := next((sign.sentence for sign in SIGNS if raw.startswith(sign.beginning)), ""):
        raise _refusal(sentence, name)
    if start.startswith(b"<"):
        return _of_markup(start, raw, name)
    first = start.replace(b"\x00", b"").lstrip(b"\xff\xfe")[:1]
    return Kind.JSON if first in (b"{", b"[") else Kind.DELIMITED


def _of_archive(path: Path, name: str) -> Kind:
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            mimetype = archive.open("mimetype").read(100) if "mimetype" in archive.namelist() else b""
            manifest = _beginning(archive, "META-INF/manifest.xml")
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError):
        raise _refusal(DAMAGED, name) from None
    _refuse_bomb(parts, name)
    names = {part.filename for part in parts}
    if b"opendocument" in mimetype and b"encryption-data" in manifest:
        raise _refusal(PASSWORD, name)
    if b"opendocument.spreadsheet" in mimetype and "content.xml" in names:
        return Kind.ODS
    if any(part.startswith("xl/") for part in names) and "xl/workbook.bin" not in names:
        return Kind.XLSX
    raise _refusal(_other_archive(names, mimetype), name)


def _other_archive(names: Collection[str], mimetype: bytes) -> str:
    if any(part.startswith("word/") for part in names) or b"opendocument.text" in mimetype:
        return WORD
    if any(part.startswith("ppt/") for part in names) or b"opendocument.presentation" in mimetype:
        return SLIDES
    if "xl/workbook.bin" in names or any(part.endswith(".iwa") for part in names):
        return OTHER_SHEET
    return PACKED


def _refuse_bomb(parts: list[ZipInfo], name: str) -> None:
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    most = min(LARGEST_UNPACKED, 1_000_000 + MOST_TIMES_PACKED * packed)
    if len(parts) > MOST_PARTS or unpacked > most:
        raise _refusal(TOO_HEAVY, name)


def _beginning(archive: ZipFile, part: str) -> bytes:
    return archive.open(part).read(200_000) if part in archive.namelist() else b""


def _of_compound(raw: bytes, name: str) -> Kind:
    """The older file of Office: its directory names its parts in UTF-16."""
    if _names_part(raw, "EncryptedPackage"):
        raise _refusal(PASSWORD, name)
    if _names_part(raw, "Workbook") or _names_part(raw, "Book"):
        return Kind.XLS
    if _names_part(raw, "WordDocument"):
        raise _refusal(WORD, name)
    if _names_part(raw, "PowerPoint Document"):
        raise _refusal(SLIDES, name)
    raise _refusal(OTHER, name)


def _names_part(raw: bytes, part: str) -> bool:
    return part.encode("utf-16-le") + b"\x00\x00" in raw


def _of_markup(start: bytes, raw: bytes, name: str) -> Kind:
    if SPREADSHEET_XML in raw[:20_000]:
        raise _refusal(OTHER_SHEET, name)
    if HTML.search(start):
        return Kind.HTML
    if start.startswith((b"<?xml", b"<svg")):
        raise _refusal(OTHER, name)
    return Kind.DELIMITED


def _refusal(text: str, name: str) -> UnreadableFile:
    return UnreadableFile(Sentence(text, {"file": name}))
