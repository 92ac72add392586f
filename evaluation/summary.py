"""An evaluation told in plain sentences by rules: no sentence that the numbers don't carry, and each number
traceable.

Every :class:`SummarySentence` names the places in the evaluation's JSON that its numbers were read from, so
that a reader can follow each of them, and a test can hold each against them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation import change_words, experience_words, fact_words, verdict_words
from evaluation.findings import Evaluation, Experience, Measurement, PrincipleFinding, Standing
from evaluation.scales import LEVELS, VERDICTS
from language import N_, Sentence


@dataclass(frozen=True)
class SummarySentence:
    """A sentence and where its numbers stand: dotted places in the evaluation's JSON, such as
    ``principles.0.committee.assessable``.
    """

    sentence: Sentence
    places: tuple[str, ...]


def summarise_principle(finding: PrincipleFinding) -> list[SummarySentence]:
    """One principle: verdict, what it rests on, what changed, and what records and participants say beside
    it.
    """
    at = f"principles.{finding.principle - 1}"
    sentences = [_verdict(finding, at), *_coverage(finding, at)]
    sentences += [*_strength(finding.all, at), *_change(finding, at), *_facts(finding, at)]
    sentences += _participants(finding.experience, f"{at}.experience")
    return sentences


def summarise_round(evaluation: Evaluation) -> list[SummarySentence]:
    """The whole round: verdicts, answers, change and facts over all five principles."""
    findings = evaluation.principles
    sentences = [*_verdicts(findings), *_answers(findings), *_movement(evaluation)]
    met_count, fact_count = sum(each.met is True for each in _held(findings)), len(_held(findings))
    if fact_count:
        sentences.append(
            SummarySentence(
                Sentence(
                    "{met} of {count} fact that can be held against a norm meets it.",
                    {"met": met_count},
                    plural="{met} of {count} facts that can be held against a norm meet it.",
                    count=fact_count,
                ),
                tuple(f"principles.{place}.indicators" for place in range(len(findings))),
            )
        )
    sentences += _meaningful(evaluation.experience_meaningful)
    return sentences


def subject(sentence: SummarySentence) -> str:
    """What a sentence is about: ``change``, ``indicators`` (the records), ``experience`` or ``answers``."""
    parts = sentence.places[0].split(".")
    return next((part for part in ("change", "indicators", "experience") if part in parts), "answers")


def _verdict(finding: PrincipleFinding, at: str) -> SummarySentence:
    values = {"verdict": Sentence(VERDICTS[finding.verdict.proposed])}
    if finding.verdict.override:
        values |= {"override": Sentence(VERDICTS[finding.verdict.override])}
        text = N_("The rules propose the verdict “{verdict}”; the secretary has decided on “{override}”.")
    else:
        text = N_("The verdict is “{verdict}”.")
    reasons = tuple(verdict_words.verdict_reasons(finding))
    sentence = Sentence(
        " ".join(f"{{{place}}}" for place in _names(len(reasons) + 1)),
        dict(zip(_names(len(reasons) + 1), (Sentence(text, values), *reasons), strict=True)),
    )
    return SummarySentence(
        sentence, (f"{at}.verdict", f"{at}.gap.medians", f"{at}.committee", f"{at}.centre")
    )


def _coverage(finding: PrincipleFinding, at: str) -> Iterator[SummarySentence]:
    if finding.verdict.proposed == "insufficient":
        return  # the reasons of that verdict say it already
    for level in LEVELS:
        standing = finding.standing(level)
        values = {"given": standing.assessable, "unable": standing.not_assessable}
        places = tuple(f"{at}.{level}.{name}" for name in ("assessable", "expected", "not_assessable"))
        if level == "committee":
            sentence = Sentence(
                "{given} of {count} committee gave a rating.",
                values,
                plural="{given} of {count} committees gave a rating.",
                count=standing.expected,
            )
        else:
            sentence = Sentence(
                "{given} of {count} centre gave a rating.",
                values,
                plural="{given} of {count} centres gave a rating.",
                count=standing.expected,
            )
        if standing.expected:
            yield SummarySentence(sentence, places[:2])
        if standing.not_assessable:
            unable = Sentence(
                "{count} answer was that the principle cannot be judged.",
                plural="{count} answers were that the principle cannot be judged.",
                count=standing.not_assessable,
            )
            yield SummarySentence(unable, places[2:])


def _strength(standing: Standing, at: str) -> Iterator[SummarySentence]:
    if standing.thin:
        sentence = Sentence(
            "{count} answer rests on a thin basis.",
            plural="{count} answers rest on a thin basis.",
            count=standing.thin,
        )
        yield SummarySentence(sentence, (f"{at}.all",))


def _change(finding: PrincipleFinding, at: str) -> Iterator[SummarySentence]:
    change = finding.change
    if change.previous_round is None or not change.paired:
        return
    values = {"up": change.up, "same": change.same, "down": change.down}
    counts = Sentence(
        "{count} committee or centre can be compared with the round before: {up} rated higher,"
        " {same} the same and {down} lower.",
        values,
        plural=(
            "{count} committees and centres can be compared with the round before: {up} rated"
            " higher, {same} the same and {down} lower."
        ),
        count=change.paired,
    )
    yield SummarySentence(counts, tuple(f"{at}.change.{name}" for name in ("up", "same", "down")))
    yield SummarySentence(
        change_words.weight_words(change),
        tuple(f"{at}.change.{name}" for name in ("up", "same", "down", "sign_test_p")),
    )
    if together := change_words.delta_words(change):
        yield SummarySentence(together, (f"{at}.change.cliffs_delta",))


def _facts(finding: PrincipleFinding, at: str) -> Iterator[SummarySentence]:
    """The facts that are held against a norm, and what speaks against the verdict; where the facts do, that
    alone.
    """
    places = (f"{at}.indicators",)
    if contradiction := fact_words.contradiction_words(finding):
        yield SummarySentence(contradiction, (*places, f"{at}.experience"))
        if "facts" in fact_words.voices_against(finding):
            return
    facts = [fact for fact in finding.indicators if fact.met is not None]
    if not facts:
        yield SummarySentence(Sentence(N_("The records do not say whether the norms are met.")), places)
        return
    met_facts = [fact_words.fact_words(fact) for fact in facts if fact.met]
    missed_facts = [fact_words.fact_words(fact) for fact in facts if not fact.met]
    if met_facts:
        values = {"facts": tuple(met_facts)}
        yield SummarySentence(
            Sentence(
                "In the records, {count} norm is met: {facts}.",
                values,
                plural="In the records, {count} norms are met: {facts}.",
                count=len(met_facts),
            ),
            places,
        )
    if missed_facts:
        values = {"facts": tuple(missed_facts)}
        yield SummarySentence(
            Sentence(
                "In the records, {count} norm is not met: {facts}.",
                values,
                plural="In the records, {count} norms are not met: {facts}.",
                count=len(missed_facts),
            ),
            places,
        )


def _participants(experience: Experience | None, place: str) -> Iterator[SummarySentence]:
    """What participants answered, where they are enough to have a middle answer."""
    if experience and experience.median:
        yield SummarySentence(experience_words.experience_words(experience), (place,))


def _meaningful(experience: Experience | None) -> Iterator[SummarySentence]:
    for answer in _participants(experience, "experience_meaningful"):
        text = N_("Was it meaningful and relevant to the participants? {answer}")
        yield SummarySentence(Sentence(text, {"answer": answer.sentence}), answer.places)


def _verdicts(findings: Sequence[PrincipleFinding]) -> Iterator[SummarySentence]:
    """A sentence for each verdict that occurs, in the order of the scale, naming its principles."""
    for verdict, label in VERDICTS.items():
        mine = [finding for finding in findings if finding.verdict.final == verdict]
        if mine:
            numbers = tuple(str(finding.principle) for finding in mine)
            sentence = Sentence(
                "{verdict}: principle {numbers}.",
                {"verdict": Sentence(label), "numbers": numbers},
                plural="{verdict}: principles {numbers}.",
                count=len(mine),
            )
            yield SummarySentence(
                sentence, tuple(f"principles.{finding.principle - 1}.verdict" for finding in mine)
            )


def _answers(findings: Sequence[PrincipleFinding]) -> Iterator[SummarySentence]:
    answer_count, expected_count = (
        sum(each.all.answered for each in findings),
        sum(each.all.expected for each in findings),
    )
    if expected_count:
        sentence = Sentence(
            "{given} of {count} answer was given.",
            {"given": answer_count},
            plural="{given} of {count} answers were given.",
            count=expected_count,
        )
        yield SummarySentence(sentence, tuple(f"principles.{place}.all" for place in range(len(findings))))


def _movement(evaluation: Evaluation) -> Iterator[SummarySentence]:
    moves = [finding.change for finding in evaluation.principles]
    if pair_count := sum(each.paired for each in moves):
        values = {name: sum(getattr(each, name) for each in moves) for name in ("up", "same", "down")}
        sentence = Sentence(
            "{count} rating can be compared with the round before: {up} higher, {same} the same and {down}"
            " lower.",
            values,
            plural=(
                "{count} ratings can be compared with the round before: {up} higher, {same} the same and"
                " {down} lower."
            ),
            count=pair_count,
        )
        yield SummarySentence(sentence, tuple(f"principles.{place}.change" for place in range(len(moves))))


def _held(findings: Sequence[PrincipleFinding]) -> list[Measurement]:
    return [each for finding in findings for each in finding.indicators if each.met is not None]


def _names(number: int) -> list[str]:
    return [f"part{place}" for place in range(number)]
