"""Themes that assessments carry, and words that shall not become themes."""

from collections.abc import Mapping, Sequence

from data.database import Store
from data.queries.read import by_round_and_principle, sql
from data.record_source import RecordSource, with_steps
from language.alphabet import alphabetical

SPELLINGS: Mapping[str, str] = {"theme_spellings": sql("theme_spellings")}
RELATIONS = ("assessment_themes",)


def in_use(store: Store) -> list[str]:
    """Every theme in use, in Danish alphabetical order, in the spelling that most assessments use; those of
    confidential words alone are left out.
    """
    rows = store.rows(f"{_spelt(store)} select theme from theme_spellings order by theme collate da, theme")
    return [theme for (theme,) in rows]


def in_stored_spelling(store: Store, themes: Sequence[str]) -> list[str]:
    """Each theme once, whatever its capitals, as it is written in the register already; a new one as it is
    first written here.
    """
    stored_spellings = {theme.lower(): theme for theme in in_use(store)}
    by_word: dict[str, str] = {}
    for theme in themes:
        by_word.setdefault(theme.lower(), stored_spellings.get(theme.lower(), theme))
    return list(by_word.values())


def counts_by_round_and_level(store: Store) -> list[tuple[str, str, str, int]]:
    """How many counted assessments carry each theme: theme, round, level and number, the themes in
    alphabetical order.
    """
    return store.rows(f"{_spelt(store)} {sql('theme_counts_by_round_and_level')}")


def declined_words(store: Store) -> list[str]:
    """The words that shall not be proposed as themes, in Danish alphabetical order."""
    return [
        row[0]
        for row in store.rows("select word from declined_words where declined order by word collate da")
    ]


def counts_by_principle(
    source: RecordSource, round_keys: Sequence[str]
) -> Mapping[str, Mapping[int, Mapping[str, int]]]:
    """By round and principle, how many counted assessments carry each theme, the most used first."""
    query = f"{_spelt(source)} {sql('theme_counts_by_principle')}"
    rows = source.rows(query, rounds=list(round_keys))
    return by_round_and_principle(
        sorted(rows, key=lambda row: (row[0], row[1], *order_of_use(row[2], row[3])))
    )


def order_of_use(theme: str, assessments: int) -> tuple[int, str, str]:
    """What themes are sorted by: the most used first, and of those that are used alike the first in the
    Danish alphabet.
    """
    return -assessments, alphabetical(theme), theme


def _spelt(source: RecordSource) -> str:
    """The ``with`` of a query that reads how themes are written."""
    return with_steps(source, RELATIONS, SPELLINGS)
