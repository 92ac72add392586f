"""The round itself in one row, and the bodies that it names."""

from data import queries
from data.database import Store
from evaluation.scales import BODY_LEVELS, KINDS, ROUND_STATES
from language import N_
from materials.documents.round_material import RoundMaterial
from materials.round_tables.table_model import Column, RoundTable, Row

ROUND = (
    Column("round", "text", N_("Evaluation round"), N_("The round's key.")),
    Column("term", "text", N_("Election term"), N_("The term's key.")),
    Column("kind", "text", N_("Kind"), N_("Mid-term or end-of-term."), categories=KINDS),
    Column("period_from", "date", N_("Consultations from"), N_("The first day of its consultations.")),
    Column("period_to", "date", N_("Consultations to"), N_("The last day of its consultations.")),
    Column(
        "status",
        "text",
        N_("State"),
        N_("While it is not closed, every number can still change."),
        categories=ROUND_STATES,
    ),
    Column("closed_on", "date", N_("Closed on"), N_("The day on which it was closed; empty: it is not.")),
    Column("as_of", "date", N_("As of"), N_("The day by which what has not happened is late.")),
    Column("rules", "text", N_("Judging rules"), N_("The rules it was worked out by; empty: older ones.")),
    Column("demonstration", "boolean", N_("Demonstration"), N_("Whether the records are made up.")),
    Column(
        "consultations", "integer", N_("Consultations"), N_("How many consultations the evaluation counts.")
    ),
    Column(
        "alpha",
        "number",
        N_("Krippendorff's alpha"),
        N_(
            "Agreement of all committees and centres over the five principles; empty where it cannot"
            " be computed."
        ),
    ),
    Column("data_on", "date", N_("Data as of"), N_("The day of the data.")),
    Column(
        "sha256",
        "text",
        N_("Checksum"),
        N_("SHA-256 of evaluation.json as it was frozen; empty until then."),
    ),
)
BODIES = (
    Column("body", "text", N_("Committee or centre, key"), N_("The key of the committee or centre.")),
    Column("name", "text", N_("Name"), N_("The name of the committee or centre.")),
    Column("level", "text", N_("Level"), N_("Committee or centre."), categories=BODY_LEVELS),
    Column("asked", "boolean", N_("Asked"), N_("Whether the round asked it.")),
)


def round_facts(material: RoundMaterial) -> RoundTable:
    """One row about the round."""
    evaluation, closing = material.evaluation, material.closing
    row: Row = {
        "round": evaluation.round,
        "term": evaluation.term,
        "kind": evaluation.kind,
        "period_from": evaluation.period_from,
        "period_to": evaluation.period_to,
        "status": evaluation.status,
        "closed_on": material.snapshot.closed_on,
        "as_of": evaluation.as_of,
        "rules": evaluation.rules or None,
        "demonstration": material.demonstration,
        "consultations": evaluation.consultations,
        "alpha": evaluation.krippendorff_alpha,
        "data_on": material.data_on,
        "sha256": closing.sha256 if closing else None,
    }
    return RoundTable("round", N_("The round"), N_("One row about the round."), ("round",), ROUND, (row,))


def bodies(store: Store, material: RoundMaterial) -> RoundTable:
    """A row for each body that the register knows, by the name it had in the round where that asked it."""
    bodies_of_round = {answer.body for answer in material.snapshot.answers}
    levels = queries.bodies.keys_by_level(store)
    rows: list[Row] = [
        {
            "body": key,
            "name": material.body_names.get(key, key),
            "level": level,
            "asked": key in bodies_of_round,
        }
        for level, keys in levels.items()
        for key in keys
    ]
    known = {row["body"] for row in rows}
    rows += [
        {"body": answer.body, "name": answer.name, "level": answer.level, "asked": True}
        for answer in {each.body: each for each in material.snapshot.answers}.values()
        if answer.body not in known
    ]
    return RoundTable(
        "bodies",
        N_("Committees and centres"),
        N_("A row for each committee and centre that the register knows."),
        ("body",),
        BODIES,
        tuple(rows),
    )
