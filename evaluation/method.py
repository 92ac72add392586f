"""The method in words: the same rules as the code beside it, for the page that explains them."""

from collections.abc import Mapping
from dataclasses import dataclass

from language import N_


@dataclass(frozen=True)
class VerdictRule:
    """A rule in words; ``norms`` are the thresholds that its text names."""

    text: str
    norms: tuple[str, ...] = ()


VERDICT_RULES: Mapping[str, VerdictRule] = {
    "insufficient": VerdictRule(
        N_("At either level, fewer than {coverage_min} of the expected bodies gave a rating."),
        ("coverage_min",),
    ),
    "contested": VerdictRule(
        N_(
            "The nearest values of the two levels' medians lie {contested_gap} steps or more apart, or the"
            " agreement among all bodies is below {contested_agreement}."
        ),
        ("contested_gap", "contested_agreement"),
    ),
    "followed": VerdictRule(
        N_("The (lower) median of both levels is {followed_median} or more."), ("followed_median",)
    ),
    "not_followed": VerdictRule(
        N_("The (upper) median of both levels is {not_followed_median} or less."), ("not_followed_median",)
    ),
    "partly": VerdictRule(N_("None of the other rules holds.")),
}

COUNTING = (
    N_(
        "A body is expected to answer if it exists on the day the round opens. Before that day is set, the"
        " period's last day counts."
    ),
    N_(
        "Submitted assessments of the whole round by expected bodies count, each body once per principle."
        " Drafts, and assessments of a single consultation, do not."
    ),
    N_("“Cannot be judged” is an answer without a rating. It is neither low nor missing."),
    N_(
        "Ratings are steps in an order: they are counted and have a middle value, but are never averaged. An"
        " even number has two middle values."
    ),
    N_(
        "A consultation belongs to the round whose period holds its end date, or its start date while it has"
        " no end. Those not run by the municipality are left out."
    ),
    N_(
        "A fact that the records don't tell is unknown, never zero. Every fact says how many consultations it"
        " knows of how many. Dates in an impossible order are unknown too."
    ),
    N_(
        "A round is compared with the round held before it. A body is paired with itself, or with the bodies"
        " it took over from; a merged body counts once, as higher only if it rates above all of them."
    ),
    N_(
        "The records contradict a verdict where it is “followed” while most known facts miss their norm, or"
        " “not followed” while most meet it."
    ),
)

CLOSING = (
    N_(
        "A round that is closed is frozen: evaluation, answers and conclusions stay as they were, whatever is"
        " written afterwards. A checksum shows that nobody has changed them."
    ),
    N_(
        "What turns out to be wrong after that is corrected by an erratum with its date and reason, shown"
        " beside what was closed."
    ),
    N_(
        "A page of a closed round that is limited by filters counts the records as they stand today, and so"
        " do the trends by quarter, centre, committee, method and scale."
    ),
    N_(
        "What was decided at one round is carried to the next, which cannot close before each of it has an"
        " outcome."
    ),
)

STATISTICS = (
    N_(
        "Agreement A (van der Eijk 2001) runs from −1, split between the ends, over 0, spread evenly, to 1,"
        " unanimous. With few bodies one answer moves it much, so pages say it in words."
    ),
    N_(
        "Cliff's delta compares two sets of ratings: the share of pairs in which the first is higher, less"
        " the share in which it is lower (−1 to 1)."
    ),
    N_(
        "The sign test asks how likely a split between risers and fallers at least so uneven would be by"
        " chance alone (exact, two-sided). Above 5 per cent, the change is not called a movement."
    ),
    N_(
        "Krippendorff's alpha (ordinal) shows how far the bodies agree over all five principles; it cannot be"
        " computed where everyone gives one value."
    ),
)

LIMITS = (
    N_(
        "Ratings are judgements, by few bodies, of processes up to two years old. Read the words before the"
        " numbers."
    ),
    N_("Bodies are laid side by side to learn from, in the organisation's order. They are never ranked."),
    N_(
        "The facts rest on what is recorded. A gap in the records is a gap in the facts, not a fault of the"
        " consultation."
    ),
)
