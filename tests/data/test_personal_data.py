"""Personal data in texts and keys: found however it is written, and never repeated in a message."""

import pytest

from data.database import Store
from data.errors import RecordProblem
from data.validation.personal_data import contact_details, masked, possible_cpr, possible_cpr_in_key
from language import Sentence
from tests.support.registers import BODIES, ROUNDS, said, take, take_all


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        ("Kontakt 010190-1234 om sagen", True),
        ("ring 3112851234", True),
        ("010190\u20131234", True),
        ("010190\u20111234", True),
        ("010190\u00a01234", True),
        ("010190 - 1234", True),
        ("010190\n1234", True),
        ("0101\u200b90-12\u200b34", True),
        ("01.01.90-1234", True),
        ("01. 01. 90 \u2013 1234", True),
        ("710190-1234", True),
        ("sag 01.02.05-P16-14-24", False),
        ("den 12.03.24 1200 breve", False),
        ("3213901234", False),
        ("920190-1234", False),
        ("beløb 1234567890123", False),
        ("1. januar 2024 kom 1.250 svar", False),
    ],
)
def test_possible_cpr_numbers_are_seen(text: str, is_number: bool) -> None:
    """Ten digits that begin with a date may be a CPR number, however they are divided, with or without a
    valid modulus 11.
    """
    assert (possible_cpr(text), masked(text) != text) == (is_number, is_number)


DATES = ("010190", "01 01 90", "01-01-90", "01.01.90", "01/01/90", "01\u201301\u201390")
LONG_DATES = ("01011990", "01 01 1990", "01-01-1990", "01.01.1990", "01/01/1990")
SPELLINGS = (
    [f"{day}{joint}1234" for day in (*DATES, *LONG_DATES) for joint in ("-", "\u2013", "/", "_")]
    + [f"{day}-12 34" for day in (*DATES, *LONG_DATES)]
    + [f"{day}{joint}1234" for day in ("010190", "01011990") for joint in ("", " ", ".", " / ", "\n")]
    + [f"{day} - 1234" for day in DATES]
    + [
        "01 01 90 1234",
        "01 01 1990 1234",
        "010190 12 34",
        "01011990 12 34",
        "\uff10\uff11\uff10\uff11\uff19\uff101234",
    ]
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_a_cpr_number_is_seen(spelling: str) -> None:
    """Alone and in a sentence, in a list with others, and nothing of it is left when it is masked."""
    sentence = f"Borgeren ({spelling}), som bor her; se også 020291-2345."
    assert possible_cpr(spelling) and possible_cpr(f"tid, {spelling}, rammer")
    assert masked(sentence) == "Borgeren (••••••-••••), som bor her; se også ••••••-••••."


@pytest.mark.parametrize(
    "text",
    [
        "tlf. 20 10 20 30 eller +45 20 10 20 31",
        "20 10 20 30 20 10 20 31",
        "20102030 20102031",
        "CVR 12345674, EAN 5798009876543, EAN 5798 0098 7654 3",
        "sagsnr. 24/012345, 2024-012345, EMN-2024-01234 og 01.02.05-P16-14-24",
        "fra 01.01.2024 til 31.12.2025, 01-01-2024 og 2024-01-01",
        "fra 01.01.2024-31.12.2024 og 1/1-24 - 31/12-24",
        "den 12.03.2024 1200 breve",
        "den 12-03-2024 - 1200 breve",
        "den 05-11-2019 kl. 1830, kl. 10.30-12.00",
        "1.234.567 kr., 10.000 og 12.345,67",
        "uge 10, 11, 12 og 1234 svar",
        "Postnumre 2740-2750, valgperioden 2022-2025",
        "32132024-1234",
    ],
)
def test_other_numbers_are_no_cpr_numbers(text: str) -> None:
    """Phone, case, EAN and CVR numbers, dates, times, sums and years."""
    assert (possible_cpr(text), masked(text)) == (False, text)


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        ("borger-010190-1234", True),
        ("0101901234", True),
        ("https://example.dk/node/0101901234", True),
        ("01.02.05-2024-12", False),
        ("a0101901234b", False),
        ("https://ballerup.dk/dagsorden/teknik-og-miljoeudvalget-05-11-2019", False),
    ],
)
def test_keys_and_addresses_hold_points_and_letters_of_their_own(text: str, is_number: bool) -> None:
    """Only ten digits by themselves are a number there."""
    assert possible_cpr_in_key(text) is is_number


@pytest.mark.parametrize(
    ("text", "is_contact"),
    [("skriv til anna@example.dk", True), ("tlf. 20 30 40 50", True), ("i 2024 kom 1.250 svar", False)],
)
def test_contact_details_are_seen(text: str, is_contact: bool) -> None:
    """E-mail addresses and phone numbers are noticed."""
    assert contact_details(text) is is_contact


CONSULTATION = {"consultation": "c1", "title": "Cykelsti"}
ASSESSMENT = {
    "round": ROUNDS[1]["round"],
    "body": "plan",
    "principle": "1",
    "justification": "Ord.",
    "themes": "tid",
}


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("assessments", ASSESSMENT | {"themes": "tid;010190-1234"}, "themes"),
        ("consultations", CONSULTATION | {"methods": "brev til 010190-1234"}, "methods"),
        ("consultations", CONSULTATION | {"consultation": "010190-1234"}, "consultation"),
        ("consultations", CONSULTATION | {"case_number": "010190-1234"}, "case_number"),
        ("consultations", CONSULTATION | {"source_key": "0101901234"}, "source_key"),
        ("consultations", CONSULTATION | {"url": "https://example.dk/?cpr=0101901234"}, "url"),
        ("consultation_groups", {"consultation": "c1", "group": "010190-1234"}, "group"),
    ],
)
def test_no_column_takes_a_cpr_number(empty: Store, table: str, row: dict[str, str], column: str) -> None:
    """The column is named, the number is not."""
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES, "consultations": [CONSULTATION]})
    outcome = take(empty, {table: [row]})[0]
    assert said(outcome) == [(2, column)]
    assert "1234" not in str(outcome.errors[0].sentence)


def test_a_long_value_is_cut_in_a_message() -> None:
    """Names of columns too, and a number is masked before anything is cut."""
    error = RecordProblem("a.csv", 2, "c" * 500, "x" * 70 + " 010190-1234 " + "y" * 500, Sentence("is wrong"))
    sentence = str(error.sentence)
    assert (len(sentence) < 260, "0101" in sentence, "…" in sentence) == (True, False, True)
