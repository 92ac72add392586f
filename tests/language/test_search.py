"""Finding words in Danish: forms, compounds, spellings, phrases and numbers; and odd queries that must not
fail.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.search import Document, Index
from language.stems import stem_of

TEXTS = {
    "hearing": "Høringen varede fire uger, og høringssvarene blev besvaret.",
    "plan": "Lokalplanen for Godsterrænet blev sendt i offentlig høring den 3. marts.",
    "proposal": "Et planforslag uden borgermøde.",
    "summer": "Borgermødet lå i sommerferien. Det var for sent.",
    "case": "Sag 01.02.05-P16-3-24 om æblehaven på Åvej.",
    "start": "Vi startede for tidligt, sent om aftenen.",
    "english": "The hearing was short, and the proposals came late.",
}


@pytest.fixture(scope="module")
def index() -> Index:
    return Index([Document(key, text) for key, text in TEXTS.items()])


CASES = [
    ("høring", {"hearing", "plan"}),  # every form
    ("HØRINGER", {"hearing", "plan"}),
    ("hoering", {"hearing", "plan"}),  # without a Danish keyboard
    ("ho\u0308ring", {"hearing", "plan"}),  # ö, decomposed
    ("plan", {"plan", "proposal"}),  # the last and the first part of a compound
    ("borgermøde", {"proposal", "summer"}),
    ("ferie", {"summer"}),
    ("aeble", {"case"}),
    ("aavej", {"case"}),
    ("art", set()),  # too little of "startede" would be left
    ('"for sent"', {"summer"}),  # side by side, in this order
    ('"sent for"', set()),
    ("sent", {"summer", "start"}),
    ("sent -tidligt", {"summer"}),
    ("borgermøde -ferie", {"proposal"}),
    ("01.02.05-P16-3-24", {"case"}),
    ("P16", {"case"}),
    ("05.02.01", set()),
    ("høring marts", {"plan"}),  # all words must be there
    ("høring borgermøde", set()),
    ("proposals", {"english"}),
    ("", set()),
    ("   ", set()),
    ("-høring", set()),  # nothing is asked for
    ('"', set()),
    ("😀 \x00", set()),
]


@pytest.mark.parametrize(("query", "expected"), CASES)
def test_what_is_found(index: Index, query: str, expected: set[str]) -> None:
    """The documents, whatever their order."""
    assert {hit.key for hit in index.find(query)} == expected


def test_the_whole_word_comes_before_its_compounds() -> None:
    """A plan is more of a plan than a lokalplan is."""
    index = Index(
        [Document("part", "En lokalplan."), Document("whole", "En plan."), Document("none", "Et møde.")]
    )
    assert [hit.key for hit in index.find("plan")] == ["whole", "part"]


def test_equal_hits_come_in_the_order_of_their_keys() -> None:
    """The same search gives the same order every time."""
    index = Index([Document("b", "En plan."), Document("a", "En plan.")])
    assert [hit.key for hit in index.find("plan")] == ["a", "b"]


def test_the_excerpt_marks_what_was_looked_for() -> None:
    """About the place of the first hit, cut between words, with the hit's own letters marked."""
    index = Index([Document("a", "ord " * 60 + "høringsfristen var kort " + "ord " * 60)])
    (hit,) = index.find("frist")
    assert [hit.excerpt[start:end] for start, end in hit.marked] == ["høringsfristen"]
    assert hit.excerpt.startswith("… ord") and hit.excerpt.endswith("ord …")
    assert len(hit.excerpt) < 200


@pytest.mark.parametrize("word", ["høring", "høringer", "Høringens", "hoeringen", "HÖRING"])
def test_forms_share_a_stem(word: str) -> None:
    """Whatever the form and the keyboard."""
    assert stem_of(word) == stem_of("høringen")


@given(st.lists(st.text(max_size=80), max_size=5), st.text(max_size=40))
def test_nothing_asked_can_fail(texts: list[str], query: str) -> None:
    """Any texts and any query give hits whose marks lie within their excerpts."""
    for hit in Index([Document(str(number), text) for number, text in enumerate(texts)]).find(query):
        assert all(0 <= start < end <= len(hit.excerpt) for start, end in hit.marked)
        assert hit.score > 0 and hit.marked


def test_ten_thousand_characters_are_one_query(index: Index) -> None:
    """A pasted page finds nothing, and does not stand still."""
    assert index.find("høring " + "x" * 10_000) == []
