"""What the Ballerup data set says that no column of the register holds: kept in Danish words, as the
source has it.
"""

from data.ballerup.files import Row
from data.errors import UnreadableCell
from data.ingest.dates import read_date
from language import speak

DANISH = speak("da")
CONTRIBUTION_UNITS = {"høringssvar/indlæg", "forslag"}
EXTENT_NOT_STATED = "yes (extent not stated)"


def effect_note(effect: str) -> str:
    """Where the degree of an effect comes from."""
    if effect == EXTENT_NOT_STATED:
        return "Ændret på baggrund af bidragene; hvor meget, er ikke angivet i kilden."
    return "Graden er datasættets kodning af kildens ord." if effect in ("minor", "substantial") else ""


def summary(row: Row) -> str:
    """The source's own note, and in words what has no column: meetings, deciding bodies, votes,
    participants, reservations.
    """
    meetings = [_day_in_words(text.strip()) for text in row["meeting_dates"].split(";") if text.strip()]
    votes = row["responses_unit"] and row["responses_unit"] not in CONTRIBUTION_UNITS
    parts = (
        row["status_note"],
        f"Møder (kan være annoncerede datoer): {', '.join(meetings)}." if meetings else "",
        f"Forslag behandlet af {row['proposal_decision_body']}." if row["proposal_decision_body"] else "",
        f"Afgjort af {row['deciding_body']}." if row["deciding_body"] else "",
        f"{row['responses_count']} {row['responses_unit']}." if votes else "",
        f"Deltagere ifølge kilden: {row['groups_consulted']}." if row["groups_consulted"] else "",
        f"Forbehold: {row['confidence_note']}" if row["confidence_note"] else "",
    )
    return "\n".join(part for part in parts if part)


def _day_in_words(text: str) -> str:
    """A date as the summary writes it; a text that is none stays as it is."""
    try:
        return DANISH.date(read_date(text))
    except UnreadableCell:
        return text
