"""A round's open data: what the description says is what stands in the files, read back by others'
readers.
"""

import csv
import hashlib
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from data.database import Store
from data.formula_guard import without_guard
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json
from language import speak
from materials.documents.round_material import RoundMaterial, round_material
from materials.open_data.csv_table import csv_table
from materials.open_data.package import open_data, open_data_name
from materials.round_tables.table_model import Column, RoundTable, Row

CLOSED, OPEN = "2022-2025/endterm", "2026-2029/midterm"
DANISH = speak("da")
READERS: Mapping[str, Callable[[str], Any]] = {
    "string": without_guard,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}
PANDAS_KINDS = {"integer": "iuf", "number": "iuf", "boolean": "bO", "string": "OT", "date": "OT"}
DUCKDB_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "date": "DATE",
    "boolean": "BOOLEAN",
}


@dataclass(frozen=True)
class Package:
    """A ZIP, opened: its files by path, and what it says of them."""

    files: Mapping[str, bytes]
    about: Mapping[str, Any]

    @property
    def tables(self) -> list[Mapping[str, Any]]:
        """The resources that are CSV."""
        return [each for each in self.about["resources"] if each["format"] == "csv"]

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A table read as its description says."""
        (resource,) = [each for each in self.tables if each["name"] == name]
        kinds = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        text = self.files[resource["path"]].decode()
        return [
            {column: READERS[kinds[column]](cell) if cell else None for column, cell in row.items()}
            for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)
        ]


def opened(content: bytes) -> Package:
    """The ZIP as one that fetched it has it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return Package(files, json.loads(files["datapackage.json"]))


def parquet(content: bytes, query: str = "select * from read_parquet($file)") -> list[tuple[Any, ...]]:
    """A Parquet file as DuckDB reads it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.parquet"
        path.write_bytes(content)
        with duckdb.connect() as connection:
            return connection.execute(query, {"file": str(path)}).fetchall()


@pytest.fixture(scope="module")
def material(demonstration: Store) -> RoundMaterial:
    """The closed round."""
    return round_material(demonstration, find_round(demonstration, CLOSED))


@pytest.fixture(scope="module")
def package(demonstration: Store, material: RoundMaterial) -> Package:
    """Its open data in Danish."""
    return opened(open_data(demonstration, material, DANISH))


def test_every_file_is_described_and_nothing_else_is_there(package: Package) -> None:
    """By Data Package 2: names, paths and profiles; size and checksum of texts, and not of Parquet."""
    described = {each["path"]: each for each in package.about["resources"]}
    assert package.files.keys() == {*described, "README.md", "datapackage.json", "dcat.jsonld"}
    assert package.about["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    names = [each["name"] for each in package.about["resources"]]
    assert len(set(names)) == len(names) == 23
    for path, each in described.items():
        content = package.files[path]
        sealed = (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        expected = (None, None) if path.endswith(".parquet") else sealed
        assert (each.get("bytes"), each.get("hash")) == expected
        assert "fieldsMatch" not in each.get("schema", {})


def test_csv_keeps_to_its_description(package: Package) -> None:
    """Every column in order, every cell of its type, codes among the categories, keys unique and pointing to
    rows that are there; RFC 4180 to the line end.
    """
    for each in package.tables:
        schema, content = each["schema"], package.files[each["path"]]
        fields = {field["name"]: field for field in schema["fields"]}
        assert content.endswith(b"\r\n") and not content.startswith(b"\xef\xbb\xbf")
        assert content.decode().splitlines()[0].split(",") == list(fields)
        rows = package.rows(each["name"])
        assert rows
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys) and all(None not in key for key in keys)
        for name, field in fields.items():
            assert field["title"] and field["description"]
            codes = {category["value"] for category in field.get("categories", ())}
            assert not codes or {row[name] for row in rows} - {None} <= codes, (each["name"], name)
        for reference in schema.get("foreignKeys", ()):
            (column,), target = reference["fields"], reference["reference"]
            there = {row[target["fields"][0]] for row in package.rows(target["resource"])}
            assert {row[column] for row in rows} - {None} <= there, (each["name"], column)


def test_parquet_holds_the_same_rows(package: Package) -> None:
    """Equal values and types, in the same order, with title, language and description in the file."""
    for each in package.tables:
        content = package.files[each["path"].replace(".csv", ".parquet")]
        assert parquet(content) == [tuple(row.values()) for row in package.rows(each["name"])], each["name"]
        columns = parquet(content, "describe select * from read_parquet($file)")
        types = {name: kind for name, kind, *_ in columns}
        assert types == {field["name"]: DUCKDB_TYPES[field["type"]] for field in each["schema"]["fields"]}
        details = {
            bytes(key): bytes(value).decode()
            for key, value in parquet(content, "select key, value from parquet_kv_metadata($file)")
        }
        assert details[b"title"] == each["title"] and details[b"language"] == "da"
        assert json.loads(details[b"schema"]) == each["schema"]


def test_pandas_reads_the_tables(package: Package) -> None:
    """As many rows, numbers as numbers; CSV and Parquet alike."""
    for each in package.tables:
        kinds = {field["name"]: field["type"] for field in each["schema"]["fields"]}
        frame = pd.read_csv(io.BytesIO(package.files[each["path"]]))
        rows = package.rows(each["name"])
        assert list(frame.columns) == list(kinds) and len(frame) == len(rows)
        for name, kind in kinds.items():
            if frame[name].notna().any():
                numpy_kind = getattr(frame[name].dtype, "kind", "O")
                assert numpy_kind in PANDAS_KINDS[kind] or kind == "string", (each["name"], name)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "table.parquet"
            path.write_bytes(package.files[each["path"].replace(".csv", ".parquet")])
            assert len(pd.read_parquet(path)) == len(rows)


def test_steps_are_ordered_categories_and_the_missing_has_a_label(package: Package) -> None:
    """The five steps with what they are called."""
    (assessments,) = [each for each in package.tables if each["name"] == "assessments"]
    (rating,) = [field for field in assessments["schema"]["fields"] if field["name"] == "rating"]
    assert [each["value"] for each in rating["categories"]] == [1, 2, 3, 4, 5]
    assert (rating["categories"][3]["label"], rating["categoriesOrdered"]) == ("I høj grad", True)
    assert assessments["schema"]["missingValues"] == [{"value": "", "label": "ukendt eller ikke relevant"}]


def test_results_and_indicators_are_the_evaluation_s(
    package: Package, material: RoundMaterial, demonstration: Store
) -> None:
    """Value by value, beside the very text whose checksum is the round's."""
    text = package.files["evaluation.json"]
    assert text.decode() == evaluation_json(demonstration, material.round)
    assert material.closing and hashlib.sha256(text).hexdigest() == material.closing.sha256
    result = json.loads(text)
    measured = [each for finding in result["principles"] for each in finding["indicators"]]
    measured += result["proportionality"]["indicators"]
    names = ("indicator", "numerator", "denominator", "unknown", "waiting", "value", "unit", "norm", "met")
    rows = [row for row in package.rows("indicators") if row["part"] == "all"]
    assert [[row[name] for name in names] for row in rows] == [
        [each[name] for name in names] for each in measured
    ]
    standings = {
        (finding["principle"], level): finding[level]
        for finding in result["principles"]
        for level in ("all", "committee", "centre")
    }
    for row in package.rows("results"):
        standing = standings[row["principle"], row["level"]]
        counts = [row[f"n{step}"] for step in range(1, 6)]
        medians = [row["median_low"], row["median_high"]]
        assert (counts, medians) == (list(standing["counts"].values()), standing["median"])
        assert row["agreement"] == standing["agreement"]
    (change,) = [
        {name: row[name] for name in ("up", "same", "down", "sign_test_p", "previous_round")}
        for row in package.rows("results")
        if (row["principle"], row["level"]) == (5, "all")
    ]
    assert change == {name: result["principles"][4]["change"][name] for name in change}


def test_it_holds_no_word_that_a_body_wrote(demonstration: Store, material: RoundMaterial) -> None:
    """Neither open nor confidential ones, also where the confidential version is asked for: the same bytes
    and the same name.
    """
    full = round_material(demonstration, material.round, with_confidential=True)
    content = open_data(demonstration, full, DANISH)
    assert content == open_data(demonstration, material, DANISH)
    assert (
        open_data_name(full, DANISH)
        == open_data_name(material, DANISH)
        == ("Åbne data - Slutevaluering 2022-2025.zip")
    )
    texts = "".join(file.decode("utf-8", "replace") for file in opened(content).files.values())
    written = [
        text
        for each in full.statements
        for text in (each.assessment.justification, each.assessment.dissent, each.assessment.to_change)
        if text
    ]
    assert len(written) > 80 and [text for text in written if text in texts] == []
    assert full.errata[0].newest.who not in texts


def test_a_catalogue_knows_what_it_is(package: Package, demonstration: Store) -> None:
    """What DCAT-AP-DK asks for and recommends; a draft has no day of issue and says what it is."""
    about = json.loads(package.files["dcat.jsonld"])
    assert about["dct:title"]["@language"] == "da" and about["dct:identifier"] == f"oejenhoejde/{CLOSED}"
    assert about["dct:publisher"]["foaf:name"] == "Ballerup Kommune"
    assert about["dct:temporal"]["dcat:endDate"]["@value"] == "2025-12-31"
    assert about["dct:issued"]["@value"] == "2025-11-28"
    keys = {"dcat:theme", "dct:accrualPeriodicity", "dct:modified", "dct:language", "dcat:distribution"}
    assert keys <= about.keys()
    draft = opened(
        open_data(demonstration, round_material(demonstration, find_round(demonstration, OPEN)), DANISH)
    )
    assert "dct:issued" not in json.loads(draft.files["dcat.jsonld"])
    assert "Udkast: Runden er åben" in draft.about["description"]
    assert "evaluation.json er " not in draft.files["README.md"].decode()


def test_formulas_are_guarded_in_csv_alone(demonstration: Store, material: RoundMaterial) -> None:
    """As in the exchange files; Parquet, which no spreadsheet calculates, holds the text itself."""
    answers = tuple(replace(answer, name="=1+1, A/S") for answer in material.snapshot.answers)
    odd = replace(
        material,
        snapshot=replace(material.snapshot, answers=answers),
        body_names=dict.fromkeys(material.body_names, "=1+1, A/S"),
    )
    package = opened(open_data(demonstration, odd, DANISH))
    assert b'"\'=1+1, A/S"' in package.files["data/bodies.csv"]
    names = {name for _, name, *_ in parquet(package.files["data/bodies.parquet"])}
    assert names == {"=1+1, A/S"}


def test_quotes_and_lines_stand_in_one_cell() -> None:
    """As RFC 4180 has it; a list has semicolons between, and nothing is an empty cell."""
    columns = (Column("a", "text", "T", "M"), Column("b", "list", "T", "M"), Column("c", "number", "T", "M"))
    rows: tuple[Row, ...] = (
        {"a": 'one, "two"\nthree', "b": ("x", "y"), "c": 1},
        {"a": None, "b": (), "c": 0.5},
    )
    table = RoundTable("t", "T", "M", ("a",), columns, rows)
    assert csv_table(table) == b'a,b,c\r\n"one, ""two""\nthree",x;y,1.0\r\n,,0.5\r\n'
