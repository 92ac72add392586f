"""Columns that several tables of a round have."""

from collections.abc import Mapping, Sequence

from data.labels import MEANINGS
from data.schema import MEANINGFUL
from evaluation.findings import Median
from evaluation.scales import LEVELS
from language import N_
from materials.round_tables.table_model import Column, Value

ALL = "all"
STANDINGS: Mapping[str, str] = {ALL: N_("All committees and centres"), **LEVELS}
UNITS: Mapping[str, str] = {
    "share": N_("per cent"),
    "days": N_("days"),
    "groups": N_("groups"),
    "hours": N_("hours"),
}
NUMBERS: Mapping[str, str] = {str(number): str(number) for number in range(1, 6)}
ROW_NAMES: Mapping[str, str] = {**NUMBERS, "proportionality": MEANINGS["principle"]["proportionality"]}
QUESTIONS: Mapping[str, str] = {**NUMBERS, MEANINGFUL: MEANINGS["principle"][MEANINGFUL]}

PRINCIPLE = Column("principle", "integer", N_("Principle"), N_("The principle's number, 1 to 5."), 9)
TITLE = Column("title", "text", N_("Title"), N_("The principle's title as worded when the round opened."), 26)
ROW = Column(
    "principle",
    "text",
    N_("Principle"),
    N_("The principle's number, 1 to 5, or proportionality."),
    13,
    ROW_NAMES,
)
MEDIANS = (
    Column(
        "median_low",
        "integer",
        N_("Middle answer, lower"),
        N_("The middle answer; of an even number of answers the lower of the two in the middle."),
        9,
    ),
    Column(
        "median_high",
        "integer",
        N_("Middle answer, upper"),
        N_("The same as the lower; of an even number of answers the upper of the two in the middle."),
        9,
    ),
)


def count_columns(meaning: str) -> tuple[Column, ...]:
    """How many chose each step, from 1 to 5."""
    titles = (N_("Step 1"), N_("Step 2"), N_("Step 3"), N_("Step 4"), N_("Step 5"))
    return tuple(
        Column(f"n{step}", "integer", title, meaning, 6) for step, title in enumerate(titles, start=1)
    )


def counts_by_step(counts: Sequence[int]) -> dict[str, Value]:
    """The values of :func:`count_columns`."""
    return {f"n{step}": number for step, number in enumerate(counts, start=1)}


def medians(median: Median | None) -> dict[str, Value]:
    """The values of :data:`MEDIANS`."""
    low, high = median or (None, None)
    return {"median_low": low, "median_high": high}
