"""Pages show how far a verdict can be relied on wherever it stands, and where what ended after a closing
belongs.
"""

import zipfile
from pathlib import Path

import pytest

from data.adopted_text import adopted_sentences
from data.database import Store
from tests.support.registers import BODIES, ROUNDS, new_empty, take_all, thaw
from tests.support.screens import everything_on, open_page, rows_on, words_on

pytestmark = pytest.mark.thorough

END = "2022-2025/endterm"
LEGACY = Path(__file__).parents[1] / "legacy" / "v0.2.0" / "register.zip"


@pytest.fixture
def with_minority(with_demonstration: Path) -> Path:
    """Three committees stand against principle 4, and all ratings of principle 1 rest on a thin basis, of
    which none names a consultation.
    """
    store = Store(with_demonstration)
    thaw(store)
    of_principle = "update assessments set {} where round = $round and principle = $principle and "
    with store.transaction() as cursor:
        cursor.execute(
            of_principle.format("rating = 2") + "body in ('beu', 'kfu', 'tku')",
            {"round": END, "principle": 4},
        )
        cursor.execute(
            of_principle.format("basis = 'thin'") + "rating is not null", {"round": END, "principle": 1}
        )
        cursor.execute(
            "delete from assessment_evidence where assessment in (select assessment from assessments where"
            " round = $round and principle = 1)",
            {"round": END},
        )
    store.close()
    return with_demonstration


def test_a_minority_and_low_confidence_stand_at_the_verdict(with_minority: Path) -> None:
    """With words and a sign, in the same text as the verdict's badge."""
    for principle, marks in (
        ("1", ["Sikkerhed\\: lav", "hviler på et spinkelt grundlag", "peger på en inddragelse"]),
        ("4", ["Sikkerhed\\: moderat", ":material/flag: Mindretal\\: 3 af 7 udvalg svarer 1–2"]),
    ):
        screen = open_page("principle", lang="da", round=END, principle=principle)
        badges = [
            each.value for each in screen.markdown if "-badge[" in each.value and "Sikkerhed" in each.value
        ]
        assert any(all(mark in badge for mark in marks) for badge in badges)


def test_the_overview_marks_both_beside_the_verdict(with_minority: Path) -> None:
    """Low confidence and a minority stand out; the reasons are one pointing away."""
    rows = rows_on(open_page("overview", lang="da", round=END))["rows"]
    first, fourth = ([(mark["text"], mark["strong"]) for mark in rows[place]["marks"]] for place in (0, 3))
    assert first == [("Sikkerhed: lav", True)]
    assert "hviler på et spinkelt grundlag" in rows[0]["marks"][0]["hint"]
    assert fourth == [("Sikkerhed: moderat", False), ("mindretal: 3 imod", True)]


def test_the_trend_has_the_marks_in_its_table(with_minority: Path) -> None:
    """Beside the verdict's word."""
    text = everything_on(open_page("trends", lang="en", round=END))
    assert "confidence" in text and "3 against" in text


@pytest.mark.parametrize("page", ["overview", "principle", "trends", "method"])
def test_a_round_frozen_before_says_so(own_register: Path, page: str) -> None:
    """What it did not work out is neither high nor low, and its rules are named."""
    with zipfile.ZipFile(LEGACY) as packed:
        own_register.write_bytes(packed.read("register.duckdb"))
    screen = open_page(page, lang="en", round=END)
    phrases = {
        "overview": ["not worked out when this round closed", "the rules before November 2026"],
        "principle": ["not worked out when this round closed", "the rules before November 2026"],
        "trends": ["confidence not worked out"],
        "method": ["the rules before November 2026", "those of that round were others"],
    }[page]
    text = everything_on(screen)
    assert [part for part in phrases if part not in text] == []


LATE = {
    "consultation": "sent",
    "title": "Sent",
    "centre": "by",
    "start_on": "2025-11-01",
    "end_on": "2025-12-10",
    "run_by_municipality": "yes",
}
NEXT = {
    "round": "2026-2029/midterm",
    "term": "2026-2029",
    "kind": "midterm",
    "period_from": "2026-01-01",
    "period_to": "2027-12-31",
    "status": "planned",
}


@pytest.mark.parametrize("has_next", [True, False])
def test_both_rounds_say_where_it_belongs(own_register: Path, has_next: bool) -> None:
    """What ended after the closing: in the closed round, and in the one that it came along to."""
    store = new_empty(own_register)
    with store.transaction() as cursor:
        cursor.execute("delete from rounds")
    rounds = [ROUNDS[1] | {"status": "closed"}, *([NEXT] if has_next else [])]
    take_all(store, {"rounds": rounds, "bodies": BODIES, "consultations": [LATE]})
    store.close()
    closed = words_on(open_page("overview", lang="en", round=END))
    if not has_next:
        assert "1 consultation ended after the closing and waits for a round" in closed
        return
    assert "1 consultation ended after the closing and belongs to the mid\\-term round 2026–2029" in closed
    following = words_on(open_page("overview", lang="en", round=NEXT["round"]))
    assert (
        "1 consultation came along from the end\\-of\\-term round 2022–2025, because it ended after its"
        " closing" in following
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_method_page_has_the_adopted_text(with_demonstration: Path, language: str) -> None:
    """Every sentence, and no brace that was not filled."""
    screen = open_page("method", lang=language, round=END)
    assert not screen.exception
    (table,) = [each.value for each in screen.table if len(each.value) == len(adopted_sentences())]
    assert table.iloc[:, 1:].map(bool).all(axis=None)
    assert "{" not in words_on(screen).replace("\\{", "{")
