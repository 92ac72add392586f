"""Names of columns that say when a consultation begins and ends: what the word is, and of which period."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

START, END = "start", "end"
HEARING, PLAIN, OWN = "hearing", "", "own"
"""The families of a period: the hearing's own, one without a name, and the words of our own screens."""
WORDS = tomllib.loads((Path(__file__).parent / "periods.toml").read_text(encoding="utf-8"))
PERIOD_NAMES = frozenset(WORDS["whole"]) | frozenset(WORDS["hearings"])
"""Of columns with both days in one cell."""
HEARINGS, STARTS, ENDS = ("|".join(WORDS[name]) for name in ("hearings", "starts", "ends"))
PLANNED = re.compile(r"(?:planlagt|planlagte|forventet|planned|estimated|expected|anslået) ")
_START = re.compile(rf"(?:(?P<stem>{HEARINGS}) )?(?:{STARTS})")
_END = re.compile(rf"(?:(?P<stem>{HEARINGS}) )?(?:{ENDS})")
_TAIL = re.compile(rf"(?P<family>.*\b(?:{HEARINGS})) (?:(?P<start>{STARTS})|(?P<end>{ENDS}))")
OWN_WORDS = {"begyndt": START, "afsluttet": END, "started": START, "ended": END}
"""A case list has them too: they count as a pair alone."""


@dataclass(frozen=True)
class PeriodRole:
    """Which end of a period a name means, the period's family, and whether it was only planned."""

    end: str
    family: str
    is_planned: bool = False

    @property
    def field(self) -> str:
        """The date field that it fills."""
        return f"{'planned_' if self.is_planned else ''}{self.end}_on"


def period_role(words: str) -> PeriodRole | None:
    """The role of a column's name; None where it names no end of a consultation's period."""
    if match := PLANNED.match(words):
        role = _role(words[match.end() :])
        return None if role is None or role.family == OWN else PeriodRole(role.end, role.family, True)
    return _role(words)


def event_role(words: str) -> PeriodRole | None:
    """The role of an event's name, which may say more before it (``reg 18 public consultation start``)."""
    if role := period_role(words):
        return role
    match = PLANNED.match(words)
    tail = _TAIL.fullmatch(words[match.end() :] if match else words)
    if tail is None:
        return None
    return PeriodRole(START if tail["start"] else END, tail["family"], match is not None)


def _role(words: str) -> PeriodRole | None:
    if words in WORDS["starts_in_one_word"]:
        return PeriodRole(START, HEARING)
    if words in WORDS["ends_in_one_word"]:
        return PeriodRole(END, HEARING)
    if words in OWN_WORDS:
        return PeriodRole(OWN_WORDS[words], OWN)
    if words.startswith("periode "):
        words = words.removeprefix("periode ")
    for end, pattern in ((START, _START), (END, _END)):
        if match := pattern.fullmatch(words):
            return PeriodRole(end, HEARING if match["stem"] else PLAIN)
    return None
