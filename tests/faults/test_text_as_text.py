"""What people write is read as text by the browser, on every page: the places that the quick test takes for
such are looked at here.
"""

import shutil
from pathlib import Path

import pytest

from tests.benchmark.browser import chromium
from tests.support.planted_markup import MARK, READ_AS_MARKUP, planted_register
from tests.support.screens import PAGES
from tests.support.servers import running
from tests.support.visitor import visit

pytestmark = pytest.mark.faults
LINKS = {
    "overview": "?",
    "consultation": "consultation?consultation=D24-01&edit=true&",
    "clarification": "clarification?consultation=D26-17&",
}


def test_no_page_makes_markup_of_people_s_words(tmp_path: Path) -> None:
    """No heading, bold, link, formula or HTML, in an open round and in a closed one."""
    store = planted_register(tmp_path / "planted.duckdb")
    store.close()
    database = Path(shutil.copy(store.path, tmp_path / "register.duckdb"))
    markup = []
    with running(database, OEJENHOEJDE_NAME=MARK) as address, chromium() as browser:
        screen = browser.new_page()
        for page in PAGES:
            for round_key in ("2026-2029/midterm", "2022-2025/endterm"):
                visit(screen, f"{address}/{LINKS.get(page, f'{page}?')}lang=en&round={round_key}")
                markup += [(page, each) for each in READ_AS_MARKUP if screen.locator(each).count()]
    assert markup == []
