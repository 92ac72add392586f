"""The real Ballerup records, as gathered from public pages, translated into exchange rows.

The data set (``consultations.csv``, ``committees.csv``, ``centres.csv``) has columns of its own. Nothing is
invented to fill a gap: what has a place is put there, what has none stays in words in the summary, and every
row where something could not be placed as it stands is named in a :class:`Remark`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from data.ballerup.bodies import bodies_of, is_name, slug
from data.ballerup.files import (
    COLUMNS,
    COMMITTEES,
    CONSULTATIONS,
    REFERENCE,
    Row,
    rows_of,
    translated,
)
from data.ballerup.words import CONTRIBUTION_UNITS, EXTENT_NOT_STATED, effect_note, summary
from data.errors import RecordProblem, UnreadableFile
from data.ingest.csv_file import SourceTable, read_csv_file
from data.schema import Table
from data.terms import is_term, planned_rounds, term_days
from language import N_, Sentence

Remark = RecordProblem
OWN_COLUMNS = {"municipal_process", "change_due_to_input", "responses_qualifier"}
SOUGHT, PART = "sought_out", "took_part"

# The few descriptions of participants that say who they were and whether they were asked or took part. An
# invitation, or being consulted, is "sought out"; only a contribution given is "took part".
GROUPS: Mapping[str, Sequence[tuple[str, str]]] = {
    "Borgere, interesseforeninger, forældregrupper": (
        ("citizens", SOUGHT),
        ("associations", SOUGHT),
        ("parents", SOUGHT),
    ),
    "Skovlunde Lokalråd (afgav høringssvar)": (("councils", PART),),
    "Områdets virksomheder og grundejere, et forsyningsselskab og tre borgere afgav bidrag": (
        ("businesses", PART),
        ("landowners", PART),
        ("citizens", PART),
    ),
    "Erhvervsliv og interesseorganisationer": (("businesses", SOUGHT), ("associations", SOUGHT)),
    "12 haveforeninger (højst tre officielle repræsentanter fra hver til borgermødet)": (
        ("associations", SOUGHT),
    ),
    "Grønt Råd; Danmarks Naturfredningsforening i Ballerup (inviteret)": (
        ("councils", SOUGHT),
        ("associations", SOUGHT),
    ),
}


def recognises(folder: Path) -> bool:
    """Whether the folder's consultations.csv has the data set's own columns."""
    file = folder / CONSULTATIONS
    return file.is_file() and set(read_csv_file(file).cells.columns) >= OWN_COLUMNS


def translate(path: Path) -> tuple[list[tuple[Table, SourceTable]], list[Remark]]:
    """Exchange rows of the folder (or of a consultations file in it), and what could not be placed, row by
    row.

    Every row knows the file and the row that it comes from. Raises :class:`data.errors.UnreadableFile` where
    a file is none of this data set.
    """
    folder, file = (path, path / CONSULTATIONS) if path.is_dir() else (path.parent, path)
    if not file.is_file():
        raise UnreadableFile(
            Sentence(
                N_("{file} is missing: the Ballerup data set keeps its consultations there."),
                {"file": str(file)},
            )
        )
    remarks: list[Remark] = []
    terms = _terms(folder)
    bodies = bodies_of(folder, remarks)
    consultations, groups = [], []
    places, group_places = [], []
    for number, row in rows_of(file, COLUMNS[CONSULTATIONS]):
        key = f"ballerup-{slug(row['title'])[:60].strip('-')}"
        consultations.append(_consultation(key, row, bodies.keys))
        places.append((file.name, number))
        for group, role in GROUPS.get(row["groups_consulted"], ()):
            groups.append({"consultation": key, "group": group, role: "yes"})
            group_places.append((file.name, number))
        remarks += [
            Remark(file.name, number, column, row[column], reason, notice=True)
            for column, reason in _unplaced(row)
        ]
    rounds = [(round_, place) for term, place in terms for round_ in _planned_rounds(term)]
    return [
        *translated("terms", [term for term, _ in terms], [place for _, place in terms]),
        *translated("rounds", [round_ for round_, _ in rounds], [place for _, place in rounds]),
        *translated("bodies", bodies.rows, bodies.places),
        *translated("consultations", consultations, places),
        *translated("consultation_groups", groups, group_places),
    ], remarks


def _terms(folder: Path) -> list[tuple[dict[str, str], tuple[str, int]]]:
    """The terms that the committees are listed under and no register has from the start: four years from 1
    January.
    """
    reference_terms = {row["term"] for _, row in rows_of(REFERENCE / "terms.csv", ())}
    place_by_term: dict[str, tuple[str, int]] = {}
    for number, row in rows_of(folder / COMMITTEES, COLUMNS[COMMITTEES]):
        name = row["term"]
        if is_name(row["committee"]) and name not in reference_terms and is_term(name):
            place_by_term.setdefault(name, (COMMITTEES, number))
    return [
        ({"term": name, "starts_on": first.isoformat(), "ends_on": last.isoformat()}, place)
        for name, place in place_by_term.items()
        for first, last in [term_days(int(name[:4]))]
    ]


def _planned_rounds(term: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The two rounds of a term; none was held."""
    for planned_round in planned_rounds(int(term["starts_on"][:4])):
        yield {
            "round": planned_round.key,
            "term": term["term"],
            "kind": planned_round.kind,
            "status": "planned",
            "period_from": planned_round.period_from.isoformat(),
            "period_to": planned_round.period_to.isoformat(),
        }


def _consultation(key: str, row: Row, bodies: Mapping[str, str]) -> dict[str, str]:
    is_counted = row["responses_unit"] in CONTRIBUTION_UNITS
    effect = row["change_due_to_input"]
    return {
        "consultation": key,
        "title": row["title"],
        "summary": summary(row),
        "methods": row["kind"],
        "centre": bodies.get(row["centre"], ""),
        "committee": bodies.get(row["committee"], ""),
        "start_on": row["consultation_start"],
        "end_on": row["consultation_end"],
        "proposal_on": row["proposal_decision_date"],
        "decided_on": row["decision_date"],
        "contributions": row["responses_count"] if is_counted else "",
        "contributions_qualifier": row["responses_qualifier"] if is_counted else "",
        "participants": row["participants_count"],
        "participants_qualifier": row["participants_qualifier"],
        "effect": (
            effect
            if effect in ("none", "minor", "substantial")
            else "unknown"
            if effect == EXTENT_NOT_STATED
            else ""
        ),
        "effect_note": effect_note(effect),
        "run_by_municipality": row["municipal_process"],
        "source": f"Offentlige sider, lagret kopi ({row['source_type']}; sikkerhed: {row['confidence']})",
        "source_key": row["id"],
        "url": row["source_urls"],
    }


NO_DATES = N_("no start and no end is stated: the consultation is in the register but belongs to no round")
ONLY_MEETINGS = N_(
    "only meeting dates are stated: they are kept in the summary, and the consultation belongs to no round"
)
INEXACT = N_("the number is no exact count: kept together with this word")
UNPLACED: tuple[tuple[str, Callable[[Row], object], str], ...] = (
    ("consultation_start", lambda row: not _has_dates(row) and not row["meeting_dates"], NO_DATES),
    ("meeting_dates", lambda row: not _has_dates(row) and row["meeting_dates"], ONLY_MEETINGS),
    (
        "change_due_to_input",
        lambda row: row["change_due_to_input"] == EXTENT_NOT_STATED,
        N_("something changed, but how much is not stated: the effect is kept as unknown, with a note"),
    ),
    (
        "responses_unit",
        lambda row: _counts_something_else(row),
        N_("counts something else than contributions: kept in the summary"),
    ),
    (
        "responses_qualifier",
        lambda row: row["responses_qualifier"] and not _counts_something_else(row),
        INEXACT,
    ),
    ("participants_qualifier", lambda row: row["participants_qualifier"], INEXACT),
    (
        "groups_consulted",
        lambda row: row["groups_consulted"] and row["groups_consulted"] not in GROUPS,
        N_("does not say which group was sought out or took part: kept in the summary"),
    ),
    (
        "responses_answered_in_note",
        lambda row: row["responses_answered_in_note"] == "yes",
        N_("says nothing of how many were answered: not used"),
    ),
    (
        "municipal_process",
        lambda row: row["municipal_process"] == "no",
        N_("was not run by the municipality: in the register, but no part of any evaluation"),
    ),
    (
        "municipal_process",
        lambda row: row["municipal_process"] == "unclear",
        N_("does not say who ran it: counted like the others, and marked"),
    ),
)
"""What a row may say that no column can hold as it stands: the column that says it, when, and what becomes
of it.
"""


def _unplaced(row: Row) -> Iterator[tuple[str, Sentence]]:
    """What this row says that no column can hold as it stands."""
    return ((column, Sentence(text)) for column, applies, text in UNPLACED if applies(row))


def _has_dates(row: Row) -> bool:
    return bool(row["consultation_start"] or row["consultation_end"])


def _counts_something_else(row: Row) -> bool:
    return bool(row["responses_unit"]) and row["responses_unit"] not in CONTRIBUTION_UNITS
