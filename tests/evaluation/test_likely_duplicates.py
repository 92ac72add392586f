"""Consultations that are probably the same: never by the title alone, and never by the days alone."""

from evaluation.likely_duplicates import Candidate, duplicates_of, likely_duplicates

MARCH, MAY = "2025-03-01", "2025-05-01"
CANDIDATES = [
    Candidate("a", "Cykelsti på Åvej", MARCH, MAY),
    Candidate("b", "Cykelstien, Aavej", MARCH, MAY),
    Candidate("c", "Ny skole i Nordby", MARCH, MAY),
    Candidate("d", "Cykelsti på Åvej", "2021-03-01", "2021-05-01"),
    Candidate("e", "Lokalplan 183 for Havnen", case_number="25/118"),
    Candidate("f", "Havnen: lokalplan 183", MARCH, case_number="25-118"),
    Candidate("g", "Cykelsti på Åvej"),
    Candidate("h", "Lokalplan 184 for Havnen", MARCH),
]


def test_pairs_have_the_same_days_or_case_and_nearly_the_same_title() -> None:
    """Word order, forms of words and spelling make no difference; years do, and unknown days are not
    alike.
    """
    assert likely_duplicates(CANDIDATES) == [("a", "b"), ("e", "f")]
    assert duplicates_of(CANDIDATES[1], CANDIDATES) == ["a"]
    assert duplicates_of(CANDIDATES[6], CANDIDATES) == []


def test_many_of_one_day_are_compared_by_their_words() -> None:
    """A thousand rows of one day take no thousand times a thousand comparisons."""
    many = [Candidate(str(number), f"Høring nummer {number}", MARCH) for number in range(1000)]
    assert likely_duplicates([*many, Candidate("again", "Nummer 7 høringer", MARCH)]) == [("7", "again")]
