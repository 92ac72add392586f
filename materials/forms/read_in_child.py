"""The child process that reads a filled form: ``python -I read_in_child.py FILE``. It imports little, and
stores nothing.

It answers with the seal first, and with locked text and answers after that; or with the reason for which it
is none (``no_form``, ``too_large``, ``tampered``, ``broken``).
"""

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # the isolated start knows no folder of ours

from data.ingest.child_process import answer, limit_this_process
from materials.forms import excel_reader, word_reader

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
    else:
        answer(refusal="no_form")


def _say(seal: str | None, contents: Callable[[], tuple[str, dict[str, str]]]) -> None:
    if seal is None:
        answer(refusal="no_form")
        return
    answer(seal=seal)
    try:
        locked_text, answers = contents()
    except ValueError:
        answer(refusal="tampered")
        return
    answer(locked=locked_text, answers=answers)


if __name__ == "__main__":
    main(sys.argv[1])
