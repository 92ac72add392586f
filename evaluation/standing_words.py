"""How many answered, what their answers stand on, and how far they agree, in sentences that the counts
carry.
"""

from collections.abc import Sequence

from evaluation.findings import Standing
from evaluation.scales import RATINGS
from language import N_, Sentence

MOSTLY = 2 / 3
"""Of those who rated it, more than this share on one step agree largely."""


def coverage_words(standing: Standing) -> Sentence:
    """How many of the expected bodies answered, and how many of those could not judge."""
    values = {"answered": standing.answered, "expected": standing.expected, "unable": standing.not_assessable}
    if standing.not_assessable:
        return Sentence(N_("{answered} of {expected} answered, {unable} of them could not judge"), values)
    return Sentence(N_("{answered} of {expected} answered"), values)


def strength_words(standing: Standing) -> Sentence:
    """What the answers stand on."""
    values = {
        "strong": standing.strong,
        "fair": standing.fair,
        "thin": standing.thin,
        "pointing": standing.with_evidence,
        "answered": standing.answered,
    }
    return Sentence(
        N_(
            "Basis: {strong} strong, {fair} fair, {thin} thin. {pointing} of {answered} point to a"
            " consultation."
        ),
        values,
    )


def agreement_words(standing: Standing) -> Sentence:
    """How far the bodies agree, in words that their counts carry: one body more or less moves the figure too
    much to show it.
    """
    rated, most = standing.assessable, max(standing.counts)
    steps = [step for step, number in enumerate(standing.counts, start=1) if number]
    if not rated:
        return Sentence(N_("Nobody has rated it."))
    if rated == 1:
        return Sentence(N_("Only one has rated it."))
    values = {
        "most": most,
        "rated": rated,
        "step": Sentence(RATINGS[standing.counts.index(most) + 1]),
        "low": Sentence(RATINGS[steps[0]]),
        "high": Sentence(RATINGS[steps[-1]]),
    }
    if len(steps) == 1:
        return Sentence(N_("All {rated} who rated it answered “{step}”."), values)
    if most > MOSTLY * rated:
        return Sentence(N_("They largely agree: {most} of {rated} answered “{step}”."), values)
    if len(camps(standing.counts)) == 2:
        (few, first), (many, second) = camps(standing.counts)
        return Sentence(
            N_("The answers gather in two camps, {few} at {first} and {many} at {second}."),
            {"few": few, "first": first, "many": many, "second": second},
        )
    if steps[-1] - steps[0] == 1:
        return Sentence(N_("The answers are divided between “{low}” and “{high}”."), values)
    return Sentence(N_("The answers are spread from “{low}” to “{high}”."), values)


def camps(counts: Sequence[int]) -> list[tuple[int, str]]:
    """The bodies by stretches of neighbouring steps that are used: how many, and which steps (``1–2``)."""
    used = [step for step, number in enumerate(counts, start=1) if number]
    stretches: list[list[int]] = []
    for step in used:
        if stretches and stretches[-1][-1] == step - 1:
            stretches[-1].append(step)
        else:
            stretches.append([step])
    return [
        (
            sum(counts[step - 1] for step in stretch),
            str(stretch[0]) if len(stretch) == 1 else f"{stretch[0]}–{stretch[-1]}",
        )
        for stretch in stretches
    ]
