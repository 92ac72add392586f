"""The Danish alphabet, in which æ, ø and å come last, and aa is å."""

import unicodedata

PLAIN = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "aa": "}"}  # these signs follow z


def alphabetical(text: str) -> str:
    """What a text is sorted by: capitals and accents count for nothing.

    >>> sorted(["Åkæret", "Engholm", "Ældre", "ørne", "aabent", "Zoo"], key=alphabetical)
    ['Engholm', 'Zoo', 'Ældre', 'ørne', 'aabent', 'Åkæret']
    """
    small = unicodedata.normalize("NFC", text).lower()
    for letter, sign in PLAIN.items():
        small = small.replace(letter, sign)
    return "".join(sign for sign in unicodedata.normalize("NFD", small) if not unicodedata.combining(sign))
