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


TOO_HEAVY = N_("{file} takes more time or memory to read than any form. Ask for the form again.")
REFUSALS = {"no_form": NO_FORM, "too_large": TOO_LARGE, "tampered": TAMPERED, "broken": BROKEN}


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
    if fingerprint(str(contents["locked"])) != seal.locked:
        raise FormRefused(TAMPERED, file)
    return FilledForm(file, seal, contents["answers"])


def _next(answers: Iterator[dict[str, Any]], file: str) -> dict[str, Any]:
    """The child's next answer. Raises :class:`FormRefused` where it is a reason, or there is none."""
    try:
        answer = next(answers)
    except (ChildFailed, StopIteration):
        raise FormRefused(TOO_HEAVY, file) from None
    if "refusal" in answer:
        raise FormRefused(REFUSALS[answer["refusal"]], file)
    return answer
