"""The committees and centres of the Ballerup data set as bodies of the register."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from data.ballerup.files import CENTRES, COLUMNS, COMMITTEES, Row, rows_of
from data.errors import RecordProblem as Remark
from language import N_, Sentence

COMMITTEE_TYPES = {"stående udvalg", "økonomiudvalg"}


@dataclass(frozen=True)
class Bodies:
    """The bodies with the place at which each stands first, and their keys by name."""

    rows: list[dict[str, str]] = field(default_factory=list)
    places: list[tuple[str, int]] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)


def bodies_of(folder: Path, remarks: list[Remark]) -> Bodies:
    """Each body once, with the years that its rows name; what is to be told of a row goes to the remarks."""
    bodies = Bodies()
    body_by_name: dict[str, dict[str, str]] = {}
    for file, level, column in ((COMMITTEES, "committee", "committee"), (CENTRES, "centre", "centre")):
        for number, row in rows_of(folder / file, COLUMNS[file]):
            reason = _no_body(row, level, row[column]) or _add_years(body_by_name, row, level)
            remarks.append(Remark(file, number, column, row[column], reason, notice=True))
            if len(body_by_name) > len(bodies.places):
                bodies.places.append((file, number))
    keys = {body["body"] for body in body_by_name.values()}
    for name, body in body_by_name.items():
        body["succeeds"] = body["succeeds"] if body["succeeds"] in keys else ""
        bodies.rows.append(body)
        bodies.keys[name] = body["body"]
    return bodies


def _add_years(body_by_name: dict[str, dict[str, str]], row: Row, level: str) -> Sentence:
    """Put a row's years to its body, a new one where it is not found yet; gives what must be told of it."""
    name, years = row[level], _years(row["term"] if level == "committee" else row["years_seen"])
    if years is None:
        return Sentence(
            N_(
                "names no year in which it existed: it is not taken in, as nothing tells which rounds would"
                " ask it"
            )
        )
    first, last = years
    body = body_by_name.setdefault(
        name, {"body": slug(name), "level": level, "name": name, "active_from": first, "succeeds": ""}
    )
    body["active_to"] = last
    body["succeeds"] = slug(_predecessor(row["note"])) or body["succeeds"]
    return Sentence(
        N_(
            "is known for these years only; when it began and ended is not stated, so it exists here from"
            " {first} to {last}"
        ),
        {"first": body["active_from"], "last": last},
    )


def _no_body(row: Row, level: str, name: str) -> Sentence | None:
    """Why a row is no body that assesses, or None where it is one."""
    if not is_name(name):
        return Sentence(N_("names no committee or centre; nothing is filled in for it"))
    if level == "committee" and row["type"] not in COMMITTEE_TYPES:
        return Sentence(
            N_("is no standing committee ({type}); the evaluation asks standing committees and centres"),
            {"type": row["type"]},
        )
    if level == "centre" and row["type"] != "fagcenter":
        return Sentence(
            N_("is no centre ({type}); the evaluation asks standing committees and centres"),
            {"type": row["type"]},
        )
    return None


def is_name(name: str) -> bool:
    """Whether a cell names a body; else it says in brackets why none stands there."""
    return bool(name) and not name.startswith("(")


def _years(text: str) -> tuple[str, str] | None:
    """The first day of the first year and the last day of the last one that a text names."""
    years = re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text)
    return (f"{min(years)}-01-01", f"{max(years)}-12-31") if years else None


def _predecessor(note: str) -> str:
    match = re.search(r"(?:Afløste|Udskilt af|tidligere sider skriver) ([^.;]+?)(?=[.;]|$)", note)
    return match[1] if match else ""


def slug(text: str) -> str:
    """A key made of a name: small letters, digits and hyphens; æ, ø and å as ae, oe and aa.

    Not python-slugify, which makes other keys of é and of 1,5: the same row read again must find its record.
    """
    plain = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
