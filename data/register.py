"""Which file the register is, and how a new one is filled."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from data.atomic_file import remove_register, written_atomically
from data.database import Store
from data.import_pipeline import ImportOutcome, read_folder, take_in
from data.ingest.csv_file import SourceTable
from data.record_source import RecordSource, with_steps
from data.schema import Table

HERE = Path(__file__).parent
REFERENCE = HERE / "seed" / "reference"
DEMONSTRATION = HERE / "seed" / "demonstration"
DEFAULT = HERE / "oejenhoejde.duckdb"
PROGRAM = "Øjenhøjde"


def database_path() -> Path:
    """The register's file: ``OEJENHOEJDE_DATABASE``, or ``data/oejenhoejde.duckdb``."""
    return Path(os.environ.get("OEJENHOEJDE_DATABASE") or DEFAULT)


def create_empty(path: Path, *, without: Collection[str] = ()) -> Store:
    """A register with terms, their planned rounds, principles, norms, days off and methods, and nothing else;
    ``without`` names tables that stay empty.
    """
    return _create(path, [REFERENCE], without=without)


def create_demonstration(path: Path, finish: Callable[[Store], None]) -> Store:
    """A register with the demonstration records: the same exchange files that people use, taken in the same
    way.

    ``finish`` does to it what files can't hold, before the register has its name.
    """
    folders = sorted(folder for folder in DEMONSTRATION.iterdir() if folder.is_dir())
    return _create(path, [REFERENCE, DEMONSTRATION, *folders], finish)


@contextmanager
def register_to_fill(path: Path, *, dry_run: bool, without: Collection[str] = ()) -> Iterator[Store]:
    """The register, open. Where there is none, an empty one is made, in which the tables ``without`` are
    empty; it stays only if something was stored in it, and never from a trial. Raises
    :class:`data.errors.StoreError`.
    """
    if path.exists():
        store = Store(path)
        try:
            yield store
        finally:
            store.close()
    elif dry_run:
        with TemporaryDirectory() as folder:
            store = create_empty(Path(folder) / path.name, without=without)
            try:
                yield store
            finally:
                store.close()
    else:
        with written_atomically(path) as new_path:
            store = create_empty(new_path, without=without)
            version = store.version
            try:
                yield store
                is_filled = store.version > version
            finally:
                store.close()
            if not is_filled:
                remove_register(new_path)


def is_demonstration(store: RecordSource) -> bool:
    """Whether any record comes from the demonstration set: then every page and document says so."""
    return bool(store.rows("select 1 as one from consultations where source = 'demonstration' limit 1"))


def demonstrations(source: RecordSource) -> set[str]:
    """The municipalities with any such record."""
    rows = source.rows(
        f"{with_steps(source, ('demonstration_marks',))} select distinct municipality"
        " from demonstration_marks"
    )
    return {municipality for (municipality,) in rows}


def seal_key(store: Store) -> bytes:
    """The register's own secret, with which the forms it sends out are sealed."""
    return str(store.rows("select secret from seals")[0][0]).encode()


def _create(
    path: Path,
    folders: Iterable[Path],
    finish: Callable[[Store], None] | None = None,
    *,
    without: Collection[str] = (),
) -> Store:
    """All folders go in as one run, so that closed rounds and what was said in them arrive together."""
    with written_atomically(path) as new_path:
        tables = [
            (table, sheet)
            for folder in folders
            for table, sheet in read_folder(folder)
            if table.name not in without
        ]
        _no_errors(_taken(Store.create(new_path), tables))
        if finish:
            store = Store(new_path)
            try:
                finish(store)
            finally:
                store.close()
    return Store(path)


def _taken(store: Store, sheets: Sequence[tuple[Table, SourceTable]]) -> list[ImportOutcome]:
    try:
        return take_in(store, sheets, PROGRAM)
    finally:
        store.close()


def _no_errors(outcomes: list[ImportOutcome]) -> None:
    """Our own files are right, or it is a bug."""
    errors = [str(error.sentence) for one in outcomes for error in one.errors]
    assert not errors, "\n".join(errors[:10])
