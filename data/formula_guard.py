"""Text that a spreadsheet would calculate: it goes out with a quotation mark before it, and comes in without.

What is guarded is what OWASP names under CSV injection. In a workbook every cell is written as text beside.
"""

import re

FORMULA = re.compile(r"^'+(?=[=+\-@\t\r])")


def with_guard(text: str) -> str:
    """A text that a spreadsheet would calculate gets a quotation mark before it, which taking in removes
    again.
    """
    return f"'{text}" if FORMULA.match(f"'{text}") else text


def without_guard(text: str) -> str:
    """The text without the quotation mark that an export puts before what a spreadsheet would calculate."""
    return FORMULA.sub(lambda quotes: quotes[0][1:], text)
