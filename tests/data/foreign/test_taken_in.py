"""A foreign list on its whole way into the register."""

from dataclasses import replace

from data.database import Store
from data.foreign.known_words import KnownWords
from data.foreign.proposal import propose_profile
from data.foreign.translation import translate
from data.import_pipeline import take_in
from tests.data.foreign.tables import table

NOTHING_KNOWN = KnownWords({}, {"hearing": ("Høring",), "citizens_meeting": ("Borgermøde",)}, {})
LIST = table(
    "Nr.|Navn på høring|Startdato|Svarfrist|Antal høringssvar|Metode|Bemærkninger til sagsbehandler",
    "1|Ny cykelsti|01-02-2027|29-03-2027|ca. 120|Høring|Ring til Ane",
    "2|Æblehaven – legeplads|14-02-2027|uden slutdato|0|Borgermøde; Høring|",
)


def test_a_foreign_list_is_stored_and_changes_nothing_the_second_time(empty: Store) -> None:
    """With its days, its uncertain count, its zero and its key at the source; and no remark about people."""
    profile = propose_profile(LIST, NOTHING_KNOWN, name="Excel-listen")
    first = translate(LIST, profile, NOTHING_KNOWN, keys={})
    outcome = take_in(empty, first.tables, "tester")[0]
    keys = dict(zip(first.identities.values(), first.tables[0][1].cells["consultation"], strict=True))
    again = take_in(empty, translate(LIST, profile, NOTHING_KNOWN, keys=keys).tables, "tester")[0]
    stored = empty.rows(
        "select consultation, cast(start_on as varchar), cast(end_on as varchar), no_end, contributions,"
        " contributions_qualifier, methods, source, source_key from consultations order by source_key"
    )
    assert (outcome.new, outcome.rejected, again.new, again.changed, again.unchanged) == (2, 0, 0, 0, 2)
    assert stored == [
        ("2027-ny-cykelsti", "2027-02-01", "2027-03-29", None, 120, "ca.", "Høring", "Excel-listen", "1"),
        (
            "2027-aeblehaven-legeplads",
            "2027-02-14",
            None,
            True,
            0,
            None,
            "Borgermøde;Høring",
            "Excel-listen",
            "2",
        ),
    ]
    assert not [row for row in empty.rows("select after from history") if "Ane" in str(row[0])]


def test_the_checks_of_the_register_point_at_the_foreign_file(empty: Store) -> None:
    """A rule that a row breaks is told with the file's own row and column."""
    late = replace(LIST, cells=LIST.cells.assign(Startdato="30-05-2027").iloc[:1])
    profile = propose_profile(late, NOTHING_KNOWN, name="Excel-listen")
    outcome = take_in(empty, translate(late, profile, NOTHING_KNOWN, keys={}).tables, "tester")[0]
    assert [(each.file, each.row, each.column, each.notice) for each in outcome.problems] == [
        ("liste.xlsx", 2, "Svarfrist", True)
    ]
