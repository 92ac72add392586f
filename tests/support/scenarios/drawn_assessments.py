"""Random assessments and conclusions: expected or not, drafts, without a rating, about one consultation."""

from hypothesis import strategies as st

from tests.support.scenarios.rows import Row, row
from tests.support.scenarios.values import LEANINGS, THEMES


@st.composite
def assessment_rows(
    draw: st.DrawFn, rounds: list[Row], bodies: list[Row], consultations: list[Row]
) -> list[Row]:
    """Most bodies on most principles in every round, expected or not; drafts, "cannot be judged", and some
    about one consultation.
    """
    rows = []
    keys = [consultation["consultation"] for consultation in consultations]
    habit = draw(st.sampled_from((0, 0, 1, 3, 4)))  # how many of four assessments name evidence
    for each in rounds:
        answers = draw(st.lists(st.integers(0, 59), min_size=len(bodies) * 5, max_size=len(bodies) * 5))
        nobody_answered = draw(st.sampled_from((False,) * 7 + (True,)))
        for principle in range(1, 6):
            together = draw(st.sampled_from(LEANINGS))
            leaning = {
                level: draw(st.sampled_from((*LEANINGS, *[together] * 9)))
                for level in ("committee", "centre")
            }
            for body in bodies:
                answer = answers.pop()
                if answer % 12 == 11 or nobody_answered:
                    continue
                assessment = an_assessment(
                    each["round"], body["body"], principle, answer, leaning[body["level"]]
                )
                if keys and answer % 4 < habit:
                    assessment["evidence"] = keys[answer % len(keys)]
                rows.append(assessment)
    for each in draw(st.lists(st.sampled_from(rows), max_size=8)) if rows and keys else []:
        each["evidence"] = ";".join(
            draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True))
        )
    return rows + draw(single_assessment_rows(rows, keys))


def an_assessment(round_key: str, body: str, principle: int, answer: int, leaning: tuple[int, ...]) -> Row:
    """What a body says, from one small number: mostly submitted with a rating, sometimes a draft or
    "cannot be judged".
    """
    rating: int | None = leaning[answer // 12 % len(leaning)]
    status = "draft" if answer % 12 == 10 else "submitted"
    cannot = answer % 12 == 9
    return row(
        round=round_key,
        body=body,
        principle=principle,
        consultation="",
        rating=None if cannot else rating,
        not_assessable="yes" if cannot else "no",
        basis="" if cannot else ("strong", "fair", "thin", "thin", "")[answer % 5],
        justification="Fordi vi så det.",
        closed="yes" if answer % 11 == 3 else "no",
        status=status,
        themes=THEMES[answer % 7],
        evidence="",
    )


@st.composite
def single_assessment_rows(draw: st.DrawFn, rows: list[Row], keys: list[str]) -> list[Row]:
    """Assessments about one consultation: like others in the register, and never counted."""
    if not rows or not keys:
        return []
    chosen = draw(
        st.lists(st.tuples(st.integers(0, len(rows) - 1), st.sampled_from(keys)), max_size=4, unique=True)
    )
    return [{**rows[place], "consultation": key, "themes": "tid"} for place, key in chosen]


@st.composite
def conclusion_rows(draw: st.DrawFn, rounds: list[Row]) -> list[Row]:
    """A few of the secretary's conclusions, some setting the proposed verdict aside."""
    places = st.tuples(
        st.sampled_from([each["round"] for each in rounds]),
        st.sampled_from(("1", "2", "3", "4", "5", "proportionality")),
    )
    rows = []
    for round_key, principle in draw(st.lists(places, max_size=6, unique=True)):
        override = (
            draw(st.sampled_from(("", "followed", "not_followed", "followed", "partly", "insufficient")))
            if principle != "proportionality"
            else ""
        )
        why = "Udvalget har sagt det." if override else ""
        rows.append(
            row(
                round=round_key,
                principle=principle,
                text="Sådan er det.",
                verdict_override=override,
                override_reason=why,
            )
        )
    return rows
