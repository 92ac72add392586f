"""Files that come near to real ones, sent to a running dashboard: each is answered with what would become of
it or a sentence, and the server is well throughout.
"""

import json
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.database import Store
from data.tokens import Scope
from tests.faults.mutations import mutated
from tests.faults.test_fuzz import SLOWEST_SECONDS, exchange_files, list_files
from tests.support.api_client import ApiClient, multipart
from tests.support.servers import running
from workflow.person import at_this_machine
from workflow.tokens import TokenRequest, make_token

COUNT = max(1, int(os.environ.get("FUZZED_FILES", "2000")) // 8)
PERSON = at_this_machine("Ida")


@pytest.mark.faults
def test_the_server_answers_every_changed_file(with_demonstration: Path, tmp_path: Path) -> None:
    """Looked at and stored in turn, one after the other."""
    store, now = Store(with_demonstration), datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    request = TokenRequest("fuzz", "Bo", (Scope.IMPORT,), now.date() + timedelta(days=2))
    tokens = {"fuzz": make_token(store, PERSON, request, at=now)}
    store.close()
    statuses: dict[int, int] = {}
    slowest = (0.0, "")
    log = tmp_path / "log"
    with log.open("w") as output, running(with_demonstration, output=output) as address:
        api = ApiClient(address, tokens)
        for number, (name, content) in enumerate(mutated(list_files() | exchange_files(), COUNT, seed=COUNT)):
            body, kind = multipart({name: content}, store=str(number % 2 == 0).lower())
            begun = time.perf_counter()
            status, _, answer = api.ask("/imports", "fuzz", body=body, content_type=kind)
            slowest = max(slowest, (time.perf_counter() - begun, f"{number} {name}"))
            statuses[status] = statuses.get(status, 0) + 1
            answered = json.loads(answer)
            assert answered.get("error") or answered.get("lines"), (number, name, answer)
            assert api.json("/health", "")["problems"] == []
    print(f"{COUNT} files sent: {statuses}, slowest {slowest}")
    assert set(statuses) <= {200, 422}
    assert slowest[0] < SLOWEST_SECONDS
    assert "Traceback" not in log.read_text()
