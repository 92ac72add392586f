"""English words without a catalogue, a scope, and an end to the browser when the tests are done."""

from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations

import pytest

from language import Words
from materials.charts import export
from materials.charts.chart import Scope


@pytest.fixture
def words() -> Words:
    """The English of the code, whatever the catalogues hold."""
    return Words("en", NullTranslations())


@pytest.fixture
def scope() -> Scope:
    """An open round of demonstration records."""
    return Scope(round="End of term 2022–2025", data_on=date(2026, 11, 23), state="open", demonstration=True)


@pytest.fixture(scope="session", autouse=True)
def no_browser_left() -> Iterator[None]:
    """The charts' browser ends with the tests."""
    yield
    export.close()
