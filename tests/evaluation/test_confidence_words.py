"""Confidence, minority, waiting and not recorded in words: each sentence says the counts it rests on, in both
languages.
"""

from dataclasses import dataclass, replace

import pytest

from evaluation import confidence_words
from evaluation.confidence import minority_against
from evaluation.findings import Confidence, Measurement, Standing, Verdict
from evaluation.verdict import RULES
from language import Sentence, speak
from tests.support.findings import evaluation, finding

NORMS = {
    "confidence_coverage": 0.75,
    "confidence_thin": 0.5,
    "confidence_evidence": 0.5,
    "confidence_agreement": 0.3,
    "minority_bodies": 3,
    "minority_share": 0.33,
}
Counts = tuple[int, int, int, int, int]
AGREED = Standing(7, 7, 0, (0, 0, 0, 7, 0), rated_with_evidence=7)
SPLIT = Standing(7, 7, 0, (0, 3, 0, 4, 0), rated_with_evidence=7)


def in_both(sentence: Sentence | None) -> tuple[str, str] | None:
    """The sentence in English and in Danish, its hard spaces as plain ones."""
    if sentence is None:
        return None
    english, danish = (speak(code).say(sentence).replace("\u00a0", " ") for code in ("en", "da"))
    return english, danish


def judged(verdict: str, confidence: Confidence, committee: Standing, centre: Standing) -> tuple[str, ...]:
    """Confidence and minority of a principle whose levels answered so, in English and Danish."""
    beside = replace(
        Verdict(verdict, ()),
        confidence=confidence,
        minority=minority_against(verdict, committee, centre, NORMS),
    )
    principle = replace(finding(1), committee=committee, centre=centre, verdict=beside)
    sentences = (
        confidence_words.confidence_words(principle, NORMS),
        confidence_words.minority_words(principle),
    )
    return tuple(text for sentence in sentences for text in in_both(sentence) or ())


@dataclass(frozen=True)
class Example:
    """A verdict with its confidence and both levels' answers, and what is said of it."""

    why: str
    verdict: str
    confidence: Confidence
    levels: tuple[Standing, Standing]
    sentences: tuple[str, ...]


TABLE = [
    Example(
        "Nothing lowers it, and nobody stands against it.",
        "followed",
        Confidence("high", ()),
        (AGREED, AGREED),
        ("Confidence: high", "Sikkerhed: høj"),
    ),
    Example(
        "Only the level that lacks answers is named.",
        "followed",
        Confidence("moderate", ("coverage",)),
        (replace(AGREED, counts=(0, 0, 0, 4, 0)), AGREED),
        (
            "Confidence: moderate, because 4 of 7 committees gave a rating (under 75%)",
            "Sikkerhed: moderat, fordi 4 af 7 udvalg har vurderet (under 75 %)",
        ),
    ),
    Example(
        "Both levels lack answers; thin basis and evidence count over both.",
        "partly",
        Confidence("low", ("coverage", "thin_basis", "evidence")),
        (
            Standing(7, 4, 0, (0, 0, 4, 0, 0), thin_counts=(0, 0, 4, 0, 0)),
            Standing(6, 4, 0, (0, 0, 4, 0, 0), rated_with_evidence=1),
        ),
        (
            (
                "Confidence: low, because 4 of 7 committees gave a rating (under 75%), 4 of 6 centres gave a"
                " rating (under 75%), 4 of 8 ratings rest on a thin basis (from 50%) and 1 of 8 ratings point"
                " to a consultation (under 50%)"
            ),
            (
                "Sikkerhed: lav, fordi 4 af 7 udvalg har vurderet (under 75 %), 4 af 6 centre har vurderet"
                " (under 75 %), 4 af 8 vurderinger hviler på et spinkelt grundlag (fra 50 %) og 1 af 8"
                " vurderinger peger på en inddragelse (under 50 %)"
            ),
        ),
    ),
    Example(
        "A marked minority lowers the confidence, and so does the split within its level.",
        "followed",
        Confidence("moderate", ("agreement",)),
        (SPLIT, AGREED),
        (
            (
                "Confidence: moderate, because a minority stands against it and the committees agree less"
                " than the limit asks"
            ),
            (
                "Sikkerhed: moderat, fordi et mindretal står imod og udvalgene er mindre enige, end grænsen"
                " kræver"
            ),
            "Minority: 3 of 7 committees answer 1–2",
            "Mindretal: 3 af 7 udvalg svarer 1–2",
        ),
    ),
    Example(
        "Both levels are split: told once; against “partly” nobody stands.",
        "partly",
        Confidence("moderate", ("agreement",)),
        (SPLIT, SPLIT),
        (
            "Confidence: moderate, because committees and centres each agree less than the limit asks",
            (
                "Sikkerhed: moderat, fordi udvalgene og centrene hver for sig er mindre enige, end grænsen"
                " kræver"
            ),
        ),
    ),
    Example(
        "Against “not followed” stand those at 4 and 5; one of each level is too few to be marked.",
        "not_followed",
        Confidence("high", ()),
        (
            Standing(7, 7, 0, (0, 6, 0, 1, 0)),
            Standing(4, 4, 0, (3, 0, 0, 0, 1)),
        ),
        (
            "Confidence: high",
            "Sikkerhed: høj",
            "Against the verdict: 1 of 7 committees and 1 of 4 centres answer 4–5",
            "Imod den samlede vurdering: 1 af 7 udvalg og 1 af 4 centre svarer 4–5",
        ),
    ),
    Example(
        "An insufficient basis says so itself: there is no confidence.",
        "insufficient",
        Confidence(None, ()),
        (Standing(7, 0, 0, (0, 0, 0, 0, 0)), AGREED),
        (),
    ),
]


@pytest.mark.parametrize("example", TABLE, ids=lambda example: example.why)
def test_what_is_said_beside_a_verdict(example: Example) -> None:
    """Grade, reasons with their counts and limits, and who stands against it."""
    assert judged(example.verdict, example.confidence, *example.levels) == example.sentences


def test_an_override_on_an_insufficient_basis_has_no_confidence() -> None:
    """The secretary's verdict stands, and it is said why no grade stands beside it."""
    overridden = Verdict("insufficient", (), "followed", "Fordi.", confidence=Confidence(None, ()))
    assert in_both(confidence_words.grade_words(overridden)) == (
        "Confidence: not stated, for the basis is insufficient",
        "Sikkerhed: opgøres ikke, for grundlaget er utilstrækkeligt",
    )


def test_a_round_frozen_before_says_that_it_was_not_worked_out() -> None:
    """Neither high nor low, and no minority of nobody."""
    older = replace(finding(1), verdict=Verdict("followed", ()))
    assert in_both(confidence_words.confidence_words(older, {})) == (
        "Confidence and minority: not worked out when this round closed",
        "Sikkerhed og mindretal: ikke opgjort, da runden blev lukket",
    )
    assert confidence_words.minority_words(older) is None
    assert [str(mark) for mark in confidence_words.short_marks(older.verdict)] == [
        "confidence not worked out"
    ]


def fact(known: int, waiting: int | None, **kind: object) -> Measurement:
    """A share of consultations that are known."""
    usual = {"value": 1.0 if known else None, "norm": 0.9, "met": None}
    return Measurement(
        "feedback_given",
        known,
        known,
        0,
        unit="share",
        known=known,
        waiting=waiting,
        **(usual | kind),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("measurement", "sentences"),
    [
        (fact(4, 0), None),
        (fact(4, None), None),
        (fact(4, 1), ("1 still waits", "1 venter stadig")),
        (fact(4, 4), ("4 still wait", "4 venter stadig")),
        (
            fact(2, 3),
            (
                "3 still wait: shown but not judged, because more wait than are known",
                "3 venter stadig: vises, men bedømmes ikke, fordi flere venter, end der kendes",
            ),
        ),
        (fact(0, 3), ("3 still wait", "3 venter stadig")),  # there is no value to show
        (fact(2, 3, norm=None), ("3 still wait", "3 venter stadig")),  # nor a norm to judge it by
    ],
)
def test_what_waits(measurement: Measurement, sentences: tuple[str, str] | None) -> None:
    """As many waiting as known is judged; more is not, and that is said."""
    assert in_both(confidence_words.waiting_words(measurement)) == sentences


@pytest.mark.parametrize(
    ("centres", "sentences"),
    [
        ((), None),
        (("by",), ("Center for By never records it", "Center for By noterer det aldrig")),
        (
            ("by", "gone"),
            ("Center for By and gone never record it", "Center for By og gone noterer det aldrig"),
        ),
    ],
)
def test_who_never_records_it(centres: tuple[str, ...], sentences: tuple[str, str] | None) -> None:
    """By name; by key where nobody knows the name."""
    measurement = fact(4, 0, not_recorded=centres)
    names = {"by": "Center for By"}
    assert in_both(confidence_words.not_recorded_words(measurement, names)) == sentences


@pytest.mark.parametrize(
    ("rules", "sentences"),
    [
        ("", ("Judged by the rules before November 2026.", "Bedømt efter reglerne fra før november 2026.")),
        (RULES, ("Judged by the rules of November 2026.", "Bedømt efter reglerne fra november 2026.")),
        ("2031-01", ("Judged by 2031-01.", "Bedømt efter 2031-01.")),
    ],
)
def test_by_which_rules(rules: str, sentences: tuple[str, str]) -> None:
    """The rules in force have a name in words; those of a later version are told as they are."""
    judged_round = replace(evaluation(), rules=rules)
    assert in_both(confidence_words.rules_words(judged_round)) == sentences
