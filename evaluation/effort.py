"""What the hours that consultations took say of their planned scale, and whether they raise a question."""

from collections.abc import Mapping

import pandas as pd

from data.queries.scale_bands import scale_bands
from evaluation.units import quantity
from language import N_, Sentence


def known_efforts(efforts: pd.DataFrame) -> pd.DataFrame:
    """The consultations of which both planned scale and spent hours are known; that one took no hours at all
    is known too.

    ``efforts`` has a row a consultation with scale and hours_spent, missing where not known.
    """
    return efforts[efforts["scale"].notna() & efforts["hours_spent"].notna()]


def effort_sentences(efforts: pd.DataFrame, norms: Mapping[str, float]) -> list[Sentence]:
    """What a document says of the hours: how many kept within their scale, and what that raises to talk
    about; each left out where the records or the norms don't tell. ``efforts`` as above.
    """
    has_pairs = known_efforts(efforts)["scale"].isin(scale_bands(norms)).any()
    question = raised_question(efforts, norms)
    return [
        *([within_band_words(efforts, norms)] if has_pairs else []),
        *([question] if question else []),
    ]


def within_band_words(efforts: pd.DataFrame, norms: Mapping[str, float]) -> Sentence:
    """How many consultations took the hours that fit their planned scale, and how many took more or fewer.

    ``efforts`` as above.
    """
    known_rows, bands = known_efforts(efforts), scale_bands(norms)
    pairs = [
        (bands[scale], hours)
        for scale, hours in zip(known_rows["scale"], known_rows["hours_spent"], strict=True)
        if scale in bands
    ]
    if not pairs and len(known_rows):
        return Sentence(N_("The norms say of no consultation with known hours how many its scale calls for."))
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
    for, or why nothing is raised. ``efforts`` as above.
    """
    if question := raised_question(efforts, norms):
        return question
    if known_efforts(efforts).empty or not _tells_apart(norms):
        return Sentence(N_("The records do not say enough about hours and scale to raise a question."))
    return Sentence(
        N_("Only medium matters have known hours, so there is no question of too little or too much.")
    )


def raised_question(efforts: pd.DataFrame, norms: Mapping[str, float]) -> Sentence | None:
    """The same; None where nothing is raised, since no large or small matter has its hours known, or the
    norms don't say how many they call for.
    """
    known_rows, bands = known_efforts(efforts), scale_bands(norms)
    hours, scale = known_rows["hours_spent"], known_rows["scale"]
    large, tiny = int((scale == "large").sum()), int((scale == "small").sum())
    if not _tells_apart(norms) or not large + tiny:
        return None
    little = int(hours[scale == "large"].map(bands["large"].is_below).sum())
    much = int(hours[scale == "small"].map(bands["small"].is_above).sum())
    of_large = _of_large(little, large, quantity(bands["large"].above or 0, "hours"))
    of_small = _of_small(much, tiny, quantity(bands["small"].up_to or 0, "hours"))
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


def _tells_apart(norms: Mapping[str, float]) -> bool:
    """Whether the norms say what is too little for a large matter, and too much for a small one."""
    return {"small", "large"} <= scale_bands(norms).keys()


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
