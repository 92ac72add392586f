"""The child process that reads a foreign file: ``python -I read_in_child.py FILE REQUEST``. It imports
little, and stores nothing.

It answers with a line a sheet, lines of its rows and its notices, and an end; or with the sentence that says
why the file can't be read. A request to count respondents is answered with counts alone.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import fields
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # the isolated start knows no folder of ours

from data.errors import UnreadableFile
from data.foreign.limits import FOREIGN_LIMITS, MOST_SHEETS
from data.foreign.readers.raw_sheet import RawSheet
from data.foreign.readers.sheets import sheets_of
from data.foreign.trimmed import Trimmer
from data.ingest.child_process import answer, limit_this_process
from language import Sentence

ROWS_AT_ONCE = 500


def main(path: str, request: str) -> None:
    """Say what stands in the file; whatever goes wrong is an answer too."""
    limit_this_process(FOREIGN_LIMITS)
    try:
        wishes = json.loads(Path(request).read_text())
        if "survey" in wishes:
            from data.foreign.survey_counts import answer_survey

            answer_survey(_sheets(path, wishes["name"]), wishes)
        else:
            for sheet in _sheets(path, wishes["name"]):
                _say(sheet)
            answer(end=True)
    except UnreadableFile as refused:
        answer(refusal=_sendable(refused.sentence))
    except MemoryError:
        answer(refusal="too_heavy")
    except BaseException:  # noqa: BLE001  # a reader's panic is no Exception, and must not look like an answer
        answer(refusal="broken")


def _sheets(path: str, name: str) -> Iterator[RawSheet]:
    trimmer = Trimmer(name)
    for sheet in islice(sheets_of(Path(path), name), MOST_SHEETS):
        yield RawSheet(sheet.name, trimmer.rows(sheet.rows), sheet.notices)


def _say(sheet: RawSheet) -> None:
    rows = iter(sheet.rows)
    first = list(islice(rows, ROWS_AT_ONCE))
    if not first:
        return
    answer(sheet=sheet.name, notices=[_sendable(notice) for notice in sheet.notices])
    answer(rows=first)
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        answer(rows=batch)


def _sendable(sentence: Sentence) -> dict[str, object]:
    return {field.name: getattr(sentence, field.name) for field in fields(sentence)}


if __name__ == "__main__":
    main(*sys.argv[1:3])
