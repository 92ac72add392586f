"""What the evaluation reads from: a register, or a lake of many municipalities' records."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Protocol

OWN = ""
"""The municipality whose register is open: its records name none."""
MUNICIPAL = (
    "rounds",
    "round_days",
    "principles",
    "norms",
    "statutory_periods",
    "days_off",
    "methods",
    "demonstration_marks",
    "counted_consultations",
    "assessment_themes",
)
"""The relations of which a query must know whose they are; the others are told apart by their keys."""


class RecordSource(Protocol):
    """Runs selects over relations that are named as the register's tables and views.

    Those of :data:`MUNICIPAL` have a column ``municipality``, in a lake by themselves; ``steps`` are the
    selects that add it where they lack it, by the name of the relation.
    """

    @property
    def steps(self) -> Mapping[str, str]: ...

    def rows(self, sql: str, **values: Any) -> list[tuple[Any, ...]]: ...

    def records(self, sql: str, **values: Any) -> list[dict[str, Any]]: ...


DEMONSTRATION_MARKS = "select source from consultations where source = 'demonstration'"
"""A row for each record of the demonstration, removed ones among them."""
REGISTER_STEPS: Mapping[str, str] = {
    name: f"select cast('{OWN}' as varchar) as municipality, * from main.{name}" for name in MUNICIPAL
} | {
    "demonstration_marks": f"select cast('{OWN}' as varchar) as municipality, * from ({DEMONSTRATION_MARKS})"
}
"""A register is of one municipality, and need not say of which."""


def with_steps(
    source: RecordSource,
    relations: Iterable[str],
    steps: Mapping[str, str] = MappingProxyType({}),
    *,
    kept: Collection[str] = (),
) -> str:
    """The ``with`` of a query that reads these of :data:`MUNICIPAL`, and builds ``steps`` on them, of which
    those that are ``kept`` are worked out once; empty where there is nothing to say.
    """
    all_steps = {name: source.steps[name] for name in relations if name in source.steps} | dict(steps)
    parts = (f"{name} as {'materialized ' if name in kept else ''}({all_steps[name]})" for name in all_steps)
    return "with " + ", ".join(parts) if all_steps else ""
