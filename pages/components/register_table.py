"""The register as a table: which rows fit what is looked for, and its columns."""

import pandas as pd

from data.validation.consultations import DATE_ORDER
from evaluation.scales import EFFECTS, SCALES
from language import Words
from pages.components.filters import Filters, days


def matching(register: pd.DataFrame, filters: Filters, text: str, round_key: str | None) -> pd.DataFrame:
    """The rows that fit the page's filters, lie in the round where one is given, and hold every word of
    the text.
    """
    fits = pd.Series(True, index=register.index)
    for name in ("centre", "committee", "scale"):
        if value := getattr(filters, name):
            fits &= register[name] == value
    if filters.method:
        fits &= register["methods"].fillna("").str.split(";").map(lambda methods: filters.method in methods)
    if filters.period:
        first, last = days(filters.period)
        fits &= (
            register["end_on"].fillna(register["start_on"]).between(pd.Timestamp(first), pd.Timestamp(last))
        )
    if round_key:
        fits &= register["rounds"].fillna("").str.split(";").map(lambda keys: round_key in keys)
    texts = register[["title", "summary", "case_number"]].fillna("").agg(" ".join, axis=1).str.lower()
    for word in text.lower().split():
        fits &= texts.str.contains(word, regex=False)
    return register[fits]


def in_odd_order(register: pd.DataFrame) -> "pd.Series[bool]":
    """Which consultations have two dates in an order that can't be, such as an end before the start."""
    odd = pd.Series(False, index=register.index)
    for earlier, later in DATE_ORDER:
        odd |= register[earlier] > register[later]
    return odd


def in_words(filters: Filters, text: str, round_key: str | None, words: Words) -> str | None:
    """What is shown, as a chart says it; None where that is the whole round."""
    parts = [
        words("containing “{text}”", text=text) if text else "",
        filters.in_words(words) or "",
        "" if round_key else words("all periods"),
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
