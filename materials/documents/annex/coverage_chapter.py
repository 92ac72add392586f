"""Who was asked, who answered, and who is late."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from data.database import Store
from data.models import Answer
from evaluation.collection import Cell, collect
from evaluation.scales import BODY_LEVELS
from language import Words
from materials.documents.blocks import Block, Text, clean, table
from materials.documents.round_blocks import table_caption
from materials.documents.round_material import RoundMaterial


def round_cells(store: Store, material: RoundMaterial) -> tuple[Cell, ...]:
    """How far every body and principle has come, by the day of the register's newest change."""
    return collect(store, material.round, material.snapshot.norms, material.data_on)


def coverage_chapter(cells: Sequence[Cell], material: RoundMaterial, words: Words) -> Iterator[Block]:
    """A row for each body that was asked; under it those that were not, because they did not exist on the day
    the round opened.
    """
    cells_by_body = {
        (body, name): list(group)
        for (body, name), group in groupby(cells, lambda each: (each.body, each.name))
    }
    rows, not_asked = [], []
    for (body, name), group in cells_by_body.items():
        if group[0].state == "not_asked":
            not_asked.append(name)
            continue
        answers = [each for each in material.snapshot.answers if each.body == body]
        level = words(BODY_LEVELS[group[0].level])
        rows.append((name, level, *_answered(answers, words), _due(group, material.data_on, words)))
    header = (
        words("Committee or centre"),
        words("Level"),
        words("Answered"),
        words("Cannot be judged"),
        words("Answer due"),
    )
    text = words("Who was asked, and how many of the five principles each has answered")
    yield table([header, *rows], (36, 14, 14, 14, 22), table_caption(text, words))
    if not_asked:
        yield Text(
            clean(
                words(
                    "Not asked, since they did not exist on the day the round opened: {names}.",
                    names=tuple(not_asked),
                )
            )
        )


def _answered(answers: Sequence[Answer], words: Words) -> tuple[str, str]:
    """How many of the principles a body has answered, and how many of those it could not judge."""
    submitted = [each for each in answers if each.status == "submitted"]
    not_assessable = sum(each.not_assessable for each in submitted)
    return words.share_of(len(submitted), len(answers)), words.number(not_assessable)


def _due(cells: Sequence[Cell], today: date, words: Words) -> str:
    """The day an answer is due, and that it is late where it is."""
    waiting = [each for each in cells if each.waits]
    if not waiting:
        return words("all answered") if all(each.state != "unanswered" for each in cells) else "–"
    day = words.date(waiting[0].due, "short") or words("no date")
    is_late = any(each.is_late(today) for each in waiting)
    return words("{day}, late", day=day) if is_late else day
