"""Blocks as plain text, to be copied into another program."""

from collections.abc import Iterator, Sequence

from materials.documents.blocks import Block, Heading, Items, Table, Text


def plain_text(blocks: Sequence[Block]) -> str:
    """The texts a line each, an empty line above each heading; the cells of a table's row are joined by
    semicolons. Pictures are left out.
    """
    return "\n".join(line for block in blocks for line in _lines(block)).strip("\n")


def text_file(text: str) -> bytes:
    """A ``.txt`` that Windows' programs open rightly: with the mark of UTF-8, and its ends of lines."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from ("", block.text)
        case Text():
            yield block.text
        case Items():
            yield from (f"- {item}" for item in block.items)
        case Table():
            yield from ("; ".join(row).replace("\n", " ") for row in (block.header, *block.rows))
