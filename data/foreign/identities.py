"""What tells a row's consultation again, kept as a checksum: it may come from a column without a place."""

import hashlib
from collections.abc import Iterator, Mapping


def hashed(identity: str) -> str:
    """The SHA-256 under which an identity is kept, in hex."""
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()


class KeysByIdentity(Mapping[str, str]):
    """The key of a consultation by what tells it in the file; looked up by the text itself or its
    checksum, and iterated as checksums, for the texts are not kept.
    """

    def __init__(self, key_by_hash: Mapping[str, str]) -> None:
        self._key_by_hash = key_by_hash

    def __getitem__(self, identity: str) -> str:
        key = self._key_by_hash.get(identity)
        return key if key is not None else self._key_by_hash[hashed(identity)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._key_by_hash)

    def __len__(self) -> int:
        return len(self._key_by_hash)
