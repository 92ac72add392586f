"""All files of a round, or of one kind of its materials, put together: what a folder or a ZIP holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from language import Words
from materials.documents.round_material import document_name
from materials.round_files import KINDS
from materials.round_parts import Kind, Made, Order, Part

FEW = 3
"""So many files of a kind lie beside those of others."""


def in_turn(kind: Kind, order: Order, make: Callable[[Part], Made] = Part.made) -> Iterator[Made]:
    """What becomes of each part of a kind, one after the other, and at last the index beside them."""
    parts = []
    for part in kind.parts(order):
        parts.append(make(part))
        yield parts[-1]
    if kind.index:
        yield Made(kind.index(order, together(parts)))


def together(parts: Iterable[Made]) -> Made:
    """All their files, and all that is missing."""
    whole = Made({})
    for outcome in parts:
        whole = Made({**whole.files, **outcome.files}, {**whole.missing, **outcome.missing})
    return whole


def whole_set(kinds: Mapping[str, Made], words: Words) -> Made:
    """The files of several kinds. One of many files has a folder of its own; a kind alone lies where it
    is.
    """
    return together(
        _in_folder(outcome, folder_of(KINDS[key], len(outcome.files) + len(outcome.missing), words))
        if len(kinds) > 1
        else outcome
        for key, outcome in kinds.items()
    )


def _in_folder(outcome: Made, folder: str) -> Made:
    return Made(
        {folder + name: content for name, content in outcome.files.items()},
        {folder + name: reason for name, reason in outcome.missing.items()},
    )


def folder_of(kind: Kind, count: int, words: Words) -> str:
    """``Diagrammer/``; empty for a kind of few files (``count``)."""
    return f"{words(kind.label)}/" if count > FEW else ""


def set_name(label: str, order: Order) -> str:
    """``Diagrammer - Slutevaluering 2022-2025.zip``: a draft and a confidential version say so."""
    return document_name(order.material, label, "zip", order.words)
