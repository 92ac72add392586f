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
    rows = duckdb.sql("select unnest($texts) as text order by text collate da", params={"texts": IN_ORDER})
    assert [text for (text,) in rows.fetchall()] == IN_ORDER
