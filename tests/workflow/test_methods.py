"""Methods are added, changed and removed, and words that consultations use are listed."""

import pytest

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused
from data.models import Method
from tests.support.registers import take_all
from tests.workflow.conftest import IDA
from workflow.methods import MethodEntry, add_method, change_method, list_word, remove_method


def method(store: Store, key: str) -> Method:
    """A method as it is stored now."""
    return next(each for each in queries.methods.listed(store) if each.key == key)


def consult(store: Store, **methods: str) -> None:
    """Consultations by key, each with its methods."""
    rows = [{"consultation": key, "title": key, "methods": text} for key, text in methods.items()]
    take_all(store, {"consultations": rows})


def test_words_that_no_method_goes_by_are_counted(store: Store) -> None:
    """Whatever their capitals, as most consultations write them, the most used first."""
    consult(store, a="HØRING;Gadefest", b="gadefest;Nabohøring", c="Gadefest; quiz ", d="Hearing;survey")
    assert queries.methods.unlisted_words(store) == [("Gadefest", 3), ("quiz", 1)]


def test_a_word_is_listed_as_a_method_or_as_another_word(store: Store) -> None:
    """Under a key of its own, with the word for both names; or with the words of the method."""
    consult(store, a="Gadefest;Quiz")
    add_method(store, IDA, MethodEntry("Gadefest", "", False))
    assert method(store, "gadefest") == Method("gadefest", "Gadefest", "Gadefest", False)
    list_word(store, IDA, word="Quiz", method=method(store, "gadefest"))
    assert method(store, "gadefest").aliases == ("Quiz",)
    assert queries.methods.unlisted_words(store) == []


def test_a_word_belongs_to_one_method_alone(store: Store) -> None:
    """Key, names and other words, whatever their capitals; the refusal names word and method."""
    with pytest.raises(RecordRefused) as refused:
        add_method(store, IDA, MethodEntry("Høringsfest", "", True, ("NABOHØRING", "Survey", "fest")))
    assert [(each.column, str(each.reason)) for each in refused.value.problems] == [
        (
            "aliases",
            (
                "holds “NABOHØRING” of the method hearing and “Survey” of the method survey; a word belongs"
                " to one method alone, so take it out of one of them"
            ),
        )
    ]


def test_a_method_is_changed_and_removed(store: Store) -> None:
    """Its history keeps both, and a consultation keeps its word."""
    consult(store, a="workshop")
    before = method(store, "workshop")
    change_method(
        store, IDA, method_before=before, entry=MethodEntry(" Værkstedsdag ", "Workshop", True, (" ",))
    )
    assert method(store, "workshop") == Method("workshop", "Værkstedsdag", "Workshop", True)
    with pytest.raises(ChangedMeanwhile):
        remove_method(store, IDA, before)
    remove_method(store, IDA, method(store, "workshop"))
    assert queries.methods.unlisted_words(store) == [("workshop", 1)]
    history = queries.history.of_record(store, "methods", "workshop")
    assert [entry.action for entry in history] == ["removed", "changed", "created"]


def test_a_method_needs_a_name(store: Store) -> None:
    """Otherwise nothing is changed."""
    before = queries.methods.listed(store)
    with pytest.raises(CommandRefused, match="Write the name"):
        add_method(store, IDA, MethodEntry(" ", "Party", True))
    assert queries.methods.listed(store) == before


def test_a_new_key_is_no_word_of_another_method(store: Store) -> None:
    """A name whose plain letters another method goes by gets a number."""
    add_method(store, IDA, MethodEntry("Panel!", "", False))
    assert method(store, "panel-2").name_da == "Panel!"
