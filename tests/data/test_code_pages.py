"""Files and texts that were decoded by another code page than they were encoded by."""

import pytest

from data.ingest.code_pages import decoded_once_more, foreign_page

DANISH = "title\nHøring om støj ved åen på Ærø; BØRNEHUSET\n"


@pytest.mark.parametrize(
    ("raw", "page"),
    [
        (DANISH.encode("mac_roman"), "Mac Roman"),
        (DANISH.encode("cp865"), "DOS (865)"),
        (DANISH.encode("cp1252"), None),
        ("title\nIt’s “Windows®” – 1¾ of ‘it’…\n".encode("cp1252"), None),
        ("title\nÆblehøring\n".encode("cp1252"), None),
    ],
)
def test_the_code_page_of_a_file_is_named(raw: bytes, page: str | None) -> None:
    """The one in which Danish letters stand in words; signs alone put nothing in doubt."""
    assert foreign_page(raw) == page


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("BÃ¸rnehuset pÃ¥ Ã†rÃ¸", "Børnehuset på Ærø"),
        ("2025 â€“ fase 2", "2025 – fase 2"),
        ("B√∏rn", "Børn"),
        ("B├©rn", "Børn"),
        ("BØRN PÅ ÆRØ", None),
        ("“SMÅ” og «CAFÉ»", None),
        ("å" * 3, None),
        ("plain", None),
    ],
)
def test_text_decoded_twice_is_seen(text: str, meant: str | None) -> None:
    """What Danish text is made of comes out; capitals beside quotation marks are left alone."""
    assert decoded_once_more(text) == meant
