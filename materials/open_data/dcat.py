"""``dcat.jsonld``: the data set for a catalogue, with what DCAT-AP-DK asks for and recommends.

Where the files will lie, whom to ask and on which terms they may be used is the publisher's to add.
"""

from collections.abc import Sequence
from typing import Any

from language import Words
from materials.documents.round_material import RoundMaterial
from materials.open_data.descriptor import DataFile
from materials.open_data.texts import EVALUATION, PUBLISHER, dataset_description, dataset_id, dataset_title

AUTHORITY = "http://publications.europa.eu/resource/authority"
LANGUAGES = {"da": f"{AUTHORITY}/language/DAN", "en": f"{AUTHORITY}/language/ENG"}
FORMATS = {
    "csv": f"{AUTHORITY}/file-type/CSV",
    "parquet": f"{AUTHORITY}/file-type/PARQUET",
    "json": f"{AUTHORITY}/file-type/JSON",
}
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def dcat(material: RoundMaterial, files: Sequence[DataFile], words: Words) -> dict[str, Any]:
    """The data set as JSON-LD. A round comes twice in a term of four years. Its day of issue is that of its
    closing; while it is open it has none.
    """
    evaluation, closed_on = material.evaluation, material.snapshot.closed_on
    return {
        "@context": CONTEXT,
        "@type": "dcat:Dataset",
        "dct:title": _said(dataset_title(material, words), words),
        "dct:description": _said(dataset_description(material, words), words),
        "dct:identifier": dataset_id(material),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": PUBLISHER},
        "dcat:theme": {"@id": f"{AUTHORITY}/data-theme/GOVE"},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(evaluation.period_from.isoformat()),
            "dcat:endDate": _day(evaluation.period_to.isoformat()),
        },
        "dct:accrualPeriodicity": {"@id": f"{AUTHORITY}/frequency/BIENNIAL"},
        **({"dct:issued": _day(closed_on.isoformat())} if closed_on else {}),
        "dct:modified": _day(material.data_on.isoformat()),
        "dct:language": {"@id": LANGUAGES[words.code]},
        "dcat:distribution": [_distribution(file, words) for file in files],
    }


def _distribution(file: DataFile, words: Words) -> dict[str, Any]:
    title = file.table.title if file.table else EVALUATION
    return {
        "@type": "dcat:Distribution",
        "dct:title": _said(f"{words(title)} ({file.kind.upper()})", words),
        "dct:identifier": file.path,
        "dct:format": {"@id": FORMATS[file.kind]},
    }


def _said(text: str, words: Words) -> dict[str, str]:
    return {"@value": text, "@language": words.code}


def _day(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}
