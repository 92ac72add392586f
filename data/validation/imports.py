"""Rules of what is noted of imports: checksums that are some, profiles that can be read again."""

import re
from collections.abc import Iterator

import pandas as pd

from data.foreign.profile_text import profile_of
from data.validation.personal_data import possible_cpr
from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation, cell
from language import N_, Sentence

SHA256 = re.compile("[0-9a-f]{64}")
COUNTS = ("new", "changed", "unchanged", "rejected")


def _checksums(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    for name in ("sha256", "identity"):
        if name in cells:
            is_other = ~cells[name].fillna("").map(lambda text: bool(SHA256.fullmatch(text))).astype(bool)
            reason = Sentence(N_("is no SHA-256 in small letters; take in the file as it was exported"))
            yield Violation(is_other, name, reason)


def _counts(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    reason = Sentence(N_("counts rows, and can't be less than none"))
    for name in COUNTS:
        yield Violation(cell(cells, name).astype(float) < 0, name, reason)
    yield Violation(
        cell(cells, "number").astype(float) < 1, "number", Sentence(N_("counts imports from 1 on"))
    )


def _settings(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    texts = cells["settings"].fillna("")
    unreadable = Sentence(N_("is no profile that can be read; take in the file as it was exported"))
    yield Violation(~texts.map(_is_profile).astype(bool), "settings", unreadable)
    yield Violation(
        texts.map(possible_cpr).astype(bool),
        "settings",
        Sentence(N_("holds a possible CPR number; leave it out")),
    )


def _is_profile(text: str) -> bool:
    try:
        profile_of(text)
    except ValueError:
        return False
    return True


PROFILE_RULES: tuple[Rule, ...] = (_settings,)
IMPORT_RULES: tuple[Rule, ...] = (_checksums, _counts)
IMPORT_KEY_RULES: tuple[Rule, ...] = (_checksums,)
