"""What was corrected after the round closed."""

from evaluation.errata import ErratumThread
from language import N_, local_day
from materials.documents.round_material import RoundMaterial
from materials.round_tables.common_columns import ROW_NAMES
from materials.round_tables.table_model import Column, RoundTable, Row

COLUMNS = (
    Column("erratum", "text", N_("Erratum, key"), N_("The erratum's key.")),
    Column("noted_on", "date", N_("Noted"), N_("The day on which it was noted."), 12),
    Column(
        "holds",
        "boolean",
        N_("Holds"),
        N_("No where a later erratum has corrected it."),
        8,
    ),
    Column(
        "principle",
        "text",
        N_("Principle"),
        N_("The principle's number, or proportionality; empty where it speaks of the whole round."),
        13,
        ROW_NAMES,
    ),
    Column(
        "body_name",
        "text",
        N_("Committee or centre"),
        N_("The committee or centre that it speaks of; empty where of no single one."),
        26,
    ),
    Column("text", "text", N_("Text"), N_("What is corrected."), 70),
    Column("reason", "text", N_("Reason"), N_("Why it is corrected."), 50),
    Column("who", "text", N_("Who"), N_("Who noted it."), 22, is_data=False),
)


def errata(material: RoundMaterial) -> RoundTable:
    """A row an erratum: the one that holds, and after it those that it corrects."""
    return RoundTable(
        "errata",
        N_("Errata"),
        N_("A row for each correction that was noted after the round closed."),
        ("erratum",),
        COLUMNS,
        tuple(row for thread in material.errata for row in _rows(thread, material)),
    )


def _rows(thread: ErratumThread, material: RoundMaterial) -> list[Row]:
    return [
        {
            "erratum": each.erratum,
            "noted_on": local_day(each.noted_at),
            "holds": each is thread.newest,
            "principle": each.principle,
            "body_name": material.body_names.get(each.body, each.body) if each.body else None,
            "text": each.text,
            "reason": each.reason,
            "who": each.who,
        }
        for each in (thread.newest, *thread.corrected)
    ]
