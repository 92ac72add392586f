"""What participants answered: the rows of one consultation, and their sums over several."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.database import Store
from data.models import ExperienceAnswers
from data.queries.read import sql
from data.queries.selection import Selection, selection_values, with_selected
from data.record_source import RecordSource


@dataclass(frozen=True)
class ExperienceCounts:
    """The answers to one question, summed: ``counts`` are those who answered 1, 2, 3, 4 and 5, in so many
    consultations that asked.
    """

    consultations: int
    counts: tuple[int, int, int, int, int]
    dont_know: int


def counts(store: RecordSource, selection: Selection) -> dict[str, ExperienceCounts]:
    """The answers by question (``1`` to ``5``, ``meaningful``) over the selected consultations: a round's
    (:func:`data.queries.selection.of_round`) or a body's own. A question that nobody was asked is left out.
    """
    return counts_of(store, [selection])[0]


def counts_of(source: RecordSource, selections: Sequence[Selection]) -> list[dict[str, ExperienceCounts]]:
    """The same of several selections, in their order."""
    counts: list[dict[str, ExperienceCounts]] = [{} for _ in selections]
    query = f"{with_selected(source)} {sql('experiences')}"
    for row in source.rows(query, **selection_values(selections)):
        place, question, consultations, *steps, dont_know = row
        n1, n2, n3, n4, n5 = steps
        counts[place][question] = ExperienceCounts(consultations, (n1, n2, n3, n4, n5), dont_know)
    return counts


def of_consultation(store: Store, consultation: str) -> list[ExperienceAnswers]:
    """Every row of one consultation, by question, the earliest day first (unknown days last), then by
    source. Rows of one question are to be summed when they are read as one.
    """
    rows = store.rows(
        "select consultation, principle, asked_on, n1, n2, n3, n4, n5, dont_know, source from experiences"
        " where consultation = $key order by principle, asked_on nulls last, source nulls first",
        key=consultation,
    )
    return [
        ExperienceAnswers(key, principle, asked_on, (n1, n2, n3, n4, n5), dont_know, source)
        for key, principle, asked_on, n1, n2, n3, n4, n5, dont_know, source in rows
    ]


def consultations_asked(store: Store, selection: Selection) -> set[str]:
    """The keys of the selected consultations for which any answer is kept."""
    rows = store.rows(
        f"{with_selected(store)} select consultation from selected"
        " where consultation in (select consultation from experiences)",
        **selection_values([selection]),
    )
    return {key for (key,) in rows}
