"""The register as a table: its filters, in words and on rows, and its columns."""

from dataclasses import dataclass

import pandas as pd

from evaluation.scales import SCALES
from language import N_, Words

INFLUENCES = {
    "inform": N_("Inform"),
    "hear": N_("Hear"),
    "involve": N_("Involve"),
    "collaborate": N_("Collaborate"),
    "empower": N_("Empower"),
}
EFFECTS = {
    "none": N_("No effect"),
    "minor": N_("Minor effect"),
    "substantial": N_("Substantial effect"),
    "unknown": N_("Effect not known"),
}
GROUPS = {
    "citizens": N_("Citizens"), "businesses": N_("Businesses"), "boards": N_("Boards"), "councils": N_("Councils"),
    "associations": N_("Associations"), "young_people": N_("Young people"), "seniors": N_("Seniors"),
    "people_with_disabilities": N_("People with disabilities"), "parents": N_("Parents"), "users": N_("Users"),
    "landowners": N_("Landowners"), "newcomers": N_("Newcomers"), "volunteers": N_("Volunteers"), "experts": N_("Experts"),
}  # fmt: skip


@dataclass(frozen=True)
class Filters:
    """What is looked for; an empty tuple or text means everything."""

    text: str
    round: str | None
    bodies: tuple[str, ...]
    scales: tuple[str, ...]
    influences: tuple[str, ...]

    def of(self, register: pd.DataFrame) -> pd.DataFrame:
        """The rows that fit all filters; every word of the text must occur."""
        fits = pd.Series(True, index=register.index)
        if self.round:
            fits &= register["rounds"].fillna("").str.split(";").map(lambda keys: self.round in keys)
        if self.bodies:
            fits &= register["centre"].isin(self.bodies) | register["committee"].isin(self.bodies)
        if self.scales:
            fits &= register["scale"].isin(self.scales)
        if self.influences:
            fits &= register["influence"].isin(self.influences)
        searched = register[["title", "summary", "case_number"]].fillna("").agg(" ".join, axis=1).str.lower()
        for word in self.text.lower().split():
            fits &= searched.str.contains(word, regex=False)
        return register[fits]

    def in_words(self, names: dict[str, str], words: Words) -> str | None:
        """The filters as a chart says them, or None where all is shown."""
        parts = [
            words("containing “{text}”", text=self.text) if self.text else "",
            ", ".join(names[key] for key in self.bodies),
            ", ".join(words(SCALES[key]) for key in self.scales),
            ", ".join(words(INFLUENCES[key]) for key in self.influences),
            "" if self.round else words("all periods"),
        ]
        return " · ".join(part for part in parts if part) or None


def table_of(found: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The columns that the register shows, with headers and choices in words."""
    return pd.DataFrame(
        {
            words("Title"): found["title"],
            words("Started"): found["start_on"],
            words("Ended"): found["end_on"],
            words("Centre"): found["centre_name"],
            words("Committee"): found["committee_name"],
            words("Scale"): found["scale"].map(lambda key: words(SCALES[key]), na_action="ignore"),
            words("Effect"): found["effect"].map(lambda key: words(EFFECTS[key]), na_action="ignore"),
            words("Contributions"): found["contributions"],
            words("Case number"): found["case_number"],
        }
    )
