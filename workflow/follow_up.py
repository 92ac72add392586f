"""What was decided to do, and what became of it."""

from dataclasses import replace
from uuid import uuid4

from data.database import Store
from data.errors import RecordProblem, RecordRefused
from data.models import Action
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import action_cells
from workflow.permission import Right, command
from workflow.person import Person


@command(Right.CONCLUDE)
def decide_action(store: Store, person: Person, action: Action) -> list[RecordProblem]:
    """Add an action after a round, under a key of its own; gives notices. Raises
    :class:`data.errors.RecordRefused` where its text or its owner is missing.
    """
    _ask_for_owner(action)
    new_action = replace(action, action=f"{action.round}:{uuid4().hex[:8]}")
    return save_records(store, person.name, [RowChange("actions", action_cells(new_action))])


@command(Right.CONCLUDE)
def update_action(
    store: Store, person: Person, *, action_before: Action, action_after: Action
) -> list[RecordProblem]:
    """Say what became of an action, or who owns it by when; gives notices. Raises
    :class:`data.errors.ChangedMeanwhile` where another has changed ``action_before`` since, and
    :class:`data.errors.RecordRefused` where it had an owner and would have none.
    """
    if action_before.owner:
        _ask_for_owner(action_after)
    return save_records(
        store, person.name, [RowChange("actions", action_cells(action_after), action_cells(action_before))]
    )


def _ask_for_owner(action: Action) -> None:
    """What nobody owns is not followed up. Older records and files may lack one all the same."""
    if not (action.owner or "").strip():
        reason = Sentence(N_("must be filled in: somebody has to follow it up"))
        raise RecordRefused([RecordProblem("actions", 0, "owner", "", reason)])
