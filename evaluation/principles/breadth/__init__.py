"""Principle 5: broad and relevant."""

from evaluation.principles.definition import Principle, indicators_in
from evaluation.principles.sources import ADOPTED
from language import N_

BREADTH = Principle(
    number=5,
    key="breadth",
    question=N_(
        "Did the circle of participants reach beyond those directly affected and bring new perspectives?"
    ),
    explanation=N_(
        "Those who always come also know much, but not everything. The municipality seeks out people,"
        " businesses, boards,"
        " councils and associations who can see the matter from another side. Broad does not mean"
        " everyone every time: it"
        " means those who have something to give."
    ),
    participant_question=N_(
        "To what degree did you find that a broad circle of people with different points of view took part?"
    ),
    looks_for=(
        N_("It was considered beforehand who could contribute something relevant."),
        N_("Someone was sought out who would not have come by themselves."),
        N_("Businesses, boards, councils and associations took part where the matter concerned them."),
        N_("At least one group outside those directly affected took part."),
        N_("The participants brought perspectives or ideas that the municipality did not have beforehand."),
    ),
    descriptors={
        5: N_(
            "Relevant groups were sought out each time, also beyond those directly affected, and it"
            " gave perspectives that"
            " would otherwise have been missed. A single voice may have been lacking."
        ),
        4: N_(
            "The circle was usually broad and well chosen, and it gave new perspectives. In some cases"
            " a relevant group was"
            " missing or only the invited regulars came."
        ),
        3: N_(
            "Those directly affected took part, and now and then others. New perspectives appeared in"
            " some cases; in about as"
            " many the circle was the usual one."
        ),
        2: N_(
            "Mostly the usual participants came, and few were sought out. Relevant groups were missing"
            " in several cases, and"
            " new perspectives were rare."
        ),
        1: N_(
            "Only the nearest or the most persistent were heard. Nobody was sought out, and relevant"
            " groups were left out."
        ),
    },
    sources=(ADOPTED,),
    indicators=indicators_in(__name__, __path__),
)
