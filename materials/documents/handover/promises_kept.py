"""What a council decided in its term: what became of it, and what is left to the next one."""

from collections import Counter
from collections.abc import Iterator, Sequence

from data.models import Action
from evaluation.overdue import has_ended
from evaluation.scales import ACTION_STATES, ROWS
from language import Words
from materials.documents.blocks import Block, Heading, Items, Table, Text, clean, table
from materials.documents.case.earlier_treatment import live_notice
from materials.documents.round_blocks import table_caption
from materials.documents.round_material import RoundMaterial


def promises_kept(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """The actions of both rounds: counted, those that are over with what became of them, and the open ones
    with who and by when.
    """
    actions = (*material.promises, *material.decisions)
    yield Heading(words("What we decided, and what became of it"), 1)
    if not actions:
        yield Text(words("No action is recorded."))
        return
    yield Text(_counted(actions, words))
    if over := [action for action in actions if has_ended(action)]:
        yield _over(over, words)
    if still_open := [action for action in actions if not has_ended(action)]:
        yield Text(words("Left to you:"), "strong")
        yield Items(tuple(clean(_open_action(action, words)) for action in still_open))
    yield from live_notice(material, words)


def _counted(actions: Sequence[Action], words: Words) -> str:
    counts = Counter(action.state for action in actions)
    parts = tuple(
        f"{counts[state]} {words(label).lower()}" for state, label in ACTION_STATES.items() if counts[state]
    )
    return words.many("{count} action: {parts}.", "{count} actions: {parts}.", len(actions), parts=parts)


def _over(actions: Sequence[Action], words: Words) -> Table:
    header = (words("What was decided"), words("What became of it"))
    rows = [
        (
            _under(action, words),
            f"{words(ACTION_STATES[action.state])}: {action.outcome or words('no outcome is recorded yet')}",
        )
        for action in actions
    ]
    return table(
        [header, *rows], (46, 54), table_caption(words("What was done, and what was dropped"), words)
    )


def _open_action(action: Action, words: Words) -> str:
    """An action that has not ended, who owns it, by when, and what has become of it so far."""
    owner = action.owner or words("nobody named")
    day = words.date(action.due_on, "short") or words("no date")
    line = f"{action.text} ({words(ROWS[action.principle], number=action.principle)}; {owner}, {day})"
    return f"{line}: {action.outcome}" if action.outcome else line


def _under(action: Action, words: Words) -> str:
    return f"{action.text} ({words(ROWS[action.principle], number=action.principle)})"
