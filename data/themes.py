"""One spelling a theme: incoming themes that differ from stored ones in capitals alone are those."""

from collections import Counter

import duckdb
import pandas as pd

from data.queries.read import sql
from data.schema import Table


def unify_themes(cursor: duckdb.DuckDBPyConnection, table: Table, cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with each theme as it is stored already, or as most of the new rows write it (the first in
    plain string order where two do); none twice in a row.

    A list that is stored just so stays, so that nothing that was said before is changed by taking it in
    again. Cells without themes come back as they are.
    """
    if table.name != "assessments" or "themes" not in cells:
        return cells
    stored_lists = {
        themes for (themes,) in cursor.execute("select distinct themes from exchange_assessments").fetchall()
    }
    new_lists = cells["themes"][cells["themes"].notna() & ~cells["themes"].isin(stored_lists)]
    if new_lists.empty:
        return cells
    spellings = _spellings_of(new_lists) | dict(cursor.execute(sql("theme_spellings")).fetchall())
    unified = new_lists.map(
        lambda themes: ";".join(sorted({spellings[theme.lower()] for theme in themes.split(";")}))
    )
    return cells.assign(themes=cells["themes"].where(~cells.index.isin(unified.index), unified))


def _spellings_of(lists: pd.Series) -> dict[str, str]:
    """How most of the lists write each theme, by the theme in small letters."""
    uses = Counter(theme for themes in lists for theme in set(themes.split(";")))
    rarest_first = sorted(uses.items(), key=lambda use: (-use[1], use[0]), reverse=True)
    return {theme.lower(): theme for theme, _ in rarest_first}
