"""A sentence as JSON, so that it can be kept in a file or come from another process, and be said in either
language later.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from language import Sentence


def sentence_as_dict(sentence: Sentence) -> dict[str, Any]:
    """The sentence with its values, as :func:`json.dumps` takes it."""
    values = {name: _as_json(value) for name, value in sentence.values.items()}
    return {"text": sentence.text, "values": values, "plural": sentence.plural, "count": sentence.count}


def sentence_of_dict(content: Mapping[str, Any]) -> Sentence:
    """What :func:`sentence_as_dict` gave. Raises KeyError, TypeError or AttributeError for anything else."""
    values = {str(name): _of_json(value) for name, value in content["values"].items()}
    sentence = Sentence(str(content["text"]), values)
    plural, count = content["plural"], int(content["count"])
    return sentence if plural is None else replace(sentence, plural=str(plural), count=count)


def _as_json(value: object) -> object:
    match value:
        case Sentence():
            return sentence_as_dict(value)
        case tuple():
            return [_as_json(each) for each in value]
        case bool() | int() | float() | None:
            return value
        case _:
            return str(value)


def _of_json(value: object) -> object:
    if isinstance(value, dict):
        return sentence_of_dict(value)
    return tuple(map(_of_json, value)) if isinstance(value, list) else value
