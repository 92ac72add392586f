"""When the dashboard backs the register up by itself, and under which name: told by settings in the
environment.

Backups fall on a fixed grid of moments in UTC, one every so many hours from 01:00 (two or three at night in
Denmark), so that neither a slow backup nor a summer time lets them drift. Names are in UTC too: by the clock
in Denmark two backups of an autumn night could have the same one.
"""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from language import N_, Sentence

FOLDER, HOURS = "OEJENHOEJDE_BACKUPS", "OEJENHOEJDE_BACKUP_HOURS"
USUAL_HOURS = 24
MOST_HOURS = 24 * 31
FIRST = datetime(2000, 1, 1, 1)
"""From here on the moments of backups are counted, in UTC."""
RETRY = timedelta(minutes=30)
"""So long after a try, whatever came of it, there is no other one by itself."""
SLACK = timedelta(minutes=5)
"""By so much a clock is put right now and then; a backup from further ahead was made by a wrong clock."""
STAMP = "%Y-%m-%dT%H%M"
NAME = re.compile(r"register-(\d{4}-\d\d-\d\dT\d{4})Z\.duckdb")
WRONG_HOURS = N_(
    "{setting} says how many hours lie between two backups, a whole number from 1 to {most}, and not"
    " “{value}”. Until it is mended there is one every {count} hours."
)


@dataclass(frozen=True)
class Schedule:
    """Into which folder the register is backed up, and how many hours apart; ``problem`` says what is wrong
    with the settings (None: nothing).
    """

    folder: Path
    hours: int = USUAL_HOURS
    problem: Sentence | None = None

    @property
    def interval(self) -> timedelta:
        return timedelta(hours=self.hours)


def schedule_settings(environment: Mapping[str, str] = os.environ) -> Schedule | None:
    """The schedule that is set; None where no folder is. A number of hours that can't be used keeps nobody
    from backups: it is the schedule's problem.
    """
    folder, hours = environment.get(FOLDER, "").strip(), environment.get(HOURS, "").strip()
    if not folder:
        return None
    path = Path(folder).absolute()
    if not hours:
        return Schedule(path)
    if hours.isascii() and hours.isdecimal() and 1 <= int(hours[:9]) <= MOST_HOURS:
        return Schedule(path, int(hours))
    values = {"setting": HOURS, "value": hours[:40], "most": MOST_HOURS, "count": USUAL_HOURS}
    return Schedule(path, problem=Sentence(WRONG_HOURS, values))


def backup_name(made_at: datetime) -> str:
    """``register-2026-11-29T0200Z.duckdb`` for a moment in UTC."""
    return f"register-{made_at.strftime(STAMP)}Z.duckdb"


def moment_of(name: str) -> datetime | None:
    """The moment in UTC that a backup of the schedule has in its name; None for any other name."""
    if match := NAME.fullmatch(name):
        with suppress(ValueError):
            return datetime.strptime(match[1], STAMP)
    return None


def slot_of(now: datetime, hours: int) -> datetime:
    """The last moment of the grid that has come."""
    return now - (now - FIRST) % timedelta(hours=hours)


def is_due(now: datetime, last_good_at: datetime | None, *, hours: int, since_try: timedelta | None) -> bool:
    """Whether a backup is to be made: none since the last moment of the grid, also one that was missed while
    the program did not run.

    ``since_try`` is how long the last try of this run of the program is ago, by a clock that nobody sets
    (None: there was none). It keeps a clock that is set back from stopping the schedule, and one that jumps
    to and fro from making backups in a loop.
    """
    if since_try is not None and since_try < RETRY:
        return False
    if since_try is not None and since_try >= timedelta(hours=hours):
        return True
    if last_good_at is None or last_good_at > now + SLACK:
        return True
    return last_good_at < slot_of(now, hours)


def next_backup_at(now: datetime, last_good_at: datetime | None, hours: int) -> datetime:
    """When the next one is to be made; now, where it is due."""
    if is_due(now, last_good_at, hours=hours, since_try=None):
        return now
    return slot_of(now, hours) + timedelta(hours=hours)
