"""Findings to draw: five principles, nine committees and nine centres, one level without any rating."""

from datetime import date

import pandas as pd

from data.models import Answer
from evaluation.findings import (
    Change,
    Confidence,
    Evaluation,
    Gap,
    Measurement,
    Minority,
    PrincipleFinding,
    Standing,
    Verdict,
)

TITLES = {
    1: "Ballerup Kommune formulerer tydelige rammer",
    2: "Ballerup Kommune lytter og er åben for nye idéer",
    3: "Ballerup Kommune inddrager så tidligt og relevant som muligt",
    4: "Ballerup Kommune afsætter passende tid og bruger tiden effektivt",
    5: "Ballerup Kommune inddrager borgere bredt og relevant",
}
COMMITTEES = ((0, 1, 1, 4, 1), (0, 0, 3, 3, 1), (1, 2, 2, 1, 0), (0, 0, 2, 2, 2), (0, 0, 0, 0, 0))
CENTRES = ((0, 0, 2, 5, 1), (0, 0, 1, 4, 3), (0, 0, 1, 3, 4), (0, 2, 5, 1, 0), (0, 1, 4, 3, 0))
VERDICTS = ("followed", "partly", "contested", "partly", "insufficient")
RELIANCE = (
    (Confidence("high", ()), Minority(2, 0, False)),
    (Confidence("moderate", ("evidence",)), Minority(0, 0, False)),
    (Confidence("low", ("thin_basis", "evidence")), Minority(0, 0, False)),
    (Confidence("high", ()), Minority(0, 0, False)),
    (Confidence(None, ()), Minority(0, 0, False)),
)
BEFORE = (
    {"committee": (3, 3), "centre": (4, 4)},
    {"committee": (4, 4), "centre": (3, 4)},
    {"committee": (4, 4), "centre": (4, 4)},
    {"committee": (3, 3), "centre": (4, 4)},
    {"committee": None, "centre": (2, 2)},
)
MOVES = ((6, 7, 1), (2, 9, 3), (1, 5, 8), (3, 8, 3), (0, 0, 0))
MEASUREMENTS = (
    Measurement("frame_published", 25, 40, 6, 0.625, "share", 0.9, False, 40),
    Measurement("window_days", None, 0, 46, None, "share", 0.9, None, 0),
    Measurement("decision_days", None, 38, 8, 112.5, "days", 90.0, False, 38),
    Measurement("groups", None, 41, 5, 4.0, "groups", 3.0, True, 41),
)


def standing(
    counts: tuple[int, int, int, int, int], *, expected: int = 9, not_assessable: int = 1
) -> Standing:
    """A level of nine bodies of which one can't judge."""
    return Standing(expected, sum(counts) + not_assessable, not_assessable, counts)


def finding(number: int, previous: str | None = "2022-2025/midterm") -> PrincipleFinding:
    """The finding of principle 1 to 5."""
    i = number - 1
    committee, centre = standing(COMMITTEES[i]), standing(CENTRES[i], not_assessable=0)
    both = tuple(a + b for a, b in zip(COMMITTEES[i], CENTRES[i], strict=True))
    moves = MOVES[i] if previous else (0, 0, 0)
    return PrincipleFinding(
        principle=number,
        title_da=TITLES[number],
        title_en=TITLES[number],
        all=standing(both, expected=18),  # type: ignore[arg-type]
        committee=committee,
        centre=centre,
        gap=Gap(None, committee.median, centre.median),
        change=Change(previous, *moves, None, None, BEFORE[i] if previous else {}),
        indicators=MEASUREMENTS,
        verdict=Verdict(VERDICTS[i], (), confidence=RELIANCE[i][0], minority=RELIANCE[i][1]),
        contradiction=None,
        themes={},
        evidence={},
    )


def evaluation(previous: str | None = "2022-2025/midterm") -> Evaluation:
    """A whole round."""
    return Evaluation(
        round="2022-2025/endterm",
        term="2022-2025",
        kind="endterm",
        period_from=date(2024, 1, 1),
        period_to=date(2025, 12, 31),
        status="open",
        demonstration=True,
        consultations=46,
        krippendorff_alpha=None,
        principles=tuple(finding(number, previous) for number in TITLES),
        proportionality=(),
    )


def answer(principle: int, rating: int | None = None, **kind: object) -> Answer:
    """A submitted answer of one body; ``kind`` overrides."""
    usual = {
        "body": "oek",
        "name": "Økonomi- og Planudvalget",
        "level": "committee",
        "status": "submitted",
        "not_assessable": False,
        "basis": "fair",
    }
    return Answer(principle=principle, rating=rating, **(usual | kind))  # type: ignore[arg-type]


def answers() -> tuple[Answer, ...]:
    """The answers that the findings count: nine committees, of which one can't judge, and nine centres."""
    return tuple(
        answer(principle, rating, body=f"{level}{place}", name=f"{level} {place}", level=level, **kind)
        for level, table, unable in (("committee", COMMITTEES, 1), ("centre", CENTRES, 0))
        for principle, counts in enumerate(table, start=1)
        for place, (rating, kind) in enumerate(_told(counts, unable), start=1)
    )


def _told(counts: tuple[int, ...], unable: int) -> list[tuple[int | None, dict[str, object]]]:
    """Nine ratings and what else there is to say of them: the rest has not answered."""
    rated: list[tuple[int | None, dict[str, object]]] = [
        (step, {}) for step, count in enumerate(counts, start=1) for _ in range(count)
    ]
    rated += [(None, {"not_assessable": True})] * unable
    return rated + [(None, {"status": "missing", "basis": None})] * (9 - len(rated))


def register(rows: int = 3) -> pd.DataFrame:
    """Consultations: closed and decided, begun without an end, and without any date, over and over."""
    day, none = pd.Timestamp, pd.NaT
    dates = [
        (day("2025-02-01"), day("2025-03-15"), day("2025-04-01"), day("2025-06-20")),
        (day("2025-06-10"), none, none, none),
        (none, none, none, none),
    ]
    columns = ("start_on", "end_on", "proposal_on", "decided_on")
    table = [
        {"consultation": f"c{i}", "title": f"Høring {i}", **dict(zip(columns, dates[i % 3], strict=True))}
        for i in range(rows)
    ]
    return pd.DataFrame(table, columns=["consultation", "title", *columns])
