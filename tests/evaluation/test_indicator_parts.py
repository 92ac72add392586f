"""Every indicator is whole: its module, its select, its norm with a label, and its Danish."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from data.database import Store
from data.import_pipeline import read_folder
from data.queries import read
from data.queries.indicator_counts import indicator_rows
from data.queries.selection import Selection
from data.register import REFERENCE
from evaluation.principles import INDICATORS, PRINCIPLES, PROPORTIONALITY
from evaluation.principles.reasons import Reasons
from language.words import DANISH
from tests.support.indicator_parts import Parts, missing_parts


def parts_of_the_program() -> Parts:
    """What there is on disk."""
    with DANISH.open("rb") as file:
        danish = [message for message in read_po(file) if message.id and message.string]
    norms = next(sheet.cells for table, sheet in read_folder(REFERENCE) if table.name == "norms")
    return Parts(
        indicators=INDICATORS,
        selects=[path.stem for path in (Path(read.__file__).parent / "indicators").glob("*.sql")],
        norms=dict(zip(norms["norm"], norms["unit"], strict=True)),
        danish={each.id if isinstance(each.id, str) else each.id[0] for each in danish},
    )


def test_no_part_of_any_indicator_is_missing() -> None:
    """What is missing is named."""
    assert missing_parts(parts_of_the_program()) == []


def without(**changes: Any) -> Callable[[Parts], Parts]:
    """The parts with one indicator, ``groups``, changed."""
    return lambda parts: replace(
        parts, indicators={**parts.indicators, "groups": replace(parts.indicators["groups"], **changes)}
    )


def less(name: str, *left_out: str) -> Callable[[Parts], Parts]:
    """The parts without some entries of one collection."""

    def lessened(parts: Parts) -> Parts:
        kept = getattr(parts, name)
        fewer = {key for key in kept if key not in left_out}
        rest: Any = {key: kept[key] for key in fewer} if hasattr(kept, "keys") else fewer
        return replace(parts, **{name: rest})

    return lessened


LACKS: list[tuple[Callable[[Parts], Parts], str]] = [
    (less("indicators", "groups"), "groups: no module of this name in evaluation/principles/<principle>/"),
    (less("selects", "groups"), "groups: no select data/queries/indicators/groups.sql"),
    (
        less("norms", "groups"),
        "groups: no row of the norm groups with the unit groups in data/seed/reference/norms.csv",
    ),
    (
        less("norms", "lead_days_max"),
        "lead_days: no row of its limit lead_days_max in data/seed/reference/norms.csv",
    ),
    (without(norm_labels={}), "groups: no label of the norm groups in norm_labels"),
    (without(reasons=Reasons()), "groups: no reason why one consultation meets or misses it"),
    (without(missed=None), "groups: nothing is asked where its norm is missed"),
    (without(id="group"), "groups: its id is group, not the name of its module"),
    (
        less("danish", "Groups that took part"),
        "groups: no Danish in language/catalogues/da.po of “Groups that took part”",
    ),
]


@pytest.mark.parametrize(("change", "sentence"), LACKS, ids=[sentence for _, sentence in LACKS])
def test_a_missing_part_is_named(change: Callable[[Parts], Parts], sentence: str) -> None:
    """Each part by itself, and nothing beside it."""
    assert missing_parts(change(parts_of_the_program())) == [sentence]


def test_an_indicator_stands_under_its_own_principle() -> None:
    """The number in its file is that of its folder, and no two have one place."""
    for principle in (*PRINCIPLES.values(), PROPORTIONALITY):
        number = None if principle is PROPORTIONALITY else principle.number
        assert {indicator.principle for indicator in principle.indicators} == {number}
        assert len({indicator.position for indicator in principle.indicators}) == len(principle.indicators)


def test_every_select_has_a_row_for_each_consultation(demonstration: Store) -> None:
    """With one of the four states, a value exactly where it is known, a total where it is a share of one."""
    norms = {"window_default_days": 28.0, "on_plan_days": 14.0, "scale_small_max_hours": 60.0}
    first, last = demonstration.rows("select min(counted_on), max(counted_on) from counted_consultations")[0]
    rows = indicator_rows(demonstration, Selection(first, last), list(INDICATORS), norms=norms)
    ((number,),) = demonstration.rows(
        "select count(*) from counted_consultations where counted_on is not null"
    )
    for name, indicator in INDICATORS.items():
        own = [row for row in rows if row.indicator == name]
        assert len({row.consultation for row in own}) == len(own) == number
        assert {row.state for row in own} <= {"known", "unknown", "waiting", "no_case"}
        assert [row.value is not None for row in own] == [row.state == "known" for row in own]
        assert {row.state for row in own if row.lacking} <= {"unknown"}
        assert {row.out_of is not None for row in own if row.state == "known"} <= {
            indicator.measure == "total"
        }
