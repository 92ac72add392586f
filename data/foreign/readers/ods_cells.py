"""One cell of an .ods as text."""

import re
from datetime import timedelta

from lxml import etree

from data.foreign.readers.cell_text import cell_text

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
EXTRA = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
LAPSE = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
WIDEST_GAP = 1_000


def ods_text(cell: etree._Element) -> str:
    """The value in the one form of :mod:`data.foreign.sheet`; an error as the word that is shown for it."""
    value = cell.get(f"{OFFICE}value")
    match cell.get(f"{EXTRA}value-type") or cell.get(f"{OFFICE}value-type"):
        case "error":
            return _shown(cell) or "#ERROR!"
        case "float" | "currency" | "percentage" if value:
            return cell_text(float(value))
        case "date":
            moment = re.sub(r"[.,]\d+$", "", str(cell.get(f"{OFFICE}date-value")))
            return moment.removesuffix("T00:00:00").replace("T", " ")
        case "time":
            return _clock(str(cell.get(f"{OFFICE}time-value")))
        case "boolean":
            return cell_text(cell.get(f"{OFFICE}boolean-value") == "true")
        case "string" if cell.get(f"{OFFICE}string-value") is not None:
            return str(cell.get(f"{OFFICE}string-value"))
    return _shown(cell)


def _shown(cell: etree._Element) -> str:
    return "\n".join(_paragraph(each) for each in cell.iterchildren(f"{TEXT}p"))


def _paragraph(element: etree._Element) -> str:
    parts = [element.text or ""]
    for inner in element:
        if inner.tag == f"{TEXT}s":
            parts.append(" " * min(int(inner.get(f"{TEXT}c", "1")), WIDEST_GAP))
        elif inner.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            parts.append("\t" if inner.tag == f"{TEXT}tab" else "\n")
        elif inner.tag != f"{OFFICE}annotation":
            parts.append(_paragraph(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


def _clock(text: str) -> str:
    match = LAPSE.fullmatch(text)
    if match is None:
        return text
    hours, minutes, seconds = map(int, match.groups())
    clock = cell_text(timedelta(hours=hours, minutes=minutes, seconds=seconds))
    return clock if hours > 9 else f"0{clock}"
