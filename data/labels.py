"""What the words of a column mean, as the screens call them."""

from collections.abc import Mapping, Sequence

from language import N_, Sentence

MEANINGS: Mapping[str, Mapping[str, str]] = {
    "kind": {"midterm": N_("Mid-term"), "endterm": N_("End-of-term")},
    "level": {"committee": N_("Committee"), "centre": N_("Centre")},
    "influence": {
        "inform": N_("Inform"),
        "hear": N_("Hear"),
        "involve": N_("Involve"),
        "collaborate": N_("Collaborate"),
        "empower": N_("Empower"),
    },
    "scale": {"small": N_("Small"), "medium": N_("Medium"), "large": N_("Large")},
    "effect": {
        "none": N_("No effect"),
        "minor": N_("Minor effect"),
        "substantial": N_("Substantial effect"),
        "unknown": N_("Effect not known"),
    },
    "plan_kind": {
        "municipal_plan": N_("Municipal plan"),
        "municipal_plan_minor": N_("Minor change of a municipal plan"),
        "local_plan": N_("Local plan"),
        "local_plan_minor": N_("Local plan of minor importance"),
    },
    "rating": {
        "1": N_("Not at all"),
        "2": N_("To a lesser degree"),
        "3": N_("To some degree"),
        "4": N_("To a high degree"),
        "5": N_("To a very high degree"),
    },
    "role": {
        "administrator": N_("administrator"),
        "secretary": N_("secretary"),
        "centre_manager": N_("centre manager"),
        "committee_secretary": N_("committee secretary"),
        "reader": N_("reader"),
    },
    "basis": {"strong": N_("Strong"), "fair": N_("Fair"), "thin": N_("Thin")},
    "status": {"planned": N_("planned"), "open": N_("open"), "closed": N_("closed")},
    "state": {
        "planned": N_("Planned"),
        "started": N_("Started"),
        "done": N_("Done"),
        "dropped": N_("Dropped"),
    },
    "principle": {
        "proportionality": N_("proportionality"),
        "meaningful": N_("meaningful and relevant"),
    },
    "verdict_override": {
        "followed": N_("Followed"),
        "partly": N_("Partly followed"),
        "not_followed": N_("Not followed"),
        "contested": N_("Contested"),
        "insufficient": N_("Insufficient basis"),
    },
}
GROUPS: Mapping[str, str] = {
    "citizens": N_("Citizens"),
    "businesses": N_("Businesses"),
    "boards": N_("Boards"),
    "councils": N_("Councils"),
    "associations": N_("Associations"),
    "young_people": N_("Young people"),
    "seniors": N_("Seniors"),
    "people_with_disabilities": N_("People with disabilities"),
    "parents": N_("Parents"),
    "users": N_("Users"),
    "landowners": N_("Landowners"),
    "newcomers": N_("Newcomers"),
    "volunteers": N_("Volunteers"),
    "experts": N_("Experts"),
}
"""Groups that have a name in both languages; others are shown as they are written."""


def explained(column: str, choices: Sequence[str]) -> tuple[object, ...]:
    """The permitted words of a column, each with what the screens call it, where they call it something."""
    meanings = MEANINGS.get(column, {})
    return tuple(
        (
            Sentence(N_("{word} ({meaning})"), {"word": word, "meaning": Sentence(meanings[word])})
            if word in meanings
            else word
        )
        for word in choices
    )
