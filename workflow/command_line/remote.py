"""A command sent to the dashboard that has the register open, and what comes back.

What goes there is a ZIP: ``call.json`` and the files that the command brings. What comes back is a line of
JSON for each thing that happens: a line to say, a file, a refusal, and in the end the exit status.
"""

import base64
import http.client
import json
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from data.cli_output import INTERRUPTED
from data.errors import UserError
from data.ingest.folders import csv_files
from data.running_dashboard import RunningDashboard
from language import N_, Sentence
from workflow.command_line.call import Call, Outlet

CALL = "call.json"
GOES_ON = N_(
    "Stopped waiting. The dashboard that has the register open goes on with it: look there whether it was"
    " stored."
)
BROKEN_OFF = N_(
    "The dashboard that has the register open ended before it said what came of this. Start it again, and"
    " look whether it was stored."
)
REFUSED = N_(
    "The dashboard that has the register open is of another version. Start it again, then try again."
)


class Unanswered(UserError):
    """For whoever runs a command: what came of it is not known here."""


class StoppedWaiting(Unanswered):
    """They stopped it by Ctrl-C."""

    exit_code = INTERRUPTED


class RemoteRefusal(UserError):
    """What the dashboard refused, in its words."""

    def __init__(self, sentence: str, exit_code: int) -> None:
        super().__init__(Sentence("{said}", {"said": sentence}))
        self.exit_code = exit_code


def ask(dashboard: RunningDashboard, call: Call, outlet: Outlet) -> int:
    """Have a command done by the dashboard; gives its exit status. Raises :class:`UserError`: what the
    dashboard refused, or that it ended meanwhile.
    """
    with _packed(call) as body:
        try:
            for event in _events(dashboard, body):
                match event:
                    case {"line": str(line), "is_error": bool(is_error)}:
                        outlet.say(line, is_error=is_error)
                    case {"file": str(name), "content": str(content)}:
                        outlet.write(name, base64.b64decode(content))
                    case {"refusal": ""}:
                        raise Unanswered(Sentence(REFUSED))
                    case {"refusal": str(text), "status": int(status)}:
                        raise RemoteRefusal(text, status)
                    case {"status": int(status)}:
                        return status
        except KeyboardInterrupt as problem:
            raise StoppedWaiting(Sentence(GOES_ON)) from problem
        except (OSError, http.client.HTTPException, ValueError) as problem:
            raise Unanswered(Sentence(BROKEN_OFF)) from problem
    raise Unanswered(Sentence(BROKEN_OFF))


def _events(dashboard: RunningDashboard, body: IO[bytes]) -> Iterator[Mapping[str, Any]]:
    connection = http.client.HTTPConnection(dashboard.host, dashboard.port)
    headers = {
        "authorization": f"Bearer {dashboard.secret}",
        "content-type": "application/zip",
        "content-length": str(body.seek(0, 2)),
    }
    body.seek(0)
    try:
        connection.request("POST", "/commands", body, headers)
        answer = connection.getresponse()
        if answer.status != 200:
            raise Unanswered(Sentence(REFUSED))
        while line := answer.readline():
            yield json.loads(line)
    finally:
        connection.close()


@contextmanager
def _packed(call: Call) -> Iterator[IO[bytes]]:
    """The ZIP as a file to read."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(CALL, json.dumps(_as_json(call), ensure_ascii=False))
            for number, path in enumerate(call.paths):
                for each in _files_of(path):
                    archive.write(each, f"{number}/{each.relative_to(path.parent).as_posix()}")
        yield file


def _files_of(path: Path) -> list[Path]:
    """A file; or those of a folder that a command could read."""
    return csv_files(path) if path.is_dir() else [path]


def _as_json(call: Call) -> dict[str, Any]:
    return {
        "command": call.command,
        "person": call.person,
        "language": call.language,
        "options": call.options,
        "paths": [str(path) for path in call.paths],
        "folders": [path.is_dir() for path in call.paths],
    }


def unpacked(body: Path, folder: Path) -> tuple[Call, Mapping[str, str]]:
    """The call that lies in a ZIP, its files put into a folder; and how its paths were called where it came
    from, by what they are called here. Raises ValueError or :class:`zipfile.BadZipFile` where it is no call.
    """
    with zipfile.ZipFile(body) as archive:
        archive.extractall(folder)
    fields = json.loads((folder / CALL).read_text(encoding="utf-8"))
    names = {}
    for number, (path, is_folder) in enumerate(zip(fields["paths"], fields["folders"], strict=True)):
        here = folder / str(number) / Path(path).name
        if is_folder:
            here.mkdir(parents=True, exist_ok=True)
        names[str(here)] = path
    paths = tuple(Path(here) for here in names)
    return Call(fields["command"], fields["person"], fields["language"], fields["options"], paths), names
