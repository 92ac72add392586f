"""The API as a program asks it, without a library."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ApiClient:
    """A server's address, and a token by the name that it is asked for with."""

    address: str
    tokens: dict[str, str]

    def ask(
        self,
        path: str,
        scope: str = "read",
        *,
        body: bytes | None = None,
        method: str | None = None,
        **headers: str,
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body; ``scope`` names the token, and none is sent where it is empty."""
        if scope:
            headers.setdefault("authorization", f"Bearer {self.tokens.get(scope, scope)}")
        request = urllib.request.Request(f"{self.address}/api{path}", body, method=method)
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
        except urllib.error.HTTPError as refusal:
            return refusal.code, {k.lower(): v for k, v in refusal.headers.items()}, refusal.read()

    def json(self, path: str, scope: str = "read") -> Any:
        return json.loads(self.ask(path, scope)[2])


def multipart(files: dict[str, bytes], **fields: str) -> tuple[bytes, str]:
    """A form with files as a browser or curl sends it, and its content type."""
    parts = []
    for name, content in files.items():
        head = f'form-data; name="files"; filename="{name}"\r\ncontent-type: application/octet-stream'
        parts.append(f"--edge\r\ncontent-disposition: {head}\r\n\r\n".encode() + content + b"\r\n")
    for name, value in fields.items():
        parts.append(f'--edge\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    return b"".join([*parts, b"--edge--\r\n"]), "multipart/form-data; boundary=edge"
