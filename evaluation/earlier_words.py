"""What was said, as the one who reads it may read it."""

from dataclasses import dataclass

from data import queries
from data.assessment_fields import without_confidential_words
from data.confidential import Readership
from data.database import Store
from data.models import Assessment
from language import N_

WITHHELD = N_("Its words are closed and are not shown here.")
"""What stands in the place of words that their reader may not read."""
CONFIDENTIAL = N_("Closed words: kept out of every public material.")
"""The mark beside confidential words, wherever they are shown to who may read them."""


@dataclass(frozen=True)
class EarlierWords:
    """An assessment as a body may read it.

    ``withheld``: its words are confidential and another body's, so they are not here at all; step and basis
    are.
    """

    assessment: Assessment
    withheld: bool = False


def earlier_words(
    store: Store, previous: str | None, *, reader: str, readership: Readership
) -> tuple[EarlierWords, ...]:
    """What the ``reader`` (a body), and those it took over from, submitted in the previous round, as far as
    the ``readership`` may read it; in the organisation's order. Empty where there was no previous round.
    """
    if previous is None:
        return ()
    lineage = queries.bodies.lineage(store, reader)
    return tuple(
        as_read_by(reader, assessment)
        for assessment in queries.assessments.of_round(store, previous, readership=readership)
        if assessment.body in lineage and assessment.status == "submitted"
    )


def as_read_by(reader: str | None, assessment: Assessment) -> EarlierWords:
    """An assessment as a body may read it, or as everybody may (None): confidential words are for the body
    that wrote them, and not for one that took over from it. They are taken out here, so that nothing that
    draws them can show them.
    """
    if assessment.is_withheld:
        return EarlierWords(assessment, withheld=True)
    if assessment.body == reader or not assessment.confidential:
        return EarlierWords(assessment)
    return EarlierWords(without_confidential_words(assessment), withheld=True)


def as_published(assessment: Assessment, *, with_confidential: bool) -> EarlierWords:
    """An assessment as a document about the whole round holds it: confidential words only where that version
    was asked for.
    """
    return EarlierWords(assessment) if with_confidential else as_read_by(None, assessment)
