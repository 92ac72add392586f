"""What moved since the round before, and whether that says anything, in sentences."""

from collections.abc import Mapping

from evaluation.findings import Change
from language import N_, Sentence

NEARLY_ALL, HALF, NEGLIGIBLE = 0.9, 0.5, 0.147
"""Cliff's deltas: 0.9 means that at least nine of ten pairs lie one way, more than a half that most do; under
0.147 it is called negligible (Romano and others 2006).
"""


def change_words(change: Change, names: Mapping[str, Sentence | str]) -> Sentence:
    """How the paired bodies moved since the previous round, and whether that says anything. ``names``:
    rounds in words.
    """
    if change.previous_round is None:
        return Sentence(N_("There is no earlier round to compare with."))
    values = {
        "round": names.get(change.previous_round, change.previous_round),
        "up": change.up,
        "same": change.same,
        "down": change.down,
    }
    if not change.paired:
        return Sentence(N_("No committee or centre rated it both now and in {round}."), values)
    counts = Sentence(N_("{up} higher, {same} the same, {down} lower than in {round}"), values)
    return Sentence(N_("{counts}. {weight}"), {"counts": counts, "weight": weight_words(change)})


def delta_words(change: Change) -> Sentence | None:
    """How all ratings of this round lie against those of the round before, pair by pair; None where the sign
    test tells of nothing, or there is nothing to compare.

    Cliff's delta is how often a rating now is higher than one then, less how often it is lower; it says
    nothing of how much.
    """
    if change.cliffs_delta is None or not change.tells:
        return None
    size, is_higher = abs(change.cliffs_delta), change.cliffs_delta > 0
    if size >= NEARLY_ALL:
        higher = N_("Of all pairs of a rating now and one from last time, nearly all lie higher now.")
        lower = N_("Of all pairs of a rating now and one from last time, nearly all lie lower now.")
    elif size > HALF:
        higher = N_("Of all pairs of a rating now and one from last time, most lie higher now.")
        lower = N_("Of all pairs of a rating now and one from last time, most lie lower now.")
    elif size >= NEGLIGIBLE:
        higher = N_("Of all pairs of a rating now and one from last time, more lie higher now than lower.")
        lower = N_("Of all pairs of a rating now and one from last time, more lie lower now than higher.")
    else:
        higher = lower = N_("All ratings taken together lie about as high as last time.")
    return Sentence(higher if is_higher else lower)


def weight_words(change: Change) -> Sentence:
    """Whether the moves say more than chance; small numbers are said in words."""
    if change.up == change.down:
        return Sentence(N_("As many rose as fell.")) if change.up else Sentence(N_("Nobody moved."))
    if change.paired < change.pairs_min:
        return Sentence(
            "{count} answer is too few to conclude.",
            plural="{count} answers are too few to conclude.",
            count=change.paired,
        )
    if change.tells:
        return Sentence(N_("More than chance would bring about."))
    return Sentence(N_("Chance alone could bring this about."))
