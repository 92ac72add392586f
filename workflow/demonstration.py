"""The register with demonstration records, made whole: its closed rounds are frozen, and one is corrected."""

from datetime import datetime, time
from pathlib import Path

from data import queries, register
from data.audit import unrecorded
from data.database import Store
from workflow.closing import Correction, add_erratum, close_round
from workflow.person import at_this_machine

SIGNER = at_this_machine("Mona Mikkelsen (opdigtet)")
"""Nobody: a made-up secretary, as all that the records say is made up."""
NOON = time(12)
CORRECTED = "2022-2025/endterm"
ERRATUM = Correction(
    principle="4",
    text=(
        "By-, Trafik- og Klimaudvalget skriver, at grundejerne bad om at flytte borgermødet om"
        " Gartnerigrunden. Det var grundejerforeningen, der bad om det på alles vegne."
    ),
    body="tku",
    reason="Oplyst af grundejerforeningen, efter at runden var lukket.",
)
CORRECTED_AT = datetime(2025, 12, 10, 9, 30)


def create_demonstration(path: Path) -> Store:
    """A new register with demonstration records, frozen by the rules in force. Raises
    :class:`data.errors.StoreError` where a file is there already, or none can be made.
    """
    with unrecorded():
        return register.create_demonstration(path, _finish)


def open_register(path: Path) -> Store:
    """The register; one with demonstration records is made where there is none. Raises
    :class:`data.errors.StoreError`.
    """
    return Store(path) if path.exists() else create_demonstration(path)


def _finish(store: Store) -> None:
    """Freeze each closed round on the day it closed, as its secretary would have, and add the erratum."""
    for each in queries.rounds.oldest_first(store):
        if each.status == "closed" and each.closes_on:
            close_round(store, SIGNER, round_before=each, at=datetime.combine(each.closes_on, NOON))
    add_erratum(store, SIGNER, round_key=CORRECTED, correction=ERRATUM, at=CORRECTED_AT)
