"""The evaluation's selects in the SQL of Spark: only what is known to mean the same there, or none of it.

sqlglot turns one dialect into another, and some of it wrong in silence: ``isodow`` comes out two weekdays
off, ``percentile_disc`` as an approximation, ``trim`` and ``lower`` for other signs. So every part of a
select must be on a list here, and each function of :data:`FUNCTIONS` is held against DuckDB by a test, on
values that would tell the two apart.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from sqlglot import exp, parse_one

from data.errors import UserError
from language import N_, Sentence

NOT_PORTABLE = N_(
    "The evaluation asks for {name}, of which it is not known that a cluster gives the same. Nothing was run:"
    " use --engine duckdb, and tell whoever looks after the program."
)
SPACES = "".join(map(chr, (0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
"""What DuckDB's ``trim`` takes off: all signs that Unicode calls a space, and no tab or line break."""
TYPES = frozenset({"TEXT", "VARCHAR", "INT", "BIGINT", "DOUBLE", "DATE", "BOOLEAN", "ARRAY"})
SYNTAX: tuple[type[exp.Expr], ...] = (
    *(exp.Select, exp.Star, exp.From, exp.Table, exp.TableAlias, exp.Subquery, exp.Join, exp.Where),
    *(exp.Group, exp.Having, exp.Order, exp.Ordered, exp.Limit, exp.Distinct, exp.Union, exp.With, exp.CTE),
    *(exp.Identifier, exp.Column, exp.Alias, exp.Literal, exp.Null, exp.Boolean, exp.Placeholder, exp.Paren),
    *(exp.Case, exp.If, exp.Cast, exp.DataType, exp.Filter, exp.Window, exp.Var, exp.Interval, exp.Tuple),
    *(exp.And, exp.Or, exp.Not, exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Is, exp.In),
    *(exp.Between, exp.Add, exp.Sub, exp.Div, exp.Mod),
)
"""What a select may be made of beside functions."""
Spelling = Callable[[exp.Expr], exp.Expr]


class NotPortable(UserError):
    """For whoever looks after the program: a select has a part that is not on the list."""


@cache
def spark_sql(sql: str) -> str:
    """A select of DuckDB's in the SQL of Spark; parameters become ``:name``. Raises :class:`NotPortable`."""
    tree = parse_one(sql, read="duckdb")
    nodes = list(tree.walk())
    for node in nodes:
        _refuse_unknown(node)
    for node in reversed(nodes):  # what is in a node before the node itself
        spelling = SPELLINGS.get(type(node), _same)(node)
        tree = spelling if node is tree else tree
        node.replace(spelling)
    return tree.sql("spark", identify=True, comments=False)


def _refuse_unknown(node: exp.Expr) -> None:
    name = _unknown(node)
    if name:
        raise NotPortable(Sentence(NOT_PORTABLE, {"name": name}))


def _unknown(node: exp.Expr) -> str:
    """What of a node is not known to mean the same; empty where all of it is."""
    match node:
        case exp.Anonymous():
            return node.name.lower()
        case exp.Literal(is_string=True):
            return "a text with \\" if "\\" in node.name else ""
        case exp.Literal():
            return "" if node.name.isdigit() else node.name
        case exp.DataType():
            return "" if node.this.name in TYPES else node.this.name.lower()
        case exp.DateDiff() | exp.Interval() if node.text("unit").upper() != "DAY":
            return f"{_name(node)} in {node.text('unit').lower()}"
        case exp.Split() if not re.fullmatch("[;:,]", node.expression.name):
            return f"string_split at “{node.expression.name}”"
    return "" if type(node) in SYNTAX or type(node) in FUNCTIONS else _name(node)


def _name(node: exp.Expr) -> str:
    if type(node) in FUNCTIONS:
        return FUNCTIONS[type(node)]
    return node.sql_name().lower() if isinstance(node, exp.Func) else type(node).__name__.lower()


def _same(node: exp.Expr) -> exp.Expr:
    """A node that Spark has by the same name, or by one that sqlglot knows."""
    return node


def _lists_as_rows(select: exp.Expr) -> exp.Expr:
    """Spark makes rows of one list in a select; of several side by side only by zipping them."""
    columns = select.expressions
    lists = [column.this.this for column in columns if isinstance(column.unalias(), exp.Explode)]
    if len(lists) < 2:
        return select
    assert len(lists) == len(columns), "lists stand side by side, and nothing else"
    names = [exp.to_identifier(column.alias) for column in columns]
    zipped = exp.func("inline", exp.func("arrays_zip", *lists, dialect="spark"), dialect="spark")
    table = exp.Table(this=zipped, alias=exp.TableAlias(this=exp.to_identifier("zipped"), columns=names))
    return exp.select(*(exp.column(name.copy()) for name in names)).from_(table)


def _without_keeping(step: exp.Expr) -> exp.Expr:
    """Spark has no word for a step that is worked out once."""
    step.set("materialized", None)
    return step


def _date_diff(function: exp.Expr) -> exp.Expr:
    """Between two days; with a unit, Spark would count between two moments."""
    return exp.Anonymous(this="datediff", expressions=[function.this, function.expression])


def _split(function: exp.Expr) -> exp.Expr:
    """Spark takes a pattern there; the signs that are let through stand for themselves in one."""
    return exp.Anonymous(this="split", expressions=[function.this, function.expression])


def _trim(function: exp.Expr) -> exp.Expr:
    """Spark takes off blanks alone where it is not told which signs."""
    return exp.Trim(this=function.this, expression=exp.Literal.string(SPACES), position="BOTH")


def _lower(function: exp.Expr) -> exp.Expr:
    """Two letters are written small otherwise, by what stands beside them; of the others none is."""
    signs = [exp.Literal.string(text) for text in ("İΣ", "iσ")]
    return exp.Lower(this=exp.Anonymous(this="translate", expressions=[function.this, *signs]))


def _skipping_nulls(function: exp.Expr) -> exp.Expr:
    """Spark also takes a value that is null."""
    when = exp.Not(this=exp.Is(this=function.this.copy(), expression=exp.Null()))
    function.set("expression", exp.Case(ifs=[exp.If(this=when, true=function.expression)]))
    return function


def _median(function: exp.Expr) -> exp.Expr:
    """The two values in the middle, halved and added as DuckDB does it: to the last bit of the number."""
    half = exp.cast(exp.Literal.number("0.5"), "double")
    parts = [
        exp.Mul(this=_middle(function.this.copy(), is_desc=is_desc), expression=half.copy())
        for is_desc in (False, True)
    ]
    return exp.Paren(this=exp.Add(this=parts[0], expression=parts[1]))


def _middle(value: exp.Expr, *, is_desc: bool) -> exp.Expr:
    """The value half-way, counted from one of both ends; by a name that sqlglot knows, it would become an
    approximation.
    """
    function = exp.Anonymous(this="percentile_disc", expressions=[exp.Literal.number("0.5")])
    order = exp.Order(expressions=[exp.Ordered(this=value, desc=is_desc)])
    return exp.WithinGroup(this=function, expression=order)


SPELLINGS: Mapping[type[exp.Expr], Spelling] = {
    exp.Select: _lists_as_rows,
    exp.CTE: _without_keeping,
    exp.DateDiff: _date_diff,
    exp.Lower: _lower,
    exp.Median: _median,
    exp.Split: _split,
    exp.Trim: _trim,
    exp.ArgMax: _skipping_nulls,
    exp.ArgMin: _skipping_nulls,
}
FUNCTIONS: Mapping[type[exp.Expr], str] = {
    exp.Abs: "abs",
    exp.ArgMax: "arg_max",
    exp.ArgMin: "arg_min",
    exp.ArrayContains: "list_contains",
    exp.Coalesce: "coalesce",
    exp.ConcatWs: "concat_ws",
    exp.Count: "count",
    exp.DateDiff: "date_diff",
    exp.Explode: "unnest",
    exp.GenerateSeries: "generate_series",
    exp.Greatest: "greatest",
    exp.Lead: "lead",
    exp.LogicalOr: "bool_or",
    exp.Lower: "lower",
    exp.Max: "max",
    exp.Median: "median",
    exp.Min: "min",
    exp.Nullif: "nullif",
    exp.RowNumber: "row_number",
    exp.Split: "string_split",
    exp.Sum: "sum",
    exp.Trim: "trim",
    exp.Year: "year",
}
"""The functions that an evaluation may use, by what sqlglot reads them as."""
