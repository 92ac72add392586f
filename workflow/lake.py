"""A register's records given to a lake of many municipalities, and taken back."""

from collections.abc import Sequence

from data.audit import Action, AuditEvent, record
from data.database import Store
from data.lake.gather import Gathering, partition_files, register_hash
from workflow.permission import Right, command
from workflow.person import Person


@command(Right.ADMINISTER, is_event=False)
def gather(store: Store, person: Person, gathering: Gathering) -> Sequence[tuple[str, bytes]]:
    """Give this register's open records to a lake: the files of its partition by their names, the manifest
    last, all of one moment, since nobody saves meanwhile. Raises :class:`workflow.permission.NotPermitted`.
    """
    with store.alone():
        files = list(partition_files(store, gathering))
    _record(store, person, f"gather {gathering.municipality}")
    return files


@command(Right.ADMINISTER, is_event=False)
def withdraw(store: Store, person: Person, municipality: str) -> str:
    """Take this register out of a lake: gives by what the lake knows it. Raises
    :class:`workflow.permission.NotPermitted`.
    """
    _record(store, person, f"withdraw {municipality}")
    return register_hash(store)


def _record(store: Store, person: Person, subject: str) -> None:
    record(store, AuditEvent(Action.EXPORT, person.name, person.roles, subject))
