"""Random norms, wordings, days off and lists of methods."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.support.scenarios.rows import Row, a_wording, row
from tests.support.scenarios.values import (
    DAYS_OFF,
    INDICATOR_NORMS,
    METHOD_LISTS,
    REFORM,
    RULES,
    STATUTORY,
    UNITS,
    a_day_off,
)


@st.composite
def norm_rows(draw: st.DrawFn, edges: list[date]) -> list[Row]:
    """Every rule from long ago, most indicators' norms too, each perhaps with another value from a later
    day.
    """
    rows = []
    for name, values in (RULES | INDICATOR_NORMS).items():
        early = name in RULES or draw(st.sampled_from((True, True, False)))
        dated = [(date(2010, 1, 1), draw(st.sampled_from(values)))] if early else []
        if draw(st.booleans()):
            dated.append((draw(st.sampled_from(edges)), draw(st.sampled_from(values))))
        rows += [
            row(norm=name, value=value, unit=UNITS.get(name, "share"), applies_from=day, source="Byrådet")
            for day, value in dated
        ]
    return rows + draw(statutory_rows(edges))


@st.composite
def statutory_rows(draw: st.DrawFn, edges: list[date]) -> list[Row]:
    """The law's periods: unknown, from long ago, changed by the reform or on another day, or only since
    then.
    """
    rows = []
    for name, (before, since) in STATUTORY.items():
        changed = draw(st.just(REFORM) | st.sampled_from(edges))
        days = ((date(2006, 1, 1), before), (changed, since))
        for place in draw(st.sampled_from(((0, 1), (0, 1), (0,), (1,), ()))):
            rows.append(
                row(norm=name, value=days[place][1], unit="days", applies_from=days[place][0], source="Loven")
            )
    return rows


@st.composite
def principle_rows(draw: st.DrawFn, edges: list[date]) -> list[Row]:
    """Five principles; the first may have been worded anew on a later day, or only be worded later than
    all rounds.
    """
    later = draw(st.sampled_from(edges))
    firsts = draw(st.sampled_from(((), (later, date(2010, 1, 1)), (date(2028, 1, 1), date(2027, 1, 1)))))
    dated = [(1, day) for day in firsts or (date(2010, 1, 1),)] + [
        (principle, date(2010, 1, 1)) for principle in (2, 3, 4, 5)
    ]
    return [a_wording(principle, day, f"Princip {principle} fra {day}") for principle, day in dated]


@st.composite
def day_off_rows(draw: st.DrawFn, edges: list[date]) -> list[Row]:
    """Those of a new register, for all years or some or none; and a few more, that overlap them or lie on a
    weekend.
    """
    missing = draw(st.sampled_from(((), (), (), tuple(DAYS_OFF), (2018, 2022, 2024), (2019, 2023, 2025))))
    rows = [off for year, of_year in DAYS_OFF.items() if year not in missing for off in of_year]
    for place in range(draw(st.sampled_from((0, 1, 3)))):
        starts_on = draw(st.sampled_from(edges))
        ends_on = starts_on + timedelta(days=draw(st.sampled_from((0, 1, 2, 9, 40))))
        rows.append(a_day_off(starts_on, ends_on, f"Lukkedag {place}"))
    return rows


def method_rows() -> st.SearchStrategy[list[Row]]:
    """A list of methods, or none."""
    return st.sampled_from(METHOD_LISTS)
