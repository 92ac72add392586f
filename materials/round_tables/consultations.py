"""The consultations of a round from the register, and the groups that took part in them. What people wrote
about them stands in neither.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from data import queries
from data.database import Store
from data.labels import GROUPS, MEANINGS
from data.queries.read import split_keys
from evaluation.scales import EFFECTS, INFLUENCES, SCALES
from language import N_, Words
from materials.documents.round_material import RoundMaterial
from materials.round_tables.table_model import Column, RoundTable, Row, Value

NOT_RECORDED = N_("Empty where it is not recorded.")
ATTENDANCE = N_("Empty where none took part, or it is not recorded.")
DAY = N_("The day; empty where it is not recorded.")
QUALIFIER = N_("How the number is to be read, where it is not exact.")
KEY = Column("consultation", "text", N_("Consultation, key"), N_("The consultation's key."))
COLUMNS = (
    KEY,
    Column("title", "text", N_("Title"), N_("What people call it."), 34),
    Column("case_number", "text", N_("Case number"), NOT_RECORDED, 13),
    Column("centre", "text", N_("Centre, key"), N_("The centre's key."), refers_to="bodies.body"),
    Column("centre_name", "text", N_("Centre"), N_("The centre's name today."), 18),
    Column("committee", "text", N_("Committee, key"), N_("The committee's key."), refers_to="bodies.body"),
    Column("committee_name", "text", N_("Committee"), N_("The committee's name today."), 18),
    Column("methods", "list", N_("Method"), N_("How people were involved."), 16),
    Column("influence", "text", N_("Level of influence"), NOT_RECORDED, 11, INFLUENCES, is_ordered=True),
    Column("scale", "text", N_("Scale"), N_("The planned scale."), 8, SCALES, is_ordered=True),
    Column("plan_kind", "text", N_("Kind of plan"), N_("Only of plans."), 12, MEANINGS["plan_kind"]),
    Column("frame_decided_on", "date", N_("Frame decided"), DAY, 11),
    Column("frame_published_on", "date", N_("Frame published"), DAY, 11),
    Column("clarified_on", "date", N_("Clarified under the principles"), DAY, 11),
    Column("planned_start_on", "date", N_("Planned start"), DAY, 11),
    Column("planned_end_on", "date", N_("Planned end"), DAY, 11),
    Column("start_on", "date", N_("Started"), DAY, 11),
    Column("end_on", "date", N_("Ended"), DAY, 11),
    Column("proposal_on", "date", N_("Proposal made"), DAY, 11),
    Column("presented_on", "date", N_("Contributions presented to the committee"), DAY, 12),
    Column("decided_on", "date", N_("Decided"), DAY, 11),
    Column("feedback_on", "date", N_("Participants told the outcome"), DAY, 11),
    Column("contributions", "integer", N_("Contributions"), N_("How many came in; 0 is none."), 11),
    Column("contributions_qualifier", "text", N_("How to read the contributions"), QUALIFIER, 11),
    Column("contributions_answered", "integer", N_("Contributions answered"), NOT_RECORDED, 11),
    Column("participants", "integer", N_("Participants"), N_("How many took part; 0 is none."), 10),
    Column("participants_qualifier", "text", N_("How to read the participants"), QUALIFIER, 11),
    Column("effect", "text", N_("Effect on the decision"), NOT_RECORDED, 11, EFFECTS),
    Column("new_method", "boolean", N_("New method tried"), NOT_RECORDED, 8),
    Column("businesses_relevant", "boolean", N_("Businesses are relevant"), NOT_RECORDED, 11),
    Column("groups", "list", N_("Groups that took part"), ATTENDANCE, 16, GROUPS, is_data=False),
    Column("hours_planned", "number", N_("Hours planned"), NOT_RECORDED, 9),
    Column("hours_spent", "number", N_("Hours spent"), NOT_RECORDED, 9),
    Column("cost_dkk", "number", N_("External cost (DKK)"), NOT_RECORDED, 11),
    Column("statutory_days", "integer", N_("Statutory days"), N_("The least period by law, in days."), 9),
    Column("url", "text", N_("Address"), N_("Where it can be read about on the web.")),
)
GROUP_COLUMNS = (
    Column(
        "consultation",
        "text",
        N_("Consultation, key"),
        N_("The consultation's key."),
        refers_to="consultations",
    ),
    Column("group", "text", N_("Group"), N_("The group's key, or its name where it has none.")),
    Column("group_name", "text", N_("Group, name"), N_("What the group is called.")),
    Column("sought_out", "boolean", N_("Sought out"), NOT_RECORDED),
    Column("took_part", "boolean", N_("Took part"), NOT_RECORDED),
    Column("beyond_affected", "boolean", N_("Beyond those directly affected"), NOT_RECORDED),
)


def consultations(store: Store, material: RoundMaterial) -> RoundTable:
    """A row a consultation that the round counts, as the register stands today, the newest first."""
    records = queries.consultations.of_round(store, material.round)
    return RoundTable(
        "consultations",
        N_("Consultations"),
        N_("A row for each consultation of the round, as the register stands today."),
        ("consultation",),
        COLUMNS,
        tuple(_row(record) for record in records),
    )


def consultation_groups(store: Store, table: RoundTable, words: Words) -> RoundTable:
    """A row for each group of each consultation in the table."""
    return RoundTable(
        "consultation_groups",
        N_("Groups of the consultations"),
        N_("A row for each group that was sought out, or took part, in a consultation."),
        ("consultation", "group"),
        GROUP_COLUMNS,
        tuple(row for each in table.rows for row in _groups(store, str(each["consultation"]), words)),
    )


def _row(record: Mapping[str, Any]) -> dict[str, Value]:
    row: dict[str, Value] = {column.name: record[column.name] for column in COLUMNS}
    groups = record["groups"]
    return row | {
        "methods": split_keys(record["methods"]),
        "groups": None if groups is None else tuple(groups),
    }


def _groups(store: Store, key: str, words: Words) -> Iterator[Row]:
    for group, sought_out, took_part, beyond_affected in queries.consultations.group_rows(store, key):
        yield {
            "consultation": key,
            "group": group,
            "group_name": words(GROUPS[group]) if group in GROUPS else group,
            "sought_out": sought_out,
            "took_part": took_part,
            "beyond_affected": beyond_affected,
        }
