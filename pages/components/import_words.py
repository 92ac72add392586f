"""Values of exchange files in the words of the screen: bodies, methods and consultations by their names."""

from collections.abc import Iterable, Mapping, Sequence

from data import queries
from data.foreign.proposal import KnownWords
from data.labels import GROUPS
from data.schema import CHOICE, INTEGER, KEY, KEYS, NUMBER, TABLES, YES_NO
from language import N_, Words
from pages import session
from pages.components.consultation_groups import QUESTIONS
from pages.components.labels import LABELS, value_in_words

NOT_KNOWN = N_("Not known")
QUOTED = N_("“{text}”")
FIELD_LABELS: Mapping[str, str] = {
    **LABELS,
    **QUESTIONS,
    "group": N_("Group"),
    "url": N_("Web address"),
}
KEY_HERE = N_("Key in this register")


def field_value(table: str, field: str, value: str | None, words: Words) -> str:
    """A value in exchange form as a person reads it; a dash where it is not known."""
    if not value:
        return "–"
    field = field.rpartition(": ")[2]
    if field not in TABLES[table].names:
        return value
    column = TABLES[table].column(field)
    if column.kind in (KEY, KEYS):
        return words.listed([_name(field, column.refers_to, key, words) for key in value.split(";")])
    if column.kind == YES_NO and value in ("yes", "no"):
        return words("yes") if value == "yes" else words("no")
    if column.kind in (INTEGER, NUMBER):
        return _number(value, words)
    return value_in_words(field, value, words)


def values_of(table: str, field: str, known: KnownWords) -> Sequence[str] | None:
    """The values that a field can take, in exchange form; None where it takes any."""
    column = TABLES[table].column(field)
    if column.kind == CHOICE:
        return column.choices
    if column.kind == YES_NO:
        return ("yes", "no")
    if column.refers_to == "bodies":
        return queries.bodies.keys_by_level(session.store()).get(field, list(known.bodies))
    if column.refers_to == "consultations":
        return list(known.titles)
    return list(known.methods) if field == "methods" else None


def quoted(texts: Iterable[str], words: Words) -> str:
    """Texts of a file in the language's quotation marks, as a list."""
    return words.listed([words(QUOTED, text=text) for text in texts])


def _name(field: str, refers_to: str, key: str, words: Words) -> str:
    store = session.store()
    if refers_to == "bodies":
        return queries.bodies.names(store).get(key, key)
    if refers_to == "consultations":
        return queries.consultations.titles(store).get(key, key)
    if field == "methods":
        names = {each.key: (each.name_da, each.name_en) for each in queries.methods.listed(store)}
        return names[key][words.code == "en"] if key in names else key
    return key


def _number(value: str, words: Words) -> str:
    try:
        return words.number(float(value))
    except ValueError:
        return value


def change_label(table: str, name: str, words: Words) -> str:
    """What a field of a preview is called; where a row has several records, after the record's name."""
    record, _, field = name.rpartition(": ")
    if not record:
        return field_label(field, words)
    record = value_in_words("principle", record, words) if table == "experiences" else record
    return f"{words(GROUPS.get(record, record))}: {field_label(field, words)}"


def field_label(field: str, words: Words) -> str:
    """What a field is called beside a file's columns."""
    return words(FIELD_LABELS.get(field, field))
