"""How programs look after the register: a backup to carry away, and whether everything is sound."""

from datetime import datetime

from fastapi import APIRouter, Response
from pydantic import BaseModel

from data.backup_schedule import backup_name
from data.clock import utc_now
from data.tokens import Scope
from pages.server.api.answers import in_thread
from pages.server.api.caller import Asking
from workflow.backups import check_register, fetch_backup

router = APIRouter(tags=["look after"])
REGISTER = "application/vnd.duckdb"


class TableSum(BaseModel):
    """How many rows a table has, and the SHA-256 of all of them."""

    rows: int
    sha256: str


class CheckReport(BaseModel):
    """Every table, and in words what is wrong; nothing where ``problems`` is empty."""

    checked_at: datetime
    tables: dict[str, TableSum]
    problems: list[str]


@router.get("/backup", response_class=Response)
async def backup(caller: Asking) -> Response:
    """The register as one file, made and read through for this request. It holds the secret of forms sent
    out and every confidential word: whoever has it has the register.
    """
    now = utc_now()

    def answer() -> Response:
        store, person = caller.entered(Scope.LOOK_AFTER)
        headers = {"content-disposition": f'attachment; filename="{backup_name(now)}"'}
        return Response(fetch_backup(store, person, at=now), media_type=REGISTER, headers=headers)

    return await in_thread(answer)


@router.get("/check")
async def check(caller: Asking) -> CheckReport:
    """Read every record of a copy of the register, and look at every rule."""

    def answer() -> CheckReport:
        store, person = caller.entered(Scope.LOOK_AFTER)
        report = check_register(store, person, at=utc_now())
        return CheckReport(
            checked_at=report.checked_at,
            tables={name: TableSum(rows=each.rows, sha256=each.sha256) for name, each in report.sums.items()},
            problems=[caller.words.say(problem) for problem in report.problems],
        )

    return await in_thread(answer)
