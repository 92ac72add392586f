"""Two reorganisations, and how the bodies have moved across them; and rounds that overlap."""

from tests.support.scenarios.hand_made import HAND, hand_assessment
from tests.support.scenarios.rows import END_1, END_2, MID_2, PERIODS, Records, Row, row

# Two reorganisations and a round in between that was never held. a1 and a2 became b, b became c; a3 was split
# into d and e, while f, which took over from a3 too, had been there all along; g took over from nobody.
REORGANISED_ROUND = END_2


def a_body(body: str, level: str = "committee", begins: str = "", ends: str = "", succeeds: str = "") -> Row:
    """One body, named by its key."""
    return row(
        body=body, level=level, name=f"Organ {body}", active_from=begins, active_to=ends, succeeds=succeeds
    )


REORGANISED: Records = {
    **{table: HAND[table] for table in ("terms", "norms", "principles", "days_off", "methods")},
    "rounds": [
        row(
            round=key,
            term=key[:9],
            kind=key[10:],
            period_from=PERIODS[key][0],
            period_to=PERIODS[key][1],
            status=status,
        )
        for key, status in ((END_1, "open"), (MID_2, "planned"), (END_2, "open"))
    ],
    "bodies": [
        a_body("a1", ends="2022-06-30"),
        a_body("a2", ends="2022-06-30"),
        a_body("a3", ends="2022-06-30"),
        a_body("b", begins="2022-07-01", ends="2023-06-30", succeeds="a1;a2"),
        a_body("c", begins="2023-07-01", succeeds="b"),
        a_body("d", begins="2022-07-01", succeeds="a3"),
        a_body("e", begins="2022-07-01", succeeds="a3"),
        a_body("f", succeeds="a3"),
        a_body("g", begins="2024-01-01"),
        a_body("z", level="centre"),
    ],
    "assessments": (
        [
            hand_assessment(
                key,
                body,
                principle,
                rating,
                **({"status": "draft"} if body == "a1" and principle == 5 else {}),
            )
            for key, ratings in (
                (END_1, {"a1": "22222", "a2": "44444", "a3": "33333", "f": "55555", "z": "33333"}),
                (END_2, {"c": "34513", "d": "44444", "e": "22222", "f": "55555", "g": "11111", "z": "33333"}),
            )
            for body, row_of_ratings in ratings.items()
            for principle, rating in enumerate(map(int, row_of_ratings), start=1)
        ]
        + [hand_assessment(MID_2, "z", 1, 5, status="draft")]
    ),
}
# Up, same, down for principles 1 to 5. Always: d (4 after 3) up, e (2 after 3) down, z same and f too (5,
# after its own 5 and the 3 of a3, which it took over from and which is gone), g unpaired. And c, after 2 and
# 4: 3 lies between, same; 4 is not above both, same; 5 up; 1 down; and 3 after 4 alone (a draft beside it),
# down.
REORGANISED_CHANGES = [(1, 3, 1), (1, 3, 1), (2, 2, 1), (1, 2, 2), (1, 2, 2)]


# Rounds that overlap, the first two closed within their periods. What ended on 1 August 2022 lies in the
# periods of both and after both closings, so the third has it; what ended on 15 June is too late for the
# first alone.
OVERLAPPING: Records = {
    **{table: HAND[table] for table in ("terms", "norms", "principles", "days_off", "methods", "bodies")},
    "rounds": [
        row(
            round=key,
            term=key[:9],
            kind=key[10:],
            period_from=period_from,
            period_to=period_to,
            opens_on=opens_on,
            closes_on=closes_on,
            status="closed" if closes_on else "open",
        )
        for key, period_from, period_to, opens_on, closes_on in (
            (END_1, "2021-01-01", "2022-12-31", "2022-02-01", "2022-06-01"),
            (MID_2, "2022-01-01", "2023-12-31", "2022-03-01", "2022-07-01"),
            (END_2, "2023-01-01", "2025-12-31", "2025-08-18", ""),
        )
    ],
    "consultations": [
        row(consultation=day, title=day, start_on="2022-05-01", end_on=day)
        for day in ("2022-06-15", "2022-08-01")
    ],
}
OVERLAPPING_COUNTS = {END_1: 0, MID_2: 1, END_2: 1}
