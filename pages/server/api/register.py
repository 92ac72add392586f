"""What programs bring into the register, and how it is looked after."""

import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Response, UploadFile
from pydantic import BaseModel, Field

from data.tokens import Scope
from pages.server.api.answers import in_thread
from pages.server.api.caller import Asking, Caller
from workflow.command_line.call import Call
from workflow.command_line.works import WORKS
from workflow.imports import imports

router = APIRouter(tags=["write"])


class ImportForm(BaseModel):
    """Files, and how they are taken in: only looked at, unless they are to be stored."""

    files: list[UploadFile] = Field(description="Exchange files, or one file of another system.")
    store: bool = Field(False, description="Store them.")
    accept_valid: bool = Field(False, description="Store the good rows of a file with bad ones.")
    kind: str = Field("", description="What the file holds, where its name doesn't tell.")
    profile: str = Field("", description="How a file of another system is read.")
    sheet: str = Field("", description="Which sheet of it.")


class ImportOutcome(BaseModel):
    """What became of files: ``lines`` say it in words. ``stored`` and ``preview`` may hold notices;
    ``refused`` names what is to be mended, and then of a file with a row that can't be taken in nothing was
    stored.
    """

    status: Literal["stored", "preview", "refused"]
    lines: list[str]


class ImportHead(BaseModel):
    """A file of another system that was taken in; times are UTC."""

    number: int
    file: str
    who: str
    imported_at: datetime
    profile: str
    new: int
    changed: int
    unchanged: int
    rejected: int
    sha256: str
    undone_at: datetime | None


@dataclass
class _Lines:
    """What a command says, kept."""

    lines: list[str] = field(default_factory=list)

    def say(self, line: str, *, is_error: bool = False) -> None:
        self.lines.append(line)

    def write(self, name: str, content: bytes) -> None:
        raise AssertionError(name)


@router.get("/imports")
async def list_imports(caller: Asking) -> list[ImportHead]:
    """The files of other systems that were taken in, newest first."""

    def answer() -> list[ImportHead]:
        store, _ = caller.entered(Scope.IMPORT)
        return [
            ImportHead(**{name: getattr(each, name) for name in ImportHead.model_fields})
            for each in imports(store)
        ]

    return await in_thread(answer)


@router.post("/imports")
async def import_files(
    caller: Asking, response: Response, form: Annotated[ImportForm, Form()]
) -> ImportOutcome:
    """Look at files as they would be taken in, or take them in: all in one saving."""
    options: dict[str, object] = form.model_dump(exclude={"files", "store"})
    options["dry_run"] = not form.store
    with tempfile.TemporaryDirectory() as folder:
        paths = [await _kept(each, Path(folder) / "files") for each in form.files]
        path = paths[0] if len(paths) == 1 else Path(folder) / "files"
        outcome = await in_thread(lambda: _run(caller, "import", options, (path,)))
    if outcome.status == "refused":
        response.status_code = 422
    return outcome


@router.post("/imports/{number}/undo")
async def undo_import(caller: Asking, number: int) -> ImportOutcome:
    """Take an import back, but for what people have changed since."""
    return await in_thread(lambda: _run(caller, "undo", {"number": number, "dry_run": False}))


def _run(
    caller: Caller, name: str, options: dict[str, object], paths: tuple[Path, ...] = ()
) -> ImportOutcome:
    register, person = caller.entered(Scope.IMPORT)
    outlet = _Lines()
    call = Call(name, person.name, caller.words.code, options, paths)
    if WORKS[name].run(register, person, call, outlet):
        return ImportOutcome(status="refused", lines=outlet.lines)
    return ImportOutcome(status="preview" if options["dry_run"] else "stored", lines=outlet.lines)


async def _kept(file: UploadFile, folder: Path) -> Path:
    """An upload as a file of its own name, whatever folders stand before that."""
    folder.mkdir(exist_ok=True)
    path = folder / (Path((file.filename or "").replace("\\", "/")).name or "file")
    with path.open("wb") as target:
        while part := await file.read(1_000_000):
            target.write(part)
    return path
