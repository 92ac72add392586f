"""What a filled form would change: each principle new, changed, unchanged, empty, unreadable or overtaken;
then stored.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, RecordProblem, RecordRefused
from data.import_pipeline import table_of_rows, take_in
from data.models import Assessment, Round
from data.schema import TABLES
from data.writing import save_assessment
from language import N_, Sentence, Words, speak
from materials.forms.form_model import CHOSEN, FIELDS, FIVE, ONLY, choices
from materials.forms.form_reader import FilledForm

STATES: Mapping[str, str] = {
    "new": N_("New"),
    "changed": N_("Changed"),
    "unchanged": N_("Unchanged"),
    "empty": N_("Empty"),
    "unreadable": N_("Unreadable"),
    "outdated": N_("Overtaken"),
}
WRONG_ROUND = N_("{file} belongs to {round}. Choose that round at the top, or send out a form of this one.")
NOT_OPEN = N_("{file} belongs to a round that is not open. Nothing can be written in it.")
NOT_ASKED = N_("{file} is the form of a body that is not asked in this round.")


@dataclass(frozen=True)
class FormRow:
    """One principle of a form: exchange columns as text, the version they are to be stored upon, and what
    is wrong with them.
    """

    file: str
    body: str
    name: str
    principle: int
    state: str
    values: Mapping[str, str | None]
    version: int
    problems: tuple[Sentence, ...] = ()

    @property
    def stores(self) -> bool:
        """Whether there is anything to take in."""
        return self.state in ("new", "changed")


def refusal(store: Store, filled: FilledForm, now: Round) -> Sentence | None:
    """Why a genuine form has no place in the chosen round, or None."""
    if filled.seal.round != now.key:
        return Sentence(WRONG_ROUND, {"file": filled.file, "round": filled.seal.round})
    if now.status != "open":
        return Sentence(NOT_OPEN, {"file": filled.file})
    if filled.seal.body not in {body.key for body in queries.bodies.expected(store, now.key)}:
        return Sentence(NOT_ASKED, {"file": filled.file})
    return None


def preview(store: Store, filled: FilledForm) -> tuple[FormRow, ...]:
    """Every principle of a form, compared with what is stored. Nothing is written."""
    body = next(
        each for each in queries.bodies.expected(store, filled.seal.round) if each.key == filled.seal.body
    )
    return tuple(_row(store, filled, body.name, body.level, number) for number in FIVE)


def take_rows(store: Store, who: str, rows: Sequence[FormRow]) -> list[tuple[FormRow, Sentence | None]]:
    """Store the rows that are new or changed, each on its own; gives each with what was wrong with it, or
    None.
    """
    outcome: list[tuple[FormRow, Sentence | None]] = []
    for row in rows:
        if row.stores:
            try:
                save_assessment(store, who, row.values, row.version)
            except ChangedMeanwhile as problem:
                outcome.append((row, problem.sentence))
            except RecordRefused as problem:
                outcome.append((row, _named(problem.problems[0])))
            else:
                outcome.append((row, None))
    return outcome


def _row(store: Store, filled: FilledForm, name: str, level: str, number: int) -> FormRow:
    stored = queries.assessments.of_body(store, filled.seal.round, filled.seal.body, number)
    written = {
        field: filled.answers.get(f"{number}.{field}", "")
        for field in FIELDS
        if ONLY.get(field, level) == level
    }
    values, problems = _columns(filled, number, written, stored, speak(filled.seal.language))
    version, state = stored.version if stored else 0, "new"
    if not any(text for field, text in written.items() if field != "closed") and stored is None:
        state = "empty"
    elif problems:
        state = "unreadable"
    elif stored and _same(values, stored):
        state = "unchanged"
    elif version > filled.seal.versions[number - 1]:
        state, problems = "outdated", [_overtaken(store, stored)]
    elif breach := _breach(store, values):
        state, problems = "unreadable", [breach]
    elif stored:
        state = "changed"
    return FormRow(filled.file, filled.seal.body, name, number, state, values, version, tuple(problems))


def _columns(
    filled: FilledForm, number: int, written: Mapping[str, str], stored: Assessment | None, words: Words
) -> tuple[dict[str, str | None], list[Sentence]]:
    """The fields as exchange columns, and what can't be read in them."""
    picked, problems = _picked(written, words)
    evidence, unknown = _evidence(written["evidence"], filled.seal.consultations, stored)
    if unknown:
        text = N_(
            "“{text}” is no number in the list of consultations. Write numbers from 1 to {last}, with commas"
            " between."
        )
        problems.append(Sentence(text, {"text": unknown, "last": len(filled.seal.consultations)}))
    rating = picked["rating"]
    texts = {name: text for name, text in written.items() if name not in (*CHOSEN, "evidence", "themes")}
    whole = bool(rating and written["justification"])
    return {
        "round": filled.seal.round,
        "body": filled.seal.body,
        "principle": str(number),
        "consultation": None,
        **texts,
        "rating": "" if rating == "not_assessable" else rating,
        "not_assessable": "yes" if rating == "not_assessable" else "no",
        "basis": picked["basis"],
        "closed": picked["closed"] or "no",
        "status": "submitted" if whole else "draft",
        "themes": ";".join(part.strip() for part in re.split(r"[,;\n]", written["themes"]) if part.strip()),
        "evidence": ";".join(evidence),
    }, problems


def _picked(written: Mapping[str, str], words: Words) -> tuple[dict[str, str], list[Sentence]]:
    """The choices as they are stored; a text that is none of them is a problem. A step may be given by its
    number alone.
    """
    found, problems = {}, []
    for name in CHOSEN:
        offered, text = choices(name, words), written[name].strip()
        values = {label.lower(): value for label, value in offered.items()} | {
            value: value for value in offered.values()
        }
        found[name] = values.get(text.lower(), "")
        if text and text.lower() not in values:
            said = N_("“{text}” is none of the choices under “{field}”. Choose one of: {choices}.")
            problems.append(
                Sentence(said, {"text": text, "field": Sentence(FIELDS[name]), "choices": ", ".join(offered)})
            )
    return found, problems


def _evidence(text: str, listed: Sequence[str], stored: Assessment | None) -> tuple[list[str], str]:
    """The consultations that the numbers stand for, and the first part that stands for none. What the form
    doesn't list stays.
    """
    kept = [key for key in stored.evidence if key not in listed] if stored else []
    keys = []
    for part in re.split(r"[,;\s]+", text.strip().rstrip(".")):
        if part and not (part.isdigit() and 1 <= int(part) <= len(listed)):
            return [], part
        if part:
            keys.append(listed[int(part) - 1])
    return [*keys, *kept], ""


def _same(values: Mapping[str, str | None], stored: Assessment) -> bool:
    """Whether the form says what is stored, word for word; how it is broken into lines and in which order
    lists stand is no matter.
    """
    said = {
        name: getattr(stored, name) or "" for name in FIELDS if name not in (*CHOSEN, "evidence", "themes")
    }
    said |= {
        "rating": str(stored.rating or ""),
        "not_assessable": "yes" if stored.not_assessable else "no",
        "basis": stored.basis or "",
        "closed": "yes" if stored.confidential else "no",
        "status": stored.status,
        "themes": ";".join(stored.themes),
        "evidence": ";".join(stored.evidence),
    }
    return all(
        _comparable(name, values[name]) == _comparable(name, text)
        for name, text in said.items()
        if name in values
    )


def _comparable(name: str, text: str | None) -> object:
    return set((text or "").split(";")) if name in ("evidence", "themes") else " ".join((text or "").split())


def _overtaken(store: Store, stored: Assessment | None) -> Sentence:
    """Who saved it when, after the form was sent out."""
    assert stored is not None
    newest = queries.history.of_record(store, "assessments", stored.assessment)[0]
    text = N_(
        "{who} saved this on {day}, after the form was sent out. The stored words stay; write this one by"
        " hand if it is to replace them."
    )
    return Sentence(text, {"who": newest.who, "day": newest.happened_at.date()})


def _breach(store: Store, values: Mapping[str, str | None]) -> Sentence | None:
    """The first rule that the row would break if it were stored."""
    taken = take_in(
        store, [table_of_rows(TABLES["assessments"], [dict(values)], "form")], "preview", dry_run=True
    )[0]
    return _named(taken.errors[0]) if taken.errors else None


def _named(error: RecordProblem) -> Sentence:
    field = Sentence(FIELDS[error.column]) if error.column in FIELDS else error.column
    return Sentence(N_("“{field}” {reason}."), {"field": field, "reason": error.reason})
