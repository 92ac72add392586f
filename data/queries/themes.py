"""Themes that assessments carry, and words that shall not become themes."""

from data.database import Store
from data.queries.read import by_principle, sql


def in_use(store: Store) -> list[str]:
    """Every theme in use, in Danish alphabetical order; those of confidential words alone are left out."""
    rows = store.rows(
        "select distinct theme from assessment_themes join assessments using (assessment) where not closed"
        " order by theme collate da"
    )
    return [theme for (theme,) in rows]


def counts_by_round_and_level(store: Store) -> list[tuple[str, str, str, int]]:
    """How many counted assessments carry each theme: theme, round, level and number, the themes in
    alphabetical order.
    """
    return store.rows(sql("theme_counts_by_round_and_level"))


def declined_words(store: Store) -> list[str]:
    """The words that shall not be proposed as themes, in Danish alphabetical order."""
    return [
        row[0]
        for row in store.rows("select word from declined_words where declined order by word collate da")
    ]


def counts_by_principle(store: Store, round_key: str) -> dict[int, dict[str, int]]:
    """By principle, how many counted assessments carry each theme."""
    return by_principle(store.rows(sql("theme_counts_by_principle"), round=round_key))
