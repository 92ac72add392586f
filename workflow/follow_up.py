"""What was decided to do, and what became of it."""

from dataclasses import replace
from uuid import uuid4

from data.database import Store
from data.errors import RecordProblem
from data.models import Action
from data.writing import RowChange, save_records
from workflow.cells import action_cells
from workflow.person import Person


def decide_action(store: Store, person: Person, action: Action) -> list[RecordProblem]:
    """Add an action after a round, under a key of its own; gives notices. Raises
    :class:`data.errors.RecordRefused` where its text is missing.
    """
    keyed = replace(action, action=f"{action.round}:{uuid4().hex[:8]}")
    return save_records(store, person.name, [RowChange("actions", action_cells(keyed))])


def update_action(store: Store, person: Person, *, shown: Action, changed: Action) -> list[RecordProblem]:
    """Say what became of an action, or who owns it by when; gives notices. Raises
    :class:`data.errors.ChangedMeanwhile` where another has changed it since it was ``shown``.
    """
    return save_records(
        store, person.name, [RowChange("actions", action_cells(changed), action_cells(shown))]
    )
