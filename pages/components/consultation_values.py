"""A stored field of a consultation in words, for lists in which two values stand beside each other."""

from data import queries
from data.ingest.qualified_numbers import qualified_in_words
from evaluation.end_words import without_end_words
from language import Words
from pages import session
from pages.components.labels import value_in_words
from workflow.cells import Cells


def field_in_words(row: Cells, column: str, words: Words) -> str:
    """A field as one reads it, by its cells: bodies by name, a count with what is said of it; a dash where it
    is not known.
    """
    cell = row[column]
    if column in ("centre", "committee") and cell:
        return queries.bodies.names(session.store()).get(cell, cell)
    if qualifier := row.get(f"{column}_qualifier"):
        return qualified_in_words(cell or "", qualifier)
    if column == "end_on" and (sentence := without_end_words(cell, no_end=row.get("no_end") == "yes")):
        return words.say(sentence)
    text = value_in_words(column, cell, words)
    return text.replace(";", "; ") if column == "methods" else text
