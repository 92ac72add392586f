"""The one-time code by which whoever can read the console becomes the first administrator."""

import secrets
import sys
from hmac import compare_digest

from data.cli_output import command_language
from data.database import Store
from language import N_
from workflow.access import has_administrator

CODE = N_(
    "Nobody is administrator yet. Sign in and write this code on the page that comes then: {code}. It counts"
    " once, until the dashboard is started again."
)
TRIES = 10
"""Wrong tries after which the code is void."""


class FirstAdministrator:
    """The code of this start of the program; there is none while somebody is administrator."""

    def __init__(self) -> None:
        self._code = ""
        self._tries = 0

    def print_code(self, store: Store) -> None:
        """Say on the console how to become administrator, where nobody is."""
        if not has_administrator(store):
            self._code, self._tries = secrets.token_urlsafe(12), 0
            print(command_language()(CODE, code=self._code), file=sys.stderr, flush=True)

    def is_right(self, code: str) -> bool:
        """Whether it is the code; then it counts no more. After some wrong tries none is right."""
        self._tries += 1
        if not self._code or self._tries > TRIES:
            return False
        is_right = compare_digest(code.strip().encode(), self._code.encode())
        if is_right:
            self._code = ""
        return is_right


FIRST_ADMINISTRATOR = FirstAdministrator()
