"""A register small enough to work out by hand, and how it is written down."""

from datetime import date

from tests.support.scenarios.rows import TERMS, Records, Row, a_wording, row
from tests.support.scenarios.values import LISTED, UNITS, a_day_off

# A register small enough to work out by hand. Two rounds; opening days 2023-10-02 and 2025-08-18; the first
# was closed on 2023-12-20, within its period.
# Bodies at the first: plan, social, old. At the second: plan, social, new (which took over from old).
HAND_ROUND = "2022-2025/endterm"
FIRST, SECOND = "2022-2025/midterm", HAND_ROUND


def hand_assessment(round_key: str, body: str, principle: int, rating: int | None, **others: str) -> Row:
    """A submitted assessment of the whole round with plain words, unless said otherwise; no rating is
    "cannot be judged".
    """
    plain = {
        "consultation": "",
        "basis": "fair" if rating else "",
        "justification": "Fordi.",
        "closed": "no",
        "status": "submitted",
    }
    cannot = "no" if rating else "yes"
    answer = row(round=round_key, body=body, principle=principle, rating=rating, not_assessable=cannot)
    return {**answer, **plain, "themes": "", "evidence": "", **others}


def hand_experience(
    consultation: str, principle: int | str, counts: tuple[int, ...], dont_know: int = 0, **others: str
) -> Row:
    """How many participants answered 1, 2, 3, 4 and 5; of an unknown day and source, unless said
    otherwise.
    """
    steps = {f"n{step}": number for step, number in enumerate(counts, start=1)}
    answers = row(consultation=consultation, principle=principle, **steps, dont_know=dont_know)
    return {**answers, "asked_on": "", "source": "", **others}


HAND: Records = {
    "terms": TERMS,
    "rounds": [
        row(
            round=FIRST,
            term="2022-2025",
            kind="midterm",
            period_from="2022-01-01",
            period_to="2023-12-31",
            opens_on="2023-10-02",
            closes_on="2023-12-20",
            status="closed",
        ),
        row(
            round=SECOND,
            term="2022-2025",
            kind="endterm",
            period_from="2024-01-01",
            period_to="2025-12-31",
            opens_on="2025-08-18",
            closes_on="2025-11-28",
            status="open",
        ),
    ],
    "bodies": [
        row(
            body="plan",
            level="committee",
            name="Planudvalget",
            active_from="2018-01-01",
            active_to="",
            succeeds="",
        ),
        row(
            body="social", level="committee", name="Socialudvalget", active_from="", active_to="", succeeds=""
        ),
        row(
            body="old",
            level="centre",
            name="Center for By",
            active_from="",
            active_to="2024-12-31",
            succeeds="",
        ),
        row(
            body="new",
            level="centre",
            name="Center for By og Land",
            active_from="2025-01-01",
            active_to="",
            succeeds="old",
        ),
    ],
    "consultations": [
        # c1 does everything right, to the day: published on the start, 29 days (28 asked), presented, decided
        # and told on one day, 90 days after the end. But the winter holiday lies in it.
        row(
            consultation="c1",
            title="Lokalplan",
            methods="OFFENTLIG høring",
            frame_published_on="2024-02-01",
            clarified_on="2024-01-31",
            start_on="2024-02-01",
            end_on="2024-03-01",
            proposal_on="2024-04-01",
            presented_on="2024-05-30",
            decided_on="2024-05-30",
            feedback_on="2024-05-30",
            effect="substantial",
            open_to_influence="Farven",
            not_open="Stedet",
        ),
        # c2: published a day late, started on the day of the proposal, 26 days (its law asks for just that),
        # decided before it ended, presented after that.
        row(
            consultation="c2",
            title="Budget",
            centre="old",
            frame_published_on="2024-12-11",
            start_on="2024-12-10",
            end_on="2025-01-05",
            proposal_on="2024-12-10",
            presented_on="2025-01-05",
            decided_on="2025-01-04",
            effect="none",
            statutory_days="26",
            open_to_influence="Det meste",
        ),
        # c3: started on the last day of the period, after the opening day; nothing is fixed, nothing else
        # known.
        row(
            consultation="c3",
            title="Borgermøde",
            centre="old",
            methods="Workshop;noget nyt",
            start_on="2025-12-31",
            nothing_fixed="yes",
        ),
        # c4: a plan's hearing that ended on the first day of the period; published late, clarified on the
        # start, 31 days (its own period is 14, the law's 42), decided after 50 days.
        row(
            consultation="c4",
            title="Kommuneplan",
            centre="old",
            methods="hearing",
            plan_kind="local_plan",
            case_number="S-1",
            frame_published_on="2023-12-15",
            clarified_on="2023-12-01",
            start_on="2023-12-01",
            end_on="2024-01-01",
            proposal_on="2024-02-01",
            decided_on="2024-02-20",
            effect="unknown",
            statutory_days="14",
            not_open="Stedet",
        ),
        # c5 ended the day after the period, and c6 was not the municipality's own: neither counts. c7 counts
        # no more, but is the earlier involvement in the case of c4.
        row(
            consultation="c5",
            title="Skolevej",
            frame_published_on="2025-11-01",
            start_on="2025-12-01",
            end_on="2026-01-01",
            proposal_on="2026-02-01",
            decided_on="2026-02-02",
            effect="minor",
        ),
        row(
            consultation="c6",
            title="Motorvej",
            frame_published_on="2024-05-01",
            start_on="2024-06-01",
            end_on="2024-07-01",
            proposal_on="2024-08-01",
            decided_on="2024-08-02",
            effect="minor",
            run_by_municipality="no",
        ),
        row(
            consultation="c7",
            title="Ideer til kommuneplanen",
            case_number="S-1",
            end_on="2023-11-15",
            run_by_municipality="no",
        ),
        # c8 ended 78 days before the opening day and waits for its decision; 27 days, of whose 20 weekdays 3
        # are off, which is just 15 %.
        row(
            consultation="c8",
            title="Trafik",
            centre="new",
            methods="noget nyt;survey",
            start_on="2025-05-05",
            end_on="2025-06-01",
        ),
        # c9 leads to no decision; an unlisted method.
        row(
            consultation="c9",
            title="Samtale",
            centre="new",
            methods="samtalesalon",
            start_on="2025-01-10",
            end_on="2025-01-10",
            decision_expected="no",
        ),
        # c10 ended 109 days before the opening day, and is late.
        row(consultation="c10", title="Park", centre="new", start_on="2025-04-30", end_on="2025-05-01"),
        # c11 ended on the day after the first round was closed, and c12 on the very day: c11 belongs to the
        # second.
        row(consultation="c11", title="Havn", start_on="2023-12-21", end_on="2023-12-21"),
        row(consultation="c12", title="Bro", start_on="2023-12-20", end_on="2023-12-20"),
    ],
    # 2023 has no row. In 2025 c8 loses Ascension (29 May), the day after it, and a Monday that two rows name.
    "days_off": [
        a_day_off(date(2024, 2, 12), date(2024, 2, 18), "Vinterferie"),
        a_day_off(date(2024, 12, 24), date(2024, 12, 31), "Jul"),
        a_day_off(date(2025, 5, 12), date(2025, 5, 12), "Lukkedag"),
        a_day_off(date(2025, 5, 10), date(2025, 5, 12), "Pinsetur"),
        a_day_off(date(2025, 5, 30), date(2025, 6, 1), "Efter Kristi himmelfart"),
    ],
    "methods": LISTED,
    "consultation_groups": [
        row(consultation="c1", group="citizens", took_part="yes"),
        row(consultation="c1", group="businesses", took_part="yes"),
        row(consultation="c1", group="young people", took_part="yes"),
        row(consultation="c1", group="associations", took_part="no"),
        row(consultation="c2", group="citizens", took_part="no"),
        row(consultation="c3", group="citizens", took_part=""),
    ],
    "experiences": [
        # Just five about principle 1, on two sheets of one consultation.
        hand_experience("c1", 1, (0, 2, 0, 1, 0), asked_on="2024-02-20"),
        hand_experience("c1", 1, (0, 0, 0, 2, 0), dont_know=1, asked_on="2024-02-20", source="papir"),
        hand_experience("c1", 2, (2, 1, 0, 0, 0)),
        hand_experience("c8", 2, (0, 1, 2, 0, 0), dont_know=4),
        # c5 belongs to a later round, and c6 was not the municipality's own.
        hand_experience("c5", 3, (0, 0, 0, 9, 0)),
        hand_experience("c6", 3, (0, 0, 0, 0, 50)),
        hand_experience("c3", 4, (4, 0, 0, 0, 0)),
        hand_experience("c1", 5, (0, 0, 2, 3, 0), dont_know=4),
        hand_experience("c1", "meaningful", (0, 0, 0, 3, 3)),
        hand_experience("c11", "meaningful", (0, 0, 0, 0, 0), dont_know=2),
    ],
    "assessments": [
        hand_assessment(FIRST, "plan", 1, 3),
        hand_assessment(FIRST, "social", 1, 5),
        hand_assessment(FIRST, "old", 1, 4),
        hand_assessment(FIRST, "plan", 2, 4),
        hand_assessment(FIRST, "social", 2, 2, status="draft"),
        hand_assessment(FIRST, "old", 2, 3),
        hand_assessment(FIRST, "plan", 3, 5, consultation="c4"),
        hand_assessment(FIRST, "plan", 4, 5),
        hand_assessment(FIRST, "social", 4, 5),
        hand_assessment(FIRST, "old", 4, 5),
        hand_assessment(FIRST, "plan", 5, 1),
        hand_assessment(FIRST, "social", 5, 2),
        hand_assessment(FIRST, "old", 5, 4),
        hand_assessment(SECOND, "plan", 1, 4, themes="Tid;sprog", evidence="c1;c2"),
        hand_assessment(SECOND, "social", 1, 5, themes="tid", evidence="c1"),
        hand_assessment(SECOND, "new", 1, 4),
        hand_assessment(SECOND, "plan", 2, 3),
        hand_assessment(SECOND, "social", 2, 4),
        hand_assessment(SECOND, "new", 2, 3),
        hand_assessment(SECOND, "plan", 3, 2, basis="thin"),
        hand_assessment(SECOND, "social", 3, 1),
        hand_assessment(SECOND, "new", 3, 2, basis="thin"),
        hand_assessment(SECOND, "plan", 4, 5),
        hand_assessment(SECOND, "social", 4, 4),
        hand_assessment(SECOND, "new", 4, 2),
        hand_assessment(SECOND, "plan", 5, 3),
        hand_assessment(SECOND, "social", 5, None),
        hand_assessment(SECOND, "new", 5, 4, status="draft", themes="tid"),
        hand_assessment(SECOND, "old", 5, 5, themes="tid"),
    ],
    "conclusions": [
        row(
            round=SECOND,
            principle=2,
            text="Det er på vej.",
            verdict_override="followed",
            override_reason="Byrådets ord.",
        ),
        row(
            round=SECOND,
            principle=4,
            text="De fleste mener det.",
            verdict_override="followed",
            override_reason="Byrådets ord.",
        ),
    ],
    "actions": [],
    "norms": [
        row(
            norm=name, value=value, unit=UNITS.get(name, "share"), applies_from=applies_from, source="Byrådet"
        )
        for name, value, applies_from in (
            ("coverage_min", "0.5", "2010-01-01"),
            ("contested_gap", "2", "2010-01-01"),
            ("contested_agreement", "0", "2010-01-01"),
            ("followed_median", "4", "2010-01-01"),
            ("not_followed_median", "2", "2010-01-01"),
            ("contradiction_share", "0.5", "2010-01-01"),
            ("window_default_days", "28", "2010-01-01"),
            ("statutory_local_plan", "42", "2010-01-01"),
            ("not_recorded_min", "3", "2010-01-01"),
            ("agreement_level_min", "5", "2010-01-01"),
            ("minority_bodies", "3", "2010-01-01"),
            ("minority_share", "0.33", "2010-01-01"),
            ("confidence_coverage", "0.75", "2010-01-01"),
            ("confidence_thin", "0.5", "2010-01-01"),
            ("confidence_evidence", "0.5", "2010-01-01"),
            ("confidence_agreement", "0.3", "2010-01-01"),
            ("change_p", "0.05", "2010-01-01"),
            ("change_pairs", "10", "2010-01-01"),
            ("experience_min", "5", "2010-01-01"),
            ("frame_published", "0.9", "2010-01-01"),
            ("frame_named", "0.6", "2010-01-01"),
            ("input_effect", "0.5", "2010-01-01"),
            ("feedback_days", "90", "2010-01-01"),
            ("before_proposal", "0.6", "2010-01-01"),
            ("lead_days", "0.5", "2010-01-01"),
            ("lead_days_min", "60", "2010-01-01"),
            ("lead_days_max", "365", "2010-01-01"),
            ("window_days", "0.9", "2010-01-01"),
            ("window_days", "0.5", "2025-08-18"),  # in force on the opening day itself
            ("holiday_share", "0.2", "2010-01-01"),
            ("holiday_window_max", "0.15", "2010-01-01"),
            ("decision_days", "0.5", "2010-01-01"),
            ("decision_days_max", "90", "2010-01-01"),
            ("groups", "3", "2025-08-19"),  # a day too late
        )
    ],
    "principles": [
        a_wording(1, "2010-01-01", "Tydelig"),
        a_wording(1, "2025-08-19", "Tydeligere"),  # a day too late
        a_wording(2, "2010-01-01", "Hørt"),
        a_wording(2, "2025-08-18", "Hørt og svaret"),  # in force on the opening day itself
        a_wording(3, "2030-01-01", "Tidlig"),  # not yet in force, but the only one
        a_wording(4, "2010-01-01", "God tid"),
        a_wording(5, "2010-01-01", "Alle med"),
    ],
}
