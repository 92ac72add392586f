"""Values for a select's parameters, as Spark takes them: never as text of the select."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pyspark.sql.connect.column import Column
from pyspark.sql.connect.expressions import LiteralExpression
from pyspark.sql.types import ArrayType, BooleanType, DataType, DateType, DoubleType, LongType, StringType

TYPES: Mapping[type, type[DataType]] = {
    str: StringType,
    bool: BooleanType,
    int: LongType,
    float: DoubleType,
    date: DateType,
}


def arguments(values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The values by name; None where there are none."""
    return {name: _argument(value) for name, value in values.items()} or None


def _argument(value: Any) -> Any:
    """A list is one value of a known type: left to itself the client makes an expression of it, with casts
    where something is lacking, which Spark then refuses.
    """
    if not isinstance(value, list) or all(each is None for each in value):
        return value
    types = {type(each) for each in value if each is not None}
    kind = float if types == {int, float} else types.pop()
    cells = [None if each is None else kind(each) if kind is float else each for each in value]
    return Column(LiteralExpression(cells, ArrayType(TYPES[kind]())))
