"""Two thousand files that come near to real ones, where forms, lists, exchange files and templates are taken:
each is taken in or refused with a sentence.
"""

import os
import shutil
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pandas as pd
import pytest
import typst

from data.database import Store
from data.errors import UserError
from data.import_pipeline import read_folder, take_in
from language import speak
from materials.documents.word_template import TEMPLATE as WORD_TEMPLATE
from materials.forms.form_reader import read_form
from materials.slides.slide_template import TEMPLATE as SLIDE_TEMPLATE
from tests.data.foreign.made import ods, xlsx_rows
from tests.faults.mutations import mutated
from workflow import forms
from workflow.import_command import ForeignImport, import_file
from workflow.own_templates import TemplateFile, keep_template
from workflow.person import at_this_machine

TESTS = Path(__file__).parents[1]
SEED = TESTS.parent / "data" / "seed"
SENT = TESTS / "legacy" / "v0.2.0"
COUNT = int(os.environ.get("FUZZED_FILES", "2000"))
PERSON, AT = at_this_machine("Ida"), datetime(2026, 1, 2, 12)
SLOWEST_SECONDS = 30.0
"""No file may take longer; five seconds is what is aimed at, on a machine that does nothing else."""
BIG_BYTES = 300_000_000
"""How much this process may grow over all of them: what is read whole is freed again."""


@dataclass
class Outcome:
    """How files of one kind fared: how many were taken, the refusals by their text with how often each came,
    what was raised besides, and the slowest in seconds.
    """

    accepted: int = 0
    refusals: dict[str, int] = field(default_factory=dict)
    raw: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")


def tried(files: Mapping[str, bytes], count: int, take: Callable[[str, bytes], None]) -> Outcome:
    """What becomes of that many changed files."""
    outcome = Outcome()
    for number, (name, content) in enumerate(mutated(files, count, seed=count)):
        begun = time.perf_counter()
        try:
            take(name, content)
            outcome.accepted += 1
        except UserError as refusal:
            sentence = refusal.sentence
            assert speak("da").say(sentence)
            outcome.refusals[sentence.text] = outcome.refusals.get(sentence.text, 0) + 1
        except Exception as problem:  # noqa: BLE001  # what this test looks for
            outcome.raw.append(f"{number} {name}: {type(problem).__name__} {problem}"[:300])
        took = time.perf_counter() - begun
        outcome.slowest = max(outcome.slowest, (took, f"{number} {name}"))
    print(f"{count} files: {outcome.accepted} taken, slowest {outcome.slowest}, refused: {outcome.refusals}")
    return outcome


def memory() -> int:
    """What this process holds now, in bytes; 0 where that can't be known."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if statm.exists() else 0


def form_files() -> dict[str, bytes]:
    """Forms as they were sent out, filled in, and saved by other programs."""
    paths = [*SENT.glob("*.docx"), *SENT.glob("*.xlsx"), *(TESTS / "materials" / "saved_forms").glob("*.*")]
    return {path.name: path.read_bytes() for path in paths if path.suffix != ".md"}


def list_files() -> dict[str, bytes]:
    """The consultations of a demonstration round as lists of every kind that is read, and files that are
    none.
    """
    rows = pd.read_csv(SEED / "demonstration" / "2026-2029-midterm" / "consultations.csv", dtype=str)
    rows = rows[["title", "case_number", "centre", "start_on", "end_on", "participants", "summary"]].fillna(
        ""
    )
    rows.columns = pd.Index(["Titel", "Sagsnummer", "Center", "Start", "Slut", "Deltagere", "Resumé"])
    lines = [tuple(rows.columns), *rows.itertuples(index=False, name=None)]
    cells = "".join(
        f"<table:table-row>{''.join(_ods_cell(text) for text in line)}</table:table-row>" for line in lines
    )
    text = rows.to_csv(index=False, sep=";")
    return {
        "liste.xlsx": xlsx_rows(*lines),
        "liste.ods": ods(f'<table:table table:name="Ark1">{cells}</table:table>'),
        "liste.csv": text.encode("utf-8-sig"),
        "gammel.txt": text.replace(";", "\t").encode("cp1252", "replace"),
        "liste.json": rows.to_json(orient="records", force_ascii=False).encode(),
        "udtræk.xls": rows.to_html(index=False).encode(),
        "rigtig.xls": (TESTS / "data" / "foreign" / "made_by_libreoffice.xls").read_bytes(),
        "billede.xlsx": (TESTS.parent / "pages" / "icon.png").read_bytes(),
        "brev.csv": (SENT / "sent-cbk.docx").read_bytes(),
        "notat.xlsx": typst.compile(b"Et notat", format="pdf"),
    }


def _ods_cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'


def exchange_files() -> dict[str, bytes]:
    """The exchange files of a demonstration round, and the reference's."""
    folders = (SEED / "demonstration" / "2026-2029-midterm", SEED / "reference")
    paths = [path for folder in folders for path in folder.glob("*.csv")]
    return {path.name: path.read_bytes() for path in paths}


def template_files() -> dict[str, bytes]:
    """The templates that come with the program, as somebody would have changed them."""
    return {path.name: path.read_bytes() for path in (WORD_TEMPLATE, SLIDE_TEMPLATE)}


@pytest.mark.faults
@pytest.mark.parametrize("kind", ["forms", "lists", "exchange files", "templates"])
def test_a_changed_file_is_taken_in_or_refused_with_a_sentence(
    kind: str, with_demonstration: Path, tmp_path: Path
) -> None:
    """No raw error, none that takes long, and the process as small afterwards as before."""
    store = Store(_old_register(tmp_path) if kind == "forms" else with_demonstration)
    files, share, take = {
        "forms": (form_files, 0.4, _form),
        "lists": (list_files, 0.3, _list),
        "exchange files": (exchange_files, 0.2, _exchange),
        "templates": (template_files, 0.1, _template),
    }[kind]
    contents = files()
    tried(contents, len(contents), lambda name, content: take(store, tmp_path, name, content))
    before = memory()
    count = max(1, round(COUNT * share))
    outcome = tried(contents, count, lambda name, content: take(store, tmp_path, name, content))
    assert outcome.raw == []
    assert outcome.slowest[0] < SLOWEST_SECONDS, outcome.slowest
    assert memory() - before < BIG_BYTES
    store.close()


def _old_register(folder: Path) -> Path:
    """The register that sent the forms out."""
    path = folder / "sent.duckdb"
    with zipfile.ZipFile(SENT / "register.zip") as packed:
        path.write_bytes(packed.read("register.duckdb"))
    return path


def _form(store: Store, folder: Path, name: str, content: bytes) -> None:
    """As the page *Forms* does: read, compare, and take in what can be."""
    form = read_form(name, content, store)
    rows = forms.preview(store, form)
    for row in rows:
        if row.stores:
            forms.take_form_in(store, PERSON, [row])


def _list(store: Store, folder: Path, name: str, content: bytes) -> None:
    """As ``python -m data import`` does, on trial and then for good."""
    path = folder / f"list.{name.rpartition('.')[2]}"
    path.write_bytes(content)
    for is_trial in (True, False):
        import_file(store, PERSON, ForeignImport(path, dry_run=is_trial, accept_valid=True), at=AT)


def _exchange(store: Store, folder: Path, name: str, content: bytes) -> None:
    """As an exchange file of the kind that its name says."""
    path = folder / "exchange" / name
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir()
    path.write_bytes(content)
    take_in(store, read_folder(path.parent), PERSON.name, accept_valid=True)


def _template(store: Store, folder: Path, name: str, content: bytes) -> None:
    """As the page *Charts and documents* does."""
    kind = "docx" if b"word/" in content else "pptx"
    stored = store.rows("select changed_at from templates where kind = $kind", kind=kind)
    kept_at = stored[0][0] if stored else None
    keep_template(store, PERSON, TemplateFile(kind, name, content), at=AT, kept_at=kept_at)
