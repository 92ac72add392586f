"""A round of many municipalities, written down: as JSON that holds each one's own text to the byte, and in
words.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from evaluation.as_text import as_text
from evaluation.distribution import Distribution, Spread, distribution
from evaluation.municipalities import LakeEvaluation, MunicipalEvaluation
from evaluation.principles import INDICATORS
from evaluation.round_names import round_in_words
from evaluation.scales import VERDICTS
from evaluation.units import quantity
from language import Words


def lake_json(result: LakeEvaluation) -> str:
    """Every municipality's evaluation by its code, its JSON as its own register gives it, and the
    distribution over all; ends in a line break.
    """
    spread = distribution([each.evaluation for each in result.municipalities])
    head = _json({"round": result.round, "without": list(result.without), "distribution": _as_dict(spread)})
    entries = ",\n".join(_entry(each) for each in result.municipalities)
    return f'{head.removesuffix("}").rstrip()},\n"municipalities": {{\n{entries}\n}}}}\n'


def _entry(each: MunicipalEvaluation) -> str:
    manifest = each.manifest
    about = {
        "name": manifest.name,
        "inhabitants": manifest.inhabitants,
        "gathered_at": manifest.gathered_at.isoformat(),
        "frozen": each.is_frozen,
    }
    head = _json(about).removesuffix("}").rstrip()
    return f'"{manifest.municipality}": {head},\n"evaluation":\n{each.text}}}'


def _json(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True)


def _as_dict(spread: Distribution) -> dict[str, Any]:
    return {
        "municipalities": spread.municipalities,
        "indicators": [asdict(each) for each in spread.spreads.values()],
        "verdicts": {str(number): dict(counts) for number, counts in spread.verdicts.items()},
    }


def lake_text(result: LakeEvaluation, words: Words) -> str:
    """The same in words: the distribution first, then each municipality in the order of the codes."""
    spread = distribution([each.evaluation for each in result.municipalities])
    parts = ["\n".join([round_in_words(result.round, words), *_spread_lines(spread, result, words)]) + "\n"]
    parts += [
        f"{_title(each)}\n{as_text(each.snapshot, words, each.names)}" for each in result.municipalities
    ]
    return "\n".join(parts)


def _title(each: MunicipalEvaluation) -> str:
    title = " ".join(filter(None, (each.manifest.municipality, each.manifest.name)))
    return f"{title}\n{'=' * len(title)}"


def _spread_lines(spread: Distribution, result: LakeEvaluation, words: Words) -> Iterator[str]:
    yield words.many("{count} municipality", "{count} municipalities", spread.municipalities)
    if result.without:
        yield words("Without this round: {codes}", codes=", ".join(result.without))
    yield ""
    for number, counts in spread.verdicts.items():
        named = ", ".join(f"{words(VERDICTS[verdict])} {count}" for verdict, count in counts.items() if count)
        yield words("Principle {number}: {verdicts}", number=number, verdicts=named)
    yield ""
    for each in spread.spreads.values():
        yield f"{words(INDICATORS[each.indicator].label)}: {spread_words(each, words)}"


def spread_words(spread: Spread, words: Words) -> str:
    """An indicator's quartiles in one line, with of how many municipalities it is known."""
    known = words("known of {known}, not known of {unknown}", known=spread.known, unknown=spread.unknown)
    if spread.quartiles is None:
        return known
    values = {
        name: words.say(quantity(value, INDICATORS[spread.indicator].unit))
        for name, value in asdict(spread.quartiles).items()
    }
    between = words(
        "the middle {median}, half of them from {lower} to {upper}, all from {lowest} to {highest}", **values
    )
    return f"{between} ({known})"
