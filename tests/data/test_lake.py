"""Lakes that can't be read as they stand: each is one sentence that says what to do."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data import migrations
from data.database import Store
from data.lake.check import manifests_of, refuse_changed
from data.lake.open_lake import Lake
from data.lake.partition import MANIFEST, BadLake, read_manifest
from tests.data.test_command_line import run
from tests.support.lakes import gathering, put
from tests.support.registers import BODIES, ROUNDS, copy_with

ROUND = ROUNDS[0]["round"]


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    """A lake of two small municipalities."""
    for code in ("0151", "0253"):
        store = Store(copy_with(tmp_path / f"{code}.duckdb", {"rounds": ROUNDS, "bodies": BODIES}))
        put(store, tmp_path / "lake", gathering(code))
        store.close()
    return tmp_path / "lake"


def files_of(lake: Path) -> Path:
    """The folder in which the files of one municipality lie."""
    partition = lake / "municipality=0253"
    return partition / read_manifest(partition).folder


def change_manifest(lake: Path, **values: object) -> None:
    """Say something else in the manifest of one municipality."""
    path = lake / "municipality=0253" / MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


def cut(lake: Path) -> None:
    """Leave half of a file."""
    path = files_of(lake) / "rounds.parquet"
    path.write_bytes(path.read_bytes()[:100])


def spoil(lake: Path) -> None:
    """Another content of the same size."""
    path = files_of(lake) / "rounds.parquet"
    path.write_bytes(b"x" * path.stat().st_size)


def empty(lake: Path) -> None:
    """Take every municipality out of it."""
    for each in lake.iterdir():
        shutil.rmtree(each)


def to_file(lake: Path) -> None:
    """Put a file in its place."""
    shutil.rmtree(lake)
    lake.write_text("")


BAD: list[tuple[str, Callable[[Path], object], str]] = [
    ("a missing file", lambda lake: (files_of(lake) / "norms.parquet").unlink(), "the file norms.parquet is"),
    ("a half-written file", cut, "Of 0253 in the lake .* the file rounds.parquet is missing or half written"),
    ("a damaged file", spoil, "can't be read"),
    ("no manifest", lambda lake: (lake / "municipality=0253" / MANIFEST).unlink(), "no readable manifest"),
    (
        "a broken manifest",
        lambda lake: (lake / "municipality=0253" / MANIFEST).write_text("{"),
        "half written",
    ),
    ("a foreign file", lambda lake: (lake / "notes.txt").write_text("mine"), "holds notes.txt, which no"),
    (
        "a foreign file in a partition",
        lambda lake: (files_of(lake) / "more.parquet").write_text("mine"),
        "more.parquet, which no gathering wrote",
    ),
    (
        "one municipality twice",
        lambda lake: shutil.copytree(lake / "municipality=0253", lake / "municipality=0259"),
        "The folder municipality=0259 in the lake .* holds 0253",
    ),
    ("another layout", lambda lake: change_manifest(lake, layout=2), "0253 .* was gathered by version 1 in"),
    (
        "a newer schema",
        lambda lake: change_manifest(lake, schema=migrations.newest() + 1),
        "0253 .* was gathered by the newer version 1",
    ),
    ("nothing in it", empty, "holds no municipality"),
    ("no lake", shutil.rmtree, "There is no lake at"),
    ("no folder", to_file, "is no folder"),
]


@pytest.mark.parametrize(("spoilt", "match"), [each[1:] for each in BAD], ids=[each[0] for each in BAD])
def test_a_bad_lake_is_one_sentence(lake: Path, spoilt: Callable[[Path], object], match: str) -> None:
    """By whoever opens it."""
    Lake(lake).close()
    spoilt(lake)
    with pytest.raises(BadLake, match=match), Lake(lake) as opened:
        opened.rows("select * from rounds")


def test_a_command_says_it_and_no_more(lake: Path) -> None:
    """One line, and the exit status."""
    (lake / "notes.txt").write_text("mine")
    status, output, error = run("evaluation", ROUND, "--lake", str(lake))
    assert (status, output, error) == (
        1,
        "",
        f"Error: The lake {lake} holds notes.txt, which no gathering wrote. Move it away.\n",
    )
    status, _, error = run("evaluation", ROUND, "--lake", str(lake), "--engine", "no")
    assert (status, error.startswith("Error: no is no engine. Write duckdb, or")) == (1, True)


def test_older_schemas_of_one_layout_are_read_together(lake: Path) -> None:
    """The layout says what the files have; a schema that is older changes nothing of it."""
    change_manifest(lake, schema=migrations.newest() - 1)
    with Lake(lake) as opened:
        rounds = opened.rows("select municipality, round from rounds order by round")
    assert [code for code, _ in rounds].count("0151") == [code for code, _ in rounds].count("0253") > 1


def test_what_a_killed_gathering_left_is_passed_over(lake: Path) -> None:
    """The folder it was made in, and an older one that was not removed."""
    (lake / ".gather-0123").mkdir()
    shutil.copytree(files_of(lake), lake / "municipality=0253" / "0123456789abcdef")
    assert list(manifests_of(lake)) == ["0151", "0253"]


def test_a_changed_byte_is_told_by_its_sum(lake: Path) -> None:
    """Of the same size, and still Parquet."""
    manifest = manifests_of(lake)["0253"]
    refuse_changed(lake, manifest)
    spoil(lake)
    with pytest.raises(BadLake, match="rounds.parquet is not the one that was gathered"):
        refuse_changed(lake, manifest)


def test_a_lake_reaches_nothing_beside_it(lake: Path, tmp_path: Path) -> None:
    """No other file of the machine, and no setting back."""
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with Lake(lake) as opened:
        for query in (f"select * from '{tmp_path}/secret.csv'", "set enable_external_access = true"):
            with pytest.raises(Exception, match=r"Permission|configuration|lock"):
                opened.rows(query)
