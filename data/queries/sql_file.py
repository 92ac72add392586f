"""The longer selects, each in a file of its own beside the module that asks it."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def sql(name: str) -> str:
    """A select by its file's name without ``.sql``, as ``calendar`` or ``indicators/groups``."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
