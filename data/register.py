"""Which file the register is, and how a new one is filled."""

import os
from collections.abc import Iterable
from pathlib import Path

from data.exchange import Taken, read_folder, take_in
from data.store import Store

HERE = Path(__file__).parent
REFERENCE = HERE / "reference"
DEMONSTRATION = HERE / "demonstration"
DEFAULT = HERE / "oejenhoejde.duckdb"
PROGRAM = "Øjenhøjde"


def database_path() -> Path:
    """The register's file: ``OEJENHOEJDE_DATABASE``, or ``data/oejenhoejde.duckdb``."""
    return Path(os.environ.get("OEJENHOEJDE_DATABASE") or DEFAULT)


def create_empty(path: Path) -> Store:
    """A register with terms, their planned rounds, principles and norms, and nothing else."""
    return _create(path, [REFERENCE])


def create_demonstration(path: Path) -> Store:
    """A register with the demonstration records: the same exchange files that people use, taken in the same way."""
    return _create(path, [REFERENCE, DEMONSTRATION, *sorted(folder for folder in DEMONSTRATION.iterdir() if folder.is_dir())])


def open_register(path: Path) -> Store:
    """The register; one with demonstration records is made where there is none. Raises StoreError."""
    return Store(path) if path.exists() else create_demonstration(path)


def is_demonstration(store: Store) -> bool:
    """Whether any record comes from the demonstration set: then every page and document says so."""
    return bool(store.rows("select exists (from consultations where source = 'demonstration')")[0][0])


def seal_key(store: Store) -> bytes:
    """The register's own secret, with which the forms it sends out are sealed."""
    return str(store.rows("select secret from seals")[0][0]).encode()


def _create(path: Path, folders: Iterable[Path]) -> Store:
    """All folders go in as one run, so that closed rounds and what was said in them arrive together."""
    store = Store.create(path)
    try:
        taken = take_in(store, [sheet for folder in folders for sheet in read_folder(folder)], PROGRAM)
        _no_errors(taken)
    except BaseException:
        store.close()
        path.unlink()
        raise
    return store


def _no_errors(taken: list[Taken]) -> None:
    """Our own files are right, or it is a bug."""
    errors = [str(error.sentence) for one in taken for error in one.errors]
    assert not errors, "\n".join(errors[:10])
