"""What tells a row's consultation again, and the key that it has or gets."""

from collections.abc import Mapping, Sequence

from data.foreign.headers import folded
from data.foreign.known_words import ConsultationNames, KnownWords
from data.foreign.profile import Profile
from data.foreign.sheet import ForeignTable
from data.foreign.unknown_words import says_nothing
from data.ingest.plain_text import plain_line
from data.keys import FreeKeys

BETWEEN = " · "
TITLE_DAYS = ("title", "start_on", "end_on")


def identity_cells(table: ForeignTable, profile: Profile) -> list[str]:
    """By row the texts of the profile's identity columns as they stand, empty where all of them are."""
    names = [name for name in profile.identity if name in table.cells]
    if not names:
        return [""] * len(table.cells)
    columns = [table.cells[name].tolist() for name in names]
    return [_joined(texts) for texts in zip(*columns, strict=True)]


def _joined(texts: Sequence[str]) -> str:
    lines = ["" if says_nothing(text) else plain_line(text) for text in texts]
    return BETWEEN.join(lines) if any(lines) else ""


def identity_of(text: str, profile: Profile) -> str:
    """An identity in the form in which it is compared: a title whatever its capitals."""
    titles = {use.column for use in profile.columns if use.fills == "title"}
    return folded(text) if titles & set(profile.identity) else text


def title_and_days(row: Mapping[str, str]) -> str:
    """What tells a consultation again that has no key of its own."""
    return BETWEEN.join([folded(row.get("title", "")), *(row.get(name, "") for name in TITLE_DAYS[1:])])


class ConsultationKeys:
    """The keys of consultations that are known, and new ones made of year and title."""

    def __init__(self, known: KnownWords, keys: Mapping[str, str]) -> None:
        self._known, self._keys = known, keys
        self._names = ConsultationNames(known)
        self._free = FreeKeys(known.titles)
        self._new: dict[str, str] = {}

    def stored(self, identity: str) -> str | None:
        """The key of a consultation that was taken in before."""
        return self._keys.get(identity) if identity else None

    def of_parts(self, identity: str, row: Mapping[str, str]) -> str | None:
        """The key of the consultation that parts or events belong to: taken in before, or named by any of
        its own texts; None where it is new.
        """
        if key := self.stored(identity):
            return key
        for text in (identity, row.get("url", ""), row.get("case_number", ""), row.get("title", "")):
            if text and (key := self._names.key(text)):
                return key
        return None

    def new(self, identity: str, row: Mapping[str, str]) -> str:
        """A free key; the same one for the same identity."""
        if identity not in self._new:
            year = (row.get("start_on") or row.get("planned_start_on") or "")[:4]
            title = row.get("title", "")
            self._new[identity] = self._free.next(f"{year} {title}" if title else "", otherwise="inddragelse")
        return self._new[identity]

    def title(self, key: str) -> str:
        """The title of a stored consultation, empty where there is none."""
        return self._known.titles.get(key, "")
