"""What every test gets: a register of its own, never the real one."""

import os
import pkgutil
import shutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from streamlit.components.v2 import manifest_scanner
from streamlit.components.v2.manifest_scanner import scan_component_manifests

from data.database import Store
from tests.support import command_coverage
from tests.support.coverage_floors import FLOORS
from tests.support.planted import plant
from tests.support.registers import new_empty
from workflow.demonstration import create_demonstration

settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")
os.environ.setdefault("OEJENHOEJDE_NAME", "Ida Prøve")  # a machine's user may be no person, who signs nothing
SCREENS = ("pages.about.", "pages.materials.", "pages.records.", "pages.results.", "pages.settings.")
"""Scripts that Streamlit runs; whoever imports them runs them too."""
WHOLES = (
    "tests/browser/",
    "tests/pages/",
    "tests/materials/",
    "tests/faults/",
    "tests/data/cluster/",
    "tests/data/foreign/test_hostile_files",
    "tests/data/test_backup",
    "tests/data/test_ballerup",
    "tests/data/test_foreign_",
    "tests/data/test_gather",
    "tests/data/test_lake",
    "tests/data/test_restore",
    "tests/evaluation/test_municipalities",
)
"""Where a page, a document, a backup, a lake or a program is tried as a whole, each a second or more."""
EXTRA = "data.cluster."
"""Its own tests import it, each when PySpark can be imported."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a Chromium, and what tries a whole, is marked by where it stands. The longest tests come
    first, so that no worker is left alone with one at the end. Others that are not measured stay in their
    place: a thread that runs while nobody measures is not measured after it.
    """
    for item in items:
        if any(place in item.path.as_posix() for place in WHOLES):
            item.add_marker("whole")
        if "tests/browser/" in item.path.as_posix():
            item.add_marker("browser")
            item.add_marker("no_cover")  # what runs is the server
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Programs that a test starts are measured only where it asks for it. Said before each test: coverage
    goes on after one that is not measured and then would have every program measured again.
    """
    command_coverage.switch_off()


@pytest.fixture(scope="session", autouse=True)
def rooms_imported() -> None:
    """Every module is read while coverage counts, though a test that is not measured may be the first to use
    it.
    """
    for room in FLOORS:
        for module in pkgutil.walk_packages(import_module(room).__path__, f"{room}."):
            if not module.name.startswith((*SCREENS, EXTRA)):
                import_module(module.name)


@pytest.fixture(scope="session", autouse=True)
def packages_searched_once() -> Iterator[None]:
    """Streamlit's ``AppTest`` searches every installed package for components before each screen, half of
    what a screen takes; what is installed stays the same.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(scan_component_manifests))
        yield


@pytest.fixture(autouse=True)
def own_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The real register is out of reach: the program is told of a file in this test's own folder."""
    path = tmp_path / "register.duckdb"
    monkeypatch.setenv("OEJENHOEJDE_DATABASE", str(path))
    monkeypatch.setenv("OEJENHOEJDE_LANGUAGE", "en")
    return path


@pytest.fixture
def empty(own_register: Path) -> Iterator[Store]:
    """A register with terms, planned rounds, principles and norms only."""
    store = new_empty(own_register)
    yield store
    store.close()


@pytest.fixture(scope="session")
def demonstration_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed demonstration register to copy from."""
    path = tmp_path_factory.mktemp("demonstration") / "to_copy.duckdb"
    create_demonstration(path).close()
    return path


@pytest.fixture
def with_demonstration(demonstration_file: Path, own_register: Path) -> Path:
    """The register of this test holds the demonstration records."""
    return Path(shutil.copy(demonstration_file, own_register))


@pytest.fixture(scope="session")
def demonstration(demonstration_file: Path) -> Iterator[Store]:
    """The demonstration register, shared: read it, don't write to it."""
    store = Store(Path(shutil.copy(demonstration_file, demonstration_file.with_name("demonstration.duckdb"))))
    yield store
    store.close()


@pytest.fixture(scope="session")
def planted_file(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed register with a secret in every confidential field, to copy from; its closed rounds are frozen
    with them.
    """
    path = tmp_path_factory.mktemp("planted") / "register.duckdb"
    store = Store(Path(shutil.copy(demonstration_file, path)))
    plant(store)
    store.close()
    return path
