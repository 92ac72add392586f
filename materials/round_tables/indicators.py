"""The facts of a round with their counts and norms, and what each of them asks and counts."""

from collections.abc import Iterator, Mapping, Sequence

from data.models import Norm
from evaluation.findings import Measurement
from evaluation.principles import INDICATORS, PRINCIPLES, PROPORTIONALITY
from evaluation.principles.definition import Indicator
from evaluation.scales import SCALES
from evaluation.units import norm_kind
from language import N_, Words
from materials.documents.round_material import RoundMaterial
from materials.round_tables.common_columns import ALL, ROW, UNITS
from materials.round_tables.table_model import Column, RoundTable, Row, Value

PARTS: Mapping[str, str] = {ALL: N_("All consultations"), **SCALES}
NORM_KINDS: Mapping[str, str] = {
    "at_least": N_("at least"),
    "at_most": N_("at most"),
    "within": N_("from and to"),
}
NEVER_RECORDED = N_("Never recorded by")
SILENT_CENTRES = N_("Centres that have several cases and record nothing of this.")
LABEL = Column("label", "text", N_("Fact"), N_("What the fact is called."), 34)
UNIT = Column("unit", "text", N_("Unit"), N_("What value and norm are in."), 9, UNITS)
NORM_KIND = Column(
    "norm_kind",
    "text",
    N_("Norm is"),
    N_("Whether the norm is a floor or a ceiling, or asks for a value between two; empty: only reported."),
    9,
    NORM_KINDS,
)
COLUMNS = (
    ROW,
    Column("indicator", "text", N_("Fact, key"), N_("The fact's key."), refers_to="definitions"),
    LABEL,
    Column(
        "part",
        "text",
        N_("Of"),
        N_("Which consultations: all of the round, or those of one scale."),
        15,
        PARTS,
    ),
    Column(
        "numerator",
        "integer",
        N_("Counted"),
        N_("Of a share, what is counted: consultations, or contributions where those are summed."),
        10,
    ),
    Column(
        "denominator",
        "integer",
        N_("Out of"),
        N_("Of how many; under a middle value the consultations that are known."),
        9,
    ),
    Column("known", "integer", N_("Known"), N_("Consultations whose records tell."), 8),
    Column(
        "unknown",
        "integer",
        N_("Not known"),
        N_("Consultations that the fact speaks to, but whose records don't tell."),
        8,
    ),
    Column(
        "waiting",
        "integer",
        N_("Waiting"),
        N_("Consultations that cannot be judged before a day to come."),
        9,
    ),
    Column(
        "value",
        "amount",
        N_("Value"),
        N_("The share, from 0 to 1, or the middle value; empty where nothing is known, which is never 0."),
        9,
    ),
    UNIT,
    NORM_KIND,
    Column("norm", "amount", N_("Norm"), N_("The norm in force when the round opened, in the same unit."), 9),
    Column("norm_to", "amount", N_("Norm, to"), N_("The upper end, where the norm has two."), 9),
    Column(
        "band_from",
        "number",
        N_("Each one: limit"),
        N_(
            "What each consultation is held against (days, or a share of its weekdays); the lower end of two."
        ),
        9,
    ),
    Column("band_to", "number", N_("Each one: limit, to"), N_("The upper end, where that limit has two."), 9),
    Column(
        "met",
        "boolean",
        N_("Meets the norm"),
        N_("Empty where there is no norm or no value, or where more consultations wait than are known."),
        9,
    ),
    Column("not_recorded", "list", NEVER_RECORDED, SILENT_CENTRES),
    Column("not_recorded_names", "list", NEVER_RECORDED, SILENT_CENTRES, 24, is_data=False),
)
DEFINITIONS = (
    ROW,
    Column("indicator", "text", N_("Fact, key"), N_("The fact's key.")),
    LABEL,
    Column("question", "text", N_("Question"), N_("What the fact asks.")),
    Column("counts", "text", N_("Counts"), N_("What is counted or measured.")),
    Column("looks_at", "text", N_("Looks at"), N_("Over which consultations.")),
    Column("not_known", "text", N_("Not known where"), N_("Which of those cannot be known.")),
    UNIT,
    NORM_KIND,
    Column("norm", "amount", N_("Norm"), N_("The norm in force when the round opened, in the same unit.")),
    Column("norm_from", "date", N_("Norm from"), N_("The day from which the norm applies.")),
    Column("norm_source", "text", N_("Source of the norm"), N_("Where the norm comes from.")),
    Column("source", "text", N_("Source"), N_("Where the fact comes from.")),
)


def indicators(material: RoundMaterial, words: Words) -> RoundTable:
    """A row a fact, and one for each scale where it is told by scale too."""
    evaluation = material.evaluation
    measurements = [each for finding in evaluation.principles for each in finding.indicators]
    rows = [
        row for each in (*measurements, *evaluation.proportionality) for row in _rows(each, material, words)
    ]
    return RoundTable(
        "indicators",
        N_("Indicators"),
        N_("A row for each fact that is reckoned from the consultations: counts, value and norm."),
        ("indicator", "part"),
        COLUMNS,
        tuple(rows),
    )


def definitions(norms: Sequence[Norm], words: Words) -> RoundTable:
    """A row a fact: what it asks, counts and looks at, and its norm; ``norms`` are those of the round."""
    by_key = {norm.key: norm for norm in norms}
    rows = [_definition(indicator, by_key.get(indicator.id), words) for indicator in INDICATORS.values()]
    return RoundTable(
        "definitions",
        N_("Definitions"),
        N_("A row for each fact: what it asks and counts, its norm and its source."),
        ("indicator",),
        DEFINITIONS,
        tuple(rows),
    )


def _rows(measurement: Measurement, material: RoundMaterial, words: Words) -> Iterator[Row]:
    indicator = INDICATORS[measurement.indicator]
    parts = {ALL: measurement, **measurement.by_scale}
    for part, each in parts.items():
        low, high = _ends(each.norm)
        band_low, band_high = _ends(each.band)
        yield {
            "principle": _row_of(indicator),
            "indicator": indicator.id,
            "label": words(indicator.label),
            "part": part,
            "numerator": each.numerator,
            "denominator": each.denominator,
            "known": each.known,
            "unknown": each.unknown,
            "waiting": each.waiting,
            "value": each.value,
            "unit": each.unit,
            "norm_kind": norm_kind(each.norm, indicator, each.unit),
            "norm": low,
            "norm_to": high,
            "band_from": band_low,
            "band_to": band_high,
            "met": each.met,
            "not_recorded": each.not_recorded,
            "not_recorded_names": tuple(material.body_names.get(key, key) for key in each.not_recorded or ()),
        }


def _row_of(indicator: Indicator) -> str:
    return str(indicator.principle) if indicator.principle in PRINCIPLES else PROPORTIONALITY.key


def _ends(limit: float | tuple[float, float] | None) -> tuple[float | None, float | None]:
    return limit if isinstance(limit, tuple) else (limit, None)


def _definition(indicator: Indicator, norm: Norm | None, words: Words) -> dict[str, Value]:
    is_held = norm is not None and indicator.norm != "reported"
    return {
        "principle": _row_of(indicator),
        "indicator": indicator.id,
        "label": words(indicator.label),
        "question": words(indicator.question),
        "counts": words(indicator.numerator),
        "looks_at": words(indicator.denominator),
        "not_known": words(indicator.unknown),
        "unit": indicator.unit,
        "norm_kind": indicator.norm if is_held else None,
        "norm": norm.value if norm and is_held else None,
        "norm_from": norm.applies_from if norm and is_held else None,
        "norm_source": norm.source if norm and is_held else None,
        "source": words(indicator.source),
    }
