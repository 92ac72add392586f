"""The files of the Ballerup data set: their columns, their rows, and rows made of them that know where
they come from.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from data.errors import UnreadableFile
from data.import_pipeline import table_of_rows
from data.ingest.csv_file import Origin, SourceTable, read_csv_file
from data.schema import TABLES, Table
from language import N_, Sentence

Row = Mapping[str, str]
REFERENCE = Path(__file__).parents[1] / "seed" / "reference"
CONSULTATIONS, COMMITTEES, CENTRES = "consultations.csv", "committees.csv", "centres.csv"
COLUMNS: Mapping[str, Sequence[str]] = {
    CONSULTATIONS: (
        "id",
        "title",
        "kind",
        "municipal_process",
        "committee",
        "centre",
        "consultation_start",
        "consultation_end",
        "meeting_dates",
        "proposal_decision_date",
        "proposal_decision_body",
        "decision_date",
        "deciding_body",
        "responses_count",
        "responses_unit",
        "responses_qualifier",
        "participants_count",
        "participants_qualifier",
        "groups_consulted",
        "change_due_to_input",
        "responses_answered_in_note",
        "status_note",
        "source_urls",
        "source_type",
        "confidence",
        "confidence_note",
    ),
    COMMITTEES: ("term", "committee", "type", "note"),
    CENTRES: ("centre", "years_seen", "type", "note"),
}
YEARS = dict.fromkeys(
    ("active_from", "active_to", "starts_on", "ends_on", "period_from", "period_to", "round"), "term"
)
CALLED: Mapping[str, Mapping[str, str]] = {
    CONSULTATIONS: {
        "consultation": "title",
        "methods": "kind",
        "start_on": "consultation_start",
        "end_on": "consultation_end",
        "proposal_on": "proposal_decision_date",
        "decided_on": "decision_date",
        "contributions": "responses_count",
        "contributions_qualifier": "responses_qualifier",
        "participants": "participants_count",
        "effect": "change_due_to_input",
        "effect_note": "change_due_to_input",
        "summary": "status_note",
        "run_by_municipality": "municipal_process",
        "source": "source_type",
        "source_key": "id",
        "url": "source_urls",
        "group": "groups_consulted",
    },
    COMMITTEES: {"body": "committee", "name": "committee", "level": "type", "succeeds": "note", **YEARS},
    CENTRES: {
        "body": "centre",
        "name": "centre",
        "level": "type",
        "succeeds": "note",
        "active_from": "years_seen",
        "active_to": "years_seen",
    },
}
"""What the files of the data set call the columns of an exchange file."""


def rows_of(file: Path, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """The rows with their numbers; none where there is no such file. Raises :class:`UnreadableFile` where
    a column is missing.
    """
    if not file.exists():
        return
    cells = read_csv_file(file).cells
    if missing := tuple(name for name in columns if name not in cells):
        raise UnreadableFile(
            Sentence(
                N_(
                    "{file} is no file of the Ballerup data set: it has no column {missing}. Nothing was"
                    " taken in."
                ),
                {"file": file.name, "missing": missing[:5]},
            )
        )
    for number, values in zip(cells.index, cells.itertuples(index=False), strict=True):
        yield int(number), dict(zip(cells.columns, (str(value).strip() for value in values), strict=True))


def translated(
    table: str, rows: list[dict[str, str]], places: list[tuple[str, int]]
) -> list[tuple[Table, SourceTable]]:
    """The rows as a sheet whose errors point at the files they come from; none where there are no rows."""
    if not rows:
        return []
    files = ", ".join(dict.fromkeys(file for file, _ in places))
    definition, sheet = table_of_rows(TABLES[table], rows, f"{files} ({table})")
    names_by_file = {file: CALLED.get(file, CALLED[CONSULTATIONS]) for file, _ in places}
    origin = Origin(dict(enumerate(places, start=2)), names_by_file)
    return [(definition, SourceTable(sheet.name, sheet.cells, sheet.surplus, origin))]
