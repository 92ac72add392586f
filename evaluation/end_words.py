"""When a consultation ended, where it is recorded that it does not."""

from language import N_, Sentence

WITHOUT_END = N_("Goes on without an end")


def without_end_words(end_on: object, *, no_end: bool) -> Sentence | None:
    """What stands in place of the day on which a consultation ended, where it goes on without an end; None
    where it has a day, or nobody has recorded either.
    """
    return Sentence(WITHOUT_END) if no_end and not end_on else None
