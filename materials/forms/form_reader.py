"""A form that came back: opened safely in a child process, checked to be ours and untouched. Nothing is
stored here.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.database import Store
from data.errors import UserError
from data.ingest.child_process import ChildFailed, answers_of
from data.register import seal_key
from language import N_, Sentence
from materials.forms.answers_by_place import answers_by_place
from materials.forms.layout import LAYOUT
from materials.forms.signature import FormSignature, fingerprint, verify

LARGEST_BYTES = 10_000_000
ENCRYPTED, PACKED = b"\xd0\xcf\x11\xe0", b"PK"
READER = Path(__file__).with_name("read_in_child.py")

TOO_LARGE = N_("{file} is too large to be a form. Take in the form itself, without pictures.")
NO_FORM = N_("{file} is no form of this program. Take in the Word or Excel form that was sent out.")
LOCKED_UP = N_(
    "{file} has a password or is in an old format. Save it as .docx or .xlsx without a password, and take it"
    " in again."
)
BROKEN = N_("{file} is damaged and can't be opened. Ask for the form again.")
TAMPERED = N_(
    "{file} was changed outside its fields, so it can't be told what was asked. Send out the form anew, and"
    " have it filled in again."
)
FOREIGN = N_("{file} was not sent out by this register, or its seal was changed. Send out the form anew.")
OLD_LAYOUT = N_("{file} is a form of an older version of the program. Send out the form anew.")
OPEN_DOCUMENT = N_(
    "{file} is in a format of LibreOffice or OpenOffice. Open it there, choose “Save as”, then Word (.docx)"
    " or Excel (.xlsx), and take that file in."
)
FIELDS_REMOVED = N_(
    "Another program has removed the fields of {file}, so it can't be told which answer stands where. Copy"
    " the answers into the form as it was sent out, and take that in."
)
SEAL_LOST = N_(
    "Another program has removed the seal of {file}, so it can't be told what was asked. Copy the answers"
    " into the form as it was sent out, and take that in."
)
TOO_HEAVY = N_("{file} takes more time or memory to read than any form. Ask for the form again.")
REFUSALS = {
    "no_form": NO_FORM,
    "open_document": OPEN_DOCUMENT,
    "seal_lost": SEAL_LOST,
    "too_large": TOO_LARGE,
    "tampered": TAMPERED,
    "broken": BROKEN,
}


class FormRefused(UserError):
    """The file is not taken in."""

    def __init__(self, text: str, file: str) -> None:
        super().__init__(Sentence(text, {"file": file}))


@dataclass(frozen=True)
class FilledForm:
    """What a form says of itself, and the text in each of its fields by tag (``3.justification``)."""

    file: str
    seal: FormSignature
    answers: Mapping[str, str]


def read_form(file: str, content: bytes, store: Store) -> FilledForm:
    """A filled form in Word or Excel. The seal is read and tested before anything else is believed. Raises
    :class:`FormRefused`.
    """
    if len(content) > LARGEST_BYTES:
        raise FormRefused(TOO_LARGE, file)
    if content.startswith(ENCRYPTED):
        raise FormRefused(LOCKED_UP, file)
    if not content.startswith(PACKED):
        raise FormRefused(NO_FORM, file)
    with closing(answers_of(READER, content)) as answers:
        seal = verify(str(_next(answers, file)["seal"]), seal_key(store))
        if seal is None:
            raise FormRefused(FOREIGN, file)
        if seal.layout != LAYOUT:
            raise FormRefused(OLD_LAYOUT, file)
        contents = _next(answers, file)
    return FilledForm(file, seal, _answers(file, contents, seal, store))


def _answers(file: str, contents: Mapping[str, Any], seal: FormSignature, store: Store) -> Mapping[str, str]:
    """The answers by their tags: by the names of the fields, or by their place where another program took
    fields away. Raises :class:`FormRefused` where what was asked is not what was sent out.
    """
    answers: Mapping[str, str] = contents["answers"]
    has_all_fields = bool(answers) and len(answers) >= len(contents["cells"])
    if has_all_fields and fingerprint(str(contents["locked"])) == seal.locked:
        return answers
    if fingerprint(str(contents["locked_by_place"])) == seal.locked:
        cells = [(question, answer) for question, answer in contents["cells"]]
        placed_answers = answers_by_place(cells, seal, store)
        if placed_answers is not None:
            return placed_answers
    raise FormRefused(TAMPERED if has_all_fields else FIELDS_REMOVED, file)


def _next(answers: Iterator[dict[str, Any]], file: str) -> dict[str, Any]:
    """The child's next answer. Raises :class:`FormRefused` where it is a reason, or there is none."""
    try:
        answer = next(answers)
    except (ChildFailed, StopIteration):
        raise FormRefused(TOO_HEAVY, file) from None
    if "refusal" in answer:
        raise FormRefused(REFUSALS[answer["refusal"]], file)
    return answer
