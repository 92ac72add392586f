"""Whether the dashboard does its work: for a monitor, which needs no token and learns nothing of records."""

import os
import shutil
from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from data import queries
from data.backup_state import schedule_problem
from data.clock import utc_now
from data.errors import StoreError
from data.migrations import newest
from data.register import database_path
from pages import session
from pages.server.api.answers import in_thread

DISK_ALARM = "OEJENHOEJDE_DISK_ALARM_MB"
"""The setting: below so many free megabytes beside the register health is degraded."""
USUAL_ALARM = 500
router = APIRouter(tags=["health"])


class Health(BaseModel):
    """``ok``; ``degraded`` where pages work and ``problems`` says what doesn't (``disk``, ``read_only``,
    ``replaced``: the file was removed or written over, so that nothing can be saved until the program is
    started again; ``backup``); ``down`` (and status 503) where the register can't be used.
    """

    status: Literal["ok", "degraded", "down"]
    problems: list[str]
    schema_version: int
    disk_free_mb: int | None


@router.get("/health")
async def health(response: Response) -> Health:
    """Whether the register can be read, and whether anything needs looking after."""
    now = await in_thread(state)
    if now.status == "down":
        response.status_code = 503
    response.headers["cache-control"] = "no-store"
    return now


def state() -> Health:
    """What stands now; the register is read for it."""
    free, problems = _free_megabytes(), []
    try:
        store = session.store()
        queries.rounds.oldest_first(store)
        if not store.is_writable:
            problems.append("read_only")
        if not store.is_in_place:
            problems.append("replaced")
    except StoreError:
        return Health(status="down", problems=["register"], schema_version=newest(), disk_free_mb=free)
    if free is not None and free < disk_alarm():
        problems.append("disk")
    if schedule_problem(utc_now()):
        problems.append("backup")
    return Health(
        status="degraded" if problems else "ok",
        problems=problems,
        schema_version=newest(),
        disk_free_mb=free,
    )


def disk_alarm() -> int:
    """Megabytes that must be free; the usual number where the setting is none."""
    setting = os.environ.get(DISK_ALARM, "").strip()
    return int(setting) if setting.isdecimal() else USUAL_ALARM


def _free_megabytes() -> int | None:
    try:
        return shutil.disk_usage(database_path().parent).free // 1_000_000
    except OSError:
        return None
