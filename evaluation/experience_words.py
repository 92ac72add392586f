"""What participants answered, in sentences: the third voice, beside the bodies that judge and never inside
the verdict.
"""

from evaluation.findings import Experience, PrincipleFinding
from evaluation.verdict_words import median_words
from language import N_, Sentence

UNDECIDED = ("partly", "contested")
"""The verdicts that nothing contradicts: beside them it is told which way the others point."""


def experience_words(experience: Experience | None) -> Sentence:
    """How many answered in how many consultations, and their middle answer; or that they are too few for one.
    None is said as that nobody was asked.
    """
    if experience is None:
        return Sentence(N_("No participant was asked."))
    if not experience.answers:
        return Sentence(
            "{count} participant answered “don't know”, and nobody gave another answer.",
            plural="{count} participants answered “don't know”, and nobody gave another answer.",
            count=experience.dont_know,
        )
    if experience.median is None:
        return Sentence(
            "Only {count} participant answered. That is too few to say anything.",
            plural="Only {count} participants answered. That is too few to say anything.",
            count=experience.answers,
        )
    return _middle_answer(experience)


def _middle_answer(experience: Experience) -> Sentence:
    values = {
        "answers": experience.answers,
        "unknown": experience.dont_know,
        "median": median_words(experience.median),
    }
    if experience.dont_know:
        return Sentence(
            "{count} consultation asked its participants. {answers} answered and {unknown} did not know; the"
            " middle answer is {median}.",
            values,
            plural=(
                "{count} consultations asked their participants. {answers} answered and {unknown} did not"
                " know; the middle answer is {median}."
            ),
            count=experience.consultations,
        )
    return Sentence(
        "{count} consultation asked its participants. {answers} answered; the middle answer is {median}.",
        values,
        plural=(
            "{count} consultations asked their participants. {answers} answered; the middle answer is"
            " {median}."
        ),
        count=experience.consultations,
    )


def middle_words(experience: Experience | None) -> Sentence:
    """The middle answer alone, or why there is none, where how many answered stands beside it."""
    if experience is None:
        return Sentence(N_("not asked"))
    if not experience.answers:
        return Sentence(N_("only “don't know”"))
    if experience.median is None:
        return Sentence(N_("too few to say"))
    return median_words(experience.median)


def experience_in_short(experience: Experience | None) -> Sentence:
    """The same with how many answered, for a tile or a cell: ``“To a high degree” (4), 212 answers``."""
    if experience is None or not experience.answers:
        return middle_words(experience)
    if experience.median is None:
        return Sentence(
            "{count} answer, too few", plural="{count} answers, too few", count=experience.answers
        )
    return Sentence(
        "{median}, {count} answer",
        {"median": middle_words(experience)},
        plural="{median}, {count} answers",
        count=experience.answers,
    )


def pointing_words(finding: PrincipleFinding) -> list[Sentence]:
    """Under *partly* and *contested*, which way the facts and the participants point, a sentence each; none
    of what nothing is known of, and none under the other verdicts.
    """
    if finding.verdict.final not in UNDECIDED:
        return []
    return [sentence for sentence in (_facts_point(finding), _participants_point(finding)) if sentence]


def _facts_point(finding: PrincipleFinding) -> Sentence | None:
    """Where more than half of the facts that are held against a norm meet it, or miss it."""
    known = [fact.met for fact in finding.indicators if fact.met is not None]
    if not known:
        return None
    met, missed = known.count(True), known.count(False)
    values = {"met": met, "missed": missed, "known": len(known)}
    if met == missed:
        return Sentence(
            N_("The records point neither way: {met} of {known} facts with a norm meet it."), values
        )
    if met > missed:
        return Sentence(
            "The records point to “followed”: {met} of {count} fact with a norm meets it.",
            values,
            plural="The records point to “followed”: {met} of {count} facts with a norm meet it.",
            count=len(known),
        )
    return Sentence(
        "The records point to “not followed”: {missed} of {count} fact with a norm misses it.",
        values,
        plural="The records point to “not followed”: {missed} of {count} facts with a norm miss it.",
        count=len(known),
    )


def _participants_point(finding: PrincipleFinding) -> Sentence | None:
    """Where both middle values of the participants lie on the side of one verdict."""
    experience = finding.experience
    if experience is None or experience.median is None:
        return None
    text = N_("The participants point neither way: their middle answer is {median}.")
    if experience.speaks_against("not_followed"):
        text = N_("The participants point to “followed”: their middle answer is {median}.")
    if experience.speaks_against("followed"):
        text = N_("The participants point to “not followed”: their middle answer is {median}.")
    return Sentence(text, {"median": median_words(experience.median)})
