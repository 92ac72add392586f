"""Names that differ in capitals alone are one: written as they were first."""

from collections.abc import Collection

import pandas as pd

GROUPS = "consultation_groups"
BUSINESSES = "businesses"
"""The group that is counted by its name."""


def in_one_spelling(cells: pd.DataFrame, stored_groups: Collection[tuple[str, str]]) -> pd.DataFrame:
    """The rows of groups, each group of a consultation as it is stored (``stored_groups`` are pairs of both),
    or else as the file writes it first.
    """
    spellings = {(consultation, group.casefold()): group for consultation, group in stored_groups}
    groups = []
    for consultation, group in zip(cells["consultation"], cells["group"], strict=True):
        if group is None or consultation is None or (consultation, group) in stored_groups:
            groups.append(group)
        elif group.casefold() == BUSINESSES:
            groups.append(BUSINESSES)
        else:
            groups.append(spellings.setdefault((consultation, group.casefold()), group))
    return cells.assign(group=pd.Series(groups, index=cells.index, dtype=object))
