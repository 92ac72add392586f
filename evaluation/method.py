"""The method in words: the same rules as the code beside it, for the page that explains them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from evaluation.findings import AGAINST
from evaluation.units import norm_quantity
from language import N_, Sentence


@dataclass(frozen=True)
class Rule:
    """A rule in words; ``norms`` are the thresholds that its text names in braces, each with its unit."""

    text: str
    norms: Mapping[str, str] = field(default_factory=dict)


VERDICT_RULES: Mapping[str, Rule] = {
    "insufficient": Rule(
        N_("At either level, fewer than {coverage_min} of those expected to answer gave a rating."),
        {"coverage_min": "share"},
    ),
    "contested": Rule(
        N_(
            "The two levels' middle answers lie {contested_gap} steps or more apart (where there"
            " are two, the nearest), or the agreement A is below {contested_agreement}: among all"
            " committees and centres, or within a level of which at least {agreement_level_min}"
            " rated."
        ),
        {"contested_gap": "steps", "contested_agreement": "agreement", "agreement_level_min": "bodies"},
    ),
    "followed": Rule(
        N_("The middle answer of both levels is {followed_median} or more; where there are two, the lower."),
        {"followed_median": "rating"},
    ),
    "not_followed": Rule(
        N_(
            "The middle answer of both levels is {not_followed_median} or less; where there are two,"
            " the upper."
        ),
        {"not_followed_median": "rating"},
    ),
    "partly": Rule(N_("None of the other rules holds.")),
}

BESIDE_THE_VERDICT = (
    Rule(
        N_(
            "Minority: against “followed” stand those who answered {against_followed}, against “not followed”"
            " those who answered {against_not_followed}; against the other verdicts nobody stands. It is"
            " reckoned against the verdict that stands, also where the secretary decided it."
        )
    ),
    Rule(
        N_(
            "A minority is marked where at least {minority_bodies} of both levels together stand against the"
            " verdict, or at least {minority_share} of those of one level that rated."
        ),
        {"minority_bodies": "bodies", "minority_share": "share"},
    ),
    Rule(
        N_(
            "Confidence begins high. It falls a step for each of these that holds, to moderate"
            " and then to low: under {confidence_coverage} of those expected to answer at a level"
            " rated; at least {confidence_thin} of all ratings rest on a thin basis; under"
            " {confidence_evidence} of all ratings point to a consultation; the agreement A"
            " within a level, small ones too, is below {confidence_agreement}, or a minority is"
            " marked."
        ),
        {
            "confidence_coverage": "share",
            "confidence_thin": "share",
            "confidence_evidence": "share",
            "confidence_agreement": "agreement",
        },
    ),
    Rule(
        N_(
            "Confidence and minority stand beside the verdict and never change it. A basis that is not stated"
            " does not count as thin. Where the rules find the basis insufficient, no confidence is stated."
        )
    ),
)

COUNTING = (
    Rule(
        N_(
            "A committee or centre is expected to answer if it exists on the day the round opens."
            " Before that day is set, the period's last day counts."
        )
    ),
    Rule(
        N_(
            "Submitted assessments of the whole round count, each committee and centre that is"
            " expected to answer once per principle. Drafts, and assessments of a single"
            " consultation, do not."
        )
    ),
    Rule(N_("“Cannot be judged” is an answer without a rating. It is neither low nor missing.")),
    Rule(
        N_(
            "Ratings are steps in an order: they are counted and have a middle value, but are never averaged."
            " An even number has two middle values."
        )
    ),
    Rule(
        N_(
            "A consultation belongs to the round whose period holds its end date, or its start date while it"
            " has no end. Those not run by the municipality are left out."
        )
    ),
    Rule(
        N_(
            "A fact that the records don't tell is unknown, never zero. Every fact says how many"
            " consultations it knows of how many. Dates in an impossible order are unknown too."
        )
    ),
    Rule(
        N_(
            "A round is compared with the round held before it. A committee or centre is paired"
            " with itself, or with those it took over from; a merged one counts once, as higher"
            " only if it rates above all of them."
        )
    ),
    Rule(
        N_(
            "The records contradict a verdict where it is “followed” while more than {contradiction_share} of"
            " the facts that are judged miss their norm, or “not followed” while more than that meet it. The"
            " participants contradict it where both their middle values are {against_followed} under"
            " “followed”, or {against_not_followed} under “not followed”. The verdict that stands is tested."
        ),
        {"contradiction_share": "share"},
    ),
    Rule(
        N_(
            "What participants answered is a third voice beside committees and centres, kept as counts alone."
            " It never enters a verdict, a confidence or a minority. The answers belong to their"
            " consultation's round; those of other days and other sources are summed."
        )
    ),
    Rule(
        N_(
            "Fewer than {experience_min} from participants have counts but no middle value, and contradict"
            " nothing. “Don't know” is counted beside the answers. Where nobody was asked, nothing is said."
        ),
        {"experience_min": "answers"},
    ),
    Rule(
        N_(
            "Values are held against norms exactly, as fractions and whole numbers, never rounded. A share is"
            " shown with the decimals that it takes to tell it from its norm."
        )
    ),
)

FACTS = (
    Rule(
        N_(
            "What is recorded counts, whenever it happened. What has not happened is judged by the day the"
            " round opens, so that what the committees saw is what is frozen. No clock enters."
        )
    ),
    Rule(
        N_(
            "A consultation whose decision can still come waits: it neither meets nor misses a norm. More"
            " than {decision_days_max} after its end, a decision that is not there is late, and no other fact"
            " about decided consultations speaks to it. A start is too early when more than {lead_days_max}"
            " pass without a decision."
        ),
        {"decision_days_max": "days", "lead_days_max": "days"},
    ),
    Rule(
        N_(
            "Feedback to participants waits until {feedback_days} after the decision, and then counts as not"
            " given."
        ),
        {"feedback_days": "days"},
    ),
    Rule(
        N_(
            "Where more consultations wait than are known, the value is shown but not judged. A consultation"
            " from which no decision is expected is no case of any fact about decisions."
        )
    ),
    Rule(
        N_(
            "Without a date of feedback, of contributions laid before the committee or of clarification, a"
            " consultation counts as one where it did not happen, unless none has such a date: then all are"
            " unknown."
        )
    ),
    Rule(
        N_(
            "A centre that has at least {not_recorded_min} and has recorded nothing of a kind in any of them"
            " is named beside the fact, so that silence is not the best score. The value stays as it is."
        ),
        {"not_recorded_min": "cases"},
    ),
    Rule(
        N_(
            "The time to respond is measured only where there is a period to respond in: where one of the"
            " methods has one, such as a hearing or a survey, or a kind of plan or a statutory period is"
            " recorded. It must be the statutory period or longer, or {window_default_days} where the law"
            " sets none. Without a method it is unknown."
        ),
        {"window_default_days": "days"},
    ),
    Rule(
        N_(
            "A plan's statutory hearing lies after its proposal by law. It counts as asked before the"
            " proposal where another consultation of the same case had ended by then, and is left out"
            " otherwise."
        )
    ),
    Rule(
        N_(
            "Days off are public holidays and the dated days of a list that the municipality keeps, weekdays"
            " alone. A period to respond in loses too much where more than {holiday_window_max} of its"
            " weekdays are days off. In years that the list does not hold it is unknown."
        ),
        {"holiday_window_max": "share"},
    ),
    Rule(
        N_(
            "On its own page a consultation is held against the norms by itself, each fact with its reason,"
            " as its round counts it. A fact that can't be told leads to the field that lacks, there and"
            " under Missing facts."
        )
    ),
)

CLOSING = (
    Rule(
        N_(
            "A round that is closed is frozen: evaluation, answers and conclusions stay as they were,"
            " whatever is written afterwards. A checksum shows that nobody has changed them."
        )
    ),
    Rule(
        N_(
            "A round keeps the judging rules it was closed under and says which they were. What those rules"
            " did not work out is said as not worked out."
        )
    ),
    Rule(
        N_(
            "A consultation that ends after the closing belongs to the round whose period begins next, or"
            " waits for one. Both rounds say so, and none counts twice."
        )
    ),
    Rule(
        N_(
            "What turns out to be wrong after that is corrected by an erratum with its date and reason, shown"
            " beside what was closed. One that turns out to be wrong itself is corrected by a further one;"
            " both stay, and the newest holds."
        )
    ),
    Rule(
        N_(
            "A page of a closed round that is limited by filters counts the records as they stand today, and"
            " so do the trends by quarter, centre, committee, method and scale."
        )
    ),
    Rule(
        N_(
            "What was decided at one round is carried to the next, which cannot close before each of it has"
            " an outcome."
        )
    ),
)

STATISTICS = (
    Rule(
        N_(
            "Agreement A (van der Eijk 2001) runs from −1, split between the ends, over 0, spread"
            " evenly, to 1, unanimous. With few answers each one moves it much, so pages say it"
            " in words."
        )
    ),
    Rule(
        N_(
            "Cliff's delta compares two sets of ratings: the share of pairs in which the first is higher,"
            " less the share in which it is lower (−1 to 1)."
        )
    ),
    Rule(
        N_(
            "The sign test asks how likely a split between risers and fallers at least so uneven would be by"
            " chance alone (exact, two-sided). A change is called more than chance only under {change_p}, and"
            " only with at least {change_pairs} that can be compared."
        ),
        {"change_p": "share", "change_pairs": "bodies"},
    ),
    Rule(
        N_(
            "Krippendorff's alpha (ordinal) shows how far committees and centres agree over all"
            " five principles; it cannot be computed where everyone gives one value."
        )
    ),
)

LIMITS = (
    Rule(
        N_(
            "Ratings are judgements, by few committees and centres, of processes up to two years"
            " old. Read the words before the numbers."
        )
    ),
    Rule(
        N_(
            "The participants who answer are those who took part, were asked and chose to answer. They do not"
            " speak for all citizens and businesses."
        )
    ),
    Rule(
        N_(
            "Committees and centres are laid side by side to learn from, in the organisation's order."
            " They are never ranked."
        )
    ),
    Rule(
        N_(
            "The facts rest on what is recorded. A gap in the records is a gap in the facts, not a fault of"
            " the consultation."
        )
    ),
)


SECTIONS = (
    (N_("Beside the verdict: confidence and minority"), BESIDE_THE_VERDICT),
    (N_("What counts"), COUNTING),
    (N_("When a fact is known, late or waiting"), FACTS),
    (N_("What stays when a round is closed"), CLOSING),
    (N_("What this can't show"), LIMITS),
    (N_("Figures behind the words"), STATISTICS),
)
"""All rules but those of a verdict, each under its heading; statistics come last."""


def rule_words(rule: Rule, norms: Mapping[str, float]) -> Sentence:
    """A rule with the norms in force; a dash for one that has no value."""
    amounts: dict[str, object] = {
        name: norm_quantity(norms[name], unit) if name in norms else "–" for name, unit in rule.norms.items()
    }
    against = {f"against_{verdict}": _span(steps) for verdict, steps in AGAINST.items()}
    return Sentence(rule.text, against | amounts)


def _span(steps: Iterable[int]) -> str:
    first, *_, last = steps
    return f"{first}–{last}"
