"""The register as a table for a file, and what is shown of it in words."""

import pandas as pd

from evaluation.scales import EFFECTS, SCALES
from language import Words
from pages.components.register_list import View


def in_words(view: View, pages: tuple[int, int], words: Words) -> str | None:
    """What is shown, as a chart says it; None where that is the whole round. ``pages`` are the one shown and
    the last.
    """
    page, last = pages
    parts = [
        words("containing “{text}”", text=view.text) if view.text else "",
        view.filters.in_words(words) or "",
        "" if view.round_key else words("all periods"),
        words("page {page} of {last}", page=page, last=last) if last > 1 else "",
    ]
    return " · ".join(part for part in parts if part) or None


def table_of(consultations: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The columns that the register shows, with headers and choices in words."""
    return pd.DataFrame(
        {
            words("Title"): consultations["title"],
            words("Started"): consultations["start_on"],
            words("Ended"): consultations["end_on"],
            words("Centre"): consultations["centre_name"],
            words("Committee"): consultations["committee_name"],
            words("Scale"): consultations["scale"].map(lambda key: words(SCALES[key]), na_action="ignore"),
            words("Effect"): consultations["effect"].map(lambda key: words(EFFECTS[key]), na_action="ignore"),
            words("Contributions"): consultations["contributions"],
            words("Case number"): consultations["case_number"],
        }
    )
