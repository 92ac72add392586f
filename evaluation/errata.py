"""The errata of a round as they are read: one that was corrected stands beside the one that corrects it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.models import Erratum
from evaluation.scales import ROWS
from language import N_, Sentence, local_day


@dataclass(frozen=True)
class ErratumThread:
    """The erratum that holds, and those that it has corrected, by itself or one another, the newest first."""

    newest: Erratum
    corrected: tuple[Erratum, ...] = ()

    def is_about(self, *, row: str | None = None, body: str | None = None) -> bool:
        """Whether any of them speaks of a row (a principle or proportionality), as one of the whole round
        does, and names a body; None asks nothing.
        """
        return any(
            (row is None or each.principle in (None, row)) and (body is None or each.body == body)
            for each in (self.newest, *self.corrected)
        )


def erratum_head(erratum: Erratum, names: Mapping[str, str]) -> Sentence:
    """``Erratum of 10 December 2025 about principle 4, Plan Committee, by Ida``; ``names`` are the
    bodies'.
    """
    row = (
        Sentence(ROWS[erratum.principle], {"number": erratum.principle})
        if erratum.principle
        else Sentence(N_("the whole round"))
    )
    body = names.get(erratum.body, erratum.body) if erratum.body else None
    values = {"day": local_day(erratum.noted_at), "row": row, "body": body, "who": erratum.who}
    text = "{row}, {body}" if body else "{row}"
    what = Sentence(text, values)
    return Sentence(N_("Erratum of {day} about {what}, by {who}"), {**values, "what": what})


def threads(errata: Sequence[Erratum]) -> tuple[ErratumThread, ...]:
    """The errata of a round, each with those that follow from one another; the oldest first, by its first
    erratum. Where several correct the same one, the newest holds.
    """
    by_key = {each.erratum: each for each in errata}
    by_root: dict[str, list[Erratum]] = {}
    for each in errata:
        by_root.setdefault(_root(each, by_key).erratum, []).append(each)
    return tuple(_thread(each) for each in by_root.values())


def _root(erratum: Erratum, by_key: dict[str, Erratum]) -> Erratum:
    while erratum.corrects in by_key:
        erratum = by_key[erratum.corrects]
    return erratum


def _thread(errata: Iterable[Erratum]) -> ErratumThread:
    newest, *others = sorted(errata, key=lambda each: (each.noted_at, each.erratum), reverse=True)
    return ErratumThread(newest, tuple(others))
