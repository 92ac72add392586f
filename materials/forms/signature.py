"""The seal of a form: whose it is, of which round, and a fingerprint of everything in it that is not to be
written.

Only the register that sent a form out knows the secret; a form that was edited, or made elsewhere, does not
open it. Forms of version 0.2.0 bear a seal of another make, which is still verified.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

from language import Words
from materials.forms.form_model import Form
from materials.forms.layout import LAYOUT

PURPOSE = "form"
"""Parts these seals from whatever else the register's secret may come to sign."""


@dataclass(frozen=True)
class FormSignature:
    """What a form says of itself. ``versions`` are the stored versions of the five answers when it was sent
    out, ``fields`` the names of those under each principle, in order; none in a form of a former version.
    """

    layout: int
    round: str
    body: str
    language: str
    versions: tuple[int, ...]
    consultations: tuple[str, ...]
    locked: str
    fields: tuple[str, ...] = ()


def signature_of(form: Form, words: Words, locked_text: str) -> FormSignature:
    """The seal of a form whose locked text is ``locked_text``."""
    versions = tuple(each.version for each in form.principles)
    keys = tuple(each.key for each in form.consultations)
    place = LAYOUT, form.round.key, form.body, words.code
    fields = tuple(field.name for field in form.fields)
    return FormSignature(*place, versions, keys, fingerprint(locked_text), fields)


def fingerprint(text: str) -> str:
    """A checksum of a text that does not see how it is broken into lines and spaces."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()


def sign(seal: FormSignature, key: bytes) -> str:
    """The stamp of a seal: one line of letters, what it says and a signature of it."""
    return _serializer(key).dumps(asdict(seal))


def verify(stamp: str, key: bytes) -> FormSignature | None:
    """The seal of a stamp, or None where it was not made with this key."""
    line = "".join(stamp.split())
    try:
        contents = _serializer(key).loads(line)
    except BadData:
        contents = _former(line, key)
    return _seal(contents) if contents else None


def _serializer(key: bytes) -> URLSafeSerializer:
    return URLSafeSerializer(key, salt=PURPOSE, signer_kwargs={"digest_method": hashlib.sha256})


def _former(line: str, key: bytes) -> Mapping[str, Any] | None:
    """What a stamp of version 0.2.0 says, or None where it was not made with this key."""
    text, _, signature = line.partition(".")
    if not hmac.compare_digest(
        signature.encode(), hmac.new(key, text.encode(), hashlib.sha256).hexdigest().encode()
    ):
        return None
    contents: Mapping[str, Any] = json.loads(base64.urlsafe_b64decode(text))
    return contents


def _seal(contents: Mapping[str, Any]) -> FormSignature:
    lists = {name: tuple(contents.get(name, ())) for name in ("versions", "consultations", "fields")}
    return FormSignature(**{**contents, **lists})
