"""What a round's materials are made of: an order, kinds of material, their parts, and what became of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from data.database import Store
from data.errors import UserError
from language import Sentence, Words
from materials.charts.chart import Chart
from materials.documents.blocks import Document
from materials.documents.round_material import RoundMaterial


@dataclass(frozen=True)
class Order:
    """A round, and how its files are asked for: in which language, from which templates of the municipality's
    own (by the kind of file they are for, such as ``docx``), and with which headings of a case (by section).
    """

    store: Store
    material: RoundMaterial
    words: Words
    templates: Mapping[str, bytes] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """Files by name, and of those that could not be made, why not."""

    files: Mapping[str, bytes]
    missing: Mapping[str, Sentence] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many bytes the files have."""
        return sum(map(len, self.files.values()))


@dataclass(frozen=True)
class Part:
    """Files that are made together: what they are called for people, their names, and what makes their
    contents in the order of the names, with the refusal in place of one that can't be made.

    ``document`` is what a document is set from, to be looked at before it is downloaded. What ``is_drawn`` is
    nothing but pictures: without a browser there is nothing of it.
    """

    label: str
    names: tuple[str, ...]
    make: Callable[[], Iterable[bytes | UserError]]
    document: Callable[[], Document] | None = None
    is_drawn: bool = False

    def made(self) -> Made:
        """The files. A refusal that concerns all of them stands at each of their names."""
        try:
            contents = list(self.make())
        except UserError as refusal:
            contents = [refusal for _ in self.names]
        pairs = list(zip(self.names, contents, strict=True))
        return Made(
            {name: content for name, content in pairs if isinstance(content, bytes)},
            {name: content.sentence for name, content in pairs if isinstance(content, UserError)},
        )


@dataclass(frozen=True)
class Kind:
    """One kind of material: its name, what it is for, and its parts. Listing the parts makes no file.

    ``index`` makes what lies beside the files of all parts, from what became of them; ``charts`` are those
    that a kind of charts consists of.
    """

    label: str
    purpose: str
    parts: Callable[[Order], list[Part]]
    index: Callable[[Order, Made], Mapping[str, bytes]] | None = None
    charts: Callable[[Order], list[Chart]] | None = None


def one_file(
    label: str, name: str, make: Callable[[], bytes], document: Callable[[], Document] | None = None
) -> Part:
    """A part of one file."""
    return Part(label, (name,), lambda: [make()], document)
