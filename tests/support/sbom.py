"""``python -m tests.support.sbom``: what the program runs on, as a CycloneDX list (docs/sbom.cdx.json).

Names, versions and hashes are those of requirements-cluster.lock, which is requirements.lock with the
optional extra for clusters, so that the list is the same on every machine; what only the extra needs is
marked as optional. Licences are what the packages say of themselves.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.spdx import is_expression, is_supported_id
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).parents[2]
SBOM = ROOT / "docs" / "sbom.cdx.json"
LOCK = ROOT / "requirements-cluster.lock"
NEEDED = ROOT / "requirements.lock"
DIRECT = (ROOT / "requirements.txt", ROOT / "requirements-cluster.txt")


def make_sbom() -> str:
    """The list as JSON. Raises AssertionError where it is no list that CycloneDX 1.6 knows."""
    command = ("cyclonedx_py", "requirements", "--pyproject", str(ROOT / "pyproject.toml"))
    output = _run(*command, "--output-reproducible", "--sv", "1.6", str(LOCK))
    sbom = json.loads(output)
    licences = known_licences()
    needed = _names_in(NEEDED)
    sbom["components"] = [
        _component(each, licences, is_needed=normal(each["name"]) in needed) for each in sbom["components"]
    ]
    sbom["metadata"] = {"component": sbom["metadata"]["component"] | {"version": _own_version()}}
    root = sbom["metadata"]["component"]["bom-ref"]
    sbom["dependencies"] = [{"ref": root, "dependsOn": _direct(sbom["components"])}]
    text = json.dumps(sbom, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    assert (problem := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)) is None, problem
    return text


def components() -> list[dict[str, Any]]:
    """The packages of the list that is kept."""
    parts: list[dict[str, Any]] = json.loads(SBOM.read_text(encoding="utf-8"))["components"]
    return parts


def licence(component: Mapping[str, Any]) -> str:
    """As its package has it: an expression in SPDX, else its own words; empty where the list has none."""
    entry = (component.get("licenses") or [{}])[0]
    inner = entry.get("license", {})
    return str(entry.get("expression") or inner.get("id") or inner.get("name") or "")


def known_licences() -> dict[str, str]:
    """By name: of what is installed here, and for what is not (another platform's), as the list has it."""
    earlier = {normal(each["name"]): licence(each) for each in components()} if SBOM.exists() else {}
    return earlier | installed_licences()


def installed_licences() -> dict[str, str]:
    """The licence of every installed package by its name, as its metadata say."""
    packages = json.loads(_run("piplicenses", "--from=mixed", "--format=json", "--with-system"))
    return {normal(each["Name"]): _first_line(each["License"]) for each in packages}


def normal(name: str) -> str:
    """A package's name in the one spelling by which two can be compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _component(component: dict[str, Any], licences: Mapping[str, str], *, is_needed: bool) -> dict[str, Any]:
    """Without the line of the lock, which says the same again, and with no address of a registry."""
    reference = component["purl"]
    hashes = [part["hashes"] for part in component["externalReferences"]]
    assert len(hashes) == 1, f"{reference} has its hashes in {len(hashes)} places"
    return {
        "bom-ref": reference,
        "type": component["type"],
        "name": component["name"],
        "version": component["version"],
        "purl": reference,
        "scope": "required" if is_needed else "optional",
        "licenses": [_licence_entry(licences.get(normal(component["name"]), ""))],
        "externalReferences": [{"type": "distribution", "url": reference, "hashes": hashes[0]}],
    }


def _licence_entry(text: str) -> dict[str, Any]:
    if is_supported_id(text):
        return {"license": {"id": text}}
    return {"expression": text} if is_expression(text) else {"license": {"name": text or "unknown"}}


def _direct(parts: Sequence[Mapping[str, Any]]) -> list[str]:
    """The references of what the short lists ask for by name."""
    names = {name for path in DIRECT for name in _names_in(path)}
    return [part["bom-ref"] for part in parts if normal(part["name"]) in names]


def _names_in(path: Path) -> set[str]:
    """The packages that a list names, each at the beginning of a line."""
    names = re.findall(r"^([A-Za-z0-9][\w.-]*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {normal(name) for name in names}


def _first_line(text: str) -> str:
    """Some packages give the whole licence where its name belongs."""
    return text.strip().partition("\n")[0].strip()


def _own_version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _run(module: str, *arguments: str) -> str:
    command = [sys.executable, "-W", "ignore", "-m", module, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


if __name__ == "__main__":
    SBOM.write_text(make_sbom(), encoding="utf-8")
    print(SBOM.relative_to(ROOT).as_posix())
