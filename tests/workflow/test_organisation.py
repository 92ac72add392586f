"""Bodies are added, changed, merged and split; what is left out is named, and then nothing is changed."""

from dataclasses import replace
from datetime import date

import pytest

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused
from tests.workflow.conftest import IDA
from workflow.organisation import (
    Merger,
    NewBody,
    Split,
    add_bodies,
    addresses,
    body_key,
    change_body,
    merge_bodies,
    split_body,
)


def organisation(store: Store) -> dict[str, tuple[str, str, str, tuple[str, ...]]]:
    """Level, first and last day and predecessors of every body, by key."""
    return {
        body.key: (body.level, str(body.active_from), str(body.active_to), succeeds)
        for body, succeeds in queries.bodies.with_predecessors(store)
    }


def test_a_merger_and_a_split_link_and_end(store: Store) -> None:
    """The new body succeeds the old ones, which end the day before; keys are made of names and never taken
    twice.
    """
    add_bodies(store, IDA, [NewBody("centre", "Center for Ålegræs & Søer")])
    merge_bodies(store, IDA, Merger(["by", "center-for-aalegraes-soeer"], "Center for By", date(2027, 1, 1)))
    split_body(store, IDA, Split("plan", ["Planudvalget", " ", "Klimaudvalget"], date(2026, 7, 1)))
    assert organisation(store) == {
        "plan": ("committee", "2018-01-01", "2026-06-30", ()),
        "planudvalget": ("committee", "2026-07-01", "None", ("plan",)),
        "klimaudvalget": ("committee", "2026-07-01", "None", ("plan",)),
        "by": ("centre", "2018-01-01", "2026-12-31", ()),
        "center-for-aalegraes-soeer": ("centre", "None", "2026-12-31", ()),
        "center-for-by": ("centre", "2027-01-01", "None", ("by", "center-for-aalegraes-soeer")),
    }


@pytest.mark.parametrize(
    ("merger", "sentence"),
    [
        (Merger([], "Nyt", date(2027, 1, 1)), "Choose the committees or centres and the day"),
        (Merger(["by"], "Nyt", None), "Choose the committees or centres and the day"),
        (Merger(["by"], "  ", date(2027, 1, 1)), "Write the name"),
        (Merger(["by", "plan"], "Nyt", date(2027, 1, 1)), "cannot become one"),
    ],
)
def test_a_merger_that_lacks_something_changes_nothing(store: Store, merger: Merger, sentence: str) -> None:
    """It says what."""
    before = organisation(store)
    with pytest.raises(CommandRefused, match=sentence):
        merge_bodies(store, IDA, merger)
    assert organisation(store) == before


def test_a_body_is_not_ended_before_it_began(store: Store) -> None:
    """A merger on a day before one of them began is refused by name, and nothing is changed."""
    before = organisation(store)
    with pytest.raises(RecordRefused):
        merge_bodies(store, IDA, Merger(["by"], "Nyt center", date(2017, 1, 1)))
    assert organisation(store) == before


@pytest.mark.parametrize(
    "split", [Split("plan", ["Et"], date(2027, 1, 1)), Split("plan", ["Et", "To"], None)]
)
def test_a_split_needs_two_names_and_a_day(store: Store, split: Split) -> None:
    """Otherwise nothing is changed."""
    with pytest.raises(CommandRefused, match="at least two names"):
        split_body(store, IDA, split)


def test_a_body_is_renamed_as_it_was_shown(store: Store) -> None:
    """The second of two people is told; a blank name is none."""
    body = next(each for each, _ in queries.bodies.with_predecessors(store) if each.key == "plan")
    change_body(store, IDA, body_before=body, body_after=replace(body, name=" Plan- og Byudvalget "))
    with pytest.raises(ChangedMeanwhile):
        change_body(store, IDA, body_before=body, body_after=replace(body, name="Byudvalget"))
    with pytest.raises(CommandRefused, match="Write the name"):
        change_body(store, IDA, body_before=body, body_after=replace(body, name=""))
    assert queries.bodies.names(store)["plan"] == "Plan- og Byudvalget"
    assert queries.history.of_record(store, "bodies", "plan")[0].who == "Ida"


@pytest.mark.parametrize(
    ("name", "other_keys", "key"),
    [
        ("Teknisk Udvalg", set(), "teknisk-udvalg"),
        ("Teknisk Udvalg", {"teknisk-udvalg"}, "teknisk-udvalg-2"),
        ("Børn, Ældre & Åer", set(), "boern-aeldre-aaer"),
        ("ØSTÅEN PÅ ÆRØ", set(), "oestaaen-paa-aeroe"),
        (" Café–Udvalget (midlertidigt)/Müller ", set(), "cafe-udvalget-midlertidigt-muller"),
        ("Udvalget for Teknik, Miljø, Klima og Natur", set(), "udvalget-for-teknik-miljoe-klima-og-natu"),
        ("Center for Byudvikling og Kulturelle Arv", set(), "center-for-byudvikling-og-kulturelle-arv"),
        ("Center for Byudvikling og Kulturel Viden om", set(), "center-for-byudvikling-og-kulturel-viden"),
        ("Plan", {"plan", "plan-2"}, "plan-3"),
        ("???", set(), "organ"),
    ],
)
def test_a_key_is_made_of_a_name(name: str, other_keys: set[str], key: str) -> None:
    """Short, of plain letters, and free."""
    assert body_key(name, other_keys) == key


def test_a_body_is_written_to_at_its_addresses(store: Store) -> None:
    """Several, however they are parted; what is no address is refused by name, and nothing is changed."""
    body = next(each for each, _ in queries.bodies.with_predecessors(store) if each.key == "plan")
    written = replace(body, email=addresses("plan@by.dk, sekretær@by.dk;plan@by.dk"))
    change_body(store, IDA, body_before=body, body_after=written)
    assert queries.bodies.expected(store, "2022-2025/endterm")[0].email == ("plan@by.dk", "sekretær@by.dk")
    with pytest.raises(RecordRefused, match="holds plan@by, which is no e-mail address"):
        change_body(store, IDA, body_before=written, body_after=replace(written, email=("plan@by",)))
