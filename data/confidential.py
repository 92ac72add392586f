"""Who may read confidential words: asked wherever words are read, and nobody unless somebody is named."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.assessment_fields import FIELDS, without_confidential_words
from data.models import Assessment

CONFIDENTIAL_NAMES = frozenset(field.name for field in FIELDS if field.confidential)
"""The exchange columns that are withheld with confidential words."""


@dataclass(frozen=True)
class Readership:
    """Whose confidential words one may read: every body's, or those of some bodies by their keys."""

    every_body: bool = False
    bodies: frozenset[str] = frozenset()

    def may_read(self, body: str | None) -> bool:
        """Whether the confidential words of a body may be read."""
        return self.every_body or body in self.bodies


NOBODY = Readership()
EVERY_BODY = Readership(every_body=True)


def of_body(body: str) -> Readership:
    """Those who read what is made for one body: its form, its paper."""
    return Readership(bodies=frozenset({body}))


def readable(assessment: Assessment, readership: Readership) -> Assessment:
    """The assessment as those may read it: whole, or with its confidential words withheld."""
    if assessment.confidential and not readership.may_read(assessment.body):
        return without_confidential_words(assessment)
    return assessment


def without_words(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by the name of their field, without those that are withheld with confidential words."""
    return {name: value for name, value in values.items() if name not in CONFIDENTIAL_NAMES}
