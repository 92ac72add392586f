"""Themes that differ only in capitals are one: as they come in, as they are counted, and as they are
shown.
"""

import pytest

from data import queries
from data.database import Store
from tests.support.registers import BODIES, ROUNDS, take, take_all

PLACE = {
    "round": "2022-2025/endterm",
    "body": "plan",
    "rating": "4",
    "justification": "Ord.",
    "status": "submitted",
}


@pytest.fixture
def store(empty: Store) -> Store:
    """Two open rounds, a committee and a centre."""
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES})
    return empty


def say(store: Store, principle: int, themes: str, **others: str) -> None:
    """An assessment with these themes."""
    take_all(store, {"assessments": [{**PLACE, "principle": str(principle), "themes": themes, **others}]})


def stored(store: Store) -> list[str]:
    """The themes of every assessment, in the order of their principles."""
    rows = store.rows("select themes from exchange_assessments order by principle, body")
    return [themes for (themes,) in rows]


def write_past_the_checks(store: Store, principle: int, theme: str) -> None:
    """A theme as registers of before hold it."""
    with store.transaction() as cursor:
        cursor.execute(
            "insert into assessment_themes select assessment, $theme from assessments where principle ="
            " $number",
            {"theme": theme, "number": principle},
        )


def test_a_list_that_is_stored_so_is_unchanged(store: Store) -> None:
    """A register of before may hold both spellings: taking its files in again changes nothing."""
    for principle in (1, 2, 3):
        say(store, principle, "")
    for principle, theme in ((1, "Frister"), (2, "Frister"), (3, "frister")):
        write_past_the_checks(store, principle, theme)
    again = take(store, {"assessments": [{**PLACE, "principle": "3", "themes": "frister"}]})[0]
    assert (again.unchanged, stored(store)) == (1, ["Frister", "Frister", "frister"])


def test_spellings_are_counted_and_shown_as_one(store: Store) -> None:
    """In that of most assessments; one that carries both counts once, and confidential words don't decide."""
    for principle in (1, 2, 3):
        say(store, principle, "")
    say(store, 4, "FRISTER", closed="yes")
    for principle, theme in ((1, "frister"), (2, "Frister"), (3, "frister"), (3, "Frister"), (2, "Areal")):
        write_past_the_checks(store, principle, theme)
    assert queries.themes.in_use(store) == ["Areal", "Frister"]
    assert queries.themes.counts_by_principle(store, ["2022-2025/endterm"]) == {
        "2022-2025/endterm": {1: {"Frister": 1}, 2: {"Areal": 1, "Frister": 1}, 3: {"Frister": 1}}
    }
    assert queries.themes.counts_by_round_and_level(store) == [
        ("Areal", "2022-2025/endterm", "committee", 1),
        ("Frister", "2022-2025/endterm", "committee", 3),
    ]


def test_what_is_typed_becomes_the_stored_spelling(store: Store) -> None:
    """Each theme once, a new one as it is first written."""
    say(store, 1, "Frister")
    typed = ["frister", "Nyt", "FRISTER", "nyt"]
    assert queries.themes.in_stored_spelling(store, typed) == ["Frister", "Nyt"]
