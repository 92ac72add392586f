"""Principle 2: listening, and being open to new ideas."""

from evaluation.principles.definition import Indicator, Principle
from evaluation.principles.sources import ADOPTED, OWN_PROPOSAL
from language import N_

INPUT_EFFECT = Indicator(
    id="input_effect",
    principle=2,
    label=N_("Input had an effect on the decision"),
    question=N_("Did the contributions change anything in what was decided?"),
    numerator=N_("Counts consultations whose input had a minor or substantial effect on the decision."),
    denominator=N_("Looks only at consultations with a decision date."),
    unknown=N_("Not known where the effect is left empty or recorded as unknown."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)

ANSWERED = Indicator(
    id="answered",
    principle=2,
    label=N_("Contributions answered"),
    question=N_("Did those who contributed get an answer?"),
    numerator=N_("Counts the contributions that were answered."),
    denominator=N_("Looks at all contributions of the period's consultations."),
    unknown=N_("Not known for consultations without both numbers, or with more answers than contributions."),
    measure="total",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)

FEEDBACK_GIVEN = Indicator(
    id="feedback_given",
    principle=2,
    label=N_("Participants told what came of it"),
    question=N_("Were the participants told what came of their contributions?"),
    numerator=N_("Counts consultations whose participants were told on or after the day of the decision."),
    denominator=N_("Looks only at consultations with a decision date."),
    unknown=N_(
        "Not known where the date lies before the decision, nor where no consultation of the period has such"
        " a date: then the register does not keep them."
    ),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)

NEW_METHOD = Indicator(
    id="new_method",
    principle=2,
    label=N_("Tried something new"),
    question=N_("Did the centre try a way of involving people that was new to it?"),
    numerator=N_("Counts consultations that tried a method new to the centre."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where it is not recorded."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
)


OPENNESS = Principle(
    number=2,
    key="openness",
    question=N_(
        "Did contributions influence the decision, and was the municipality willing to try something new?"
    ),
    explanation=N_(
        "Those who take part should find that it makes a difference. That takes a municipality that wants to"
        " be moved: one that tries what it does not usually do, and says what came of the contributions."
        " Listening does not mean agreeing with everyone; a well-reasoned no is an answer too."
    ),
    looks_for=(
        N_("You can point to something in the decision that came from the contributions."),
        N_("Those who contributed were told what came of it, also when the answer was no."),
        N_("Ideas nobody had expected were looked into before they were taken up or turned down."),
        N_("The centre tried a form or a solution that was new to it."),
        N_("Staff and politicians came to hear, not only to explain."),
    ),
    descriptors={
        5: N_(
            "Contributions clearly shaped several decisions, people were told how, and the municipality tried"
            " something it does not usually do. What could not be met was turned down with reasons."
        ),
        4: N_(
            "In most cases you can point to something that the contributions changed, and new ideas were"
            " taken seriously. Now and then the answer was missing or the usual solution won too easily."
        ),
        3: N_(
            "People were listened to, and the contributions changed some decisions, mostly details. In about"
            " as many cases nothing came of them, or nobody said what did."
        ),
        2: N_(
            "Contributions were received, but seldom changed anything, and new ideas were mostly met with"
            " reasons why not. A single example points the other way."
        ),
        1: N_("The decision was made beforehand. Contributions left no trace in it and got no answer."),
    },
    sources=(ADOPTED,),
    indicators=(INPUT_EFFECT, ANSWERED, FEEDBACK_GIVEN, NEW_METHOD),
)
