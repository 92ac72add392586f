"""The Danish catalogue and the code: Babel extracts, updates and writes; here stands how, and what is wrong.

English has no catalogue: the code holds it.
"""

import io
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from language.words import LOCALES

ROOT = Path(__file__).parent.parent
MAPPING = ROOT / "babel.cfg"
UNSEEN_PLURALS = "language.extraction:extract_unseen_plurals"
WIDTH = 120


def template(root: Path = ROOT) -> Catalog:
    """Every text of the code under ``root``, with its places: files from there, and lines."""
    texts = Catalog()
    with MAPPING.open(encoding="utf-8") as source:
        methods, options = parse_mapping_cfg(source)
    for file, line, text, _comments, _context in extract_from_dir(root, methods, options):
        texts.add(text, locations=[(file, line)])
    return texts


def unseen_plurals(root: Path = ROOT) -> list[str]:
    """Where a plural is said through a variable, as ``pages/about/method.py:18``."""
    with MAPPING.open(encoding="utf-8") as source:
        methods, _options = parse_mapping_cfg(source)
    calls = extract_from_dir(root, [(pattern, UNSEEN_PLURALS) for pattern, _method in methods])
    # words.py passes on the forms that it gets.
    return [f"{file}:{line}" for file, line, *_ in calls if file != "language/words.py"]


def read(path: Path) -> Catalog:
    """A catalogue. Raises Babel's PoFileError where the file is not in order."""
    with path.open("rb") as source:
        return read_po(source, locale=LOCALES["da"], ignore_obsolete=True, abort_invalid=True)


def write(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue over its file: sorted, no places, no dates, so that the work of several people
    merges.

    The file keeps its header, as Babel's own would hold the day of the run. It is there whole or not at all.
    """
    header = path.read_text(encoding="utf-8").partition("\n\n")[0].rstrip()
    body = io.BytesIO()
    form = {"sort_output": True, "no_location": True, "omit_header": True, "ignore_obsolete": True}
    write_po(body, catalogue, WIDTH, **form)
    fresh = path.with_suffix(".po.new")
    fresh.write_bytes(f"{header}\n\n{body.getvalue().decode()}".rstrip().encode() + b"\n")
    fresh.replace(path)


def problems(catalogue: Catalog) -> list[str]:
    """What is wrong with an updated catalogue, each with the first place of its text: first the texts without
    Danish, then the translations that put in other values than the text.
    """
    messages = [message for message in catalogue if message.id]
    return [
        *(f"{_place(each)}: no translation of “{_forms(each.id)[0]}”" for each in messages if _is_open(each)),
        *(
            f"{_place(each)}: other names in braces in “{form}”"
            for each in messages
            for form in mismatches(each)
        ),
    ]


def mismatches(message: Message) -> list[str]:
    """The translated forms that differ from the text in their ``{names}``, or leave a brace open. A singular
    may leave out the ``{count}`` of its plural.

    Babel checks the names in ``%(name)s`` only, and nothing here is written so.
    """
    texts = _forms(message.id)
    return [
        form
        for text, form in zip(texts, _forms(message.string), strict=True)
        if form and _names(form) not in (_names(text), _names(texts[-1]))
    ]


def _is_open(message: Message) -> bool:
    """Whether a form has no translation, or it is marked fuzzy: those are not compiled either."""
    return message.fuzzy or not all(_forms(message.string))


def _place(message: Message) -> str:
    file, line = message.locations[0]
    return f"{file}:{line}"


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _names(text: str) -> set[str] | None:
    """The names in braces; None where the braces do not close."""
    try:
        return {name for _before, name, _form, _conversion in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
