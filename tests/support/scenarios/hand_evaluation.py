"""The whole evaluation of the hand-made register, worked out on paper from the domain text."""

from typing import Any

from tests.support.scenarios.hand_made import FIRST, SECOND


def a_standing(
    expected: int, counts: tuple[int, ...], median: list[int] | None, agreement: float | None, cannot: int = 0
) -> dict[str, Any]:
    """The JSON of a standing, spelt out from what was worked out by hand; ``cannot`` bodies could not
    judge.
    """
    return {
        "expected": expected,
        "answered": sum(counts) + cannot,
        "assessable": sum(counts),
        "not_assessable": cannot,
        "counts": dict(zip("12345", counts, strict=True)),
        "median": median,
        "agreement": agreement,
    }


def an_indicator(
    name: str, counted: tuple[int | None, int, int, int], value: float | None, **others: Any
) -> dict[str, Any]:
    """The JSON of an indicator; ``counted`` is numerator, denominator, unknown, waiting. A share without a
    norm or a band, and nobody listed as recording nothing, unless said otherwise.
    """
    numerator, denominator, unknown, waiting = counted
    return {
        "indicator": name,
        "numerator": numerator,
        "denominator": denominator,
        "unknown": unknown,
        "waiting": waiting,
        "value": value,
        "unit": "share",
        "norm": None,
        "met": None,
        "band": None,
        "not_recorded": [],
        **others,
    }


def a_change(moves: tuple[int, int, int], p: float | None, delta: float | None) -> dict[str, Any]:
    """The JSON of a change since the first round; ``moves`` are up, same, down."""
    up, same, down = moves
    return {
        "previous_round": FIRST,
        "up": up,
        "same": same,
        "down": down,
        "sign_test_p": p,
        "cliffs_delta": delta,
    }


def an_experience(
    consultations: int, counts: tuple[int, ...], median: list[int] | None, dont_know: int = 0
) -> dict[str, Any]:
    """The JSON of what participants answered."""
    return {
        "consultations": consultations,
        "answers": sum(counts),
        "counts": dict(zip("12345", counts, strict=True)),
        "dont_know": dont_know,
        "median": median,
    }


def a_verdict(
    proposed: str, override: str | None, reasons: list[tuple[str, str, float, float]], *confidence: str | None
) -> dict[str, Any]:
    """The JSON of a verdict that nobody stands against; ``confidence`` is its grade, then its reasons."""
    return {
        "proposed": proposed,
        "override": override,
        "reasons": [dict(zip(("rule", "level", "value", "norm"), reason, strict=True)) for reason in reasons],
        "confidence": {"grade": confidence[0], "reasons": list(confidence[1:])},
        "minority": {"committee": 0, "centre": 0, "marked": False},
    }


# Of the second round are c1, c2, c3, c4, c8, c9, c10 and c11. Judged as of 2025-08-18.
HAND_EVALUATION: dict[str, Any] = {
    "round": SECOND,
    "term": "2022-2025",
    "kind": "endterm",
    "period": ["2024-01-01", "2025-12-31"],
    "status": "open",
    "as_of": "2025-08-18",
    "demonstration": False,
    # Units (plan, social, new): 4 5 4, 3 4 3, 2 1 2, 5 4 2; principle 5 has one rating and cannot be paired.
    # Each ordered pair of a unit weighs 1/2. Coincidences off the diagonal: 12: 1, 24: 1/2, 25: 1/2, 34: 1,
    # 45: 3/2; n = 1, 3, 2, 4, 2 (12 in all). Ordinal distances squared: 12: 4, 13: 20.25, 14: 56.25, 15:
    # 110.25, 23: 6.25, 24: 30.25, 25: 72.25, 34: 9, 35: 36, 45: 9. Observed: 4 + 15.125 + 36.125 + 9 + 13.5 =
    # 77.75. By chance: (12 + 40.5 + 225 + 220.5 + 37.5 + 363 + 433.5 + 72 + 144 + 72) / 11 = 1620 / 11. Alpha
    # = 1 - 11 * 77.75 / 1620 = 764.75 / 1620.
    "agreement_all": {"krippendorff_alpha_ordinal": 764.75 / 1620},
    "principles": [
        {
            "principle": 1,
            "title": "Tydelig",
            # 4, 5, 4. Layers 00011 (A 3/4, weight 2/3) and 00010 (A 1, weight 1/3): 5/6. Committees alone:
            # 00011, 3/4.
            "all": a_standing(3, (0, 0, 0, 2, 1), [4, 4], 5 / 6),
            "committee": a_standing(2, (0, 0, 0, 1, 1), [4, 5], 0.75),
            "centre": a_standing(1, (0, 0, 0, 1, 0), [4, 4], 1.0),
            # 4 against 4 equal, 5 against 4 higher: 1 of 2.
            "gap": {"cliffs_delta": 0.5, "medians": [[4, 5], [4, 4]]},
            # plan 3 to 4 up, social 5 to 5 same, new 4 after old 4 same. One body moved: p 1. {4, 5, 4}
            # against {3, 5, 4}: each 4 wins over 3 and loses to 5, the 5 wins twice: 2 of 9.
            "change": a_change((1, 2, 0), 1.0, 2 / 9),
            # Published: c1 in time, c2 and c4 late. Named: c1 both and c3 that nothing is fixed; c2 and c4
            # one of the two; nothing at all by c8, c9, c10 and c11, the first three of which are the centre
            # new's.
            "indicators": [
                an_indicator("frame_published", (1, 3, 5, 0), 1 / 3, norm=0.9, met=False),
                an_indicator("frame_named", (2, 4, 4, 0), 0.5, norm=0.6, met=False, not_recorded=["new"]),
            ],
            # All basis fair, two of three name evidence, and they agree.
            "verdict": a_verdict(
                "followed",
                None,
                [("followed_median", "committee", 4, 4), ("followed_median", "centre", 4, 4)],
                "high",
            ),
            # Two rows of c1: 2, 2, 4, 4, 4.
            "experience": an_experience(1, (0, 2, 0, 3, 0), [4, 4], 1),
            "contradiction": True,  # followed, and both judged indicators miss
            # Three of the register write tid, one Tid.
            "themes": {"tid": 2, "sprog": 1},
            "evidence": {"c1": 2, "c2": 1},
        },
        {
            "principle": 2,
            "title": "Hørt og svaret",
            # 3, 4, 3.
            "all": a_standing(3, (0, 0, 2, 1, 0), [3, 3], 5 / 6),
            "committee": a_standing(2, (0, 0, 1, 1, 0), [3, 4], 0.75),
            "centre": a_standing(1, (0, 0, 1, 0, 0), [3, 3], 1.0),
            "gap": {"cliffs_delta": 0.5, "medians": [[3, 4], [3, 3]]},
            # plan 4 to 3 down, social had a draft only, new 3 after old 3 same. {3, 4, 3} against {4, 3}:
            # each 3 loses once, the 4 wins once: -1 of 6.
            "change": a_change((0, 1, 1), 1.0, -1 / 6),
            # Of the decided c1, c2, c4: substantial, none, unknown; told on the day, and not within 90 days.
            # c3 has no end from which to wait: unknown. c8 waits. c10 and c11 are late, c9 leads to no
            # decision: no cases. The centre old has three cases (c2, c3, c4) and a day of feedback in none.
            "indicators": [
                an_indicator("input_effect", (1, 2, 2, 1), 0.5, norm=0.5, met=True),
                an_indicator("feedback_given", (1, 3, 1, 1), 1 / 3, not_recorded=["old"]),
            ],
            "verdict": a_verdict(
                "partly",
                "followed",
                [("between", "committee", 3, 4), ("between", "centre", 3, 4)],
                *("moderate", "evidence"),
            ),
            # 1, 1, 2 of c1 and 2, 3, 3 of c8.
            "experience": an_experience(2, (2, 2, 2, 0, 0), [2, 2], 4),
            "contradiction": (
                True
            ),  # the secretary's followed, and both middle values of the participants are 2
            "themes": {},
            "evidence": {},
        },
        {
            "principle": 3,
            "title": "Tidlig",
            # 2, 1, 2.
            "all": a_standing(3, (1, 2, 0, 0, 0), [2, 2], 5 / 6),
            "committee": a_standing(2, (1, 1, 0, 0, 0), [1, 2], 0.75),
            "centre": a_standing(1, (0, 1, 0, 0, 0), [2, 2], 1.0),
            # 2 against 2 equal, 1 against 2 lower.
            "gap": {"cliffs_delta": -0.5, "medians": [[1, 2], [2, 2]]},
            # Last time only an assessment about one consultation.
            "change": a_change((0, 0, 0), None, None),
            # Before the proposal: c1; c4 by c7, which ended before it; c2 on the day, all others not known.
            # Presented: c1 on the day of the decision; c2 after it, c4 never; c3 and c8 as above. The lead:
            # c1 119 days, c4 81; c2 25, and c11 undecided after 606; c3 (not begun), c8 (105) and c10 (110)
            # wait: no more than are known.
            "indicators": [
                an_indicator("before_proposal", (2, 3, 5, 0), 2 / 3, norm=0.6, met=True),
                an_indicator("in_discussion", (1, 3, 1, 1), 1 / 3),
                an_indicator("lead_days", (2, 4, 0, 3), 0.5, norm=0.5, met=True, band=[60, 365]),
            ],
            # Two of three stand on a thin basis.
            "verdict": a_verdict(
                "not_followed",
                None,
                [("not_followed_median", "committee", 2, 2), ("not_followed_median", "centre", 2, 2)],
                *("low", "thin_basis", "evidence"),
            ),
            "experience": None,
            "contradiction": True,  # not followed, and both judged indicators meet
            "themes": {},
            "evidence": {},
        },
        {
            "principle": 4,
            "title": "God tid",
            # 5, 4, 2. One layer 01011: triples 110 and 011: 4, 101: 2; U = (3*4 - 4*2) / (3*6) = 2/9; times 1
            # - 2/4: 1/9.
            "all": a_standing(3, (0, 1, 0, 1, 1), [4, 4], 1 / 9),
            "committee": a_standing(2, (0, 0, 0, 1, 1), [4, 5], 0.75),
            "centre": a_standing(1, (0, 1, 0, 0, 0), [2, 2], 1.0),
            "gap": {"cliffs_delta": 1.0, "medians": [[4, 5], [2, 2]]},
            # plan 5 same, social 5 to 4 down, new 2 after old 5 down. Two of two down: p = 2 / 4. {5, 4, 2}
            # against {5, 5, 5}: six of nine lower.
            "change": a_change((0, 1, 2), 0.5, -2 / 3),
            # Window: c1 29 of 28 days, c2 26 of 26, c4 31 of 42, c8 27 of 28; a workshop (c3) is no case, and
            # without a listed method (c9, c10, c11) nothing is known. Of their weekdays c1 lost 5 of 22, c2 7
            # of 19 (24 to 27, 30 and 31 December, New Year's Day), c8 3 of 20; 2023 has no days off, so c4 is
            # not known. Decision: c1 90 days, c4 50; c10 late by 109, c11 by 606; c8 waits at 78; c2 was
            # decided before it ended and c3 has no end.
            "indicators": [
                an_indicator("window_days", (2, 4, 3, 0), 0.5, norm=0.5, met=True),
                an_indicator("holiday_share", (2, 3, 4, 0), 2 / 3, norm=0.2, met=False, band=0.15),
                an_indicator("decision_days", (2, 4, 2, 1), 0.5, norm=0.5, met=True, band=90),
            ],
            # 4 to 2 is two apart; agreement 1/9 is not below 0. Against the secretary's "followed" stands the
            # one centre, all of its level: marked, which takes from the confidence too.
            "verdict": {
                **a_verdict(
                    "contested", "followed", [("median_gap", "all", 2, 2)], *("low", "evidence", "agreement")
                ),
                "minority": {"committee": 0, "centre": 1, "marked": True},
            },
            # Four are too few for a middle value, and contradict nothing.
            "experience": an_experience(1, (4, 0, 0, 0, 0), None),
            "contradiction": False,  # one of three misses
            "themes": {},
            "evidence": {},
        },
        {
            "principle": 5,
            "title": "Alle med",
            # plan 3, social cannot judge; new has a draft, and old is gone, so its 5 does not count.
            "all": a_standing(3, (0, 0, 1, 0, 0), [3, 3], 1.0, cannot=1),
            "committee": a_standing(2, (0, 0, 1, 0, 0), [3, 3], 1.0, cannot=1),
            "centre": a_standing(1, (0, 0, 0, 0, 0), None, None),
            "gap": {"cliffs_delta": None, "medians": [[3, 3], None]},
            # plan 1 to 3 up. {3} against {1, 2, 4}: two lower, one higher.
            "change": a_change((1, 0, 0), 1.0, 1 / 3),
            # c1 three groups, c2 none, c3 nothing known, no rows of the others.
            "indicators": [an_indicator("groups", (None, 2, 6, 0), 1.5, unit="groups")],
            # Committees reach 1 of the 1 asked for (half of 2); the centre gave none of its 0.5.
            "verdict": a_verdict("insufficient", None, [("coverage", "centre", 0, 0.5)], None),
            "experience": an_experience(1, (0, 0, 2, 3, 0), [4, 4], 4),
            "contradiction": (
                False
            ),  # insufficient: there is a middle value to compare, and nothing against it
            "themes": {},
            "evidence": {},
        },
    ],
    # c1 the day before; c4 on the day; no date of the others counts as no, since some have one.
    "proportionality": {"indicators": [an_indicator("clarified", (1, 8, 0, 0), 1 / 8)]},
    # c11 asked two, who did not know.
    "experience_meaningful": an_experience(2, (0, 0, 0, 3, 3), [4, 5], 2),
}
