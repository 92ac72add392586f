"""``datapackage.json``: what the files are and what stands in them, by Data Package version 2.

Source: https://datapackage.org, read in November 2026. ``fieldsMatch`` is left out (its form differs between
version 2.0 and its readers), and so are ``bytes`` and ``hash`` of Parquet, which tell nothing of a table.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from language import N_, Words
from materials.documents.round_material import RoundMaterial
from materials.open_data.csv_table import plain_kind
from materials.open_data.texts import (
    EVALUATION,
    GUARD,
    NOT_KNOWN,
    PUBLISHER,
    RESULT,
    dataset_description,
    dataset_id,
    dataset_name,
    dataset_title,
)
from materials.round_tables.table_model import Column, RoundTable

PROFILES = "https://datapackage.org/profiles/2.0"
TYPES = {"text": "string"}
DIALECT = {
    "$schema": f"{PROFILES}/tabledialect.json",
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}
LIST = N_("Several with semicolons between.")
CODES = N_("Codes: {codes}.")


@dataclass(frozen=True)
class DataFile:
    """A file of the package: its path, its content, and the table in it (None: the evaluation as JSON)."""

    path: str
    content: bytes
    table: RoundTable | None = None

    @property
    def kind(self) -> str:
        return self.path.rpartition(".")[2]


def descriptor(material: RoundMaterial, files: Sequence[DataFile], words: Words) -> dict[str, Any]:
    """The whole description in the words of one language."""
    names = [file.table.name for file in files if file.table and file.kind == "csv"]
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": dataset_name(material),
        "id": dataset_id(material),
        "title": dataset_title(material, words),
        "description": dataset_description(material, words),
        "created": f"{material.data_on.isoformat()}T00:00:00Z",
        "keywords": [words("citizen involvement"), words("evaluation"), words("municipality")],
        "contributors": [{"title": PUBLISHER, "roles": ["publisher"]}],
        "sources": [{"title": words("Øjenhøjde, Ballerup Kommune")}],
        "resources": [_resource(file, names, words) for file in files],
    }


def as_text(content: Mapping[str, Any]) -> bytes:
    """A description as JSON, ending in a line break."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def table_schema(table: RoundTable, names: Sequence[str], words: Words) -> dict[str, Any]:
    """What stands in each column; ``names`` are the tables that a column may point to."""
    keys = list(_foreign_keys(table, names))
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(column, table, words) for column in table.data_columns],
        "primaryKey": list(table.key),
        "missingValues": [{"value": "", "label": words(NOT_KNOWN)}],
        **({"foreignKeys": keys} if keys else {}),
    }


def _resource(file: DataFile, names: Sequence[str], words: Words) -> dict[str, Any]:
    table = file.table
    if table is None:
        return {
            "name": "evaluation",
            "path": file.path,
            "title": words(EVALUATION),
            "description": words(RESULT),
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
            **_seal(file),
        }
    about: dict[str, Any] = {
        "path": file.path,
        "type": "table",
        "title": words(table.title),
        "description": words(table.meaning),
        "schema": table_schema(table, names, words),
    }
    if file.kind == "parquet":
        medium = "application/vnd.apache.parquet"
        return {"name": f"{table.name}-parquet", **about, "format": "parquet", "mediatype": medium}
    return {
        "name": table.name,
        **about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": DIALECT,
        **_seal(file),
    }


def _seal(file: DataFile) -> dict[str, Any]:
    checksum = hashlib.sha256(file.content).hexdigest()
    return {"bytes": len(file.content), "hash": f"sha256:{checksum}"}


def _field(column: Column, table: RoundTable, words: Words) -> dict[str, Any]:
    kind = plain_kind(column)
    return {
        "name": column.name,
        "type": TYPES.get(kind, kind),
        "title": words(column.title),
        "description": " ".join(_description(column, words)),
        **({"constraints": {"required": True}} if column.name in table.key else {}),
        **_categories(column, words),
    }


def _description(column: Column, words: Words) -> Iterator[str]:
    yield words(column.meaning)
    if column.kind == "list":
        yield words(LIST)
        if column.categories:
            codes = "; ".join(f"{code} = {words(text)}" for code, text in column.categories.items())
            yield words(CODES, codes=codes)
    elif column.kind == "text" and not column.categories:
        yield words(GUARD)


def _categories(column: Column, words: Words) -> dict[str, Any]:
    """The codes of a column of one code, in order where they are steps."""
    if not column.categories or column.kind not in ("text", "integer"):
        return {}
    listed = [
        {"value": int(code) if column.kind == "integer" else code, "label": words(label)}
        for code, label in column.categories.items()
    ]
    return {"categories": listed, "categoriesOrdered": column.is_ordered}


def _foreign_keys(table: RoundTable, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    for column in table.data_columns:
        target, _, field = column.refers_to.partition(".")
        if target in names:
            reference = {"resource": target, "fields": [field or column.name]}
            yield {"fields": [column.name], "reference": reference}
