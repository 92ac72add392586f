"""A partition put into its lake in one step, and taken out of it."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.lake.partition import (
    MANIFEST,
    BadLake,
    Manifest,
    lake_file,
    manifest_of,
    partition_folder,
    read_manifest,
)
from language import N_, Sentence

GATHERING = ".gather-"
"""What the folder is called in which a partition is made; after a gathering that was killed it may be
removed."""
NO_FOLDER = N_("{lake} is no folder, so it can't be a lake. Choose another name.")
OTHER_REGISTER = N_(
    "The lake {lake} holds {municipality} from another register. Nothing was changed: if this register took"
    " its place, remove the folder {folder} first."
)
NOT_THERE = N_("The lake {lake} holds nothing of {municipality}.")
INCOMPLETE = N_("The gathering of {municipality} did not come whole. The lake is as it was: gather it again.")


@contextmanager
def new_partition(lake: Path, municipality: str) -> Iterator[Path]:
    """A folder to write the files of a gathering into, the manifest last; then they take the old ones' place
    at once. Nothing is changed after an error, or where there is no manifest in the end.

    Raises :class:`BadLake` where the lake is no folder or holds the municipality from another register,
    OSError where the disk refuses.
    """
    if lake.exists() and not lake.is_dir():
        raise BadLake(Sentence(NO_FOLDER, {"lake": str(lake)}))
    is_new = not lake.exists()
    lake.mkdir(parents=True, exist_ok=True)
    try:
        fresh = _new_folder(lake)
        try:
            files = fresh / secrets.token_hex(8)
            files.mkdir()
            yield files
            if (files / MANIFEST).exists():
                _put_in_place(files, partition_folder(lake, municipality))
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    finally:
        if is_new and not any(lake.iterdir()):
            lake.rmdir()


def withdraw(lake: Path, municipality: str, register: str) -> Manifest:
    """Take a municipality out of a lake; gives what it held. Raises :class:`BadLake` where it holds none, or
    one of another ``register`` (by its hash).
    """
    refuse_missing(lake, municipality)
    partition = partition_folder(lake, municipality)
    manifest = read_manifest(partition)
    _refuse_other(manifest, register, partition)
    gone = _new_folder(lake)
    partition.rename(gone / partition.name)
    shutil.rmtree(gone)
    return manifest


def refuse_missing(lake: Path, municipality: str) -> None:
    """Raises :class:`BadLake` where a lake holds nothing of a municipality."""
    if not partition_folder(lake, municipality).is_dir():
        raise BadLake(Sentence(NOT_THERE, {"lake": str(lake), "municipality": municipality}))


def _put_in_place(files: Path, partition: Path) -> None:
    manifest = manifest_of((files / MANIFEST).read_text(encoding="utf-8")).in_folder(files.name)
    _refuse_incomplete(files, manifest)
    new_manifest = files.parent / MANIFEST
    new_manifest.write_text(manifest.as_json(), encoding="utf-8")
    (files / MANIFEST).unlink()
    for file in (*files.iterdir(), new_manifest):
        _put_on_disk(file)
    if not partition.exists():
        files.parent.rename(partition)
        return
    _refuse_other(read_manifest(partition), manifest.register, partition)
    earlier = [each for each in partition.iterdir() if each.is_dir()]
    files.rename(partition / files.name)
    new_manifest.replace(partition / MANIFEST)
    for folder in earlier:
        shutil.rmtree(folder, ignore_errors=True)


def _refuse_incomplete(files: Path, manifest: Manifest) -> None:
    for name, expected in manifest.files.items():
        path = files / name
        if not path.is_file() or lake_file(expected.rows, path.read_bytes()) != expected:
            raise BadLake(Sentence(INCOMPLETE, {"municipality": manifest.municipality}))


def _refuse_other(manifest: Manifest, register: str, partition: Path) -> None:
    if manifest.register != register:
        values = {"municipality": manifest.municipality, "folder": partition.name}
        raise BadLake(Sentence(OTHER_REGISTER, {"lake": str(partition.parent), **values}))


def _new_folder(lake: Path) -> Path:
    """For whoever may read the lake, which a temporary folder of the system's would not be."""
    folder = lake / f"{GATHERING}{secrets.token_hex(8)}"
    folder.mkdir()
    return folder


def _put_on_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
