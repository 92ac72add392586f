"""Words that stand for nothing, words of a spreadsheet's errors, and rows of totals."""

import re

from data.errors import UnreadableCell
from data.ingest.plain_text import with_plain_hyphens
from language import N_

NO_WORD = frozenset({"n/a", "n.a.", "n/a.", "n.a", "nan", "null", "<na>", "i/t", "(null)"})
FOR_NOTHING = NO_WORD | {"na", "none", "i.t.", "(tom)", "(blank)", "(empty)"}
"""In small letters. The first of them can be no key of a record either."""
NOT_A_TIME = "NaT"
"""As pandas writes it; in small letters it is the Danish night."""
SIGNS_ALONE = re.compile(r"[-.·…_/\\?*]+")
ERROR_WORDS = frozenset(
    {"#n/a", "#i/t", "#name?", "#navn?", "#ref!", "#reference!", "#value!", "#værdi!", "#værdi", "#div/0!"}
    | {"#division/0!", "#num!", "#nummer!", "#num", "#null!", "#nul!", "#tom!", "#spill!", "#overløb!"}
    | {"#calc!", "#beregn!", "#field!", "#felt!", "#blocked!", "#blokeret!", "#unknown!", "#ukendt!"}
    | {"#busy!", "#optaget!", "#connect!", "#getting_data", "#henter_data", "#forbind!", "#python!"}
)
"""Of Excel and LibreOffice, in English and Danish."""
ERROR_FORM = re.compile(r"#[A-ZÆØÅ][A-ZÆØÅ0-9/_ ]*[!?]|#{3,}|(Err|Fejl):\d{3}")
SCIENTIFIC = re.compile(r"-?\d([.,]\d+)?E[+-]?\d{1,3}")
TOTALS = frozenset(
    {
        "i alt",
        "ialt",
        "total",
        "totalt",
        "totaler",
        "sum",
        "grand total",
        "subtotal",
        "hovedtotal",
        "total sum",
    }
    | {"samlet", "totals", "in total", "mellemsum", "sum i alt", "total i alt"}
)


def is_nothing(text: str, *, of_key: bool = False) -> bool:
    """Whether a cell says that nothing is known: ``N/A``, ``-``, ``NULL`` and their like. A cell ``of_key``
    names a record, whose key may be ``na``.
    """
    if text.casefold() in (NO_WORD if of_key else FOR_NOTHING):
        return True
    return text == NOT_A_TIME or bool(SIGNS_ALONE.fullmatch(with_plain_hyphens(text)))


def refuse_error_word(text: str) -> None:
    """Raises :class:`UnreadableCell` for what a spreadsheet writes where it could not calculate."""
    if text.casefold() in ERROR_WORDS or ERROR_FORM.fullmatch(text):
        raise UnreadableCell(
            N_("is an error of the spreadsheet; mend the cell there, or empty it where nothing is known")
        )


def is_scientific(text: str) -> bool:
    """Whether a spreadsheet cut a long number short: ``2,02405E+11``."""
    return bool(SCIENTIFIC.fullmatch(text))


def is_total(text: str) -> bool:
    """Whether a cell is the name of a row of totals."""
    return text.casefold().rstrip(" :.") in TOTALS
