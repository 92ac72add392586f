"""What the records show, against the norms: every fact a row, none left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluation.findings import Measurement
from language import Words
from materials.charts.chart import numbered
from materials.charts.facts import facts
from materials.documents.blocks import Table, clean
from materials.documents.round_blocks import facts_table
from materials.documents.round_material import RoundMaterial
from materials.slides import notes
from materials.slides.deck import Deck
from materials.slides.table_pages import TableLook, table_pages
from materials.slides.table_slides import add_table_slides, table_look

NUMBERS = (1,)


@dataclass(frozen=True)
class FactGroup:
    """The facts of one principle, or of proportionality (``number`` empty)."""

    name: str
    number: str
    measurements: tuple[Measurement, ...]


def add_fact_slides(deck: Deck) -> None:
    """As many slides as the facts take; a principle is not parted where it fits one."""
    material, words = deck.material, deck.words
    look = table_look(deck, NUMBERS)
    for groups in _packed(_groups(material, words), material, look, words):
        measurements = [each for group in groups for each in group.measurements]
        title = facts(measurements, material.scope(words), words).title
        about = words("“Known” is how many consultations are known of those that a fact speaks to.")
        own = notes.notes_of(material, words, _consultations(material, words), about)
        add_table_slides(
            deck, f"{_about(groups, words)}: {title}", _table(groups, material, words), own, numbers=NUMBERS
        )


def _groups(material: RoundMaterial, words: Words) -> list[FactGroup]:
    groups = [
        FactGroup(clean(numbered(each, words)), str(each.principle), each.indicators)
        for each in material.evaluation.principles
    ]
    name = words("Proportionality")
    return [*groups, FactGroup(name, "", material.evaluation.proportionality)]


def _packed(
    groups: Sequence[FactGroup], material: RoundMaterial, look: TableLook, words: Words
) -> list[list[FactGroup]]:
    """The groups that fit one slide together, in their order."""
    packs: list[list[FactGroup]] = []
    for group in groups:
        if packs and len(table_pages(_table([*packs[-1], group], material, words), look, words)) == 1:
            packs[-1].append(group)
        else:
            packs.append([group])
    return packs


def _table(groups: Sequence[FactGroup], material: RoundMaterial, words: Words) -> Table:
    caption = words("The facts of {names}", names=tuple(group.name for group in groups))
    tables = [facts_table(group.measurements, material, caption, words) for group in groups]
    rows = [row for group, each in zip(groups, tables, strict=True) for row in ((group.name,), *each.rows)]
    return replace(tables[0], rows=tuple(rows), widths=(35, 22, 18, 11, 14))


def _about(groups: Sequence[FactGroup], words: Words) -> str:
    numbers = tuple(group.number for group in groups if group.number)
    names = [group.name for group in groups if not group.number]
    if not numbers:
        return words.listed(names)
    principles = words.many("Principle {numbers}", "Principles {numbers}", len(numbers), numbers=numbers)
    return words.listed([principles, *(name.lower() for name in names)])


def _consultations(material: RoundMaterial, words: Words) -> str:
    return words.many(
        "{count} consultation belongs to the round.",
        "{count} consultations belong to the round.",
        material.evaluation.consultations,
    )
