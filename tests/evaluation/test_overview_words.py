"""The overview's title and the sentence under it: what they say follows the verdicts and the numbers."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from evaluation.findings import Confidence, Gap, PrincipleFinding, Reason, Verdict
from evaluation.overview_words import finding_title, key_sentence
from language import speak
from tests.support.findings import evaluation, finding


def judged(*verdicts: str) -> list[PrincipleFinding]:
    """Principles 1, 2, … with these verdicts."""
    return [
        replace(finding(number), verdict=Verdict(verdict, (), confidence=Confidence("high", ())))
        for number, verdict in enumerate(verdicts, start=1)
    ]


@pytest.mark.parametrize(
    ("verdicts", "english", "danish"),
    [
        (
            "followed partly contested followed not_followed",
            "Principles 1 and 4 are followed, 2 partly, 5 not, 3 is contested",
            "Princip 1 og 4 er fulgt, 2 delvist, 5 ikke, 3 har delt vurdering",
        ),
        (
            "partly partly partly partly not_followed",
            "Principles 1, 2, 3 and 4 are partly followed, 5 not",
            "Princip 1, 2, 3 og 4 er delvist fulgt, 5 ikke",
        ),
        (
            "insufficient insufficient insufficient contested insufficient",
            "Principle 4 is contested, 1, 2, 3 and 5 have an insufficient basis",
            "Princip 4 har delt vurdering, 1, 2, 3 og 5 har utilstrækkeligt grundlag",
        ),
        (
            "followed followed followed followed followed",
            "All five principles are followed",
            "Alle fem principper er fulgt",
        ),
        (
            "not_followed not_followed not_followed not_followed not_followed",
            "None of the five principles is followed",
            "Ingen af de fem principper er fulgt",
        ),
        (
            "insufficient insufficient insufficient insufficient insufficient",
            "There is not yet enough to judge any of the principles",
            "Der er endnu ikke grundlag for at vurdere nogen af principperne",
        ),
    ],
)
def test_the_title_names_the_principles_by_their_verdicts(verdicts: str, english: str, danish: str) -> None:
    """In the scale's order, the first in full; where all have one verdict, that alone."""
    title = finding_title(judged(*verdicts.split()))
    assert (speak("en").say(title), speak("da").say(title)) == (english, danish)


def sentence(changes: Mapping[int, Mapping[str, object]]) -> str:
    """The key sentence of a round of which these principles are changed, and no other says anything."""
    calm = [
        replace(
            each,
            gap=Gap(None, (4, 4), (3, 3)),
            verdict=Verdict("partly", (), confidence=Confidence("high", ())),
        )
        for each in evaluation().principles
    ]
    now = tuple(replace(each, **changes.get(each.principle, {})) for each in calm)  # type: ignore[arg-type]
    return speak("en").say(key_sentence(replace(evaluation(), principles=now)))


def contested(committee: int, centre: int) -> dict[str, object]:
    reason = Reason("median_gap", "all", 2, 2)
    return {
        "gap": Gap(None, (committee, committee), (centre, centre)),
        "verdict": Verdict("contested", (reason,), confidence=Confidence("high", ())),
    }


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "Committees and centres lie at most 1 step apart."),
        (
            {n: {"gap": Gap(None, (4, 4), (3, 4))} for n in range(1, 6)},
            "Committees and centres see what both have rated alike.",
        ),
        (
            {n: {"verdict": Verdict("insufficient", ())} for n in range(1, 6)},
            "Committees and centres can't be laid side by side yet.",
        ),
        (
            {2: {"verdict": Verdict("partly", (), confidence=Confidence("low", ("coverage",)))}},
            "The verdict on principle 2 is hard to rely on.",
        ),
        (
            {1: {"change": replace(finding(1).change, up=10, same=0, down=0, sign_test_p=0.002)}},
            "Principle 1 is rated higher than last time, more than chance would bring about.",
        ),
        (
            {
                3: {"change": replace(finding(1).change, up=0, same=0, down=10, sign_test_p=0.002)},
                4: {"contradiction": True},
            },
            "Under principle 4 facts or participants point the other way.",
        ),
        (
            {3: contested(2, 4), 4: {"contradiction": True}},
            "Committees and centres disagree about principle 3: the centres see it 2 steps higher.",
        ),
        (
            {3: contested(2, 4), 5: contested(5, 2)},
            "Committees and centres disagree about principle 5: the committees see it 3 steps higher.",
        ),
    ],
)
def test_the_sentence_is_the_first_that_holds(changes: Mapping[int, Mapping[str, object]], text: str) -> None:
    """The widest disagreement before a contradiction, that before a movement, that before low confidence."""
    assert sentence(changes) == text
