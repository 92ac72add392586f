"""The municipality's own templates for documents."""

import base64
from dataclasses import fields

from data.database import Store
from data.models import StoredTemplate


def by_kind(store: Store) -> dict[str, StoredTemplate]:
    """What is known of each template, by the kind of file that it is for (``docx``)."""
    names = ", ".join(field.name for field in fields(StoredTemplate) if field.name != "size")
    rows = store.records(f"select {names}, 3 * length(rtrim(content, '=')) // 4 as size from templates")
    return {row["kind"]: StoredTemplate(**row) for row in rows}


def contents(store: Store) -> dict[str, bytes]:
    """The files themselves, by kind."""
    rows = store.rows("select kind, content from templates")
    return {kind: base64.b64decode(content) for kind, content in rows}
