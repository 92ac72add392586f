"""What files of Word and PowerPoint have in common: who made them and when, their language, the same bytes
for the same contents, and a template that can't be used.
"""

import io
import zipfile
from datetime import date, datetime
from typing import IO, Any, Protocol

from data.errors import UserError
from materials.archive import zipped

LOCALES = {"da": "da-DK", "en": "en-GB"}


class UnusableTemplate(UserError):
    """A template of the municipality's own that files can't be made from."""


class OfficeFile(Protocol):
    """A document of python-docx, or a presentation of python-pptx."""

    @property
    def core_properties(self) -> Any: ...

    def save(self, stream: IO[bytes], /) -> None: ...


def describe(document: OfficeFile, title: str, subject: str, edition: tuple[str, date]) -> None:
    """Title, subject, language and the day of the data (``edition``); never the clock."""
    language, day = edition
    properties = document.core_properties
    properties.title, properties.subject, properties.language = title, subject, LOCALES[language]
    properties.author = properties.last_modified_by = "Øjenhøjde"
    properties.comments, properties.keywords, properties.revision = "", "", 1
    properties.created = properties.modified = datetime(day.year, day.month, day.day)


def same_bytes(document: OfficeFile) -> bytes:
    """The file packed without the clock: the archive's members bear a fixed day."""
    draft = io.BytesIO()
    document.save(draft)
    with zipfile.ZipFile(draft) as source:
        return zipped((name, source.read(name)) for name in source.namelist())
