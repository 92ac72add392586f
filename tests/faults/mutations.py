"""Files that come near to real ones: forms, lists and templates with something of them changed."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.support.form_filling import fill_excel, fill_word

Files = Mapping[str, bytes]
ODD_VALUES = (
    "²",
    "9" * 5_000,
    "١٢",
    "1e999",
    "NaN",
    "--5",
    "-1",
    "99999999999",
    "2025-02-31",
    "31.12.99999",
    "\u202e\u0000\ufffe",
    "😀" * 300,
    "=1+1",
    "<!--",
    "&#0;",
    "tid;" * 3_000,
    "x" * 30_000,
    "",
)
ENDINGS = ("xlsx", "xls", "ods", "csv", "tsv", "txt", "json", "geojson", "docx", "pptx", "pdf", "zip")
FIELDS = [
    f"{number}.{name}" for number in range(1, 6) for name in ("rating", "basis", "justification", "themes")
]


def mutated(files: Files, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """That many changed files by name, the same for the same seed."""
    chance = random.Random(seed)
    names = sorted(files)
    for number in range(count):
        name = names[number % len(names)]
        content = files[name]
        for _ in range(chance.choice((1, 1, 1, 2))):
            content = chance.choice(_fitting(content))(content, chance)
        if chance.random() < 0.15:
            name = f"{Path(name).stem}.{chance.choice(ENDINGS)}"
        yield name, content


def _fitting(content: bytes) -> Sequence[Callable[[bytes, random.Random], bytes]]:
    anywhere = (_flip, _cut, _doubled, _swapped, _without_a_piece)
    if content.startswith(b"PK"):
        return (*anywhere, *[_in_a_part] * 8, _without_a_part, _marked_encrypted, *[_filled] * 4)
    return (*anywhere, _odd_value, _odd_value, _other_encoding)


def _flip(content: bytes, chance: random.Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 5, 50))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    """The rest did not arrive."""
    return content[: chance.randrange(len(content) + 1)]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    """Something is there twice."""
    start = chance.randrange(len(content) + 1)
    return content + content[start : start + 100_000]


def _swapped(content: bytes, chance: random.Random) -> bytes:
    """The end comes first."""
    middle = chance.randrange(len(content) + 1)
    return content[middle:] + content[:middle]


def _without_a_piece(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start + chance.choice((1, 20, 2_000)) :]


def _odd_value(content: bytes, chance: random.Random) -> bytes:
    """A number, a word or a sign of it is an odd value now."""
    pieces = list(re.finditer(rb"\d+|\w{3,}|[;,\t\"{}\[\]<>/=]", content[:200_000]))
    if not pieces:
        return content
    piece = chance.choice(pieces)
    return content[: piece.start()] + chance.choice(ODD_VALUES).encode() + content[piece.end() :]


def _other_encoding(content: bytes, chance: random.Random) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "utf-32", "cp1252", "cp850", "utf-8-sig")), "replace")


def _in_a_part(content: bytes, chance: random.Random) -> bytes:
    """One part of an archive is changed, and the archive is whole again."""
    change = chance.choice((_flip, _cut, _swapped, _without_a_piece, _odd_value, _odd_value, _odd_value))

    def changed(parts: dict[str, bytes]) -> None:
        name = chance.choice(sorted(parts))
        parts[name] = change(parts[name], chance)

    return _repacked(content, changed)


def _without_a_part(content: bytes, chance: random.Random) -> bytes:
    return _repacked(content, lambda parts: parts.pop(chance.choice(sorted(parts))))


def _marked_encrypted(content: bytes, chance: random.Random) -> bytes:
    """Every part claims to have a password, or to be packed in a way that nobody knows."""
    changed = bytearray(content)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for match in re.finditer(re.escape(signature), content):
            place = match.start() + flags + chance.choice((0, 0, 2))
            if place < len(changed):
                changed[place] |= 1
    return bytes(changed)


def _filled(content: bytes, chance: random.Random) -> bytes:
    """A form with odd answers in its fields, its seal untouched; anything else stays as it is."""
    answers = {chance.choice(FIELDS): chance.choice(ODD_VALUES) for _ in range(5)}
    fill = fill_word if b"word/document.xml" in content else fill_excel
    try:
        return fill(content, answers)
    except Exception:  # noqa: BLE001  # no form any more, or nothing that XML takes
        return content


def _repacked(content: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source:
            parts = {name: source.read(name) for name in source.namelist()}
        change(parts)
    except Exception:  # noqa: BLE001  # broken by an earlier change already
        return content
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return packed.getvalue()
