"""Which consultations fit what is looked for, in which order, and how many each filter would leave: by
hand.
"""

import pytest

from data import queries
from language.search import Document, Index
from pages.components.filters import Filters
from pages.components.register_list import RegisterList, View
from tests.support.registers import BODIES, ROUNDS, new_filled

MID, END = "2022-2025/midterm", "2022-2025/endterm"
COLUMNS = "consultation", "title", "methods", "centre", "scale", "start_on", "end_on", "contributions"
ROWS = [
    ("bike", "Cykelsti", "workshop;borgermøde", "by", "small", "2024-03-01", "2024-04-01", "9"),
    ("aa", "Åens bredder", "borgermøde", "by", "large", "2024-01-10", "2024-02-10", "10"),
    ("old", "Cykelstier i skoven", "workshop", "", "medium", "2022-05-01", "2022-06-01", ""),
    ("odd", "Aftenskolen", "", "by", "", "2023-06-01", "2023-05-01", "0"),
    ("bare", "Zonen", "", "", "", "", "", ""),
]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> RegisterList:
    """Five consultations, two in the round to come, two in the one before, one without a date."""
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]
    store = new_filled(
        tmp_path_factory.mktemp("list") / "register.duckdb",
        {"rounds": ROUNDS, "bodies": BODIES, "consultations": rows},
    )
    frame = queries.consultations.register(store)
    store.close()
    index = Index(
        [Document(key, title) for key, title in zip(frame["consultation"], frame["title"], strict=True)]
    )
    return RegisterList(frame, index)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(), "bike aa odd old bare"),  # the newest end first, the undated last
        (View(round_key=END), "bike aa"),
        (View(round_key=MID), "odd old"),
        (View(text="cykelsti"), "bike old"),
        (View(text="cykelsti", round_key=MID), "old"),
        (View(text="cykelsti", sort="start_on"), "old bike"),
        (View(text="  "), "bike aa odd old bare"),
        (View(text="tunnel"), ""),
        (View(filters=Filters(method="borgermøde")), "bike aa"),
        (View(filters=Filters(method="workshop", centre="by")), "bike"),
        (View(filters=Filters(period="2024-Q1")), "aa"),
        (View(filters=Filters(period="2024")), "bike aa"),
        (View(filters=Filters(centre="gone")), ""),
        (View(sort="title"), "odd bike old bare aa"),  # å is the last letter
        (View(sort="-title"), "aa bare old bike odd"),
        (View(sort="contributions"), "odd bike aa old bare"),  # numbers, and what is not known last
        (View(sort="-contributions"), "aa bike odd old bare"),
        (View(sort="scale"), "bike old aa odd bare"),
        (View(sort="-scale"), "aa old bike odd bare"),
        (View(sort="-start_on"), "bike aa odd old bare"),
        (View(sort="centre_name"), "bike aa odd old bare"),
    ],
)
def test_what_is_shown(register: RegisterList, view: View, expected: str) -> None:
    """The consultations' keys, in order."""
    assert " ".join(register.frame["consultation"].iloc[register.matches(view)]) == expected


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(text="cykelsti", round_key=END), 1),
        (View(round_key=END), 3),
        (View(text="cykelsti"), 0),
        (View(text="skov", round_key=END), 1),
        (View(text="cykelsti", filters=Filters(scale="small"), round_key=END), 0),
    ],
)
def test_how_many_more_lie_outside_the_round(register: RegisterList, view: View, expected: int) -> None:
    """Of those that fit the words and the filters."""
    assert register.outside(view) == expected


def test_each_choice_says_how_many_it_would_leave(register: RegisterList) -> None:
    """Beside all that else is chosen: a filter's own choice does not narrow its own counts."""
    counts = register.counts(View(filters=Filters(method="workshop"), round_key=None))
    assert counts == {
        "centre": {"": 2, "by": 1},
        "committee": {"": 2},
        "method": {"": 5, "borgermøde": 2, "workshop": 2},
        "scale": {"": 2, "large": 0, "medium": 1, "small": 1},
        "period": {
            "": 2,
            "2022": 1,
            "2022-Q2": 1,
            "2023": 0,
            "2023-Q2": 0,
            "2024": 1,
            "2024-Q1": 0,
            "2024-Q2": 1,
        },
    }


def test_dates_in_an_order_that_cannot_be_are_known(register: RegisterList) -> None:
    """An end before the start."""
    assert list(register.frame["consultation"][register.odd]) == ["odd"]


def test_a_register_without_consultations_is_no_error(register: RegisterList) -> None:
    """Nothing fits, and nothing is counted."""
    empty = RegisterList(register.frame.head(0), Index([]))
    assert not len(empty) and not len(empty.matches(View(text="a", sort="")))
    assert empty.counts(View()) == {
        name: {"": 0} for name in ("centre", "committee", "method", "scale", "period")
    }
