"""``README.md``: for a person who opens the folder first."""

from collections.abc import Iterator, Sequence

from evaluation.confidence_words import rules_words
from evaluation.round_states import STATES
from language import N_, Words
from materials.documents.round_material import RoundMaterial, source_line
from materials.open_data.texts import RESULT, dataset_description, dataset_title
from materials.round_tables.table_model import RoundTable

DESCRIPTION = N_("Every column with its type, meaning and codes (Data Package 2).")
CATALOGUE = N_("The data set for a catalogue of data (DCAT-AP-DK).")


def read_me(material: RoundMaterial, tables: Sequence[RoundTable], words: Words) -> bytes:
    """The text in the words of one language, in Markdown that reads well as it is."""
    return ("\n".join(_lines(material, tables, words)) + "\n").encode()


def _lines(material: RoundMaterial, tables: Sequence[RoundTable], words: Words) -> Iterator[str]:
    yield f"# {dataset_title(material, words)}"
    yield ""
    yield dataset_description(material, words)
    yield ""
    yield f"{words(STATES[material.snapshot.state])}. {words.say(rules_words(material.evaluation))}"
    yield f"{source_line(material, words)}."
    yield ""
    yield f"## {words('Files')}"
    yield ""
    for table in tables:
        rows = words.many("{count} row", "{count} rows", len(table.rows))
        yield f"- `data/{table.name}.csv`, `data/{table.name}.parquet` ({rows}): {words(table.meaning)}"
    yield f"- `evaluation.json`: {words(RESULT)}"
    yield f"- `datapackage.json`: {words(DESCRIPTION)}"
    yield f"- `dcat.jsonld`: {words(CATALOGUE)}"
    yield ""
    yield f"## {words('How to read them')}"
    yield ""
    for text in _advice(material, words):
        yield f"- {text}"


def _advice(material: RoundMaterial, words: Words) -> Iterator[str]:
    yield words(
        "CSV is in UTF-8 with commas between cells; days are written 2026-11-23, decimals with a point."
    )
    yield words(
        "An empty cell is not known, or does not apply; 0 is none. Shares are numbers from 0 to 1, not per"
        " cent."
    )
    yield words(
        "A text that begins with = + - @ or a tab has a ' before it in CSV, so that no spreadsheet calculates"
        " it; Parquet holds it as it is."
    )
    yield words("Steps are an order, not distances: count them and take their median, never their mean.")
    yield words(
        "Consultations are as the register stands today; all other tables show the result of the round."
    )
    if material.closing:
        yield words(
            "SHA-256 of evaluation.json is {sha256}: the checksum of the round's closing.",
            sha256=material.closing.sha256,
        )
    yield words(
        "Whoever publishes the data adds to dcat.jsonld where each file lies, whom to ask, and the terms of"
        " use."
    )
