"""What a first look at a foreign file proposes."""

import pytest

from data.foreign.profile import ColumnUse, DayOrder, Profile, RowIs
from data.foreign.proposal import ValueQuestion, fitted, needed_day_order, propose_profile, value_questions
from tests.data.foreign.tables import KNOWN, table


def fields(header: str, *rows: str, target: str = "") -> dict[str, str]:
    """By field, the column that is proposed for it."""
    profile = propose_profile(table(header, *rows), KNOWN, name="liste", target=target)
    return {use.fills: use.column for use in profile.columns}


SYSTEMS = {
    "decidim processes": (
        (
            "id|title/da|title/en|title/machine_translations/en|slug|reference|created_at|updated_at|published_at"
            "|follows_count|short_description/da|description/da|url|announcement|announcement/da|start_date|end_date"
            "|developer_group/da|scope/name/da|area/name/da|participatory_process_group/title/da"
        ),
        (
            "1|Ny cykelrute||New route|proces-1|solby-PART-1|2027-01-01 08:12:11 UTC|2027-03-01 23:30:00"
            " UTC|2027-01-15 22:30:00"
            " UTC|4|<p>Kort</p>|<p>Langt</p>|https://x.example/processes/1|||2027-02-01|2027-03-29|Center for"
            " Trafik|Nord|Nord|Gruppe"
        ),
        {
            "title": "title/da",
            "source_key": "reference",
            "summary": "short_description/da",
            "url": "url",
            "start_on": "start_date",
            "end_on": "end_date",
            "centre": "developer_group/da",
        },
    ),
    "aarhus": (
        (
            "hearing_id|hearing_title|hearing_content_state|hearing_description|hearing_type|hearing_reply_deadline"
            "|hearing_start_date|hearing_tags|hearing_teaser|hearing_replies_count|hearing_replies_url|hearing_url"
            "|hearing_project_id|hearing_project_title|hearing_area_list|start_date|end_date"
        ),
        (
            "501|Ny"
            " cykelrute|finished|<p>Langt</p>|Trafikhøring|2027-03-29T"
            "21:59:00+00:00|2027-01-31T23:00:00+00:00"
            "|Trafik|Kort|63|https://d.example/501#svar|https://d.example/501|9|Projekt|8200|2027-01-31T23:00:00+00:00"
            "|2027-03-29T21:59:00+00:00"
        ),
        {
            "source_key": "hearing_id",
            "title": "hearing_title",
            "summary": "hearing_teaser",
            "methods": "hearing_type",
            "start_on": "hearing_start_date",
            "end_on": "hearing_reply_deadline",
            "contributions": "hearing_replies_count",
            "url": "hearing_url",
        },
    ),
    "plandata": (
        (
            "FID|id|planid|komnr|plantype|plannr|plannavn|datoforsl|datovedt|datoaflyst|datoikraft|datostart|datoslut"
            "|datoattr|doklink|distrikt|datooprt|datoopdt|status"
        ),
        (
            "t.1|11|11|151|20.1|306|Lokalplan"
            " 306|20271105||||20271105|20271231|20271101|https://d.example/1.pdf|Syd"
            "|2027-10-20T09:12:44|2027-11-05T00:05:00|F"
        ),
        {
            "source_key": "planid",
            "title": "plannavn",
            "start_on": "datostart",
            "end_on": "datoslut",
            "proposal_on": "datoforsl",
            "decided_on": "datovedt",
            "url": "doklink",
        },
    ),
    "consul": (
        (
            "id|title|summary|description|start_date|end_date|debate_start_date|debate_end_date|draft_publication_date"
            "|allegations_start_date|allegations_end_date|result_publication_date|allegations_phase_enabled|published"
        ),
        (
            "5|Lokalplan"
            " 306|Kort|Langt|2027-01-11|2027-12-01|2027-01-11|2027-02-05|2027-03-15|2027-03-15|2027-05-10"
            "|2027-09-28|true|true"
        ),
        {
            "source_key": "id",
            "title": "title",
            "summary": "summary",
            "start_on": "allegations_start_date",
            "end_on": "allegations_end_date",
        },
    ),
    "canada": (
        (
            "registration_number|partner_departments|subjects|title_en|title_fr|description_en|description_fr|start_date"
            "|end_date|status|profile_page_en|profile_page_fr|report_available_online|report_link_en|owner_org"
        ),
        (
            "C-0000001|D271|IP,CD|Quiet"
            " parks|Parcs|First|Un|2027-02-01|2027-03-29|CR|https://e.example|https://f.example"
            "|Y|https://e.example/r|parks-parcs"
        ),
        {
            "source_key": "registration_number",
            "title": "title_en",
            "summary": "description_en",
            "start_on": "start_date",
            "end_on": "end_date",
            "url": "profile_page_en",
        },
    ),
    "citizenspace": (
        "id|title|url|status|overview|startdate|enddate|department|dept|type|type_string|areas|audiences|interests",
        (
            "t/c|Ny cykelrute|https://h.example/t/c|closed|<p>Kort</p>|2027/02/01|2027/03/29|Center for"
            " Trafik|trafik|QuickConsult|Online Survey|Nord|Residents|Transport"
        ),
        {
            "source_key": "id",
            "title": "title",
            "url": "url",
            "summary": "overview",
            "start_on": "startdate",
            "end_on": "enddate",
            "centre": "department",
            "methods": "type_string",
        },
    ),
    "govuk": (
        (
            "content_id|base_path|title|description|public_updated_at|document_type|details/body"
            "|details/opening_date|details/closing_date|details/public_feedback_publication_date"
            "|details/final_outcome_publication_date"
        ),
        (
            "0-1|/government/consultations/parks|Quiet parks|Made"
            " up.|2027-09-07T11:00:28.000+01:00|consultation_outcome"
            "|<p>x</p>|2027-04-22T12:00:00+01:00|2027-06-17T23:45:00+01:00"
            "|2027-09-07T12:00:00+00:00|2027-09-08T12:00:00+00:00"
        ),
        {
            "source_key": "base_path",
            "title": "title",
            "summary": "description",
            "start_on": "details/opening_date",
            "end_on": "details/closing_date",
        },
    ),
    "a case list": (
        (
            "Sagsnr.|Titel|Sagsgruppe|Undersagsgruppe|Sagsbehandler|Ansvarlig"
            " enhed|Sagstype|Tilstand|Sagstekst|Oprettelsesdato|Planlagt afslutningsdato|Afsluttet"
            " dato|Oprettet af|Oprettet|Afsluttet|Slutdato"
        ),
        (
            "27-004512|Ny cykelrute|01.02.05|P16|ABC|Center for"
            " Trafik|Emnesag|Igangværende|Høring|2027-01-04|2027-06-30"
            "|2027-09-28|ABC|2027-01-04|2027-06-30|2027-06-30"
        ),
        {"case_number": "Sagsnr.", "title": "Titel", "centre": "Ansvarlig enhed"},
    ),
    "uk local plans": (
        (
            "entry-date|start-date|end-date|name|organisations|description|period-start-date|period-end-date"
            "|documentation-url|adopted-date|organisation-name|reference"
        ),
        (
            "2024-10-02|||Haringey Local"
            " Plan|local-authority:HRY||2013.0|2026.0|https://h.example/plan|2017-07-24|London Borough of"
            " Haringey|haringey-2013"
        ),
        {
            "title": "name",
            "url": "documentation-url",
            "decided_on": "adopted-date",
            "source_key": "reference",
            "summary": "description",
        },
    ),
    "a municipality's list": (
        (
            "Navn på høring|Sagsnr.|Høringsperiode start|Svarfrist|Antal høringssvar|Antal"
            " deltagere|Ansvarligt center|Udvalg|Link|Grad af indflydelse|Ny metode?|Timeforbrug|Udgift"
            " (kr.)|Beslutningsdato|Sagsbehandler|Kontaktmail|Dato for sletning af høringssvar"
        ),
        (
            "Ny cykelrute|27-1|01-02-2027|29-03-2027|ca. 12|40|Center for Trafik|Teknisk"
            " Udvalg|https://k.example|Høre|ja|12,5|1000|04-05-2027|Ane|ane@k.example|01-02-2029"
        ),
        {
            "title": "Navn på høring",
            "case_number": "Sagsnr.",
            "start_on": "Høringsperiode start",
            "end_on": "Svarfrist",
            "contributions": "Antal høringssvar",
            "participants": "Antal deltagere",
            "centre": "Ansvarligt center",
            "committee": "Udvalg",
            "url": "Link",
            "influence": "Grad af indflydelse",
            "new_method": "Ny metode?",
            "hours_spent": "Timeforbrug",
            "cost_dkk": "Udgift (kr.)",
            "decided_on": "Beslutningsdato",
        },
    ),
}


@pytest.mark.parametrize(("header", "row", "expected"), SYSTEMS.values(), ids=SYSTEMS.keys())
def test_the_columns_of_known_systems_are_placed(header: str, row: str, expected: dict[str, str]) -> None:
    """Each column that is surely a field of ours, and no other."""
    assert fields(header, row) == expected


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Dato for sletning af høringssvar", "2029-02-01"),
        ("Dato for sletning af høringssvar", "12"),
        ("Udvalgt", "ja"),
        ("Oprettet", "2027-02-01"),
        ("Afsluttet", "2027-02-01"),
        ("Start", "Ja"),
        ("Titel", "12"),
        ("Høringssvar", "Jeg er imod"),
        ("Link", "se sagen"),
        ("Adresse", "Rådhusvej 1, 2750 Ballerup"),
        ("Debat start", "2027-02-01"),
        ("Starttidspunkt", "2027-02-01 18:00:00"),
        ("Antal dage", "28"),
        ("Status", "I gang"),
        ("area/name/da", "Nord"),
        ("author/name", "Ane Hansen"),
        ("🎉", "x"),
        ("", "x"),
        (" ", ""),
        ("=SUM(A1)", "12"),
    ],
)
def test_what_only_looks_like_a_field_is_left_without_a_place(header: str, row: str) -> None:
    """A false match would store what nobody meant."""
    assert fields(header, row) == {}


def test_a_slip_in_a_name_is_forgiven_where_the_cells_agree() -> None:
    """A near name is proposed only where the cells show by themselves what they are."""
    assert fields("Antal hørringssvar|Ansvarligt senter", "12|Center for Trafik") == {
        "contributions": "Antal hørringssvar",
        "centre": "Ansvarligt senter",
    }
    assert fields("Antal hørringssvar|Ansvarligt senter", "nej|12") == {}


def test_of_two_equally_sure_columns_none_is_taken() -> None:
    """A person chooses; an empty one beside a filled one is no rival."""
    assert fields("Besluttet|Vedtaget", "2027-02-01|2027-02-02") == {}
    assert fields("Besluttet|Vedtaget", "|2027-02-02") == {"decided_on": "Vedtaget"}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Startdato|Slutdato|Høringsfrist", {"start_on": "Startdato", "end_on": "Slutdato"}),
        ("Startdato|Svarfrist", {"start_on": "Startdato", "end_on": "Svarfrist"}),
        (
            "Startdato|Slutdato|Høring start|Høring slut",
            {"start_on": "Høring start", "end_on": "Høring slut"},
        ),
        ("Begyndt|Afsluttet", {"start_on": "Begyndt", "end_on": "Afsluttet"}),
        (
            "Planlagt start|Planlagt slut",
            {"planned_start_on": "Planlagt start", "planned_end_on": "Planlagt slut"},
        ),
        ("Fra|Til", {"start_on": "Fra", "end_on": "Til"}),
        ("StartDate|EndDate", {"start_on": "StartDate", "end_on": "EndDate"}),
    ],
)
def test_start_and_end_come_from_one_period(header: str, expected: dict[str, str]) -> None:
    """The hearing's own days before others, and never one day of each."""
    assert fields(header, "|".join(["2027-02-01"] * len(header.split("|")))) == expected


def test_a_period_in_one_column_fills_both_days() -> None:
    """The column of the period stands for its first day, and brings the last one along."""
    assert fields("Titel|Høringsperiode", "Sti|01.02.2027 - 29.03.2027", "Vej|1. april - 2. maj 2027") == {
        "title": "Titel",
        "start_on": "Høringsperiode",
    }
    assert fields("Høringsperiode", "4 uger") == {}


def test_a_column_named_for_numbers_keeps_its_place_with_unreadable_ones() -> None:
    """What is written there instead is told cell by cell, not passed over with the column."""
    assert fields("Antal høringssvar|Startdato", "€ 200|2017-04", "40/65|snarest", "TU 4/5|2027-02-01") == {
        "contributions": "Antal høringssvar",
        "start_on": "Startdato",
    }


def test_names_are_compared_whatever_their_form() -> None:
    """Decomposed letters, capitals, line breaks and hints of a format make no other name."""
    assert fields("NAVN  PA\u030a HØRING:|Startdato (dd-mm-åååå) *", "Cykelrute|2027-02-01") == {
        "title": "NAVN  PA\u030a HØRING:",
        "start_on": "Startdato (dd-mm-åååå) *",
    }


def test_ideas_are_parts_of_their_project() -> None:
    """A row of its own project is grouped by it and counted; an idea's title is no consultation's."""
    ideas = table(
        "ID|Titel|Beskrivelse|Forfatter ID|Indsendt på|Deltagere|URL|Projekt|Status",
        "1|Flere bænke|En|u-1|2027-02-03 09:05:00||https://g.example/1|Ny cykelrute|foreslået",
        "2|Lys på stien|To|u-2|2027-03-02 21:00:00||https://g.example/2|Ny cykelrute|I gang",
        "3|Trampolin|Tre|u-3|2027-05-01 00:30:00||https://g.example/3|Æblehaven|afvist",
    )
    assert propose_profile(ideas, KNOWN, name="Go Vocal") == Profile(
        "Go Vocal",
        row_is=RowIs.PART,
        columns=(ColumnUse("Projekt", "title"),),
        identity=("Projekt",),
        count_into="contributions",
    )


def test_withdrawn_proposals_do_not_count() -> None:
    """What the file marks as withdrawn counts for nothing, and the day of an answer for one."""
    proposals = table(
        "id|author/name|participatory_space/id|participatory_space/url|title/da|answered_at|withdrawn",
        "1|Ane|1|https://d.example/p1|Lys|2027-05-02 12:00:00 UTC|false",
        "2|Bo|1|https://d.example/p1|Bænke||true",
    )
    profile = propose_profile(proposals, KNOWN, name="Decidim")
    assert {use.fills: (use.column, use.values.get("true")) for use in profile.columns} == {
        "url": ("participatory_space/url", None),
        "contributions": ("withdrawn", "0"),
        "contributions_answered": ("answered_at", None),
    }
    assert (profile.row_is, profile.identity) == (RowIs.PART, ("participatory_space/id",))


def test_consultations_that_share_a_project_stay_consultations() -> None:
    """Rows with days of their own are no parts, whatever else repeats."""
    rows = table(
        "Projekt|Titel|Startdato|Svarfrist|Kommentar",
        "Havnen|Høring om kajen|2027-02-01|2027-03-01|x",
        "Havnen|Høring om pladsen|2027-04-01|2027-05-01|y",
    )
    assert propose_profile(rows, KNOWN, name="liste").row_is is RowIs.CONSULTATION


@pytest.mark.parametrize(
    "rows",
    [
        ("Navn på høring|Kommentar|Modtaget", "Sti|x|2027-01-01", "Vej|y|2027-01-02"),
        ("Sagsnr.|Titel|Kommentar", "27-1|Sti|x", "27-2|Vej|y", "27-2|Vej igen|y"),
    ],
)
def test_a_list_of_consultations_with_remarks_is_no_list_of_parts(rows: tuple[str, ...]) -> None:
    """A comment makes no part, nor does a case with two consultations."""
    assert propose_profile(table(*rows), KNOWN, name="liste").row_is is RowIs.CONSULTATION


def test_responses_are_parts_of_their_hearing() -> None:
    """A list of responses by the hearing's title: no sender is placed."""
    responses = table(
        "Titel|Afsender|Modtaget|Svartekst",
        "Havnen|Ane|2026-02-01|Nej tak",
        "Havnen|Bo|2026-02-02|Ja tak",
        "Havnen|Bo|2026-02-03|Måske",
    )
    assert propose_profile(responses, KNOWN, name="svar") == Profile(
        "svar",
        row_is=RowIs.PART,
        columns=(ColumnUse("Titel", "title"),),
        identity=("Titel",),
        count_into="contributions",
    )


def test_events_are_put_to_their_fields() -> None:
    """The events of one hearing; those of another phase, and what has no field, are left out."""
    timetable = table(
        "event-date|local-plan|notes|description|local-plan-event|entry-date|start-date|end-date|name|reference",
        "2018-11-20|islington|||reg-18-public-consultation-start|2024-12-10||||a",
        "2019-01-14|islington|||reg-18-public-consultation-end|2024-12-10||||b",
        "2020-11-20|islington|||reg-19-public-consultation-start|2024-12-10||||c",
        "2018-01-01|bury|||estimated-reg-18-public-consultation-start|2024-12-10||||d",
        "2018-02-01|bury|||reg-18-public-consultation-start|2024-12-10||||e",
        "2024-03-21|bury|||plan-adopted|2024-12-10||||f",
        "2024-03-22|bury|||plan-adopted|2024-12-10||||g",
    )
    assert propose_profile(timetable, KNOWN, name="plans") == Profile(
        "plans",
        row_is=RowIs.EVENT,
        identity=("local-plan",),
        event_column="local-plan-event",
        date_column="event-date",
        events={
            "reg-18-public-consultation-start": "start_on",
            "reg-18-public-consultation-end": "end_on",
            "estimated-reg-18-public-consultation-start": "planned_start_on",
            "plan-adopted": "decided_on",
        },
    )


def test_answers_and_groups_are_told_by_their_columns() -> None:
    """The steps of the questionnaire make experiences; groups with a flag make groups."""
    answers = table(
        "Sagsnr.|Princip|Slet ikke|I mindre grad|I nogen grad|I høj grad|I meget høj grad|Ved ikke",
        "26-0001|1|0|1|2|3|4|5",
    )
    groups = table("Inddragelse|Målgruppe|Opsøgt|Deltog", "Havnen|Unge|ja|nej")
    profiles = [propose_profile(each, KNOWN, name="liste") for each in (answers, groups)]
    assert [(each.table, [use.fills for use in each.columns]) for each in profiles] == [
        ("experiences", ["principle", "n1", "n2", "n3", "n4", "n5", "dont_know", "consultation"]),
        ("consultation_groups", ["consultation", "group", "sought_out", "took_part"]),
    ]


def test_a_kept_profile_fits_reordered_columns_and_names_renamed_ones() -> None:
    """Places don't matter, nor capitals; what is gone is told."""
    kept = Profile(
        "liste", columns=(ColumnUse("Titel", "title"), ColumnUse("Frist", "end_on")), identity=("Nr",)
    )
    profile, missing = fitted(kept, table("nr|Slut|TITEL", "1|2027-02-01|Cykelrute"))
    assert (profile.columns, profile.identity, missing) == (
        (ColumnUse("TITEL", "title"),),
        ("nr",),
        ["Frist"],
    )


def test_texts_that_a_field_can_not_take_are_asked_about() -> None:
    """A slip in a name is suggested, a mark too; what reads as it stands is not asked about."""
    rows = table(
        "Titel|Center|Metode|Ny metode|Indflydelse|Omfang",
        "A|Center for Trafk|Høring, borgermøde|x|Høre|Stort",
        "B|center for  trafik|Borgermøte|ja|Samskabelse|L",
        "C|Center for Økonomi|Kaffe i parken|0|ukendt|-",
        "D|Center for Trafk|Kaffe i parken|1||",
    )
    profile = Profile(
        "liste",
        columns=(
            ColumnUse("Center", "centre"),
            ColumnUse("Metode", "methods"),
            ColumnUse("Ny metode", "new_method"),
            ColumnUse("Indflydelse", "influence"),
            ColumnUse("Omfang", "scale", {"l": "large"}),
        ),
    )
    assert value_questions(rows, profile, KNOWN) == [
        ValueQuestion("Center", "centre", "Center for Trafk", 2, "trafik"),
        ValueQuestion("Center", "centre", "Center for Økonomi", 1, None),
        ValueQuestion("Metode", "methods", "Kaffe i parken", 2, "Kaffe i parken"),
        ValueQuestion("Metode", "methods", "Borgermøte", 1, "citizens_meeting"),
        ValueQuestion("Ny metode", "new_method", "x", 1, "yes"),
        ValueQuestion("Ny metode", "new_method", "0", 1, "no"),
        ValueQuestion("Ny metode", "new_method", "1", 1, "yes"),
        ValueQuestion("Indflydelse", "influence", "Samskabelse", 1, "collaborate"),
    ]


def test_a_body_of_the_other_level_is_not_suggested() -> None:
    """A committee is no centre."""
    rows = table("Center", "Teknisk Udvalg")
    profile = Profile("liste", columns=(ColumnUse("Center", "centre"),))
    assert value_questions(rows, profile, KNOWN) == [
        ValueQuestion("Center", "centre", "Teknisk Udvalg", 1, None)
    ]


@pytest.mark.parametrize(
    ("days", "needed"),
    [
        (["03/04/2027|14/05/2027", "05/06/2027|01/02/2027"], False),
        (["03/04/2027|14/05/2027", "15/06/2027|01/02/2027"], DayOrder.DAY_FIRST),
        (["2027-03-04|2027-05-14", "|"], None),
    ],
)
def test_the_order_of_day_and_month_is_asked_where_nothing_shows_it(days: list[str], needed: object) -> None:
    """Each column shows its own order; one of them in doubt is asked about."""
    rows = table("Start|Slut", *days)
    assert needed_day_order(rows, propose_profile(rows, KNOWN, name="liste")) == needed


def test_a_day_that_does_not_exist_leaves_its_column_in_place() -> None:
    """Its row is rejected with the reason then, and not taken in without the day."""
    assert fields("Titel|Startdato", "Cykelsti|31.2.2027") == {"title": "Titel", "start_on": "Startdato"}
