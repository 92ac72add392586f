"""What the effort raises to talk about, in a sentence."""

from collections.abc import Mapping

import pandas as pd

from data.queries.scale_bands import scale_bands
from evaluation.units import quantity
from language import N_, Sentence


def within_band_words(efforts: pd.DataFrame, norms: Mapping[str, float]) -> Sentence:
    """How many consultations took the hours that fit their planned scale, and how many took more or fewer.

    ``efforts`` as below.
    """
    known_efforts = efforts[efforts["scale"].notna() & efforts["hours_spent"].notna()]
    bands = scale_bands(norms)
    pairs = [
        (bands[scale], hours)
        for scale, hours in zip(known_efforts["scale"], known_efforts["hours_spent"], strict=True)
        if scale in bands
    ]
    if not pairs:
        return Sentence(N_("Of no consultation are both planned scale and hours known."))
    values = {
        "fitting": sum(band.fits(hours) for band, hours in pairs),
        "more": sum(band.is_above(hours) for band, hours in pairs),
        "fewer": sum(band.is_below(hours) for band, hours in pairs),
    }
    return Sentence(
        "{fitting} of {count} consultation with known hours kept within its scale; {more} took more, {fewer}"
        " fewer.",
        values,
        plural=(
            "{fitting} of {count} consultations with known hours kept within their scale; {more} took more,"
            " {fewer} fewer."
        ),
        count=len(pairs),
    )


def proportionality_question(efforts: pd.DataFrame, norms: Mapping[str, float]) -> Sentence:
    """What the effort raises to talk about: matters that took less or more than their planned scale calls
    for.

    ``efforts`` has a row a consultation with scale and hours_spent, missing where not known.
    """
    known_efforts = efforts[efforts["scale"].notna() & efforts["hours_spent"].notna()]
    bands = scale_bands(norms)
    if known_efforts.empty or not {"small", "large"} <= bands.keys():
        return Sentence(N_("The records do not say enough about hours and scale to raise a question."))
    hours, scale = known_efforts["hours_spent"], known_efforts["scale"]
    large, tiny = int((scale == "large").sum()), int((scale == "small").sum())
    little = int(hours[scale == "large"].map(bands["large"].is_below).sum())
    much = int(hours[scale == "small"].map(bands["small"].is_above).sum())
    of_large = _of_large(little, large, quantity(bands["large"].above or 0, "hours"))
    of_small = _of_small(much, tiny, quantity(bands["small"].up_to or 0, "hours"))
    if not large and not tiny:
        return Sentence(
            N_("Only medium matters have known hours, so there is no question of too little or too much.")
        )
    questions = {
        (True, True): N_("Did the large ones get what they called for, and were the small ones worth it?"),
        (True, False): N_("Did the large matters get what they called for?"),
        (False, True): N_("Was it worth it, or could it have been simpler?"),
        (False, False): N_("The effort followed the size of the matter: what made that possible?"),
    }
    sentences = [
        *([of_large] if large else []),
        *([of_small] if tiny else []),
        Sentence(questions[little > 0, much > 0]),
    ]
    return Sentence(
        " ".join(f"{{{place}}}" for place in ("first", "second", "third")[: len(sentences)]),
        dict(zip(("first", "second", "third"), sentences, strict=False)),
    )


def _of_large(little: int, count: int, hours: Sentence) -> Sentence:
    """How many large matters took so few hours that one asks whether they got what they called for."""
    values = {"little": little, "hours": hours}
    if little:
        return Sentence(
            "{little} of {count} large matter with known hours took {hours} or less, where more is expected.",
            values,
            plural=(
                "{little} of {count} large matters with known hours took {hours} or less, where more is"
                " expected."
            ),
            count=count,
        )
    return Sentence(
        "The {count} large matter with known hours took more than {hours}, as is expected.",
        values,
        plural="All {count} large matters with known hours took more than {hours}, as is expected.",
        count=count,
    )


def _of_small(much: int, count: int, hours: Sentence) -> Sentence:
    """How many small matters took so many hours that one asks whether they were worth it."""
    values = {"much": much, "hours": hours}
    if much:
        return Sentence(
            "{much} of {count} small matter with known hours took more than the {hours} that are expected.",
            values,
            plural=(
                "{much} of {count} small matters with known hours took more than the {hours} that are"
                " expected."
            ),
            count=count,
        )
    return Sentence(
        "The {count} small matter with known hours kept within the {hours} that are expected.",
        values,
        plural="All {count} small matters with known hours kept within the {hours} that are expected.",
        count=count,
    )
