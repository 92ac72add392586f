"""What is said of the participants' answers, in both languages."""

from dataclasses import dataclass, replace

import pytest

from evaluation.experience_words import experience_in_short, experience_words, middle_words, pointing_words
from evaluation.fact_words import contradiction_in_short, contradiction_words
from evaluation.findings import Experience, Measurement, Verdict
from language import speak
from tests.support.findings import finding


@dataclass(frozen=True)
class Example:
    """Answers, and what is said of them in English and in Danish, at length and in short."""

    experience: Experience | None
    english: str
    danish: str
    short: str


EXAMPLES = [
    Example(None, "No participant was asked.", "Ingen deltagere er spurgt.", "not asked"),
    Example(
        Experience(1, (0, 0, 0, 0, 0), 2),
        "2 participants answered “don't know”, and nobody gave another answer.",
        "2 deltagere svarede ”ved ikke”, og ingen svarede andet.",
        "only “don't know”",
    ),
    Example(
        Experience(1, (0, 0, 1, 0, 0), 9),
        "Only 1 participant answered. That is too few to say anything.",
        "Kun 1 deltager svarede. Det er for få til at sige noget.",
        "1 answer, too few",
    ),
    Example(
        Experience(2, (0, 0, 1, 3, 0), 0),
        "Only 4 participants answered. That is too few to say anything.",
        "Kun 4 deltagere svarede. Det er for få til at sige noget.",
        "4 answers, too few",
    ),
    Example(
        Experience(1, (0, 0, 1, 4, 0), 0),
        "1 consultation asked its participants. 5 answered; the middle answer is “To a high degree” (4).",
        "1 inddragelse spurgte sine deltagere. 5 svarede; det midterste svar er ”I høj grad” (4).",
        "“To a high degree” (4), 5 answers",
    ),
    Example(
        Experience(9, (10, 20, 76, 86, 20), 14),
        "9 consultations asked their participants. 212 answered and 14 did not know; the middle answer is"
        " between “To some degree” and “To a high degree” (3–4).",
        "9 inddragelser spurgte deres deltagere. 212 svarede, og 14 vidste det ikke; det midterste svar er"
        " mellem ”I nogen grad” og ”I høj grad” (3–4).",
        "between “To some degree” and “To a high degree” (3–4), 212 answers",
    ),
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_participants_answered_is_said(example: Example) -> None:
    """How many, of how many consultations, and their middle answer; too few are said as such."""
    sentence, short = experience_words(example.experience), experience_in_short(example.experience)
    english, danish = speak("en"), speak("da")
    assert (english.say(sentence), danish.say(sentence), english.say(short)) == (
        example.english,
        example.danish,
        example.short,
    )


def test_a_middle_answer_alone_says_why_there_is_none() -> None:
    """Nobody asked, nobody who knew, and too few are three things."""
    sentences = (
        middle_words(each)
        for each in (
            None,
            Experience(1, (0, 0, 0, 0, 0), 2),
            Experience(1, (0, 0, 1, 3, 0), 0),
            Experience(1, (0, 0, 1, 4, 0), 0),
        )
    )
    assert [speak("en").say(each) for each in sentences] == [
        "not asked",
        "only “don't know”",
        "too few to say",
        "“To a high degree” (4)",
    ]


LOW, HIGH = Experience(2, (3, 6, 1, 0, 0), 1), Experience(2, (0, 0, 1, 6, 3), 1)
MISSED = Measurement("frame_published", 1, 4, 0, 0.25, "share", 0.9, False, 4)
MET = replace(MISSED, numerator=4, value=1.0, met=True)


@pytest.mark.parametrize(
    ("verdict", "experience", "indicators", "sentences"),
    [
        ("followed", HIGH, (MET,), []),
        ("insufficient", HIGH, (MET,), []),
        ("partly", None, (), []),
        ("partly", Experience(1, (0, 0, 0, 4, 0), 0), (), []),
        (
            "partly",
            LOW,
            (MET, MET, MISSED),
            [
                "The records point to “followed”: 2 of 3 facts with a norm meet it.",
                "The participants point to “not followed”: their middle answer is “To a lesser degree” (2).",
            ],
        ),
        (
            "contested",
            HIGH,
            (MISSED,),
            [
                "The records point to “not followed”: 1 of 1 fact with a norm misses it.",
                "The participants point to “followed”: their middle answer is “To a high degree” (4).",
            ],
        ),
        (
            "contested",
            Experience(1, (0, 3, 0, 3, 0), 0),
            (MET, MISSED),
            [
                "The records point neither way: 1 of 2 facts with a norm meet it.",
                (
                    "The participants point neither way: their middle answer is between “To a lesser degree”"
                    " and “To a high degree” (2–4)."
                ),
            ],
        ),
    ],
)
def test_which_way_the_others_point(
    verdict: str,
    experience: Experience | None,
    indicators: tuple[Measurement, ...],
    sentences: list[str],
) -> None:
    """Under partly and contested alone; what nothing is known of points nowhere."""
    changed = replace(finding(1), verdict=Verdict(verdict, ()), experience=experience, indicators=indicators)
    assert [speak("en").say(sentence) for sentence in pointing_words(changed)] == sentences


def test_participants_alone_contradict_a_verdict() -> None:
    """Then the facts are not named."""
    changed = replace(
        finding(1),
        indicators=(MET,),
        experience=LOW,
        contradiction=True,
        contradicted_by=("participants",),
    )
    sentences = [contradiction_words(changed), contradiction_in_short(changed)]
    assert [speak("da").say(sentence) for sentence in sentences if sentence] == [
        "Den samlede vurdering er ”Fulgt”, men deltagernes midterste svar er ”I mindre grad” (2).",
        "Deltagerne peger den anden vej: Deres midterste svar er ”I mindre grad” (2).",
    ]


def test_facts_and_participants_contradict_a_verdict() -> None:
    """Both are named, each with its own figures."""
    changed = replace(
        finding(1),
        indicators=(MISSED,),
        experience=LOW,
        contradiction=True,
        contradicted_by=("facts", "participants"),
    )
    sentences = [contradiction_words(changed), contradiction_in_short(changed)]
    assert [speak("en").say(sentence) for sentence in sentences if sentence] == [
        (
            "The verdict is “Followed”, but the only fact with a norm misses it: “Frame published by the"
            " start” (25%, norm: at least 90%). The participants speak against it too: their middle answer is"
            " “To a lesser degree” (2)."
        ),
        (
            "Records and participants point the other way: the only fact with a norm misses it, and the"
            " participants' middle answer is “To a lesser degree” (2)."
        ),
    ]


def test_a_round_frozen_before_is_contradicted_by_its_facts() -> None:
    """It does not say by whom; there were only the facts."""
    changed = replace(finding(1), indicators=(MISSED,), contradiction=True)
    sentence = contradiction_in_short(changed)
    assert (
        sentence
        and speak("en").say(sentence)
        == "The records point the other way: the only fact with a norm misses it."
    )
