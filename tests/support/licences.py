"""Under which licences what the program runs on may be used, held against the list in pyproject.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from license_expression import Licensing

from tests.support.sbom import ROOT, components, licence


@dataclass(frozen=True)
class Rules:
    """``allowed``: licences under which anything may be used with a program under the EUPL-1.2. ``named``:
    packages under another one, by name: that licence and the reason why it may be used all the same.
    """

    allowed: frozenset[str]
    named: Mapping[str, Mapping[str, str]]


def rules() -> Rules:
    """Those of pyproject.toml."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["licences"]
    return Rules(frozenset(table["allowed"]), table["named"])


def refusals(parts: Iterable[Mapping[str, Any]], by: Rules) -> list[str]:
    """A sentence for each package that may not be used as it is; none where all may."""
    return [
        f"{part['name']} {part['version']} is under “{licence(part) or 'no licence that it names'}”, which"
        " [tool.licences] in pyproject.toml does not allow: take another package, or name this one there with"
        " the reason why it may be used in a program under the EUPL-1.2."
        for part in parts
        if not (_is_allowed(licence(part), by.allowed) or _is_named(part, by.named))
    ]


def _is_named(part: Mapping[str, Any], named: Mapping[str, Mapping[str, str]]) -> bool:
    entry = named.get(part["name"])
    return entry is not None and entry["licence"] == licence(part)


def _is_allowed(text: str, allowed: frozenset[str]) -> bool:
    """Whether the licence, or of ``A OR B`` one and of ``A AND B`` each, is on the list."""
    if text in allowed:
        return True
    if " AND " not in text and " OR " not in text:
        return False
    algebra = Licensing()
    expression = algebra.parse(text, simple=True)
    truth = {
        symbol: algebra.TRUE if symbol.key in allowed else algebra.FALSE for symbol in expression.symbols
    }
    return bool(expression.subs(truth, simplify=True) == algebra.TRUE)


def page() -> list[tuple[str, str, str, str]]:
    """Each package with its version, its licence, and the word on it where one is needed."""
    named = rules().named
    return [
        (
            part["name"],
            part["version"],
            licence(part),
            named[part["name"]]["reason"] if part["name"] in named else "",
        )
        for part in components()
    ]
