"""Ways of involving people, and the words in the register that are none of them yet."""

from data.database import Store
from data.models import Method
from data.queries.read import split_keys, sql


def listed(store: Store) -> list[Method]:
    """Every method: those with a period to respond in first, then by its Danish name."""
    rows = store.rows(
        "select method, name_da, name_en, has_response_period, aliases from methods"
        " order by has_response_period desc, name_da collate da, method"
    )
    return [
        Method(key, name_da, name_en, has_response_period, split_keys(aliases))
        for key, name_da, name_en, has_response_period, aliases in rows
    ]


def unlisted_words(store: Store) -> list[tuple[str, int]]:
    """The words in the methods of consultations that no method goes by, each with how many consultations name
    it, the most used first.
    """
    return store.rows(sql("unlisted_methods"))
