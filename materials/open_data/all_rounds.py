"""A table of every round in one, for programs that look at the whole."""

from dataclasses import replace

from data import queries
from data.database import Store
from data.errors import UserError
from language import N_, Sentence, Words
from materials.documents.round_material import RoundMaterial, round_material
from materials.open_data.package import open_tables
from materials.round_tables.round_facts import ROUND
from materials.round_tables.table_model import RoundTable

NO_TABLE = N_("There is no table {table}. There are: {known}.")
KEY = ROUND[0]


class UnknownTable(UserError):
    """For whoever asks for a table by its name."""


def table_of_round(store: Store, material: RoundMaterial, name: str, words: Words) -> RoundTable:
    """One open table of a round. Raises :class:`UnknownTable`, which names those there are."""
    tables = {table.name: table for table in open_tables(store, material, words)}
    if name not in tables:
        raise UnknownTable(Sentence(NO_TABLE, {"table": name, "known": tuple(tables)}))
    return tables[name]


def table_of_all_rounds(store: Store, name: str, words: Words) -> RoundTable:
    """The rows of every round, oldest first, each with its round; none of a round that lacks the table.
    Raises :class:`UnknownTable`.
    """
    tables, refusal = [], None
    for each in queries.rounds.oldest_first(store):
        try:
            table = table_of_round(store, round_material(store, each), name, words)
        except UnknownTable as problem:
            refusal = problem
            continue
        tables.append(table if KEY in table.columns else _with_round(table, each.key))
    if not tables:
        raise refusal or UnknownTable(Sentence(NO_TABLE, {"table": name, "known": ()}))
    return replace(tables[-1], rows=tuple(row for table in tables for row in table.rows))


def _with_round(table: RoundTable, round_key: str) -> RoundTable:
    return replace(
        table,
        key=(KEY.name, *table.key),
        columns=(KEY, *table.columns),
        rows=tuple({KEY.name: round_key, **row} for row in table.rows),
    )
