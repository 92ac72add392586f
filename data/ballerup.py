"""The real Ballerup records, as gathered from public pages, translated into exchange rows.

The data set (``consultations.csv``, ``committees.csv``, ``centres.csv``) has columns of its own. Nothing is invented to
fill a gap: what has a place is put there, what has none stays in words in the summary, and every row where something
could not be placed as it stands is named in a :class:`Remark`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.exchange import rows_sheet
from data.problems import RecordError
from data.sheets import Sheet, read_sheet
from data.tables import TABLES, Table
from language import N_, Sentence, speak

Row = Mapping[str, str]
Remark = RecordError
DANISH = speak("da")
REFERENCE = Path(__file__).parent / "reference"
OWN_COLUMNS = {"municipal_process", "change_due_to_input", "responses_qualifier"}
COMMITTEE_TYPES = {"stående udvalg", "økonomiudvalg"}
CONTRIBUTION_UNITS = {"høringssvar/indlæg", "forslag"}
EXTENT_NOT_STATED = "yes (extent not stated)"
SOUGHT, PART = "sought_out", "took_part"

# The few descriptions of participants that say who they were and whether they were asked or took part. An invitation, or
# being consulted, is "sought out"; only a contribution given is "took part".
GROUPS: Mapping[str, Sequence[tuple[str, str]]] = {
    "Borgere, interesseforeninger, forældregrupper": (("citizens", SOUGHT), ("associations", SOUGHT), ("parents", SOUGHT)),
    "Skovlunde Lokalråd (afgav høringssvar)": (("councils", PART),),
    "Områdets virksomheder og grundejere, et forsyningsselskab og tre borgere afgav bidrag": (
        ("businesses", PART),
        ("landowners", PART),
        ("citizens", PART),
    ),
    "Erhvervsliv og interesseorganisationer": (("businesses", SOUGHT), ("associations", SOUGHT)),
    "12 haveforeninger (højst tre officielle repræsentanter fra hver til borgermødet)": (("associations", SOUGHT),),
    "Grønt Råd; Danmarks Naturfredningsforening i Ballerup (inviteret)": (("councils", SOUGHT), ("associations", SOUGHT)),
}


@dataclass(frozen=True)
class _Bodies:
    rows: list[dict[str, str]]
    keys: dict[str, str]


def recognises(folder: Path) -> bool:
    """Whether the folder's consultations.csv has the data set's own columns."""
    file = folder / "consultations.csv"
    return file.is_file() and set(read_sheet(file).cells.columns) >= OWN_COLUMNS


def translate(path: Path) -> tuple[list[tuple[Table, Sheet]], list[Remark]]:
    """Exchange rows of the folder (or of a consultations file in it), and what could not be placed, row by row."""
    folder = path if path.is_dir() else path.parent
    remarks: list[Remark] = []
    terms = _terms(folder)
    bodies = _bodies(folder, remarks)
    consultations, groups = [], []
    for number, row in _rows(folder / "consultations.csv"):
        key = f"ballerup-{slug(row['title'])[:60].strip('-')}"
        consultations.append(_consultation(key, row, bodies.keys))
        groups += [{"consultation": key, "group": group, role: "yes"} for group, role in GROUPS.get(row["groups_consulted"], ())]
        remarks += [
            Remark("consultations.csv", number, column, row[column], reason, notice=True) for column, reason in _unplaced(row)
        ]
    tables = {
        "terms": terms,
        "rounds": [round_ for term in terms for round_ in _planned_rounds(term)],
        "bodies": bodies.rows,
        "consultations": consultations,
        "consultation_groups": groups,
    }
    return [rows_sheet(TABLES[name], rows, f"{name}.csv") for name, rows in tables.items() if rows], remarks


def slug(text: str) -> str:
    """A key made of a name: small letters, digits and hyphens; æ, ø and å as ae, oe and aa."""
    plain = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _rows(file: Path) -> Iterator[tuple[int, Row]]:
    if file.is_file():
        cells = read_sheet(file).cells
        for number, values in zip(cells.index, cells.itertuples(index=False), strict=True):
            yield int(number), dict(zip(cells.columns, (str(value).strip() for value in values), strict=True))


def _terms(folder: Path) -> list[dict[str, str]]:
    """The terms that the committees are listed under and no register has from the start: four years from 1 January."""
    known = {row["term"] for _, row in _rows(REFERENCE / "terms.csv")}
    names = dict.fromkeys(
        row["term"] for _, row in _rows(folder / "committees.csv") if _named(row["committee"]) and row["term"] not in known
    )
    return [{"term": name, "starts_on": f"{name[:4]}-01-01", "ends_on": f"{name[5:]}-12-31"} for name in names]


def _planned_rounds(term: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Every term has a mid-term round over its first two years and an end-of-term round over its last two; none was held."""
    first, last = int(term["starts_on"][:4]), int(term["ends_on"][:4])
    for kind, start, end in (("midterm", first, first + 1), ("endterm", last - 1, last)):
        period = {"period_from": f"{start}-01-01", "period_to": f"{end}-12-31"}
        yield {"round": f"{term['term']}/{kind}", "term": term["term"], "kind": kind, "status": "planned", **period}


def _bodies(folder: Path, remarks: list[Remark]) -> _Bodies:
    found: dict[str, dict[str, str]] = {}
    for file, level, column in (("committees.csv", "committee", "committee"), ("centres.csv", "centre", "centre")):
        for number, row in _rows(folder / file):
            reason = _no_body(row, level, row[column])
            if reason:
                remarks.append(Remark(file, number, column, row[column], reason, notice=True))
                continue
            first, last = _years(row["term"] if level == "committee" else row["years_seen"])
            body = found.setdefault(
                row[column], {"body": slug(row[column]), "level": level, "name": row[column], "active_from": first, "succeeds": ""}
            )
            body["active_to"] = last
            body["succeeds"] = slug(_predecessor(row["note"])) or body["succeeds"]
            seen = Sentence(
                N_(
                    "is known for these years only; when it began and ended is not stated, so it exists here from {first} to {last}"
                ),
                {"first": body["active_from"], "last": last},
            )
            remarks.append(Remark(file, number, column, row[column], seen, notice=True))
    known = {body["body"] for body in found.values()}
    for body in found.values():
        body["succeeds"] = body["succeeds"] if body["succeeds"] in known else ""
    return _Bodies(list(found.values()), {name: body["body"] for name, body in found.items()})


def _no_body(row: Row, level: str, name: str) -> Sentence | None:
    """Why a row is no body that assesses, or None where it is one."""
    if not _named(name):
        return Sentence(N_("names no body; nothing is filled in for it"))
    if level == "committee" and row["type"] not in COMMITTEE_TYPES:
        return Sentence(
            N_("is no standing committee ({type}); the evaluation asks standing committees and centres"), {"type": row["type"]}
        )
    if level == "centre" and row["type"] != "fagcenter":
        return Sentence(N_("is no centre ({type}); the evaluation asks standing committees and centres"), {"type": row["type"]})
    return None


def _named(name: str) -> bool:
    return bool(name) and not name.startswith("(")


def _years(text: str) -> tuple[str, str]:
    years = re.findall(r"\d{4}", text)
    return f"{min(years)}-01-01", f"{max(years)}-12-31"


def _predecessor(note: str) -> str:
    found = re.search(r"(?:Afløste|Udskilt af|tidligere sider skriver) ([^.;]+?)(?=[.;]|$)", note)
    return found[1] if found else ""


def _consultation(key: str, row: Row, bodies: Mapping[str, str]) -> dict[str, str]:
    counted = row["responses_unit"] in CONTRIBUTION_UNITS
    effect = row["change_due_to_input"]
    return {
        "consultation": key,
        "title": row["title"],
        "summary": _summary(row),
        "methods": row["kind"],
        "centre": bodies.get(row["centre"], ""),
        "committee": bodies.get(row["committee"], ""),
        "start_on": row["consultation_start"],
        "end_on": row["consultation_end"],
        "proposal_on": row["proposal_decision_date"],
        "decided_on": row["decision_date"],
        "contributions": row["responses_count"] if counted else "",
        "contributions_qualifier": row["responses_qualifier"] if counted else "",
        "participants": row["participants_count"],
        "participants_qualifier": row["participants_qualifier"],
        "effect": effect if effect in ("none", "minor", "substantial") else "unknown" if effect == EXTENT_NOT_STATED else "",
        "effect_note": _effect_note(effect),
        "run_by_municipality": row["municipal_process"],
        "source": f"Offentlige sider, lagret kopi ({row['source_type']}; sikkerhed: {row['confidence']})",
        "source_key": row["id"],
        "url": row["source_urls"],
    }


def _effect_note(effect: str) -> str:
    if effect == EXTENT_NOT_STATED:
        return "Ændret på baggrund af bidragene; hvor meget, er ikke angivet i kilden."
    return "Graden er datasættets kodning af kildens ord." if effect in ("minor", "substantial") else ""


def _summary(row: Row) -> str:
    """The source's own note, and in words what has no column: meetings, deciding bodies, votes, participants, reservations."""
    meetings = [DANISH.date(_day(text)) for text in row["meeting_dates"].split(";") if text.strip()]
    votes = row["responses_unit"] and row["responses_unit"] not in CONTRIBUTION_UNITS
    parts = (
        row["status_note"],
        f"Møder (kan være annoncerede datoer): {', '.join(meetings)}." if meetings else "",
        f"Forslag behandlet af {row['proposal_decision_body']}." if row["proposal_decision_body"] else "",
        f"Afgjort af {row['deciding_body']}." if row["deciding_body"] else "",
        f"{row['responses_count']} {row['responses_unit']}." if votes else "",
        f"Deltagere ifølge kilden: {row['groups_consulted']}." if row["groups_consulted"] else "",
        f"Forbehold: {row['confidence_note']}" if row["confidence_note"] else "",
    )
    return "\n".join(part for part in parts if part)


def _day(text: str) -> date:
    return date.fromisoformat(text.strip())


def _unplaced(row: Row) -> Iterator[tuple[str, Sentence]]:
    """What this row says that no column can hold as it stands."""
    if not row["consultation_start"] and not row["consultation_end"]:
        kept = N_("no start and no end is stated: the consultation is in the register but belongs to no round")
        dated = N_("only meeting dates are stated: they are kept in the summary, and the consultation belongs to no round")
        yield ("meeting_dates", Sentence(dated)) if row["meeting_dates"] else ("consultation_start", Sentence(kept))
    if row["change_due_to_input"] == EXTENT_NOT_STATED:
        yield (
            "change_due_to_input",
            Sentence(N_("something changed, but how much is not stated: the effect is kept as unknown, with a note")),
        )
    if row["responses_unit"] and row["responses_unit"] not in CONTRIBUTION_UNITS:
        yield "responses_unit", Sentence(N_("counts something else than contributions: kept in the summary"))
    elif row["responses_qualifier"]:
        yield "responses_qualifier", Sentence(N_("the number is no exact count: kept together with this word"))
    if row["participants_qualifier"]:
        yield "participants_qualifier", Sentence(N_("the number is no exact count: kept together with this word"))
    if row["groups_consulted"] and row["groups_consulted"] not in GROUPS:
        yield "groups_consulted", Sentence(N_("does not say which group was sought out or took part: kept in the summary"))
    if row["responses_answered_in_note"] == "yes":
        yield "responses_answered_in_note", Sentence(N_("says nothing of how many were answered: not used"))
    if row["municipal_process"] == "no":
        yield "municipal_process", Sentence(N_("was not run by the municipality: in the register, but no part of any evaluation"))
    if row["municipal_process"] == "unclear":
        yield "municipal_process", Sentence(N_("does not say who ran it: counted like the others, and marked"))
