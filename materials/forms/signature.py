"""The seal of a form: whose it is, of which round, and a fingerprint of everything in it that is not to be
written.

Only the register that sent a form out knows the secret; a form that was edited, or made elsewhere, does not
open it.
"""

import base64
import hashlib
import hmac
import json
from dataclasses import asdict, dataclass

from language import Words
from materials.forms.form_model import Form
from materials.forms.layout import LAYOUT


@dataclass(frozen=True)
class FormSignature:
    """What a form says of itself. ``versions`` are the stored versions of the five answers when it was
    sent out.
    """

    layout: int
    round: str
    body: str
    language: str
    versions: tuple[int, ...]
    consultations: tuple[str, ...]
    locked: str


def signature_of(form: Form, words: Words, locked: str) -> FormSignature:
    """The seal of a form whose locked text is ``locked``."""
    versions = tuple(each.version for each in form.principles)
    keys = tuple(each.key for each in form.consultations)
    return FormSignature(LAYOUT, form.round.key, form.body, words.code, versions, keys, fingerprint(locked))


def fingerprint(text: str) -> str:
    """A checksum of a text that does not see how it is broken into lines and spaces."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()


def sign(seal: FormSignature, key: bytes) -> str:
    """The seal as one line of letters: what it says, and a signature of it."""
    said = base64.urlsafe_b64encode(json.dumps(asdict(seal), sort_keys=True).encode()).decode()
    return f"{said}.{_signature(said, key)}"


def verify(stamp: str, key: bytes) -> FormSignature | None:
    """The seal of a stamp, or None where it was not made with this key."""
    said, _, signature = "".join(stamp.split()).partition(".")
    if not hmac.compare_digest(signature.encode(), _signature(said, key).encode()):
        return None
    held = json.loads(base64.urlsafe_b64decode(said))
    return FormSignature(
        **{**held, "versions": tuple(held["versions"]), "consultations": tuple(held["consultations"])}
    )


def _signature(said: str, key: bytes) -> str:
    return hmac.new(key, said.encode(), hashlib.sha256).hexdigest()
