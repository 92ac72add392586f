"""Whether people sign in, and with whom: told by settings in the environment."""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from data.cli_output import command_language, error
from data.errors import UserError
from language import N_, Sentence
from pages.server.loopback import is_loopback

SETTINGS: Mapping[str, str] = {
    "provider": "OEJENHOEJDE_SIGN_IN_PROVIDER",
    "client": "OEJENHOEJDE_SIGN_IN_CLIENT",
    "secret": "OEJENHOEJDE_SIGN_IN_SECRET",
    "address": "OEJENHOEJDE_ADDRESS",
    "cookie_secret": "OEJENHOEJDE_COOKIE_SECRET",
}
PROMPT, SCOPE = "OEJENHOEJDE_SIGN_IN_PROMPT", "OEJENHOEJDE_SIGN_IN_SCOPE"
IDLE = "OEJENHOEJDE_IDLE_MINUTES"
USUAL_SCOPE = "openid profile email"
IDLE_MINUTES = 60
SHORTEST_SECRET = 32
WELL_KNOWN = "/.well-known/openid-configuration"
MISSING = N_(
    "The sign-in lacks settings: {missing}. Set them, or none of {all}: without a sign-in the dashboard"
    " answers on this machine only."
)
NOT_SECURE = N_(
    "{setting} must begin with https://: {address} would send cookies and pages for everybody to read. Only"
    " on this machine itself may it be http://."
)
SHORT = N_("{setting} must have at least {count} characters: anybody who guesses it can sign in as anybody.")
NO_METADATA = N_("{setting} must be the address of the provider's metadata, which ends in {ending}.")
NO_MINUTES = N_("{setting} must be a number of minutes, such as {count}.")


class WrongSetting(UserError):
    """For IT operations: a setting of the sign-in is missing or can't be right."""


@dataclass(frozen=True)
class SignIn:
    """With whom people sign in: the address of the OpenID provider's metadata, the client that the dashboard
    is there and its secret; the ``address`` under which people reach the dashboard; the secret of its
    cookies; what the provider is to ask (``prompt``) and to tell (``scope``), and after how many idle minutes
    a visit ends.
    """

    provider: str
    client: str
    secret: str
    address: str
    cookie_secret: str
    prompt: str
    scope: str
    idle_minutes: int

    @property
    def is_secure(self) -> bool:
        return self.address.startswith("https://")

    @property
    def host(self) -> str:
        """As browsers name it: without a port that goes without saying."""
        parts = urlsplit(self.address)
        usual = {"https": 443, "http": 80}[parts.scheme]
        return parts.netloc.removesuffix(f":{usual}").lower()

    @property
    def origin(self) -> str:
        """As browsers name the dashboard where a page of it opens a websocket."""
        return f"{urlsplit(self.address).scheme}://{self.host}"

    @property
    def issuer(self) -> str:
        return self.provider.removesuffix(WELL_KNOWN)

    @property
    def secrets(self) -> dict[str, Any]:
        """As Streamlit reads them."""
        return {
            "redirect_uri": f"{self.address.rstrip('/')}/oauth2callback",
            "cookie_secret": self.cookie_secret,
            "client_id": self.client,
            "client_secret": self.secret,
            "server_metadata_url": self.provider,
            "client_kwargs": {"scope": self.scope, "prompt": self.prompt},
        }


def sign_in_settings(environment: Mapping[str, str] = os.environ) -> SignIn | None:
    """The sign-in that is set; None where none is. Raises :class:`WrongSetting` where it is set by halves or
    would not be safe.
    """
    values = {field: environment.get(name, "").strip() for field, name in SETTINGS.items()}
    if not any(values.values()):
        return None
    if missing := [SETTINGS[field] for field, value in values.items() if not value]:
        names = {"missing": ", ".join(missing), "all": ", ".join(SETTINGS.values())}
        raise WrongSetting(Sentence(MISSING, names))
    _refuse_unsafe(values)
    minutes = environment.get(IDLE, "").strip() or str(IDLE_MINUTES)
    if not re.fullmatch(r"0*[1-9]\d{0,5}", minutes):
        raise WrongSetting(Sentence(NO_MINUTES, {"setting": IDLE, "count": IDLE_MINUTES}))
    return SignIn(
        **values,
        scope=environment.get(SCOPE, "").strip() or USUAL_SCOPE,
        prompt=environment.get(PROMPT, "").strip() or "select_account",
        idle_minutes=int(minutes),
    )


def _refuse_unsafe(values: Mapping[str, str]) -> None:
    for field in ("address", "provider"):
        parts = urlsplit(values[field])
        is_own = parts.scheme == "http" and is_loopback(parts.hostname or "")
        if parts.scheme != "https" and not is_own:
            names = {"setting": SETTINGS[field], "address": values[field]}
            raise WrongSetting(Sentence(NOT_SECURE, names))
    if not values["provider"].endswith(WELL_KNOWN):
        names = {"setting": SETTINGS["provider"], "ending": WELL_KNOWN}
        raise WrongSetting(Sentence(NO_METADATA, names))
    if len(values["cookie_secret"]) < SHORTEST_SECRET:
        names = {"setting": SETTINGS["cookie_secret"], "count": str(SHORTEST_SECRET)}
        raise WrongSetting(Sentence(SHORT, names))


def settings_or_end() -> SignIn | None:
    """The sign-in that is set; ends the program with a sentence where it can't be used."""
    try:
        return sign_in_settings()
    except WrongSetting as problem:
        print(error(problem.sentence).in_words(command_language()), file=sys.stderr)
        raise SystemExit(1) from problem
