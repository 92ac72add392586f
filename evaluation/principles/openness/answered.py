"""Did those who contributed get an answer?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_, Sentence

INDICATOR = Indicator(
    id="answered",
    principle=2,
    position=2,
    label=N_("Contributions answered"),
    question=N_("Did those who contributed get an answer?"),
    numerator=N_("Counts the contributions that were answered."),
    denominator=N_("Looks at all contributions of the period's consultations."),
    unknown=N_("Not known for consultations without both numbers, or with more answers than contributions."),
    measure="total",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "answered": N_("Share of contributions answered, at least"),
    },
    missed=MissQuestion(
        Sentence(
            "{count} of {total} contributions is not recorded as answered. Did it get an answer in"
            " another way?",
            plural=(
                "{count} of {total} contributions are not recorded as answered. Who got no answer, and why?"
            ),
        ),
        lone=N_("The only contribution is not recorded as answered. Did it get an answer in another way?"),
    ),
    reasons=Reasons(
        met=(Reason(N_("No contributions came in."), "is_without_contributions"),),
        known=(Reason(N_("Contributions answered: {contributions_answered} of {contributions}.")),),
        unknown=(
            Reason(
                N_(
                    "More contributions are answered ({contributions_answered}) than came in"
                    " ({contributions}); one of the numbers is wrong."
                )
            ),
        ),
    ),
)
