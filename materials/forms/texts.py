"""The words of a form that are the same in Word and in Excel, in the order in which a person reads them."""

from evaluation.earlier_words import CONFIDENTIAL, WITHHELD, EarlierWords
from evaluation.round_names import round_in_words
from evaluation.scales import answer_words
from language import N_, Words
from materials.documents.unbroken import unbroken_dates
from materials.forms.form_model import Form

CHOOSE = N_("Choose")
WRITE = N_("Write here")


def heading(form: Form, words: Words) -> str:
    """The form's title."""
    return words("How were the five principles followed? {name}", name=form.name)


def introduction(form: Form, words: Words) -> list[str]:
    """What it is, by when, and how to fill it in."""
    period = words(
        "{round}: consultations from {start} to {end}.",
        round=round_in_words(form.round.key, words),
        start=form.round.period_from,
        end=form.round.period_to,
    )
    due = [words("Send the form back by {day}.", day=form.due)] if form.due else []
    texts = [
        period,
        *due,
        words(
            "Write the reason first, then choose the step that it fits. What each step means stands under the"
            " question."
        ),
        words(
            "“Cannot be judged” is no low mark: say why in the reason. Leave a principle empty, and nothing"
            " is stored about it."
        ),
        words("Only the fields can be written in. Leave out CPR numbers and other personal data."),
    ]
    return [unbroken_dates(text) for text in texts]


def last_time(statement: EarlierWords, words: Words) -> str:
    """What a body said in the round before, as the form's own body may read it."""
    assessment = statement.assessment
    step, basis = answer_words(assessment, words)
    head = ", ".join(part for part in (assessment.name, step or "–", basis) if part)
    if statement.withheld:
        return f"{head}: {words(WITHHELD)}"
    change = f" {words('What to change')}: {assessment.to_change}" if assessment.to_change else ""
    mark = f" {words(CONFIDENTIAL)}" if assessment.confidential else ""
    return unbroken_dates(f"{head}:{mark} {assessment.justification}{change}")


def listed(form: Form, words: Words) -> list[tuple[str, str, str]]:
    """The consultations: number, title and days."""
    return [
        (
            str(number),
            each.title,
            unbroken_dates(
                " – ".join(words.date(day, "short") for day in (each.start_on, each.end_on) if day)
            ),
        )
        for number, each in enumerate(form.consultations, start=1)
    ]
