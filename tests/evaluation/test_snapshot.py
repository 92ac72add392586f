"""What a closed round shows stays the same, whatever is written afterwards; and what is missing before it
can close.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data import drafts, queries
from data.database import Store
from data.models import Round
from data.terms import next_first_year, planned_rounds
from data.writing import RowChange, save_records
from evaluation.__main__ import main
from evaluation.as_json import as_json
from evaluation.calendar import plan, working_day
from evaluation.checklist import carried, checklist
from evaluation.collection import collect
from evaluation.evaluate import evaluate, find_round
from evaluation.snapshot import (
    VERSION,
    DamagedSnapshot,
    FrozenTexts,
    checksum,
    evaluation_json,
    freeze,
    round_snapshot,
)
from tests.support.registers import BODIES, ROUNDS, take_all, thaw

MIDTERM, ENDTERM = (each["round"] for each in ROUNDS)
NORMS = {"plan_paper_days": 28, "plan_agenda_days": 8, "plan_answer_days": 7}


@pytest.fixture
def demonstration(demonstration_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the demonstration register, before its rounds were frozen."""
    shutil.copy(demonstration_file, tmp_path / "copy.duckdb")
    store = Store(tmp_path / "copy.duckdb")
    thaw(store)
    yield store
    store.close()


@pytest.fixture
def store(empty: Store) -> Store:
    """One committee, one centre, two open rounds."""
    with empty.transaction() as cursor:
        cursor.execute("delete from rounds")
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES})
    return empty


CLOSED_ON = date(2026, 11, 23)


def close(store: Store, round_key: str) -> FrozenTexts:
    """Close a round as the page does."""
    frozen, read = (
        freeze(store, find_round(store, round_key), CLOSED_ON),
        queries.exchange_rows.row(store, "rounds", {"round": round_key}),
    )
    assert read is not None
    kept = {
        "round": round_key,
        "closed_at": "2026-11-23 12:00:00",
        "who": "Ida",
        "program": VERSION,
        "sha256": frozen.sha256,
        "result": frozen.result,
        "details_sha256": frozen.details_sha256,
        "details": frozen.details,
    }
    rows = [RowChange("rounds", {**read, "status": "closed"}, read)] if read["status"] != "closed" else []
    save_records(store, "Ida", [*rows, RowChange("closings", kept)])
    return frozen


def disturb(store: Store) -> None:
    """Edit everything that an evaluation is made of."""
    with store.transaction() as cursor:
        cursor.execute(
            "update consultations set frame_published_on = null, decided_on = null, effect = 'none', title ="
            " 'Ændret'"
        )
        cursor.execute("update norms set value = 0.01 where unit = 'share'")
        cursor.execute(
            "update bodies set name = 'Omdøbt ' || body, active_to = date '2023-12-31' where level = 'centre'"
        )
        cursor.execute("update principles set title_da = 'Andet'")


def test_a_frozen_round_reads_the_same_after_every_edit(demonstration: Store) -> None:
    """Result, checksum and everything that pictures are drawn from; only what is reckoned anew has moved."""
    round_key = "2022-2025/endterm"
    before, live = (
        round_snapshot(demonstration, find_round(demonstration, round_key)),
        evaluate(demonstration, find_round(demonstration, round_key)),
    )
    frozen = close(demonstration, round_key)
    assert frozen.result == as_json(live)
    disturb(demonstration)
    after = round_snapshot(demonstration, find_round(demonstration, round_key))
    assert (after.evaluation, after.answers, after.assessments, after.conclusions, after.norms) == (
        before.evaluation,
        before.answers,
        before.assessments,
        before.conclusions,
        before.norms,
    )
    assert after.efforts.equals(before.efforts) and after.closed_on == date(2026, 11, 23)
    assert (
        evaluation_json(demonstration, find_round(demonstration, round_key)) == frozen.result
        and checksum(frozen.result) == frozen.sha256
    )
    assert as_json(evaluate(demonstration, find_round(demonstration, round_key))) != frozen.result


def test_an_open_round_is_frozen_as_closed(demonstration: Store) -> None:
    """The frozen evaluation says that the round is closed, as it is from then on."""
    frozen = close(demonstration, "2026-2029/midterm")
    assert '"status": "closed"' in frozen.result
    assert (
        round_snapshot(demonstration, find_round(demonstration, "2026-2029/midterm")).evaluation.status
        == "closed"
    )
    assert frozen.result == as_json(evaluate(demonstration, find_round(demonstration, "2026-2029/midterm")))


def test_the_command_prints_the_frozen_text(
    demonstration: Store, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """``python -m evaluation ROUND | sha256sum`` is the checksum on the screen."""
    frozen = close(demonstration, "2022-2025/endterm")
    disturb(demonstration)
    demonstration.close()
    monkeypatch.setenv("OEJENHOEJDE_DATABASE", str(demonstration.path))
    monkeypatch.setattr("sys.stdout.reconfigure", lambda **_: None, raising=False)
    assert main(["2022-2025/endterm"]) == 0
    assert checksum(capsysbinary.readouterr().out.decode()) == frozen.sha256


@pytest.mark.parametrize("column", ["result", "details"])
def test_a_tampered_result_is_never_shown(demonstration: Store, column: str) -> None:
    """Whoever edits the file by hand is found out; the sentence names the round."""
    close(demonstration, "2022-2025/endterm")
    with demonstration.transaction() as cursor:
        cursor.execute(f"update closings set {column} = replace({column}, 'followed', 'partly')")
    with pytest.raises(DamagedSnapshot, match="2022-2025/endterm"):
        (
            evaluation_json(demonstration, find_round(demonstration, "2022-2025/endterm"))
            if column == "result"
            else round_snapshot(demonstration, find_round(demonstration, "2022-2025/endterm"))
        )


def test_the_version_is_the_program_s_own() -> None:
    """One number, in the project's file and in every closing."""
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{VERSION}"' in project


def said(store: Store, round_key: str) -> list[tuple[str, bool]]:
    """The checklist in English, and what holds the round back."""
    return [(str(point.sentence), point.blocks) for point in checklist(store, round_key)]


def test_a_checklist_names_what_is_missing(store: Store) -> None:
    """Answers missing and drafts by body, unsaved text, conclusions by row; nothing of it holds the round
    back.
    """
    assessments = [
        {
            "round": ENDTERM,
            "body": "plan",
            "principle": str(number),
            "rating": "4",
            "justification": "Ord.",
            "status": "submitted",
        }
        for number in range(1, 6)
    ]
    draft = {
        "round": ENDTERM,
        "body": "by",
        "principle": "1",
        "justification": "Kun begyndt.",
        "status": "draft",
    }
    conclusions = [{"round": ENDTERM, "principle": row, "text": "Ord."} for row in ("1", "2", "3", "4")]
    take_all(store, {"assessments": [*assessments, draft], "conclusions": conclusions})
    drafts.keep(store, (ENDTERM, "by", 2), ("a", "Ida"), {"justification": "Ikke gemt"}, 0)
    assert said(store, ENDTERM) == [
        ("4 answers are missing: Center for By.", False),
        ("1 answer is a draft and would not count: Center for By.", False),
        ("1 answer is being written and is not saved.", False),
        ("2 conclusions are missing: principle 5 and proportionality.", False),
    ]


def test_nothing_missing_is_an_empty_checklist(store: Store) -> None:
    """Every body, every principle, every conclusion."""
    assessments = [
        {
            "round": ENDTERM,
            "body": body,
            "principle": str(number),
            "not_assessable": "yes",
            "justification": "Ingen sager.",
            "status": "submitted",
        }
        for body in ("plan", "by")
        for number in range(1, 6)
    ]
    conclusions = [
        {"round": ENDTERM, "principle": row, "text": "Ord."}
        for row in ("1", "2", "3", "4", "5", "proportionality")
    ]
    take_all(store, {"assessments": assessments, "conclusions": conclusions})
    assert said(store, ENDTERM) == []


@pytest.mark.parametrize(
    ("state", "outcome", "is_carried", "holds_back"),
    [
        ("planned", "", True, True),
        ("started", "", True, True),
        ("started", "Halvt i mål.", True, False),
        ("done", "", True, True),
        ("done", "Det skete.", False, False),
        ("dropped", "Opgivet.", False, False),
    ],
)
def test_actions_go_on_to_the_next_round(
    store: Store, state: str, outcome: str, is_carried: bool, holds_back: bool
) -> None:
    """Those not ended or without an outcome are carried; only a missing outcome holds the next round back."""
    action = {
        "action": "a",
        "round": MIDTERM,
        "principle": "1",
        "text": "Gør noget.",
        "state": state,
        "outcome": outcome,
    }
    take_all(store, {"actions": [action]})
    assert [each.action for each in carried(store, ENDTERM)] == (["a"] if is_carried else [])
    assert any(blocks for _, blocks in said(store, ENDTERM)) is holds_back
    assert carried(store, MIDTERM) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),  # a Monday
        (date(2026, 11, 22), date(2026, 11, 20)),  # a Sunday
        (date(2027, 3, 29), date(2027, 3, 24)),  # Easter Monday, back over Easter to Wednesday
        (date(2024, 4, 26), date(2024, 4, 26)),  # Store bededag is a working day from 2024
        (date(2023, 5, 5), date(2023, 5, 4)),  # and was none in 2023
    ],
)
def test_a_day_off_moves_back(day: date, expected: date) -> None:
    """To the working day before it."""
    assert working_day(day) == expected


def a_round(**dates: date | None) -> Round:
    """A round with these dates."""
    plain = Round("r", "t", "midterm", "open", date(2026, 1, 1), date(2027, 12, 31), None, None)
    return replace(plain, **dates)  # type: ignore[arg-type]  # dates alone


@pytest.mark.parametrize(
    ("dates", "meets_on", "expected"),
    [
        # Monday 8 February 2027: paper 28 days before, agenda 8 days before is a Sunday and so Friday, answer
        # a week after
        ({}, date(2027, 2, 8), ("2027-01-11", "2027-01-29", "2027-02-15")),
        ({"answers_due_on": date(2027, 2, 10)}, date(2027, 2, 8), ("2027-01-11", "2027-01-29", "2027-02-10")),
        (
            {"answers_due_on": date(2027, 2, 10), "closes_on": date(2027, 4, 1)},
            None,
            ("None", "None", "2027-02-10"),
        ),
        ({"closes_on": date(2027, 4, 1)}, None, ("None", "None", "2027-04-01")),
        ({}, None, ("None", "None", "None")),
    ],
)
def test_the_calendar_counts_back(
    dates: dict[str, date], meets_on: date | None, expected: tuple[str, str, str]
) -> None:
    """From the meeting; the deadline of the round comes first where it is earlier."""
    calendar = plan(a_round(**dates), "plan", meets_on, NORMS)
    assert (*(str(day) for day in calendar.before.values()), str(calendar.answer_due)) == expected


def test_the_collection_tells_every_state_apart(store: Store) -> None:
    """Not asked, not begun, late, draft, unsaved draft, submitted and cannot be judged."""
    bodies = [*BODIES, {"body": "ny", "level": "centre", "name": "Nyt center", "active_from": "2025-09-01"}]
    assessments = [
        {
            "round": ENDTERM,
            "body": "plan",
            "principle": "1",
            "rating": "4",
            "justification": "Ord.",
            "status": "submitted",
        },
        {
            "round": ENDTERM,
            "body": "plan",
            "principle": "2",
            "not_assessable": "yes",
            "justification": "Ord.",
            "status": "submitted",
        },
        {"round": ENDTERM, "body": "plan", "principle": "3", "justification": "Ord.", "status": "draft"},
    ]
    take_all(
        store,
        {
            "bodies": bodies,
            "assessments": assessments,
            "meetings": [{"round": ENDTERM, "body": "plan", "meets_on": "2025-10-01"}],
        },
    )
    drafts.keep(store, (ENDTERM, "plan", 4), ("a", "Ida"), {}, 0)
    cells = collect(
        store,
        next(r for r in queries.rounds.oldest_first(store) if r.key == ENDTERM),
        NORMS,
        date(2025, 10, 20),
    )
    assert {(cell.body, cell.principle): cell.state for cell in cells if cell.body == "plan"} == {
        ("plan", 1): "submitted",
        ("plan", 2): "not_assessable",
        ("plan", 3): "draft",
        ("plan", 4): "draft",
        ("plan", 5): "late",
    }
    assert {cell.state for cell in cells if cell.body == "by"} == {"missing"}
    assert [(cell.state, cell.due) for cell in cells if cell.body == "ny"] == [("not_asked", None)] * 5
    assert {cell.due for cell in cells if cell.body == "plan"} == {date(2025, 10, 8)}


def test_a_new_term_brings_its_two_rounds() -> None:
    """Each looks at one half of the four years."""
    rounds = [(each.key, str(each.period_from), str(each.period_to)) for each in planned_rounds(2030)]
    assert rounds == [
        ("2030-2033/midterm", "2030-01-01", "2031-12-31"),
        ("2030-2033/endterm", "2032-01-01", "2033-12-31"),
    ]
    assert (next_first_year(["2022-2025", "2026-2029"]), next_first_year([])) == (2030, 2026)
