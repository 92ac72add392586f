"""How far one body has come with its five answers."""

from dataclasses import dataclass

from data import queries
from data.database import Store
from language import N_, Sentence


@dataclass(frozen=True)
class Progress:
    """The body's name, and the principles whose answers are a draft or not there at all; both are empty where
    all five are submitted.
    """

    name: str
    drafts: tuple[int, ...]
    missing: tuple[int, ...]

    @property
    def is_complete(self) -> bool:
        """Whether all five answers are submitted."""
        return not self.drafts and not self.missing

    @property
    def waiting(self) -> tuple[int, ...]:
        """The principles whose answers are not submitted, in order."""
        return tuple(sorted((*self.drafts, *self.missing)))


def progress(store: Store, round_key: str, body: str) -> Progress:
    """Where a body stands that is asked in the round."""
    answers = [answer for answer in queries.answers.of_round(store, round_key) if answer.body == body]
    by_status = {
        status: tuple(answer.principle for answer in answers if answer.status == status)
        for status in ("draft", "missing")
    }
    return Progress(answers[0].name, by_status["draft"], by_status["missing"])


def progress_words(progress: Progress) -> Sentence:
    """That all five are submitted, or which are not yet."""
    if progress.is_complete:
        return Sentence(
            N_("All five answers of {body} are submitted. The evaluation counts them."),
            {"body": progress.name},
        )
    principles = tuple(
        Sentence(
            N_("principle {number} (draft)") if number in progress.drafts else N_("principle {number}"),
            {"number": number},
        )
        for number in progress.waiting
    )
    return Sentence(N_("Not submitted yet: {principles}."), {"principles": principles})
