"""Words that could be themes: used by several, and more than elsewhere."""

import math

import pytest

from evaluation.themes import propose_themes, unusual

HERE = {
    "a": "Fjernvarmen kom for sent. Fjernvarme er dyrt.",
    "b": "Om fjernvarme blev der talt længe.",
    "c": "Borgermødet var godt.",
}
ELSEWHERE = ["Borgermødet var langt."] * 5 + ["Mødet var kort."] * 5


def test_a_word_of_two_bodies_is_proposed_once() -> None:
    """The commonest form stands for all forms, and each assessment counts once."""
    (proposal,) = propose_themes(HERE, ELSEWHERE, ())
    assert (proposal.term, proposal.assessments) == ("fjernvarme", ("a", "b"))


@pytest.mark.parametrize("known", [["fjernvarme"], ["Center for Fjernvarmen"]])
def test_what_is_a_theme_or_a_name_already_is_left_out(known: list[str]) -> None:
    """In whatever form it is known."""
    assert propose_themes(HERE, ELSEWHERE, known) == ()


def test_only_common_nouns_are_proposed() -> None:
    """A verb, an adjective and a place that two bodies mention make no theme; a noun does, in its shortest
    form.
    """
    here = {
        "a": "Vi planlagde legepladsens plads ved Birkely, og det var vanskeligt.",
        "b": "De planlagde også legepladsen, og Birkely blev vanskeligt.",
    }
    assert [each.term for each in propose_themes(here, (), ())] == ["legepladsen"]


def test_one_body_alone_makes_no_theme() -> None:
    """However often it says it."""
    assert propose_themes({"a": "Fjernvarme fjernvarme fjernvarme."}, ELSEWHERE, ()) == ()


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ((5, 10), (5, 10), 0.0),  # as common there
        ((1, 10), (5, 10), 0.0),  # less common here
        ((10, 10), (0, 10), 2 * 20 * math.log(2)),  # everybody here and nobody there
        ((0, 0), (0, 0), 0.0),
    ],
)
def test_the_log_likelihood_ratio(here: tuple[int, int], there: tuple[int, int], expected: float) -> None:
    """Dunning's G², by hand."""
    assert unusual(here, there) == pytest.approx(expected)
