"""The first sheet: which round, how far it can be relied on, and what the other sheets hold."""

from collections.abc import Sequence

from evaluation.confidence_words import rules_words
from evaluation.round_names import round_in_words
from evaluation.round_states import STATES
from language import Words
from materials.documents.round_material import (
    NO_CHECKSUM,
    RoundMaterial,
    confidential_notice,
    demonstration_notice,
    draft_notice,
)
from materials.round_tables.table_model import RoundTable
from materials.workbook.plain_book import Cell

Rows = list[tuple[str, Cell]]


def title_of(material: RoundMaterial, words: Words) -> str:
    """What the workbook is about."""
    name = round_in_words(material.round.key, words)
    return words("Evaluation of the five principles for involving citizens: {round}", round=name)


def about_rows(material: RoundMaterial, tables: Sequence[RoundTable], words: Words) -> Rows:
    """Labels and values, the title first."""
    evaluation = material.evaluation
    return [
        (title_of(material, words), None),
        (words("Round"), round_in_words(material.round.key, words)),
        (words("Period from"), evaluation.period_from),
        (words("Period to"), evaluation.period_to),
        *_status(material, words),
        (words("Data as of"), material.data_on),
        (words("Consultations in the evaluation"), evaluation.consultations),
        (words("Judging rules"), words.say(rules_words(evaluation))),
        (words("Source"), words("Øjenhøjde, Ballerup Kommune")),
        *_notices(material, words),
        (words("Empty cells"), words("An empty cell is not known, or does not apply; 0 is none.")),
        (
            words("Consultations"),
            words(
                "The sheet of consultations shows the register as it stands today; all other sheets show the"
                " result of the round."
            ),
        ),
        (words("Sheets"), None),
        *((words(each.title), words(each.meaning)) for each in tables),
        (words("Definitions"), words("Every fact, with question, norm and source, and every column.")),
    ]


def _status(material: RoundMaterial, words: Words) -> Rows:
    closing = material.closing
    if closing is None:
        return [
            (words("State"), draft_notice(material, words)),
            (words("Checksum"), words(NO_CHECKSUM)),
        ]
    return [
        (words("State"), words(STATES[material.snapshot.state])),
        (words("Closed on"), material.snapshot.closed_on),
        (words("Checksum (SHA-256) of the evaluation as JSON"), closing.sha256),
    ]


def _notices(material: RoundMaterial, words: Words) -> Rows:
    confidential = (
        confidential_notice(words)
        if material.with_confidential
        else words("Open version: closed words are withheld, and marked where they are.")
    )
    rows: Rows = [(words("Closed words"), confidential)]
    if material.demonstration:
        rows.append((words("Demonstration records"), demonstration_notice(words)))
    if material.errata:
        text = words.many(
            "{count} erratum has been noted since the round closed: see the sheet.",
            "{count} errata have been noted since the round closed: see the sheet.",
            len(material.errata),
        )
        rows.append((words("Errata"), text))
    return rows
