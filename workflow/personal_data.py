"""Personal data is taken out of history, drafts and the log of events, with a trace that it was."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from data import erasure
from data.audit import Action, AuditEvent, record
from data.database import Store
from data.erasure import Key
from data.errors import CommandRefused
from language import N_, Sentence, local_day, speak
from workflow.permission import Right, command
from workflow.person import Person

LEAST = 3
MARK = N_("[removed {day}]")
TOO_SHORT = N_("Write at least {count} letters of what is to be removed. Nothing was changed.")
NO_REASON = N_("Write why it is removed: the trace says so. Nothing was changed.")
REASON_HOLDS_IT = N_("The reason holds what is to be removed. Say it without; nothing was changed.")
NOWHERE = N_("It stands in no history, draft or event any more. Nothing was changed.")


@dataclass(frozen=True)
class Removal:
    """What is to be taken out, and why; ``only`` names rows by where they are kept and their key, and is
    empty where all are meant.
    """

    text: str
    reason: str
    only: Collection[tuple[str, Key]] = field(default=())


@command(Right.ADMINISTER, is_event=False)
def remove_personal_data(
    store: Store, person: Person, removal: Removal, *, at: datetime
) -> Mapping[str, int]:
    """Put a mark with the day in the text's place, at once everywhere; gives how many rows were changed, by
    where they are kept. The event says who, when, in how many rows and why, and never what it was.

    Raises :class:`data.errors.CommandRefused` where the text is too short or stands nowhere, and where the
    reason is missing or holds it.
    """
    text, reason = removal.text.strip(), removal.reason.strip()
    if sum(map(str.isalnum, text)) < LEAST:
        raise CommandRefused(Sentence(TOO_SHORT, {"count": LEAST}))
    if not reason:
        raise CommandRefused(Sentence(NO_REASON))
    if erasure.holds(reason, text):
        raise CommandRefused(Sentence(REASON_HOLDS_IT))
    mark = speak("da")(MARK, day=local_day(at).isoformat())
    counts = erasure.erase(store, text, mark, removal.only)
    if not counts:
        raise CommandRefused(Sentence(NOWHERE))
    subject = ", ".join(f"{name} {count}" for name, count in counts.items())
    record(
        store,
        AuditEvent(Action.PERSONAL_DATA_REMOVAL, person.name, person.roles, subject, note=reason),
        at=at,
    )
    return counts
