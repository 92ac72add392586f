"""What a restore of a backup would lose of the register of today."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from data.backup_contents import BackupContents
from data.database import Store
from data.register import seal_key


@dataclass(frozen=True)
class LostChanges:
    """How many saved changes a restore would lose, when the last of them was made (UTC; None: there is none)
    and by whom.
    """

    count: int
    last_at: datetime | None
    last_by: str


def is_same_register(store: Store, contents: BackupContents) -> bool:
    """Whether a backup is of this register, at whatever time: it has the same secret."""
    return sha256(seal_key(store)).hexdigest() == contents.secret_hash


def lost_since(store: Store, contents: BackupContents) -> LostChanges:
    """The changes of a register that a backup of it does not hold. Those after an earlier restore have
    numbers that the backup may have given to others, and are known by their moment.
    """
    count, last_at, last_by = store.rows(
        "select count(*), max(happened_at), arg_max(who, entry) from history where entry > $entry or"
        " happened_at > $newest",
        entry=contents.entry,
        newest=contents.newest or datetime.min,
    )[0]
    return LostChanges(int(count), last_at, last_by or "")
