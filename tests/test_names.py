"""Names that say what a thing is, rather than what happened to it."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("pages", "workflow", "materials", "evaluation", "data", "language", "tests")
PARTICIPLES = {"found", "said", "given", "told", "held"}


def names_in(source: str) -> Iterator[tuple[str, int]]:
    """Every variable, parameter and field that a source names, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            yield node.name, node.lineno


def test_each_way_to_name_a_variable_is_seen() -> None:
    """Assignments, loops, parameters, fields, and what a pattern matches or an error is called."""
    source = (
        "a = 1\nfor b, *c in []: pass\ndef f(d, /, *e, g=1, **h): pass\nlambda i: i\n[j for j in []]\n"
        "class K:\n    k: int\ntry: pass\nexcept OSError as m: pass\nmatch a:\n    case [n, *o]: pass\n"
        "if (p := a): pass\nwith open(a) as q: pass\nf(found=1).said"
    )
    assert sorted(name for name, _ in names_in(source)) == list("abcdeghijkmnopq")


def test_nothing_is_named_by_a_participle() -> None:
    """A newcomer guesses from ``rows`` or ``sentence`` what it is, from ``found`` or ``said`` nothing."""
    sources = [ROOT / "dashboard.py", *(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))]
    assert [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {name}"
        for path in sources
        for name, line in names_in(path.read_text(encoding="utf-8"))
        if name in PARTICIPLES
    ] == []
