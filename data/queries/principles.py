"""The principles' wording and titles through time, and the days on which a trend breaks."""

from datetime import date

from data.database import Store
from data.models import Break
from data.queries.read import split_keys, sql


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


def titles(store: Store, day: date) -> dict[int, tuple[str, str]]:
    """Each principle's Danish and English title as worded on a day, or as first worded where that was
    later.
    """
    rows = store.rows(sql("principle_titles"), day=day)
    return {principle: (danish, english) for principle, danish, english in rows}
