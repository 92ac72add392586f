"""The facts of the records in sentences, and where they or the participants speak against the verdict."""

from evaluation.confidence_words import waits_too_much
from evaluation.findings import Measurement, PrincipleFinding
from evaluation.principles import INDICATORS
from evaluation.scales import VERDICTS
from evaluation.units import NO_CASE, norm_words, value_words
from evaluation.verdict_words import median_words
from language import N_, Sentence


def contradiction_words(finding: PrincipleFinding) -> Sentence | None:
    """Where the records or the participants speak against the verdict that stands, with what they say; or
    None.
    """
    if not finding.contradiction:
        return None
    text_by_voices: dict[tuple[str, ...], str] = {
        ("facts",): N_("The verdict is “{verdict}”, but {short}: {facts}."),
        ("participants",): N_("The verdict is “{verdict}”, but the participants' middle answer is {median}."),
    }
    text_of_both = N_(
        "The verdict is “{verdict}”, but {short}: {facts}. The participants speak against it too: their"
        " middle answer is {median}."
    )
    text = text_by_voices.get(voices_against(finding), text_of_both)
    facts = tuple(fact_words(fact) for fact in speaking_against(finding))
    verdict = Sentence(VERDICTS[finding.verdict.final])
    return Sentence(text, _against(finding) | {"verdict": verdict, "facts": facts})


def contradiction_in_short(finding: PrincipleFinding) -> Sentence | None:
    """How many of the known facts speak against the verdict, and the participants' middle answer, where they
    do; or None.
    """
    if not finding.contradiction:
        return None
    text_by_voices: dict[tuple[str, ...], str] = {
        ("facts",): N_("The records point the other way: {short}."),
        ("participants",): N_("The participants point the other way: their middle answer is {median}."),
    }
    text_of_both = N_(
        "Records and participants point the other way: {short}, and the participants' middle answer is"
        " {median}."
    )
    text = text_by_voices.get(voices_against(finding), text_of_both)
    return Sentence(text, _against(finding))


def voices_against(finding: PrincipleFinding) -> tuple[str, ...]:
    """Which of ``facts`` and ``participants`` contradict the verdict; of a round frozen before participants
    were counted, the facts do.
    """
    return finding.contradicted_by or (("facts",) if finding.contradiction else ())


def _against(finding: PrincipleFinding) -> dict[str, object]:
    """What the sentences about a contradiction name, of each voice that speaks against the verdict."""
    voices, values = voices_against(finding), dict[str, object]()
    if "facts" in voices:
        values["short"] = _facts_against(finding)
    if "participants" in voices and finding.experience:
        values["median"] = median_words(finding.experience.median)
    return values


def _facts_against(finding: PrincipleFinding) -> Sentence:
    """How many of the facts that can be held against a norm miss it, or meet it."""
    known = sum(fact.met is not None for fact in finding.indicators)
    against = len(speaking_against(finding))
    miss = finding.verdict.final == "followed"
    if known == 1:
        text = N_("the only fact with a norm misses it") if miss else N_("the only fact with a norm meets it")
    elif against == known:
        text = (
            N_("all {known} facts with a norm miss it")
            if miss
            else N_("all {known} facts with a norm meet it")
        )
    else:
        text = (
            N_("{against} of {known} facts with a norm miss it")
            if miss
            else N_("{against} of {known} facts with a norm meet it")
        )
    return Sentence(text, {"against": against, "known": known})


def speaking_against(finding: PrincipleFinding) -> list[Measurement]:
    """The facts that miss their norm where the verdict is "followed", or meet it where it is "not
    followed".
    """
    target = {"followed": False, "not_followed": True}.get(finding.verdict.final)
    return [fact for fact in finding.indicators if target is not None and fact.met is target]


def fact_words(fact: Measurement) -> Sentence:
    """A fact with its value and norm: ``“Long enough to respond” (43 %, norm: at least 90 %)``."""
    indicator = INDICATORS[fact.indicator]
    if fact.value is None:
        return Sentence(N_("“{label}” (not known)"), {"label": Sentence(indicator.label)})
    values = {
        "label": Sentence(indicator.label),
        "value": value_words(fact),
        "norm": norm_words(fact.norm, indicator, fact.unit),
    }
    return Sentence(
        N_("“{label}” ({value}, {norm})") if fact.norm is not None else N_("“{label}” ({value})"), values
    )


def result_words(fact: Measurement, *, with_reason: bool = False) -> Sentence:
    """Whether a fact meets its norm: that nothing is known of it, that it has no norm, or that it is not
    judged; with the reason for that where what waits does not stand beside it.
    """
    if fact.value is None:
        return Sentence(NO_CASE)
    if fact.norm is None:
        return Sentence(N_("only reported"))
    if fact.met is None:
        is_explained = with_reason and waits_too_much(fact)
        return Sentence(N_("not judged: more wait than are known") if is_explained else N_("not judged"))
    return Sentence(N_("met") if fact.met else N_("not met"))


def known_words(fact: Measurement) -> Sentence:
    """For how many of the consultations that a fact speaks to it is known."""
    return Sentence(
        "known for {known} of {count} consultation",
        {"known": fact.known},
        plural="known for {known} of {count} consultations",
        count=fact.known + fact.unknown,
    )
