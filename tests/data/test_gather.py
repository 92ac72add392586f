"""A register put into a lake, replaced in it, and taken out of it again."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from data.database import Store
from data.lake.gather import partition_files
from data.lake.municipalities import UnknownMunicipality, municipality_code, names
from data.lake.partition import MANIFEST, BadLake, read_manifest
from data.lake.place import new_partition
from tests.data.test_command_line import run
from tests.support.lakes import gathering, put
from tests.support.planted import SECRET, plant
from tests.support.registers import new_empty

BALLERUP, GREVE = gathering("0151"), gathering("0253")


@pytest.fixture
def planted(with_demonstration: Path) -> Iterator[Store]:
    """The demonstration register with a secret in every confidential field, a draft and the history."""
    store = Store(with_demonstration)
    plant(store)
    yield store
    store.close()


def test_nothing_confidential_reaches_a_lake(planted: Store, tmp_path: Path) -> None:
    """Neither words nor themes of the answers, nor of what is frozen, nor drafts, nor the register's secret;
    their steps do.
    """
    partition = put(planted, tmp_path / "lake", BALLERUP)
    (secret,) = planted.rows("select secret from seals")[0]
    texts = (partition / MANIFEST).read_text(encoding="utf-8")
    with duckdb.connect() as connection:
        for file in sorted(partition.glob("*/*.parquet")):
            texts += str(connection.execute(f"select * from read_parquet('{file}')").fetchall())
        ((rated,),) = connection.execute(
            f"select count(rating) from read_parquet('{partition}/*/assessments.parquet') where closed"
        ).fetchall()
    assert len(texts) > 100_000
    assert SECRET.findall(texts) == []
    assert secret not in texts
    assert rated > 20


def test_a_partition_is_replaced_whole_or_not_at_all(with_demonstration: Path, tmp_path: Path) -> None:
    """A gathering that fails, or never comes to its manifest, leaves the old one; the next leaves nothing of
    it behind.
    """
    store, lake = Store(with_demonstration), tmp_path / "lake"
    partition = put(store, lake, BALLERUP)
    before = tree(lake)
    with pytest.raises(OSError, match="disk"), new_partition(lake, "0151") as folder:
        (folder / "rounds.parquet").write_bytes(b"half")
        raise OSError("disk")
    with new_partition(lake, "0151") as folder:
        (folder / "rounds.parquet").write_bytes(b"half")
    with pytest.raises(BadLake, match="did not come whole"), new_partition(lake, "0151") as folder:
        for name, content in partition_files(store, BALLERUP):
            (folder / name).write_bytes(content[:-1] if name == "rounds.parquet" else content)
    assert tree(lake) == before
    put(store, lake, BALLERUP)
    assert len(tree(lake)) == len(before)
    assert read_manifest(partition).rows > 2_000
    store.close()


def test_the_same_register_gives_the_same_bytes(with_demonstration: Path) -> None:
    """So a partition tells by its sums whether anything changed."""
    store = Store(with_demonstration)
    assert list(partition_files(store, BALLERUP)) == list(partition_files(store, BALLERUP))
    store.close()


def test_two_registers_are_never_one_municipality(with_demonstration: Path, tmp_path: Path) -> None:
    """The second is refused, and its withdrawal too, with what to do."""
    demonstration, other = Store(with_demonstration), new_empty(tmp_path / "other.duckdb")
    lake = tmp_path / "lake"
    put(demonstration, lake, BALLERUP)
    before = tree(lake)
    with pytest.raises(BadLake, match="from another register"):
        put(other, lake, BALLERUP)
    assert tree(lake) == before
    put(other, lake, GREVE)
    assert len(tree(lake)) == 2 * len(before)
    demonstration.close()
    other.close()


def test_gathered_and_withdrawn_by_commands(with_demonstration: Path, tmp_path: Path) -> None:
    """What each says, and that a lake is left empty."""
    lake = tmp_path / "lake"
    outcomes = [
        run("data", "gather", str(lake), "--municipality", "151", "--inhabitants", "53000", "--show-name"),
        run("data", "gather", str(lake), "--municipality", "0151", "--withdraw"),
        run("data", "gather", str(lake), "--municipality", "0151", "--withdraw"),
        run("data", "gather", str(lake), "--municipality", "152"),
    ]
    assert [status for status, *_ in outcomes] == [0, 0, 1, 1]
    assert outcomes[0][1] == f"0151 Ballerup: 2,555 rows gathered into {lake}\n"
    assert outcomes[1][1] == f"0151 Ballerup: 2,555 rows taken out of {lake}\n"
    assert "holds nothing of 0151" in outcomes[2][2]
    assert "152 is not the code of a Danish municipality" in outcomes[3][2]
    assert tree(lake) == {}


def test_a_file_is_no_lake(with_demonstration: Path, tmp_path: Path) -> None:
    """It is left as it was."""
    file = tmp_path / "lake"
    file.write_text("mine")
    status, _, error = run("data", "gather", str(file), "--municipality", "151")
    assert (status, "is no folder" in error, file.read_text()) == (1, True, "mine")


def test_codes_are_those_of_the_98() -> None:
    """With or without the zero in front; nothing else."""
    assert len(names()) == 98
    assert (municipality_code("151"), municipality_code("0860")) == ("0151", "0860")
    for text in ("", "84", "0152", "1510", "Ballerup"):
        with pytest.raises(UnknownMunicipality):
            municipality_code(text)


def tree(lake: Path) -> dict[str, bytes]:
    """Every file of a lake with its content."""
    if not lake.exists():
        return {}
    return {str(each.relative_to(lake)): each.read_bytes() for each in lake.rglob("*") if each.is_file()}


def test_a_new_lake_that_fails_is_not_left_behind(tmp_path: Path) -> None:
    """Nor does its folder stay."""
    with pytest.raises(OSError, match="disk"), new_partition(tmp_path / "lake", "0151"):
        raise OSError("disk")
    assert not (tmp_path / "lake").exists()
