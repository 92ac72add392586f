"""A round's open data as one ZIP: tables as CSV and Parquet, their description, and the evaluation itself."""

import json
from collections.abc import Iterator, Sequence

from data.database import Store
from data.parquet import parquet_file
from evaluation.as_json import as_json
from language import Words
from materials.archive import zipped
from materials.documents.round_material import (
    RoundMaterial,
    document_name,
    norms_of_round,
    without_confidential,
)
from materials.open_data.csv_table import csv_table, open_rows, plain_kind
from materials.open_data.dcat import dcat
from materials.open_data.descriptor import DataFile, as_text, descriptor, table_schema
from materials.open_data.read_me import read_me
from materials.round_tables.assessments import assessments, evidence
from materials.round_tables.consultations import consultation_groups, consultations
from materials.round_tables.errata import errata
from materials.round_tables.experience import experience
from materials.round_tables.indicators import definitions, indicators
from materials.round_tables.results import results
from materials.round_tables.round_facts import bodies, round_facts
from materials.round_tables.table_model import RoundTable


def open_data_name(material: RoundMaterial, words: Words) -> str:
    """``Åbne data - Slutevaluering 2022-2025.zip``: of the confidential version too, whose data stay open."""
    return document_name(without_confidential(material), words("Open data"), "zip", words)


def open_data(store: Store, material: RoundMaterial, words: Words) -> bytes:
    """The ZIP in the words of one language; the same bytes for the same material. It holds no word that is
    confidential, nor any other that a body wrote, whatever version the material is of.
    """
    public = without_confidential(material)
    tables = open_tables(store, public, words)
    files = [*_files(tables, words), DataFile("evaluation.json", _evaluation(public))]
    texts = {
        "README.md": read_me(public, tables, words),
        "datapackage.json": as_text(descriptor(public, files, words)),
        "dcat.jsonld": as_text(dcat(public, files, words)),
    }
    return zipped({**texts, **{file.path: file.content for file in files}})


def open_tables(store: Store, material: RoundMaterial, words: Words) -> tuple[RoundTable, ...]:
    """All tables, those that others point to first."""
    register = consultations(store, material)
    return (
        round_facts(material),
        bodies(store, material),
        definitions(norms_of_round(store, material), words),
        results(material, words),
        assessments(material, words),
        evidence(material),
        indicators(material, words),
        experience(material, words),
        register,
        consultation_groups(store, register, words),
        *([errata(material)] if material.errata else []),
    )


def _files(tables: Sequence[RoundTable], words: Words) -> Iterator[DataFile]:
    names = [table.name for table in tables]
    for table in tables:
        yield DataFile(f"data/{table.name}.csv", csv_table(table), table)
        details = {
            "title": words(table.title),
            "description": words(table.meaning),
            "language": words.code,
            "schema": json.dumps(table_schema(table, names, words), ensure_ascii=False),
        }
        kinds = {column.name: plain_kind(column) for column in table.data_columns}
        yield DataFile(f"data/{table.name}.parquet", parquet_file(kinds, open_rows(table), details), table)


def _evaluation(material: RoundMaterial) -> bytes:
    """The frozen text itself, whose checksum is the round's; of an open round the evaluation as it stands."""
    text = material.closing.result if material.closing else as_json(material.evaluation)
    return text.encode()
