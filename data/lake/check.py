"""Whether a lake can be read as it stands; what is wrong with it is one sentence."""

from hashlib import sha256
from pathlib import Path

from data import migrations
from data.lake.partition import LAYOUT, MANIFEST, PREFIX, BadLake, Manifest, read_manifest
from data.lake.place import GATHERING, NO_FOLDER
from data.lake.tables import LAKE_TABLES
from language import N_, Sentence

NO_LAKE = N_("There is no lake at {lake}. Check how it is spelt, or gather a register into it first.")
EMPTY = N_("The lake {lake} holds no municipality yet. Gather a register into it first.")
FOREIGN = N_("The lake {lake} holds {file}, which no gathering wrote. Move it away.")
MISSING_FILE = N_(
    "Of {municipality} in the lake {lake} the file {file} is missing or half written. Gather that"
    " municipality again."
)
OTHER_PLACE = N_(
    "The folder {folder} in the lake {lake} holds {municipality}: a municipality may lie in a lake once, in"
    " the folder of its own name. Move the folder away."
)
OTHER_LAYOUT = N_(
    "{municipality} in the lake {lake} was gathered by version {program} in another layout ({layout}; this"
    " program reads {own}). Gather that municipality again with a program of this version, or use a newer"
    " program."
)
NEWER = N_(
    "{municipality} in the lake {lake} was gathered by the newer version {program}. Use a program of that"
    " version, or a newer one."
)
CHANGED = N_(
    "Of {municipality} in the lake {lake} the file {file} is not the one that was gathered. Gather that"
    " municipality again."
)


def manifests_of(lake: Path) -> dict[str, Manifest]:
    """What each municipality of a lake holds, by its code and in the order of the codes. Raises
    :class:`BadLake` where something of it is missing, foreign, doubled, or of another layout; files are told
    by their sizes.
    """
    if not lake.exists():
        raise BadLake(Sentence(NO_LAKE, {"lake": str(lake)}))
    if not lake.is_dir():
        raise BadLake(Sentence(NO_FOLDER, {"lake": str(lake)}))
    manifests = {}
    for entry in sorted(lake.iterdir()):
        if entry.name.startswith(GATHERING):
            continue
        if not (entry.is_dir() and entry.name.startswith(PREFIX)):
            raise BadLake(Sentence(FOREIGN, {"lake": str(lake), "file": entry.name}))
        manifest = read_manifest(entry)
        _refuse_unreadable(manifest, entry)
        manifests[manifest.municipality] = manifest
    if not manifests:
        raise BadLake(Sentence(EMPTY, {"lake": str(lake)}))
    return manifests


def refuse_changed(lake: Path, manifest: Manifest) -> None:
    """Raises :class:`BadLake` where a file's SHA-256 is not the one in the manifest; reads all of them."""
    folder = lake / f"{PREFIX}{manifest.municipality}" / manifest.folder
    for name, expected in manifest.files.items():
        with (folder / name).open("rb") as file:
            digest = sha256()
            while part := file.read(1_000_000):
                digest.update(part)
        if digest.hexdigest() != expected.sha256:
            raise BadLake(_of(CHANGED, manifest, lake, file=name))


def _refuse_unreadable(manifest: Manifest, partition: Path) -> None:
    lake = partition.parent
    if partition.name != f"{PREFIX}{manifest.municipality}":
        raise BadLake(_of(OTHER_PLACE, manifest, lake, folder=partition.name))
    if manifest.layout != LAYOUT:
        raise BadLake(_of(OTHER_LAYOUT, manifest, lake, layout=manifest.layout, own=LAYOUT))
    if manifest.schema > migrations.newest():
        raise BadLake(_of(NEWER, manifest, lake))
    for table in LAKE_TABLES.values():
        expected, path = manifest.files.get(table.file), partition / manifest.folder / table.file
        if expected is None or not path.is_file() or path.stat().st_size != expected.bytes:
            raise BadLake(_of(MISSING_FILE, manifest, lake, file=table.file))
    _refuse_foreign(manifest, partition)


def _refuse_foreign(manifest: Manifest, partition: Path) -> None:
    """What an interrupted gathering left in a folder of its own is passed over."""
    known = {MANIFEST, manifest.folder}
    folder = partition / manifest.folder
    strays = [each for each in partition.iterdir() if each.name not in known and not each.is_dir()]
    strays += [each for each in folder.iterdir() if each.name not in manifest.files]
    for stray in strays:
        name = str(stray.relative_to(partition.parent))
        raise BadLake(Sentence(FOREIGN, {"lake": str(partition.parent), "file": name}))


def _of(text: str, manifest: Manifest, lake: Path, **more: object) -> Sentence:
    values = {"municipality": manifest.municipality, "lake": str(lake), "program": manifest.program}
    return Sentence(text, {**values, **{name: str(value) for name, value in more.items()}})
