"""Finding the texts in the code: a Babel extraction method that reads the syntax tree.

Babel's own reader works token by token: before Python 3.12 it does not look inside f-strings, it takes the
key in ``words(LABELS["rating"])`` for a text, and it knows no plural given by name. Seen here, with any
object before the dot: ``N_("…")``, ``words("…")``, ``speak(code)("…")``, ``words.many("…", "…", n)`` and
``Sentence("…", {…}, "…", n)``.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_from_file

Text = str | tuple[str, str]

ROOT = Path(__file__).parent.parent
SOURCES = ("dashboard.py", "pages", "workflow", "materials", "evaluation", "data", "language")
NOT_CODE = ROOT / "data" / "demonstration"
SAYING = {"N_", "words", "self"}
SPEAKING = {"words", "speak"}
KEYWORDS: Mapping[str, tuple[int, ...]] = {"text": (1,), "plural": (1, 2)}


@dataclass(frozen=True)
class Found:
    """A text (a pair where it has a plural) and where it stands first, as ``pages/about/method.py:18``."""

    text: Text
    place: str


def find_texts(root: Path = ROOT) -> list[Found]:
    """Every text in the program's code, in the order of the files."""
    found = []
    for file in _code(root):
        in_file = sorted(extract_from_file(read_syntax, file, keywords=KEYWORDS), key=lambda each: each[0])
        for line, text, _comments, _context in in_file:
            pair = (text[0], text[1]) if isinstance(text, tuple) else str(text)
            found.append(Found(pair, f"{file.relative_to(root).as_posix()}:{line}"))
    return found


def read_syntax(
    source: Any, keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Any]:
    """The texts of one file as Babel wants them: line, ``text`` or ``plural``, the text or both forms, no
    comments.
    """
    said_above: set[ast.AST] = set()
    # Breadth first: a Sentence with a plural comes before the N_ inside it, which must not count a second
    # time.
    for node in ast.walk(ast.parse(source.read())):
        if not isinstance(node, ast.Call) or not node.args or node in said_above:
            continue
        plural = _plural_of(node)
        if plural is not None:
            singulars, plurals = _literals(node.args[0]), _literals(plural)
            said_above.update((node.args[0], plural))
            if singulars and plurals:
                yield node.lineno, "plural", (singulars[0], plurals[0]), []
        elif _name(node.func) in SAYING | {"Sentence"} or _is_speaker(node.func):
            said_above.add(node.args[0])
            for text in _literals(node.args[0]):
                yield node.lineno, "text", text, []


def unseen_plurals(root: Path = ROOT) -> list[str]:
    """Where a plural is said through a variable, so that the two forms can't be put together in the
    catalogue.
    """
    return [
        f"{file.relative_to(root).as_posix()}:{node.lineno}"
        for file in _code(root)
        if file != ROOT / "language" / "words.py"  # it passes on what it is given
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.Call) and node.args and (plural := _plural_of(node)) is not None
        if not (_literals(node.args[0]) and _literals(plural))
    ]


def _code(root: Path) -> list[Path]:
    places = [root / source for source in SOURCES]
    files = [file for place in places for file in ([place] if place.suffix else sorted(place.rglob("*.py")))]
    return [file for file in files if file.is_file() and NOT_CODE not in file.parents]


def _plural_of(call: ast.Call) -> ast.expr | None:
    """The plural text that a call gives, or None."""
    place = {"many": 1, "Sentence": 2}.get(_name(call.func))
    if place is None:
        return None
    given = call.args[place] if len(call.args) > place else None
    return next((keyword.value for keyword in call.keywords if keyword.arg == "plural"), given)


def _literals(node: ast.expr) -> list[str]:
    """The texts that an argument can be: one, or both sides of a choice; none where it is no literal."""
    match node:
        case ast.Constant(value=str(text)):
            return [text] if text else []
        case ast.IfExp():
            return _literals(node.body) + _literals(node.orelse)
        case ast.Call(args=[inner, *_]) if _name(node.func) == "N_":
            return _literals(inner)
    return []


def _name(function: ast.expr) -> str:
    """What a called function is called, whatever stands before the dot; empty for anything else."""
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _is_speaker(function: ast.expr) -> bool:
    """Whether it is a language fetched on the spot: ``speak("da")("…")``, ``pages.words()("…")``."""
    return isinstance(function, ast.Call) and _name(function.func) in SPEAKING
