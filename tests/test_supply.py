"""What the program runs on is listed to the hash, and under licences that allow it."""

import json
import re
from collections.abc import Iterator

import pytest

from tests.support.licences import Rules, refusals, rules
from tests.support.sbom import LOCK, NEEDED, SBOM, components, installed_licences, licence, normal

FEW = Rules(frozenset({"MIT", "BSD-3-Clause"}), {"odd": {"licence": "LGPL", "reason": "unchanged"}})


def locked() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Name, version and hashes of each package of the lock file."""
    for block in re.split(r"\n(?=[A-Za-z0-9])", LOCK.read_text(encoding="utf-8")):
        name, version = re.findall(r"^([\w.-]+)==([\w.!+-]+)", block)[0]
        yield normal(name), version, frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", block))


def test_the_list_is_that_of_the_lock_file() -> None:
    """Every package, its version and each of its hashes, and no other. Where it isn't: make sbom docs."""
    listed = [
        (
            normal(part["name"]),
            part["version"],
            frozenset(each["content"] for each in part["externalReferences"][0]["hashes"]),
        )
        for part in components()
    ]
    assert sorted(listed) == sorted(locked())
    assert all(hashes for _, _, hashes in listed)


def test_the_list_is_the_same_on_every_machine() -> None:
    """No time, no number of its own, no address and no folder; and it says of what it is a list."""
    text = SBOM.read_text(encoding="utf-8")
    assert set(re.findall(r"\w+://[^\"]+", text)) == {"http://cyclonedx.org/schema/bom-1.6.schema.json"}
    assert not {"timestamp", "serialNumber", "file:", "/home", "/work"} & set(re.findall(r"[\w/:]+", text))
    component = json.loads(text)["metadata"]["component"]
    assert (component["name"], component["licenses"][0]["license"]["id"]) == ("oejenhoejde", "EUPL-1.2")


def test_licences_are_what_the_packages_say() -> None:
    """Those that are installed here; another platform's are left as the list has them."""
    installed = installed_licences()
    listed = {normal(part["name"]): licence(part) for part in components()}
    assert {name: installed.get(name, text) for name, text in listed.items()} == listed
    assert len(installed.keys() & listed.keys()) > 50


def test_every_licence_is_allowed() -> None:
    """Or its package is named with the reason, and none is named that isn't there."""
    assert refusals(components(), rules()) == []
    assert set(rules().named) <= {part["name"] for part in components()}


def test_a_program_without_the_extra_is_listed_too() -> None:
    """What only an evaluation on a cluster needs is optional; the rest is what requirements.lock has."""
    needed = {normal(part["name"]) for part in components() if part["scope"] == "required"}
    text = NEEDED.read_text(encoding="utf-8")
    assert needed == {normal(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}
    optional = {part["name"] for part in components() if part["scope"] == "optional"}
    assert {"sqlglot", "pyspark-client", "grpcio"} <= optional


@pytest.mark.parametrize(
    ("name", "text", "is_allowed"),
    [
        ("any", "MIT", True),
        ("any", "GPL-3.0-only", False),
        ("any", "MIT OR GPL-3.0-only", True),
        ("any", "MIT AND GPL-3.0-only", False),
        ("any", "BSD-3-Clause AND (GPL-3.0-only OR MIT)", True),
        ("any", "", False),
        ("odd", "LGPL", True),
        ("odd", "AGPL", False),
        ("any", "LGPL", False),
    ],
)
def test_a_licence_that_is_not_allowed_is_refused(name: str, text: str, is_allowed: bool) -> None:
    """A choice needs one that is allowed, a sum all of them; a named package counts for its licence only."""
    part = {"name": name, "version": "1.0", "licenses": [{"license": {"name": text}}]}
    sentences = refusals([part], FEW)
    assert (sentences == []) == is_allowed
    assert is_allowed or sentences[0].startswith(
        f"{name} 1.0 is under “{text or 'no licence that it names'}”"
    )


def test_what_is_for_tests_alone_is_not_shipped() -> None:
    """Krippendorff's own package is under the GPL-3.0: it is a peer in tests, and the program never asks
    it.
    """
    assert "krippendorff" not in {name for name, _, _ in locked()}
    rooms = ("pages", "workflow", "materials", "evaluation", "data", "language")
    sources = [path for room in rooms for path in (SBOM.parents[1] / room).rglob("*.py")]
    imported = re.compile(r"^\s*(import|from) krippendorff\b", re.MULTILINE)
    assert not [path for path in sources if imported.search(path.read_text(encoding="utf-8"))]
