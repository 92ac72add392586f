"""What records and participants say beside the bodies, for a paragraph: each fact by its name, rather than
how many there are.
"""

from collections.abc import Iterator

from evaluation.experience_words import UNDECIDED, experience_words
from evaluation.fact_words import contradiction_words, fact_words, voices_against
from evaluation.findings import PrincipleFinding
from language import N_, Sentence


def other_voices(finding: PrincipleFinding) -> list[Sentence]:
    """What contradicts the verdict first; then which facts meet their norm and which don't, and what
    participants answered, each unless the contradiction says it already.
    """
    against = voices_against(finding) if finding.contradiction else ()
    contradiction = contradiction_words(finding)
    return [
        *([contradiction] if contradiction else []),
        *([] if "facts" in against else [_facts(finding)]),
        *([] if "participants" in against else _participants(finding)),
    ]


def _facts(finding: PrincipleFinding) -> Sentence:
    met, missed = (
        tuple(fact_words(fact) for fact in finding.indicators if fact.met is is_met)
        for is_met in (True, False)
    )
    values = {"met": met, "missed": missed}
    if met and missed:
        return Sentence(N_("The records meet the norm for {met}, but not for {missed}."), values)
    if met:
        return Sentence(N_("The records meet the norm for {met}."), values)
    if missed:
        return Sentence(N_("The records don't meet the norm for {missed}."), values)
    return Sentence(N_("The records do not say whether the norms are met."))


def _participants(finding: PrincipleFinding) -> Iterator[Sentence]:
    """What they answered, and under *partly* and *contested* which way that points."""
    experience = finding.experience
    yield experience_words(experience)
    if experience and experience.median and finding.verdict.final in UNDECIDED:
        if experience.speaks_against("not_followed"):
            yield Sentence(N_("That points to “followed”."))
        elif experience.speaks_against("followed"):
            yield Sentence(N_("That points to “not followed”."))
