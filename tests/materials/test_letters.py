"""Letters to bodies, and the links that open them as mails."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from data.models import Round
from language import speak
from materials.letters import Letter, Recipient, mail_address, reminder_letter, sending_letter

ROUND = Round(
    "2026-2029/midterm", "2026-2029", "midterm", "open", date(2026, 1, 1), date(2027, 12, 31), None, None
)
TO = Recipient("Planudvalget", date(2028, 3, 8), date(2028, 3, 15), date(2028, 2, 9), (1, 3))


def test_the_letter_with_paper_and_form_says_its_days() -> None:
    """Meeting and deadline; who sends it signs."""
    letter = sending_letter(ROUND, TO, "Ida Jensen", speak("da"))
    assert letter.subject == "Midtvejsevaluering 2026–2029: drøftelsesoplæg og skema"
    assert letter.text == (
        "Kære Planudvalget\n\n"
        "Her er drøftelsesoplæg og skema til midtvejsevalueringen 2026–2029. Oplægget viser jeres egne"
        " inddragelser, og hvad registreringerne siger om dem; svarene skriver I i skemaet. Evalueringen er"
        " på dagsordenen til jeres møde den 8. marts 2028. Send skemaet tilbage senest den 15. marts"
        " 2028.\n\n"
        "Venlig hilsen\nIda Jensen"
    )


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        (
            TO,
            "Dear Planudvalget\n\nWe lack your answer about principle 1 and 3 in the mid-term round"
            " 2026–2029. They were due on 15 March 2028. Paper and form were sent to you on 9 February 2028.",
        ),
        (
            Recipient("Planudvalget", principles=(1, 2, 3, 4, 5)),
            "Dear Planudvalget\n\nWe lack your answers in the mid-term round 2026–2029.",
        ),
        (Recipient(), "Dear all\n\nWe lack your answers in the mid-term round 2026–2029."),
    ],
)
def test_a_reminder_says_what_is_missing(to: Recipient, expected: str) -> None:
    """To one body its own principles and days; to several none of them."""
    letter = reminder_letter(ROUND, to, "Ida", speak("en"))
    assert letter.subject == "Reminder: answers in the mid-term round 2026–2029"
    assert letter.text == (
        f"{expected} Please answer as soon as you can. Write to me if you need the form once more, or more"
        " time.\n\nKind regards\nIda"
    )


def test_a_mail_opens_with_the_letter_in_it() -> None:
    """Read as a mail program reads the link: addresses, subject, lines; hidden ones apart."""
    letter = Letter("Svar & frist: 50 %?", "Kære alle\n\nSvar på #1 + #2")
    link = urlsplit(mail_address(["a@x.dk", "b@x.dk"], letter, hidden=["c&d@x.dk"]))
    assert (link.scheme, link.path) == ("mailto", "a@x.dk,b@x.dk")
    assert "+" not in link.query  # a mail program shows it as a plus
    assert parse_qs(link.query) == {
        "bcc": ["c&d@x.dk"],
        "subject": ["Svar & frist: 50 %?"],
        "body": ["Kære alle\r\n\r\nSvar på #1 + #2"],
    }
