"""Letters to the bodies of a round, ready to be mailed: with paper and form, and to remind who is late."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from data.models import Round
from evaluation.principles import PRINCIPLES
from evaluation.round_names import round_in_sentence, round_in_words
from language import N_, Words

SENDING = N_(
    "Here are the discussion paper and the form for {round}. The paper shows your own consultations and what"
    " the records say of them; the form is what you answer in."
)
REMINDING = N_("We lack your answers in {round}.")
REMINDING_OF = N_("We lack your answer about principle {principles} in {round}.")


@dataclass(frozen=True)
class Letter:
    """A subject and a text. The text ends with who sends it."""

    subject: str
    text: str

    @property
    def whole(self) -> str:
        """To copy: the subject on the first line, then the text."""
        return f"{self.subject}\n\n{self.text}"


@dataclass(frozen=True)
class Recipient:
    """Whom a letter speaks to, and what it has to know of them: None, or nothing, where the letter goes to
    several and their days differ.
    """

    name: str | None = None
    meets_on: date | None = None
    due: date | None = None
    sent_on: date | None = None
    principles: Sequence[int] = ()


def sending_letter(now: Round, to: Recipient, sender: str, words: Words) -> Letter:
    """What goes with paper and form."""
    parts = [words(SENDING, round=round_in_sentence(now.key, words))]
    if to.meets_on:
        parts.append(words("The evaluation is on the agenda of your meeting on {day}.", day=to.meets_on))
    if to.due:
        parts.append(words("Send the form back by {day} at the latest.", day=to.due))
    subject = words("{round}: discussion paper and form", round=round_in_words(now.key, words))
    return Letter(subject, _text(to, parts, sender, words))


def reminder_letter(now: Round, to: Recipient, sender: str, words: Words) -> Letter:
    """What asks for answers that have not come."""
    spoken = round_in_sentence(now.key, words)
    principles = words.listed([str(each) for each in to.principles])
    parts = [
        words(REMINDING_OF, principles=principles, round=spoken)
        if 0 < len(to.principles) < len(PRINCIPLES)
        else words(REMINDING, round=spoken)
    ]
    if to.due:
        parts.append(words("They were due on {day}.", day=to.due))
    if to.sent_on:
        parts.append(words("Paper and form were sent to you on {day}.", day=to.sent_on))
    parts.append(
        words("Please answer as soon as you can. Write to me if you need the form once more, or more time.")
    )
    subject = words("Reminder: answers in {round}", round=spoken)
    return Letter(subject, _text(to, parts, sender, words))


def mail_address(addresses: Sequence[str], letter: Letter, *, hidden: Collection[str] = ()) -> str:
    """The link that opens a mail with the letter in it (RFC 6068); ``hidden`` addresses don't see each
    other.
    """
    fields = {"bcc": ",".join(hidden), "subject": letter.subject, "body": letter.text.replace("\n", "\r\n")}
    query = "&".join(f"{name}={quote(value, safe='@,')}" for name, value in fields.items() if value)
    return f"mailto:{quote(','.join(addresses), safe='@,')}?{query}"


def _text(to: Recipient, parts: Sequence[str], sender: str, words: Words) -> str:
    opening = words("Dear {name}", name=to.name) if to.name else words("Dear all")
    return "\n\n".join([opening, " ".join(parts), f"{words('Kind regards')}\n{sender}"])
