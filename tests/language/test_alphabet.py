"""The order of the Danish alphabet."""

import duckdb

from language.alphabet import alphabetical

IN_ORDER = ["Affald", "bro", "Café", "cafeer", "Engholm", "vej", "Zoo", "Ældre", "ørne", "Aabenraa", "Åkæret"]


def test_ae_oe_and_aa_come_last() -> None:
    """Capitals and accents count for nothing, and aa is å."""
    backwards = IN_ORDER[::-1]
    assert sorted(backwards, key=alphabetical) == IN_ORDER


def test_the_register_sorts_alike() -> None:
    """A list sorted here stands as one that the register sorted."""
    query = "select text from (select unnest($texts) as text) order by text collate da"
    rows = duckdb.execute(query, {"texts": IN_ORDER[::-1]}).fetchall()
    assert [text for (text,) in rows] == IN_ORDER
