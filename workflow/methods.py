"""Methods of involving people: which have a period to respond in, and which words they go by."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.models import Method
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import method_cells
from workflow.keys import free_key
from workflow.permission import Right, command
from workflow.person import Person

NO_NAME = N_("Write the name. Nothing was saved.")


@dataclass(frozen=True)
class MethodEntry:
    """A method as it was typed. Without a name in English, the Danish one stands there too."""

    name_da: str
    name_en: str
    has_response_period: bool
    aliases: tuple[str, ...] = ()


@command(Right.SET_UP)
def add_method(store: Store, person: Person, entry: MethodEntry) -> list[RecordProblem]:
    """A new method under a key made of its name; gives notices. Raises :class:`data.errors.CommandRefused`
    without a name, :class:`data.errors.RecordRefused` where a word belongs to another method.
    """
    method = _method(free_key(entry.name_en or entry.name_da, _words(store), otherwise="method"), entry)
    return save_records(store, person.name, [RowChange("methods", method_cells(method))])


@command(Right.SET_UP)
def change_method(
    store: Store, person: Person, *, method_before: Method, entry: MethodEntry
) -> list[RecordProblem]:
    """Other names or words for a method, or another answer; gives notices. Raises as :func:`add_method` does,
    and :class:`data.errors.ChangedMeanwhile`.
    """
    return _change(store, person, method_before, _method(method_before.key, entry))


@command(Right.SET_UP)
def list_word(store: Store, person: Person, *, word: str, method: Method) -> list[RecordProblem]:
    """Let a method go by one more word; gives notices. Raises as :func:`change_method` does."""
    return _change(store, person, method, replace(method, aliases=(*method.aliases, word)))


@command(Right.SET_UP)
def remove_method(store: Store, person: Person, method: Method) -> list[RecordProblem]:
    """Take a method away; consultations keep its word, and the history what it was. Raises
    :class:`data.errors.ChangedMeanwhile`.
    """
    read = method_cells(method)
    return save_records(store, person.name, [], removed_rows=[RowChange("methods", read, read)])


def _change(store: Store, person: Person, before: Method, after: Method) -> list[RecordProblem]:
    return save_records(store, person.name, [RowChange("methods", method_cells(after), method_cells(before))])


def _method(key: str, entry: MethodEntry) -> Method:
    if not entry.name_da.strip():
        raise CommandRefused(Sentence(NO_NAME))
    aliases = tuple(word.strip() for word in entry.aliases if word.strip())
    name_en = entry.name_en.strip() or entry.name_da.strip()
    return Method(key, entry.name_da.strip(), name_en, entry.has_response_period, aliases)


def _words(store: Store) -> Collection[str]:
    """Every word that a method goes by, in small letters: a new key must be none of them."""
    return {
        word.lower()
        for method in queries.methods.listed(store)
        for word in (method.key, method.name_da, method.name_en, *method.aliases)
    }
