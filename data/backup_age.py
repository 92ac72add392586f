"""Which backups are kept: many of late, few of long ago.

Days, weeks and months are counted by the backups that there are, not by the calendar: after a long summer
without any, or with a clock that jumped years ahead, those of before are still kept.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

from data.backup import secret_of
from data.backup_schedule import moment_of
from data.table_sums import sums_file

DAYS, WEEKS, MONTHS = 7, 5, 12
"""All of the last seven days with a backup are kept, the last one of each of the last five weeks, and the
last one of each of the last twelve months.
"""


def to_remove(moments: Collection[datetime], now: datetime) -> set[datetime]:
    """Which of the backups made at these moments (UTC) are not kept any more. One from the future, which a
    clock made that was ahead, always stays.
    """
    past = sorted((each for each in moments if each <= now), reverse=True)
    days = list(islice(dict.fromkeys(each.date() for each in past), DAYS))
    kept = {each for each in past if each.date() in days}
    kept |= _newest_of_each(past, _week, WEEKS) | _newest_of_each(past, _month, MONTHS)
    return set(past) - kept


def remove_aged(folder: Path, newest: Path, now: datetime) -> list[str]:
    """Remove the backups of the register of ``newest``, a good one that always stays, that are not kept any
    more, with their sums; gives their names. Nothing else in the folder is touched: not what has another
    name, what can't be read, nor another register's. Raises OSError where one can't be removed.
    """
    moments = {moment: path for path in folder.iterdir() if (moment := moment_of(path.name))}
    candidates = [moments[each] for each in sorted(to_remove(moments, now)) if moments[each] != newest]
    secret = secret_of(newest)
    aged = [path for path in candidates if path.is_file() and secret and secret_of(path) == secret]
    for path in aged:
        path.unlink()
        sums_file(path).unlink(missing_ok=True)
    return [path.name for path in aged]


def _newest_of_each(
    past: Sequence[datetime], period: Callable[[datetime], Hashable], most: int
) -> set[datetime]:
    """The newest backup of each of the last so many periods; ``past`` has the newest first."""
    newest: dict[Hashable, datetime] = {}
    for each in past:
        newest.setdefault(period(each), each)
    return set(islice(newest.values(), most))


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return moment.year, moment.month
