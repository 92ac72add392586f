"""The clock of a running server is set back by a year, and on again: nothing that was acknowledged is lost,
nothing stands in another order than it was done in.
"""

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from data import queries
from data.check import check
from data.database import Store
from data.tokens import Scope
from tests.support.api_client import ApiClient, multipart
from tests.support.servers import running
from workflow.person import at_this_machine
from workflow.tokens import TokenRequest, make_token

LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
IDA, FIRST = at_this_machine("Ida Prøve"), datetime(2026, 6, 1, 12)
MOMENTS = ("2026-06-01 12:00:00", "2025-06-01 12:00:00", "2026-06-02 12:00:00", "2025-12-31 23:59:59")
"""What the clock shows, one after the other."""


@pytest.mark.faults
@pytest.mark.skipif(LIBRARY is None, reason="libfaketime is not installed (Debian: apt-get install faketime)")
def test_the_clock_is_set_back_while_people_save(demonstration_file: Path, tmp_path: Path) -> None:
    """A title is corrected at each moment; the server stays well, the last correction stands."""
    database, clock = Path(shutil.copy(demonstration_file, tmp_path / "register.duckdb")), tmp_path / "clock"
    store = Store(database)
    request = TokenRequest("ur", "Bo Bang", (Scope.READ, Scope.IMPORT), FIRST.replace(year=2027).date())
    token = make_token(store, IDA, request, at=FIRST)
    store.close()
    clock.write_text(f"@{MOMENTS[0]}")
    with running(
        database,
        LD_PRELOAD=str(LIBRARY),
        FAKETIME_TIMESTAMP_FILE=str(clock),
        FAKETIME_NO_CACHE="1",
        FAKETIME_DONT_FAKE_MONOTONIC="1",
        TZ="UTC",
    ) as address:
        api = ApiClient(address, {"ur": token})
        outcomes = []
        for number, moment in enumerate(MOMENTS):
            _set(clock, moment)
            rows = f"consultation,title\nc-ur,Titel {number}\n".encode()
            body, kind = multipart({"consultations.csv": rows}, store="true")
            status, _, answer = api.ask("/imports", "ur", body=body, content_type=kind)
            outcomes.append((status, json.loads(answer).get("status")))
            assert api.json("/health", "")["problems"] == []
    assert outcomes == [(200, "stored")] * len(MOMENTS)
    store = Store(database)
    entries = queries.history.of_record(store, "consultations", "c-ur")
    assert [f"{each.happened_at:%Y-%m-%d}" for each in entries] == [each[:10] for each in reversed(MOMENTS)]
    assert queries.consultations.titles(store)["c-ur"] == f"Titel {len(MOMENTS) - 1}"
    store.close()
    assert check(database).problems == ()


def _set(clock: Path, moment: str) -> None:
    """The whole file at once, so that no program reads half a moment."""
    fresh = clock.with_suffix(".new")
    fresh.write_text(f"@{moment}")
    fresh.replace(clock)
