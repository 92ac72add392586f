"""The child process that reads a filled form: ``python -I read_in_child.py FILE``. It imports little, and
stores nothing.

It answers with the seal first, and with locked text and answers after that; or with the reason for which it
is none (``no_form``, ``open_document``, ``seal_lost``, ``too_large``, ``tampered``, ``broken``).
"""

import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))  # the isolated start knows no folder of ours

from data.ingest.child_process import answer, limit_this_process
from materials.forms import excel_reader, word_reader

OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
TAG, FEWEST_FIELDS = re.compile(r"[1-5]\.\w+"), 35
"""What names a field, and as many as the shortest form has."""
LARGEST_UNPACKED, MOST_PARTS, MOST_TIMES_PACKED = 60_000_000, 2_000, 200


def main(path: str) -> None:
    """Say what stands in the file; whatever goes wrong is an answer too."""
    limit_this_process()
    try:
        with zipfile.ZipFile(path) as archive:
            _read(archive, path)
    except word_reader.Oversized:
        answer(refusal="too_large")
    except BaseException:  # noqa: BLE001  # a reader's panic is no Exception, and must not look like an answer
        answer(refusal="broken")


def _read(archive: zipfile.ZipFile, path: str) -> None:
    parts = archive.infolist()
    unpacked_size, packed_size = (
        sum(part.file_size for part in parts),
        sum(part.compress_size for part in parts),
    )
    if len(parts) > MOST_PARTS or unpacked_size > min(
        LARGEST_UNPACKED, 1_000_000 + MOST_TIMES_PACKED * packed_size
    ):
        raise word_reader.Oversized
    names = {part.filename for part in parts}
    if word_reader.DOCUMENT in names:
        _say(word_reader.seal_of(archive), lambda: word_reader.contents_of(archive))
    elif excel_reader.WORKBOOK in names:
        _say(excel_reader.seal_of(archive), lambda: excel_reader.contents_of(path))
    elif "mimetype" in names and archive.read("mimetype").startswith(OPEN_DOCUMENT):
        answer(refusal="open_document")
    else:
        answer(refusal="no_form")


def _say(seal: str | None, contents: Callable[[], dict[str, Any]]) -> None:
    if seal is not None:
        answer(seal=seal)
    try:
        values = contents()
    except ValueError:
        answer(refusal="no_form" if seal is None else "tampered")
        return
    if seal is not None:
        answer(**values)
    else:
        answer(refusal="seal_lost" if _is_ours(values) else "no_form")


def _is_ours(values: dict[str, Any]) -> bool:
    """Whether a file without a seal has the fields of a form."""
    tags = sum(TAG.fullmatch(tag) is not None for tag in values["answers"])
    return max(tags, len(values["cells"])) >= FEWEST_FIELDS


if __name__ == "__main__":
    main(sys.argv[1])
