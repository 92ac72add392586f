"""Every document of a few rounds, turned into pages by LibreOffice; kept in ``.documents/`` to be looked
at.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.database import Store
from data.register import create_empty
from evaluation.evaluate import find_round
from language import speak
from materials.documents.round_material import round_material
from materials.round_files import KINDS
from materials.round_parts import Order
from tests.support.awkward import AWKWARD
from tests.support.ballerup import SAMPLE
from tests.support.waiting import LIMIT
from workflow.demonstration import create_demonstration

ROOT = Path(__file__).parents[2]
PAGES = ROOT / ".documents"
OFFICE = shutil.which("soffice") if shutil.which("pdftoppm") else None
LOOKED_AT = 50
"""Dots an inch of the pictures of pages."""
KINDS_MADE = [kind for kind in KINDS if kind != "charts"]
DEMONSTRATION = {"closed": ("2022-2025/endterm", "da"), "open": ("2026-2029/midterm", "en")}


@dataclass(frozen=True)
class Made:
    """The files of one round in a folder, and beside each document its pages as PDF."""

    folder: Path

    def files(self, kind: str) -> list[Path]:
        return sorted(self.folder.glob(f"*.{kind}"))

    def pages(self, document: Path) -> Path:
        """The PDF that LibreOffice made of a document."""
        return self.folder / "pages" / f"{document.stem}.{document.suffix[1:]}.pdf"


def _registers() -> dict[str, tuple[Callable[[Path], Store], str, str]]:
    """By the name of a case: how its register is made, which round of it, and in which language."""
    cases = {name: (create_demonstration, *chosen) for name, chosen in DEMONSTRATION.items()}
    awkward = {name: (make, "2022-2025/endterm", "da") for name, make in AWKWARD.items()}
    return {**cases, "Ballerup": (_ballerup, "2018-2021/endterm", "da"), **awkward}


def _ballerup(path: Path) -> Store:
    from data.__main__ import main

    create_empty(path).close()
    assert main(["import", str(SAMPLE), "--accept-valid"]) in (0, 1)
    return Store(path)


@pytest.fixture(scope="session", params=_registers())
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The documents of one case, as files and as pages."""
    make, round_key, language = _registers()[request.param]
    folder = PAGES / str(request.param).replace(" ", "-")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "pages").mkdir(parents=True)
    path = tmp_path_factory.mktemp("register") / "register.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OEJENHOEJDE_DATABASE", str(path))
        store = make(path)
    words = speak(language)
    order = Order(store, round_material(store, find_round(store, round_key)), words)
    for kind in KINDS_MADE:
        for part in KINDS[kind].parts(order):
            for name, content in part.made().files.items():
                (folder / name).write_bytes(content)
    store.close()
    _turn_into_pages(folder)
    yield Made(folder)


def _turn_into_pages(folder: Path) -> None:
    """A kind at a time: a Word and an Excel file of the same name have pages of their own."""
    for kind in ("docx", "pptx", "xlsx"):
        documents = sorted(folder.glob(f"*.{kind}"))
        if not documents:
            continue
        target, profile = folder / "pages" / kind, folder / "pages" / "profile"
        command = [
            str(OFFICE),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(target),
            *map(str, documents),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=LIMIT)
        for document in documents:
            pages = target / f"{document.stem}.pdf"
            pages.rename(folder / "pages" / f"{document.stem}.{kind}.pdf")
            page = folder / "pages" / f"{document.stem}.{kind}"
            picture = ["pdftoppm", "-r", str(LOOKED_AT), "-png", f"{page}.pdf", str(page)]
            subprocess.run(picture, check=True, timeout=LIMIT)
        target.rmdir()
    shutil.rmtree(folder / "pages" / "profile", ignore_errors=True)
