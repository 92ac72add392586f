"""The results of a round: a row a principle and level."""

from collections.abc import Iterator

from evaluation.confidence_words import GRADES
from evaluation.findings import PrincipleFinding
from evaluation.round_names import round_in_words
from evaluation.scales import VERDICTS
from language import N_, Words
from materials.charts.chart import short_title
from materials.documents.round_material import RoundMaterial
from materials.round_tables.common_columns import (
    ALL,
    MEDIANS,
    PRINCIPLE,
    STANDINGS,
    TITLE,
    count_columns,
    counts_by_step,
    medians,
)
from materials.round_tables.table_model import Column, RoundTable, Row, Value

LOWERED_BY = {
    "coverage": N_("coverage"),
    "thin_basis": N_("thin basis"),
    "evidence": N_("evidence"),
    "agreement": N_("agreement"),
}
COLUMNS = (
    PRINCIPLE,
    TITLE,
    Column(
        "level",
        "text",
        N_("Level"),
        N_("Whose answers the row counts: committees, centres, or all of both."),
        12,
        STANDINGS,
    ),
    Column(
        "verdict",
        "text",
        N_("Verdict"),
        N_(
            "The verdict of the principle, over all committees and centres: the secretary's where"
            " there is one."
        ),
        13,
        VERDICTS,
    ),
    Column(
        "verdict_proposed",
        "text",
        N_("Proposed verdict"),
        N_("The verdict that the rules propose; another one above it was decided by the secretary."),
        13,
        VERDICTS,
    ),
    Column(
        "confidence",
        "text",
        N_("Confidence"),
        N_("How far the verdict can be relied on. Empty where the basis is insufficient."),
        11,
        GRADES,
        is_ordered=True,
    ),
    Column("lowered_by", "list", N_("Lowered by"), N_("What lowers the confidence."), 14, LOWERED_BY),
    *MEDIANS,
    Column(
        "expected",
        "integer",
        N_("Asked"),
        N_("Committees and centres that existed when the round opened and were asked."),
        7,
    ),
    Column("answered", "integer", N_("Answered"), N_("Those of them that have submitted an answer."), 9),
    Column("assessable", "integer", N_("Rated"), N_("Those of them that chose a step: the n of the row."), 8),
    Column(
        "not_assessable",
        "integer",
        N_("Cannot be judged"),
        N_("Those that answered that it cannot be judged: never a low mark."),
        10,
    ),
    *count_columns(N_("How many committees and centres chose the step.")),
    Column(
        "agreement",
        "number",
        N_("Agreement (A)"),
        N_("Van der Eijk's A, from -1 (at both ends) over 0 (evenly spread) to 1 (all alike)."),
        10,
    ),
    Column("previous_round", "text", N_("Round before"), N_("The key of the round that it is held against.")),
    Column(
        "previous_round_name",
        "text",
        N_("Round before"),
        N_("The round that it is held against."),
        18,
        is_data=False,
    ),
    Column(
        "up", "integer", N_("Higher"), N_("Committees and centres that chose a higher step than then."), 8
    ),
    Column("same", "integer", N_("Same"), N_("Committees and centres that chose the same step as then."), 8),
    Column(
        "down", "integer", N_("Lower"), N_("Committees and centres that chose a lower step than then."), 8
    ),
    Column(
        "sign_test_p",
        "number",
        N_("Sign test, p"),
        N_("The exact two-sided p of the committees and centres that moved; empty where none moved."),
    ),
    Column(
        "change_delta",
        "number",
        N_("Change, Cliff's delta"),
        N_(
            "All ratings of both rounds; positive where this one rates higher. For all committees and"
            " centres."
        ),
    ),
    Column(
        "gap_delta",
        "number",
        N_("Difference of the levels, Cliff's delta"),
        N_("Positive where committees rate higher than centres."),
    ),
    Column(
        "minority",
        "integer",
        N_("Against the verdict"),
        N_(
            "Committees and centres whose rating stands against the verdict; empty where it was not"
            " worked out."
        ),
        10,
    ),
    Column(
        "minority_marked",
        "boolean",
        N_("Minority marked"),
        N_("Whether they are enough to be marked as a minority."),
        10,
    ),
    Column(
        "contradiction",
        "boolean",
        N_("Contradiction"),
        N_("Whether facts or participants speak against the verdict; empty where neither could be compared."),
        13,
    ),
)


def results(material: RoundMaterial, words: Words) -> RoundTable:
    """The table in the words of one language."""
    return RoundTable(
        "results",
        N_("Results"),
        N_("A row for each principle and level: verdict, confidence, answers and change."),
        ("principle", "level"),
        COLUMNS,
        tuple(row for finding in material.evaluation.principles for row in _rows(finding, words)),
    )


def _rows(finding: PrincipleFinding, words: Words) -> Iterator[Row]:
    verdict = finding.verdict
    confidence = verdict.confidence
    for level in STANDINGS:
        standing = finding.standing(level)
        yield {
            "principle": finding.principle,
            "title": short_title(finding.title(words.code)),
            "level": level,
            "verdict": verdict.final,
            "verdict_proposed": verdict.proposed,
            "confidence": confidence.grade if confidence else None,
            "lowered_by": confidence.reasons if confidence else None,
            **medians(standing.median),
            "expected": standing.expected,
            "answered": standing.answered,
            "assessable": standing.assessable,
            "not_assessable": standing.not_assessable,
            **counts_by_step(standing.counts),
            "agreement": standing.agreement,
            "minority": _minority(finding, level),
            **(_of_all(finding, words) if level == ALL else {}),
        }


def _minority(finding: PrincipleFinding, level: str) -> int | None:
    minority = finding.verdict.minority
    if minority is None:
        return None
    return {ALL: minority.bodies, "committee": minority.committee, "centre": minority.centre}[level]


def _of_all(finding: PrincipleFinding, words: Words) -> dict[str, Value]:
    """What is told of all bodies together, and not of a level."""
    change, minority, previous = finding.change, finding.verdict.minority, finding.change.previous_round
    moves = {"up": change.up, "same": change.same, "down": change.down} if previous else {}
    return {
        "previous_round": previous,
        "previous_round_name": round_in_words(previous, words) if previous else None,
        **moves,
        "sign_test_p": change.sign_test_p,
        "change_delta": change.cliffs_delta,
        "gap_delta": finding.gap.cliffs_delta,
        "minority_marked": minority.marked if minority else None,
        "contradiction": finding.contradiction,
    }
