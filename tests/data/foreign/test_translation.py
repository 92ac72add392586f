"""Foreign tables as exchange rows."""

from collections.abc import Mapping

import pandas as pd
import pytest

from data.foreign.profile import ColumnUse, DayOrder, Profile, RowIs
from data.foreign.proposal import propose_profile
from data.foreign.sheet import ForeignTable
from data.foreign.translation import Translation, translate
from tests.data.foreign.tables import KNOWN, table

NAMES = {"title": "Titel"}


def profile(fields: Mapping[str, str], *identity: str, **others: object) -> Profile:
    """A profile in which columns of the file fill fields."""
    uses = tuple(ColumnUse(column, field) for field, column in fields.items())
    return Profile("liste", columns=uses, identity=identity, **others)  # type: ignore[arg-type]


def rows(translation: Translation) -> list[dict[str, str]]:
    """The rows of the first table, without what is empty."""
    _, sheet = translation.tables[0]
    return [{str(name): text for name, text in row.items() if text} for row in sheet.cells.to_dict("records")]


def problems(translation: Translation) -> list[tuple[int, str, str]]:
    """Where each problem lies, and how its sentence begins."""
    return [(each.row, each.column, str(each.reason)) for each in translation.problems if not each.notice]


def notices(translation: Translation) -> list[tuple[int, str, str]]:
    return [(each.row, each.column, str(each.reason)) for each in translation.problems if each.notice]


def one(field: str, text: str, **use: object) -> Translation:
    """What becomes of one cell."""
    file = ForeignTable("f", "", 1, pd.DataFrame({"Titel": ["Sti"], "Felt": [text]}, index=[2], dtype=object))
    uses = (ColumnUse("Titel", "title"), ColumnUse("Felt", field, **use))  # type: ignore[arg-type]
    return translate(file, Profile("liste", columns=uses), KNOWN, keys={})


@pytest.mark.parametrize(
    ("field", "text", "values"),
    [
        ("contributions", "0", {"contributions": "0"}),
        ("contributions", "", {}),
        ("contributions", "-", {}),
        ("contributions", "–", {}),
        ("contributions", "n/a", {}),
        ("contributions", "ikke opgjort", {}),
        ("contributions", "ca. 120", {"contributions": "120", "contributions_qualifier": "ca."}),
        ("participants", "mindst 63", {"participants": "63", "participants_qualifier": "mindst"}),
        ("participants", "80–100", {"participants": "80", "participants_qualifier": "80-100"}),
        ("participants", "1.200", {"participants": "1200"}),
        ("participants", "63.0", {"participants": "63"}),
        ("hours_spent", "12,5 timer", {"hours_spent": "12.5"}),
        ("cost_dkk", "12.500,00 kr.", {"cost_dkk": "12500.0"}),
        ("end_on", "løbende", {"no_end": "yes"}),
        ("end_on", "2027-03-29T21:59:00+00:00", {"end_on": "2027-03-29"}),
        ("start_on", "1/2-29/3 2027", {"start_on": "2027-02-01", "end_on": "2027-03-29"}),
        ("summary", "<p>Kort &aelig;<br>To</p>", {"summary": "Kort æ\nTo"}),
        ("summary", "'=SUM(bænke)", {"summary": "=SUM(bænke)"}),
        ("case_number", "012", {"case_number": "012"}),
        ("centre", "center for TRAFIK ", {"centre": "trafik"}),
        ("methods", "Høring, borgermøde", {"methods": "Høring;borgermøde"}),
        ("methods", "Kaffe i parken", {"methods": "Kaffe i parken"}),
        ("methods", "Leg, spil og kaffe", {"methods": "Leg, spil og kaffe"}),
        ("influence", "Høre", {"influence": "hear"}),
        ("influence", "hear", {"influence": "hear"}),
        ("effect", "unknown", {"effect": "unknown"}),
        ("new_method", "Ja", {"new_method": "yes"}),
        ("new_method", "false", {"new_method": "no"}),
        ("plan_kind", "Lokalplan", {"plan_kind": "local_plan"}),
        ("run_by_municipality", "nej", {"run_by_municipality": "no"}),
    ],
)
def test_a_cell_is_read_as_its_field(field: str, text: str, values: dict[str, str]) -> None:
    """0 is zero, and what says that nothing is known is empty."""
    translation = one(field, text)
    row = rows(translation)[0]
    assert {name: row[name] for name in row if name not in ("consultation", "title", "source")} == values
    assert problems(translation) == []


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("contributions", "€ 200", "is an amount of money"),
        ("contributions", "40/65", "holds two numbers with a stroke"),
        ("contributions", "TU 4/5", "holds two numbers with a stroke"),
        ("participants", "12,5", "is not a whole number"),
        ("participants", "-3", "is not a whole number"),
        ("cost_dkk", "€ 200", "is not a number"),
        ("cost_dkk", "1.250", "can be read in two ways"),
        ("cost_dkk", "200 timer", "holds more than a number"),
        ("decided_on", "TU 4/5", "is not a date"),
        ("decided_on", "2017-04", "is not a whole date"),
        ("decided_on", "#NAVN?", "is not a date"),
        ("decided_on", "2027-02-30", "does not exist"),
        ("decided_on", "03/04/2027", "can be read in two ways"),
        ("centre", "Center for Trafk", "names no committee or centre"),
        ("centre", "Teknisk Udvalg", "names no committee or centre"),
        ("new_method", "x", "is neither yes nor no"),
        ("influence", "meget", "is not one of"),
        ("summary", "a\x00b", "holds a control character"),
        ("summary", "x" * 20_001, "is 20,001 characters long"),
        ("case_number", "2,02405E+11", "is a long number"),
    ],
)
def test_a_cell_that_can_not_be_read_is_left_out_of_its_row(field: str, text: str, reason: str) -> None:
    """The problem says where in the file it lies, and the row can still be shown."""
    translation = one(field, text)
    assert [(row, column) for row, column, _ in problems(translation)] == [(2, "Felt")]
    assert reason in problems(translation)[0][2]
    assert field not in rows(translation)[0]


def test_not_known_in_words_is_told() -> None:
    """An empty cell and a dash need no word; “ukendt” was said by somebody."""
    assert [notices(one("participants", text)) for text in ("", "-")] == [[], []]
    assert notices(one("participants", "Ukendt")) == [
        (2, "Felt", "says that it is not known, and is taken in as an empty cell")
    ]


def test_the_meaning_of_a_text_is_the_profiles() -> None:
    """What a person said of a text comes before everything else; nothing is a meaning too."""
    values = {"X": "yes", "måske": ""}
    assert [
        rows(one("new_method", text, values=values))[0].get("new_method") for text in ("x ", "Måske")
    ] == ["yes", None]
    assert (
        rows(one("methods", "Borgermøte;Høring", values={"borgermøte": "citizens_meeting"}))[0]["methods"]
        == "citizens_meeting;Høring"
    )


def test_rows_know_where_they_come_from() -> None:
    """Source and key are filled, rows keep their numbers, errors point at the file's columns."""
    file = table("Nr|Titel|Svarfrist|Adresse", "7|Ny cykelsti|2027-03-29|Ane Hansen, Vej 1")
    translation = translate(file, profile({"title": "Titel", "end_on": "Svarfrist"}, "Nr"), KNOWN, keys={})
    definition, sheet = translation.tables[0]
    assert rows(translation) == [
        {
            "consultation": "ny-cykelsti",
            "title": "Ny cykelsti",
            "end_on": "2027-03-29",
            "source": "liste",
            "source_key": "7",
        }
    ]
    assert sheet.origin is not None
    assert (definition.name, sheet.name, list(sheet.cells.index), sheet.origin.places) == (
        "consultations",
        "liste.xlsx",
        [2],
        {2: ("liste.xlsx", 2)},
    )
    assert sheet.origin.columns["liste.xlsx"]["end_on"] == "Svarfrist"
    assert (translation.unplaced, translation.identities) == (["Adresse"], {2: "7"})
    assert "Ane" not in str(sheet.cells.to_dict())


def test_keys_are_found_again_and_new_ones_are_free() -> None:
    """An identity that was taken in before keeps its key; two titles alike get two keys, none that is
    taken.
    """
    file = table(
        "Nr|Titel|Start", "1|Havn|2026-02-01", "2|Havn|2026-05-01", "3|Sti|2026-02-01", "|Sti|2026-02-01"
    )
    translation = translate(
        file, profile({"title": "Titel", "start_on": "Start"}, "Nr"), KNOWN, keys={"3": "stien"}
    )
    assert [row["consultation"] for row in rows(translation)] == [
        "2026-havn-2",
        "2026-havn-3",
        "stien",
        "2026-sti",
    ]
    assert translation.identities == {2: "1", 3: "2", 4: "3", 5: "sti · 2026-02-01 · "}


def test_title_and_days_tell_a_consultation_without_a_key_of_its_own() -> None:
    """However they are typed, they give the same identity."""
    fields = profile({"title": "Titel", "start_on": "Start"})
    first = translate(table("Titel|Start", "Ny  cykelsti|1. februar 2027"), fields, KNOWN, keys={})
    again = translate(
        table("Titel|Start", "ny cykelsti|2027-02-01"),
        fields,
        KNOWN,
        keys={"ny cykelsti · 2027-02-01 · ": "k"},
    )
    assert (first.identities[2], rows(again)[0]["consultation"]) == ("ny cykelsti · 2027-02-01 · ", "k")


def test_two_rows_of_one_key_contradict_one_another() -> None:
    """The second is refused with the row of the first; the same row again is none."""
    file = table("Nr|Titel", "1|Sti", "1|Vej", "2|Bro", "2|Bro")
    translation = translate(file, profile(NAMES, "Nr"), KNOWN, keys={})
    assert problems(translation) == [
        (3, "Nr", "has the same Nr as row 2, so the two would be one; keep the row that is right")
    ]


def test_a_title_that_is_an_error_is_refused() -> None:
    """What a spreadsheet could not calculate is no title."""
    translation = translate(table("Titel", "#REF!"), profile(NAMES), KNOWN, keys={})
    assert problems(translation)[0][2].startswith("is an error of the spreadsheet")


def test_a_row_of_totals_is_refused() -> None:
    """It is no consultation."""
    translation = translate(table("Titel", "Sti", "I alt"), profile(NAMES), KNOWN, keys={})
    assert [row for row, _, _ in problems(translation)] == [3]


def test_constants_fill_what_a_row_leaves_empty() -> None:
    """What the file says comes first."""
    file = table("Titel|Center", "Sti|Center for Skoler og Institutioner", "Vej|")
    fields = profile(
        {"title": "Titel", "centre": "Center"}, constants={"centre": "trafik", "source": "Excel"}
    )
    assert [(row["centre"], row["source"]) for row in rows(translate(file, fields, KNOWN, keys={}))] == [
        ("skoler", "Excel"),
        ("trafik", "Excel"),
    ]


def test_a_column_that_is_gone_is_told_and_the_rest_is_read() -> None:
    """A renamed column empties nothing in silence."""
    translation = translate(
        table("Titel", "Sti"), profile({"title": "Titel", "end_on": "Frist"}, "Nr"), KNOWN, keys={}
    )
    assert [row for row, _, _ in problems(translation)] == [0, 0]
    assert "no column Frist any more" in problems(translation)[0][2]


@pytest.mark.parametrize(
    ("order", "starts"),
    [(None, None), (DayOrder.DAY_FIRST, "2027-04-03"), (DayOrder.MONTH_FIRST, "2027-03-04")],
)
def test_the_order_of_day_and_month_is_what_was_said(order: DayOrder | None, starts: str | None) -> None:
    """Without a word a doubtful date is a problem; a column that shows its order needs none."""
    fields = profile({"title": "Titel", "start_on": "Start", "end_on": "Slut"}, day_order=order)
    file = table("Titel|Start|Slut", "Sti|03/04/2027|04/05/2027", "Vej|03/04/2027|14/05/2027")
    translation = translate(file, fields, KNOWN, keys={})
    ends = [row.get("end_on") for row in rows(translation)]
    assert [row.get("start_on") for row in rows(translation)] == [starts, starts]
    assert ends == [None if order is DayOrder.MONTH_FIRST else "2027-05-04", "2027-05-14"]


IDEAS = table(
    "ID|Titel|Forfatter ID|Indsendt på|Projekt|Status",
    "1|Flere bænke|u-1|2027-02-03 09:05:00|Ny cykelrute|foreslået",
    "2|Lys|u-2|2027-03-02 21:00:00|ny  cykelrute|afvist",
    "3|Trampolin|u-3|2027-05-01 00:30:00|Havnen|afvist",
    "4|Skib|u-3|2027-05-01 00:30:00||afvist",
)


def test_ideas_are_counted_by_project() -> None:
    """A project that the register holds by its exact title gets the count alone; a row without one is
    told.
    """
    translation = translate(IDEAS, propose_profile(IDEAS, KNOWN, name="Go Vocal"), KNOWN, keys={})
    assert rows(translation) == [
        {
            "consultation": "ny-cykelrute",
            "title": "Ny cykelrute",
            "contributions": "2",
            "source": "Go Vocal",
            "source_key": "Ny cykelrute",
        },
        {"consultation": "2026-havn", "title": "Havnen", "contributions": "1"},
    ]
    assert problems(translation) == [(5, "", "says not which consultation it belongs to: Projekt is empty")]
    assert translation.identities == {2: "ny cykelrute", 4: "havnen"}
    assert translation.group_rows == {2: 2, 3: 2, 4: 4}


def test_values_say_which_parts_count() -> None:
    """A status can count for an answer, and for nothing at all."""
    uses = (
        ColumnUse("Projekt", "title"),
        ColumnUse("Status", "contributions_answered", {"afvist": "1", "foreslået": "0"}),
        ColumnUse("ID", "contributions", {"2": "0", "1": "1"}),
    )
    fields = Profile(
        "ideer", row_is=RowIs.PART, columns=uses, identity=("Projekt",), count_into="contributions"
    )
    first = rows(translate(IDEAS, fields, KNOWN, keys={}))[0]
    assert (first["contributions"], first["contributions_answered"]) == ("1", "1")


def test_withdrawn_parts_that_are_counted_are_told() -> None:
    """Nothing is left out without a word."""
    file = table(
        "participatory_space/id|participatory_space/url|withdrawn",
        "1|https://inddragelse.example/processes/havnen/|true",
    )
    fields = profile(
        {"url": "participatory_space/url"},
        "participatory_space/id",
        row_is=RowIs.PART,
        count_into="contributions",
    )
    translation = translate(file, fields, KNOWN, keys={})
    assert [(row["consultation"], row["contributions"]) for row in rows(translation)] == [("2026-havn", "1")]
    assert [reason[:45] for _, _, reason in notices(translation)] == [
        "1 row is marked in withdrawn and is counted w"
    ]


def test_people_at_meetings_are_at_least_so_many() -> None:
    """Some come twice, so the sum is the least that is known; a meeting nobody counted adds nothing."""
    meetings = table(
        "id|participatory_space/id|participatory_space/url|title/da|start_time|end_time|attendees",
        "1|1|https://inddragelse.example/processes/havnen|Borgermøde|2027-02-18 18:00:00|2027-02-18"
        " 20:30:00|63",
        "2|1|https://inddragelse.example/processes/havnen|Byvandring|2027-03-02 16:00:00|2027-03-02"
        " 17:30:00|0",
        "3|1|https://inddragelse.example/processes/havnen|Møde|2027-03-02 16:00:00|2027-03-02 17:30:00|",
    )
    proposed = propose_profile(meetings, KNOWN, name="Decidim")
    row = rows(translate(meetings, proposed, KNOWN, keys={}))[0]
    assert row == {
        "consultation": "2026-havn",
        "title": "Havnen",
        "url": "https://inddragelse.example/processes/havnen",
        "participants": "63",
        "participants_qualifier": "mindst",
    }


def test_parts_of_what_is_not_known_are_told() -> None:
    """Without a title nothing new can be made of a number."""
    file = table("projekt id|indsendt på", "99|2027-02-01", "99|2027-02-02")
    fields = profile({}, "projekt id", row_is=RowIs.PART, count_into="contributions")
    assert [(row, reason[:42]) for row, _, reason in problems(translate(file, fields, KNOWN, keys={}))] == [
        (2, "belongs to “99”, which the register does n")
    ]


def test_parts_span_from_the_first_to_the_last_day() -> None:
    """The earliest start and the latest end that they carry; the first text; other days must be alike."""
    file = table(
        "Sag|Titel|Fra|Til|Besluttet|Svar",
        "26-0001|Havn|2026-03-01|2026-03-05|2026-09-01|4",
        "26-0001|Havnen|2026-02-01||2026-09-02|ca. 5",
    )
    fields = profile(
        {
            "title": "Titel",
            "start_on": "Fra",
            "end_on": "Til",
            "decided_on": "Besluttet",
            "contributions": "Svar",
        },
        "Sag",
        row_is=RowIs.PART,
    )
    translation = translate(file, fields, KNOWN, keys={})
    assert rows(translation) == [
        {
            "consultation": "2026-havn",
            "title": "Havn",
            "start_on": "2026-02-01",
            "end_on": "2026-03-05",
            "contributions": "9",
            "contributions_qualifier": "mindst",
        }
    ]
    assert [(row, column) for row, column, _ in problems(translation)] == [(3, "Besluttet")]


def test_events_fill_the_days_of_their_consultation() -> None:
    """A month alone and two days for one field are problems; an event without a field is passed over."""
    file = table(
        "Titel|Hændelse|Dato",
        "Sti|Høring starter|2027-02-01",
        "Sti|Høringsfrist|2027-03-29",
        "Sti|Kaffe|2027-03-30",
        "Vej|Høring starter|2027-04",
        "Vej|Vedtaget|2027-05-01",
        "Vej|Vedtaget|2027-05-02",
        "Bro|Kaffe|2027-05-02",
    )
    proposed = propose_profile(file, KNOWN, name="plan")
    translation = translate(file, proposed, KNOWN, keys={})
    assert proposed.row_is is RowIs.EVENT
    assert [
        (row["title"], row.get("start_on"), row.get("end_on"), row.get("decided_on"))
        for row in rows(translation)
    ] == [
        ("Sti", "2027-02-01", "2027-03-29", None),
        ("Vej", None, None, None),
    ]
    assert [(row, column) for row, column, _ in problems(translation)] == [(5, "Dato"), (7, "Dato")]


def test_groups_find_their_consultation_and_are_listed_one_by_one() -> None:
    """By key, key at the source, case number or exact title; a title that two have is a problem."""
    file = table(
        "Inddragelse|Gruppe|Opsøgt",
        "2026-havn|Unge|ja",
        "H-1|Erhverv|nej",
        "26-0001|Sejlere, Virksomheder;Naboer|ja",
        "havnen|Råd|",
        "Skolegård|Elever|ja",
        "|Elever|ja",
    )
    fields = profile(
        {"consultation": "Inddragelse", "group": "Gruppe", "sought_out": "Opsøgt"},
        table="consultation_groups",
    )
    translation = translate(file, fields, KNOWN, keys={})
    _, sheet = translation.tables[0]
    assert sheet.origin is not None
    assert [
        (sheet.origin.places[int(row)][1], *texts) for row, *texts in sheet.cells.head(6).itertuples()
    ] == [
        (2, "2026-havn", "young_people", "yes"),
        (3, "2026-havn", "businesses", "no"),
        (4, "2026-havn", "Sejlere", "yes"),
        (4, "2026-havn", "businesses", "yes"),
        (4, "2026-havn", "Naboer", "yes"),
        (5, "2026-havn", "councils", ""),
    ]
    assert [(row, reason[:22]) for row, _, reason in problems(translation)] == [
        (6, "names no consultation "),
        (7, "names no consultation;"),
    ]


def test_answers_come_with_their_source() -> None:
    """An export of counts is taken in as it stands."""
    file = table("Sag|Princip|Slet ikke|I høj grad", "26-0001|Princip 1|3|12")
    fields = Profile(
        "spørgeskema",
        table="experiences",
        columns=(
            ColumnUse("Sag", "consultation"),
            ColumnUse("Princip", "principle", {"Princip 1": "1"}),
            ColumnUse("Slet ikke", "n1"),
            ColumnUse("I høj grad", "n4"),
        ),
    )
    assert rows(translate(file, fields, KNOWN, keys={})) == [
        {"consultation": "2026-havn", "principle": "1", "n1": "3", "n4": "12", "source": "spørgeskema"}
    ]


def test_a_table_without_rows_is_nothing() -> None:
    """No table, and no problem."""
    empty = ForeignTable("f", "", 1, pd.DataFrame({"Titel": pd.Series([], dtype=object)}))
    assert translate(empty, profile(NAMES), KNOWN, keys={}).tables == []
    assert propose_profile(empty, KNOWN, name="f").columns == (ColumnUse("Titel", "title"),)


def test_many_rows_of_one_title_get_many_keys() -> None:
    """However often a title comes, its keys are free."""
    frame = pd.DataFrame({"Nr": [str(number) for number in range(20_000)], "Titel": "Høring"}, dtype=object)
    frame.index = frame.index + 2
    translation = translate(ForeignTable("f", "", 1, frame), profile(NAMES, "Nr"), KNOWN, keys={})
    assert translation.tables[0][1].cells["consultation"].nunique() == 20_000
