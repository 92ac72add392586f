"""Files that attack whoever opens them: each gets a sentence, and the program goes on as if nothing had
been.
"""

import io
import random
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.database import Store
from data.ingest.child_process import ChildFailed, ChildLimits, answers_of
from materials.forms.form_reader import FormRefused, read_form
from materials.forms.layout import SEAL_SHEET

SENT = Path(__file__).parents[1] / "legacy" / "v0.2.0"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BIG_BYTES = 60_000_000
"""How much the parent may grow over a hostile file, in bytes."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The register that sent the old forms out."""
    path = tmp_path_factory.mktemp("hostile") / "register.duckdb"
    with zipfile.ZipFile(SENT / "register.zip") as packed:
        path.write_bytes(packed.read("register.duckdb"))
    store = Store(path)
    yield store
    store.close()


def packed(parts: dict[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def workbook(*cells: str, seal: str = "x.y") -> bytes:
    """A workbook with one-letter cells at these places, and a seal."""
    rows = "".join(f'<row><c r="{cell}" t="inlineStr"><is><t>x</t></is></c></row>' for cell in cells)
    sheets = [f"<sheetData>{rows}</sheetData>", "<sheetData/>"]
    sheets.append(f'<sheetData><row><c r="A1" t="inlineStr"><is><t>{seal}</t></is></c></row></sheetData>')
    names = ("Svar", "Inddragelser", SEAL_SHEET)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    targets = "".join(
        f'<Relationship Id="r{number}" Type="{relation}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in (1, 2, 3)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return packed(
        {
            "xl/workbook.xml": (
                f'<workbook xmlns="{MAIN}" xmlns:r="{relation}"><sheets>{listed}</sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">{targets}</Relationships>',
            **{
                f"xl/worksheets/sheet{number}.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>'
                for number, sheet in enumerate(sheets, start=1)
            },
        }
    )


def document(inner: str) -> bytes:
    """A Word document with this in its body."""
    return packed(
        {"word/document.xml": f'<w:document xmlns:w="{WORDML}"><w:body>{inner}</w:body></w:document>'}
    )


def memory() -> int:
    """What this process holds now, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 if Path("/proc").exists() else 0


HOSTILE = {
    "one cell at the far corner": workbook("A1", "XFD1048576"),
    "one far cell in a wide row": workbook("XFD1"),
    "one far cell further down": workbook("ZZ200000"),
    "a row number of forty digits": workbook("A1" + "0" * 40),
    "nested ten thousand deep": document("<w:p>" * 10_000 + "</w:p>" * 10_000),
    "many empty texts in many controls": document(
        ("<w:sdt><w:sdtContent>" * 60 + "<w:t/>" * 9_000 + "</w:sdtContent></w:sdt>" * 60) * 50
    ),
    "a text of twenty million letters": document(f"<w:p><w:r><w:t>{'a' * 20_000_000}</w:t></w:r></w:p>"),
    "a bomb of a part": packed({"word/document.xml": b" " * 59_000_000}),
    "many parts": packed({"word/document.xml": "<a/>", **{f"{number}.xml": "" for number in range(3_000)}}),
    "entities within entities": packed(
        {
            "word/document.xml": (
                '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
            )
        }
    ),
    "no XML": packed({"word/document.xml": "\x00\x01"}),
    "another encoding than it says": packed(
        {"word/document.xml": b'<?xml version="1.0" encoding="UTF-16"?><a>\xff</a>'}
    ),
    "a broken archive": b"PK\x03\x04" + bytes(range(256)) * 40,
    "an archive of nothing": packed({}),
    "no archive": "Kære alle".encode(),
    "nothing": b"",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_gets_a_sentence(store: Store, content: bytes) -> None:
    """Refused, with the file named, and this process no larger than before."""
    before = memory()
    with pytest.raises(FormRefused) as refused:
        read_form("skema.docx", content, store)
    assert str(refused.value).startswith("skema.docx ")
    assert memory() - before < BIG_BYTES


def test_a_good_form_is_read_after_a_hostile_one(store: Store) -> None:
    """Nothing is left behind."""
    with pytest.raises(FormRefused):
        read_form("x.xlsx", HOSTILE["one cell at the far corner"], store)
    form = read_form("filled-oek.xlsx", (SENT / "filled-oek.xlsx").read_bytes(), store)
    assert form.answers["2.justification"] == "Ingen sager."


@pytest.mark.thorough
def test_a_form_with_many_damaged_bytes_never_ends_in_a_raw_error(store: Store) -> None:
    """Bytes changed, cut off and put in, in forms of both kinds: read, or refused with a sentence."""
    chance = random.Random(20261128)
    for number in range(40):
        name = ("filled-oek.docx", "filled-oek.xlsx")[number % 2]
        content = bytearray((SENT / name).read_bytes())
        for _ in range(chance.randint(1, 30)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.3:
            del content[chance.randrange(len(content)) :]
        try:
            read_form(name, bytes(content), store)
        except FormRefused as refusal:
            assert name in str(refusal)


def child(tmp_path: Path, *lines: str) -> Path:
    """A script to be run in a child process."""
    path = tmp_path / "child.py"
    root = Path(__file__).parents[2]
    start = ("import sys", f"sys.path.insert(0, {str(root)!r})", "from data.ingest.child_process import *")
    path.write_text("\n".join([*start, *lines]))
    return path


@pytest.mark.parametrize(
    "line",
    [
        "import os; os.kill(os.getpid(), 9)",
        "limit_this_process(); held = bytearray(3_000_000_000)",
        "limit_this_process(); from pathlib import Path; Path('left').write_text('x')",
        "sys.exit(3)",
        "print('no JSON')",
        "print('[]')",
        "answer(much='x' * 30_000_000)",
    ],
)
def test_a_child_that_dies_is_an_error_of_its_own(tmp_path: Path, line: str) -> None:
    """Killed, out of memory, writing where it may not, babbling: told apart from an answer."""
    with pytest.raises(ChildFailed):
        list(answers_of(child(tmp_path, line), b""))


def test_a_child_that_hangs_is_ended(tmp_path: Path) -> None:
    """By the clock of the parent, whatever it waits for."""
    script = child(tmp_path, "import threading; threading.Event().wait()")
    with pytest.raises(ChildFailed):
        list(answers_of(script, b"", limits=ChildLimits(clock_seconds=0.5)))


def test_a_request_reaches_the_child(tmp_path: Path) -> None:
    """As JSON in a second file."""
    script = child(tmp_path, "answer(request=json.load(open(sys.argv[2])))")
    assert list(answers_of(script, b"", request={"file": "æ"})) == [{"request": {"file": "æ"}}]


def test_no_more_than_two_are_read_at_once(tmp_path: Path) -> None:
    """The others wait for their turn, and get it."""
    script = child(tmp_path, "answer(path=sys.argv[1])")
    running = [answers_of(script, b"") for _ in range(2)]
    first = [next(answers) for answers in running]
    others: list[dict[str, str]] = []
    third = threading.Thread(target=lambda: others.extend(answers_of(script, b"")))
    third.start()
    assert not others and len(first) == 2
    for answers in running:
        answers.close()
    third.join(300)
    assert len(others) == 1


def test_the_child_loads_little() -> None:
    """Neither screens nor database nor frames: a form is read in a fraction of a second."""
    script = (
        "import sys; sys.argv = ['x', 'nowhere']; import materials.forms.read_in_child; print(*sys.modules)"
    )
    root = Path(__file__).parents[2]
    loaded = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"streamlit", "duckdb", "pandas", "numpy", "plotly", "docx"} & set(loaded)
