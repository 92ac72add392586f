"""The pages of a PDF as pictures, as they are printed."""

import io
import threading

import pypdfium2

SCALE = 1.5
"""Pixels for each of a page's points: an A4 page is 893 wide, readable when it is enlarged."""
_ONE_AT_A_TIME = threading.Lock()
"""PDFium is made for one thread."""


def page_pictures(pdf: bytes, most: int) -> tuple[tuple[bytes, ...], int]:
    """The first pages as PNG, at most so many, and how many pages there are."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            numbers = range(min(most, len(document)))
            return tuple(_picture(document[number]) for number in numbers), len(document)
        finally:
            document.close()


def _picture(page: pypdfium2.PdfPage) -> bytes:
    buffer = io.BytesIO()
    page.render(scale=SCALE).to_pil().save(buffer, "PNG")
    return buffer.getvalue()
