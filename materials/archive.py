"""Several files as one ZIP, the same bytes for the same files: no clock stands in it."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from materials.filenames import numbered

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day that every file in an archive bears: the first one that a ZIP knows."""


def zipped(files: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of files by name, in their order; a name with slashes lies in folders. Where several have one
    name, all but the first are numbered.
    """
    pairs = list(files.items() if isinstance(files, Mapping) else files)
    names = numbered(name for name, _ in pairs)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (_, content) in zip(names, pairs, strict=True):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
