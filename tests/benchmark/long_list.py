"""The list of consultations page by page, in a register of ten thousand against one of a hundred."""

import os
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.benchmark.big_register import ROUND, create_big
from tests.benchmark.measurement import Measurement, take_turns
from tests.support.screens import PAGES, ROOT, rows_on
from tests.support.waiting import LIMIT

LONG, SHORT = 10_000, 100
LINKS: tuple[dict[str, str], ...] = (
    {},
    {"list_page": "2"},
    {"list_page": "3", "sort": "title"},
    {"search": "sag"},
    {"scale": "large", "sort": "-contributions"},
)
"""The pages that are turned, in this order over and over; none of them is a first visit after the warm-up."""


def measure(folder: Path, times: int) -> Measurement:
    """A page of the list as a script on the server, from link to what is sent to the browser."""
    long, short = _side(folder, LONG), _side(folder, SHORT)
    for _ in LINKS:
        long(), short()
    return Measurement(
        f"list_of_{LONG}",
        "a page of the list of 10,000 consultations, against a page of one of 100",
        take_turns(long, short, len(LINKS) * times),
        1.5,
    )


def _side(folder: Path, consultations: int) -> Callable[[], None]:
    """Turns to the next page of the list in a register of this size."""
    database = folder / f"list_of_{consultations}.duckdb"
    create_big(database, consultations).close()
    screen = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT)
    screen.switch_page(PAGES["consultations"])
    links = cycle(LINKS)

    def turn() -> None:
        os.environ["OEJENHOEJDE_DATABASE"] = str(database)
        screen.query_params.clear()
        for name in ("scale", "sort"):  # what was chosen a page before would stay chosen
            screen.session_state[f"linked {name}"] = ""
        for name, value in {"lang": "da", "round": ROUND, "in_round": "false", **next(links)}.items():
            screen.query_params[name] = value
        screen.run()
        assert not screen.exception and rows_on(screen)["rows"]

    return turn
