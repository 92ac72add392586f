"""The principles' wording and titles through time, and the days on which a trend breaks."""

from collections.abc import Sequence
from datetime import date

from data.database import Store
from data.models import Break
from data.queries.read import JudgingDay, judging_values, split_keys, sql
from data.record_source import OWN, RecordSource, with_steps


def trend_breaks(store: Store, principle: int) -> list[Break]:
    """The days on which bodies took over from others, or the principle was worded anew after it was
    adopted; oldest first.
    """
    rows = store.rows(sql("trend_breaks"), principle=principle)
    return [Break(day, body, split_keys(predecessors)) for day, body, predecessors in rows]


def wording(store: Store, principle: int, day: date, language: str) -> tuple[str, str, str]:
    """Title, wording and source of a principle as it applied on a day."""
    side = "da" if language == "da" else "en"
    rows = store.rows(
        f"select title_{side}, wording_{side}, source from principles where principle = $principle"
        " order by applies_from <= $day desc, abs(applies_from - $day) limit 1",
        principle=principle,
        day=day,
    )
    title, text, source = rows[0]
    return title, text, source


def titles(store: RecordSource, day: date) -> dict[int, tuple[str, str]]:
    """Each principle's Danish and English title as worded on a day, or as first worded where that was
    later.
    """
    return titles_on(store, [(OWN, day)])[0]


def titles_on(source: RecordSource, days: Sequence[JudgingDay]) -> list[dict[int, tuple[str, str]]]:
    """The same of several municipalities, each on its day, in their order."""
    steps = with_steps(source, ("principles",), {"judging_days": sql("judging_days")})
    titles: list[dict[int, tuple[str, str]]] = [{} for _ in days]
    for place, principle, *both in source.rows(f"{steps} {sql('principle_titles')}", **judging_values(days)):
        titles[place][principle] = (both[0], both[1])
    return titles
