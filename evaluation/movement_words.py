"""Under which principles more bodies rose than fell since the round before, and the other way, in
sentences.
"""

from collections.abc import Callable, Iterator, Sequence

from evaluation.findings import PrincipleFinding
from language import N_, Sentence

Findings = Sequence[PrincipleFinding]


def movement_words(findings: Findings) -> list[Sentence]:
    """The principles that rose, those that fell, and of which of them that is more than chance would bring
    about; that nothing can be compared, where no body rated both times.
    """
    if not any(each.change.paired for each in findings):
        return [Sentence(N_("No ratings can be compared with an earlier round."))]
    return list(_moves(findings))


def _moves(findings: Findings) -> Iterator[Sentence]:
    if risen := _numbers(findings, lambda each: each.change.up > each.change.down):
        yield Sentence(
            "Under principle {numbers} more rate higher than lower.",
            {"numbers": risen},
            plural="Under principles {numbers} more rate higher than lower.",
            count=len(risen),
        )
    if fallen := _numbers(findings, lambda each: each.change.up < each.change.down):
        yield Sentence(
            "Under principle {numbers} more rate lower than higher.",
            {"numbers": fallen},
            plural="Under principles {numbers} more rate lower than higher.",
            count=len(fallen),
        )
    if telling := _numbers(findings, lambda each: each.change.tells and each.change.up != each.change.down):
        yield Sentence(
            "Only under principle {numbers} is that more than chance would bring about.",
            {"numbers": telling},
            plural="Only under principles {numbers} is that more than chance would bring about.",
            count=len(telling),
        )
    elif risen or fallen:
        yield Sentence(N_("Chance alone could bring all of it about."))
    else:
        yield Sentence(N_("Under no principle did more move one way than the other."))


def _numbers(findings: Findings, holds: Callable[[PrincipleFinding], bool]) -> tuple[str, ...]:
    return tuple(str(each.principle) for each in findings if holds(each))
