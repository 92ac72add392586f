"""What other systems, and people's own lists, call our columns: ``aliases.toml``, ready to be looked up.

The two ends of a period have a grammar of their own (:mod:`data.foreign.periods`).
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

Lines = Sequence[Sequence[str]]
"""Names that are equally sure, the surest first."""


def _read(name: str) -> dict[str, dict[str, Lines]]:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))


ALIASES: Mapping[str, Mapping[str, Lines]] = _read("aliases.toml")
NEVER_FILLED = frozenset({"removed_at", "removed_by"})
COUNT_WORDS = frozenset(
    [
        "antal",
        "number",
        "of",
        "count",
        "total",
        "samlet",
        "indkomne",
        "modtagne",
        "afgivne",
        "i",
        "alt",
        "ialt",
        "af",
        "the",
    ]
)
"""Words around what is counted: “antal indkomne høringssvar”, “replies count”."""
COUNTED = frozenset({"contributions", "contributions_answered", "participants"})
ENTITIES = frozenset(
    ["hearing", "consultation", "høringens", "høring", "inddragelsens", "process", "plan", "projektets"]
)
"""What a name may begin with that only says whose column it is: ``hearing_teaser``."""
FALSE_FRIENDS = frozenset(
    [
        "sletning",
        "slettet",
        "slettes",
        "sletter",
        "sletningsdato",
        "oprettet",
        "oprettelse",
        "oprettelsesdato",
        "afsluttet",
        "opdateret",
        "ændret",
        "redigeret",
        "kontakt",
        "kontaktperson",
        "email",
        "mail",
        "telefon",
        "tlf",
        "påmindelse",
        "rykker",
        "arkiveret",
        "arkivering",
        "journaliseret",
        "kassation",
        "created",
        "updated",
        "modified",
        "deleted",
        "deletion",
        "archived",
        "contact",
        "phone",
        "reminder",
        "udvalgt",
        "udvalgte",
        "anonymiseret",
    ]
)
"""Words that make another thing of what stands beside them: nothing near such a name is proposed."""
