"""Finding the texts in the code: a Babel extraction method that reads the syntax tree (``babel.cfg`` names
it).

Babel's own reader works token by token: before Python 3.12 it does not look inside f-strings, it takes the
key in ``words(LABELS["rating"])`` for a text, and it knows no plural given by name. Seen here, with any
object before the dot: ``N_("…")``, ``words("…")``, ``speak(code)("…")``, ``words.many("…", "…", n)`` and
``Sentence("…", {…}, "…", n)``.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from operator import itemgetter
from typing import IO, Any

Extract = tuple[int, str, str | tuple[str, str], list[str]]

SAYING = {"N_", "words", "self", "Sentence"}
SPEAKING = {"words", "speak"}


def extract(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extract]:
    """The texts of a file by line, as Babel wants them from a method: line, ``gettext`` or ``ngettext``, the
    text or both forms, no comments.
    """
    yield from sorted(_texts(fileobj), key=itemgetter(0))


def extract_unseen_plurals(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extract]:
    """The calls of a file that say a plural through a variable, so that the catalogue can't pair the
    forms.
    """
    for call in _calls(fileobj):
        plural = _plural(call)
        if plural is not None and not (_literals(call.args[0]) and _literals(plural)):
            yield call.lineno, "gettext", ast.unparse(call), []


def _texts(fileobj: IO[bytes]) -> Iterator[Extract]:
    inner: set[ast.AST] = set()
    for call in _calls(fileobj):
        if call in inner:
            continue
        plural = _plural(call)
        if plural is not None:
            singulars, plurals = _literals(call.args[0]), _literals(plural)
            inner.update((call.args[0], plural))
            if singulars and plurals:
                yield call.lineno, "ngettext", (singulars[0], plurals[0]), []
        elif _name(call.func) in SAYING or _is_speaker(call.func):
            inner.add(call.args[0])
            for text in _literals(call.args[0]):
                yield call.lineno, "gettext", text, []


def _calls(fileobj: IO[bytes]) -> Iterator[ast.Call]:
    """The calls with arguments, breadth first: a Sentence with a plural comes before the N_ inside it, which
    must not count a second time.
    """
    for node in ast.walk(ast.parse(fileobj.read())):
        if isinstance(node, ast.Call) and node.args:
            yield node


def _plural(call: ast.Call) -> ast.expr | None:
    """The plural text that a call gives, or None."""
    place = {"many": 1, "Sentence": 2}.get(_name(call.func))
    if place is None:
        return None
    in_order = call.args[place] if len(call.args) > place else None
    return next((keyword.value for keyword in call.keywords if keyword.arg == "plural"), in_order)


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
