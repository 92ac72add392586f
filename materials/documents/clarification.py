"""A clarification as one page in Word for the committee: what is planned under each principle, what to look
at, and who agreed it.
"""

from collections.abc import Iterator

from data.labels import GROUPS, MEANINGS
from data.models import ConsultationPlan
from evaluation.clarification import has_started, warnings
from evaluation.clarification.definition import PlanFacts
from evaluation.clarification_words import warning_words, window_words
from evaluation.units import quantity
from language import N_, Sentence, Words
from materials.documents.blocks import Block, Document, Heading, Items, Table, Text, clean
from materials.documents.word import word_file
from materials.filenames import file_name

WIDTHS = (24, 76)
CUTS = ((400, 8), (240, 7), (150, 6), (100, 5), (70, 3), (50, 2))
"""How many characters of an answer, and how many warnings: the first with which all of it fits on the
page.
"""
LONGEST_HEADING = 80
ROOM = 40
"""Lines of the plan's column that the page has room for; a line of the title and of a warning take more."""
CELL_LINE, ITEM_LINE, TITLE_LINE = 74, 84, 28
"""Characters of a line, counted low."""
Line = tuple[str, object]
ROWS = (
    N_("1. Clear frames"),
    N_("2. Open to new ideas"),
    N_("3. At the right time"),
    N_("4. Suitable time"),
    N_("5. Broad and relevant"),
    N_("Effort"),
)


def word_clarification(facts: PlanFacts, words: Words) -> bytes:
    """A ``.docx`` of one A4 page; long answers are cut. The same bytes for the same plan and day."""
    return word_file(_document(facts, words))


def clarification_name(title: str, words: Words) -> str:
    """``Afklaring - Ny skolegård.docx``."""
    return file_name(words("Clarification"), title, kind="docx")


def _document(facts: PlanFacts, words: Words) -> Document:
    plan = facts.plan
    bodies = " · ".join(part for part in (plan.committee, plan.centre, plan.case_number) if part)
    return Document(
        title=words("Clarification: {title}", title=_short(plan.title)),
        subtitle=_short(bodies) or words("Before the consultation starts"),
        front=(),
        contents="",
        blocks=tuple(_blocks(facts, words)),
        footer=words("Ballerup Kommune · Clarified under its five principles for involving citizens"),
        page="",
        language=words.code,
        dated=facts.today,
    )


def _blocks(facts: PlanFacts, words: Words) -> Iterator[Block]:
    answers, items = _fitting(facts, words)
    yield Heading(words("What is planned"), 3)
    rows = tuple((words(row), answer) for row, answer in zip(ROWS, answers, strict=True))
    yield Table((words("Principle"), words("Plan")), rows, WIDTHS)
    if not has_started(facts):
        yield Heading(words("What to look at before it starts"), 3)
        yield Items(tuple(items)) if items else Text(words("Nothing stands out."))
    yield Heading(words("Agreement"), 3)
    yield Text(_agreement(facts.plan, words))


def _fitting(facts: PlanFacts, words: Words) -> tuple[list[str], list[str]]:
    """What stands in the plan's cell of each row, and the warnings, cut so that all of it fits on the
    page.
    """
    sentences = [warning_words(each, words) for each in warnings(facts)]
    title_lines = _lines([words("Clarification: {title}", title=_short(facts.plan.title))], TITLE_LINE)
    for limit, most in CUTS:
        answers, items = list(_answers(facts, words, limit)), sentences[:most]
        if more := len(sentences) - len(items):
            items = [*items, words.many("and {count} more", "and {count} more", more)]
        lines = _lines("\n".join(answers).split("\n"), CELL_LINE)
        if lines + 1.2 * _lines(items, ITEM_LINE) + 2.4 * title_lines <= ROOM:
            break
    return answers, items


def _lines(texts: list[str], length: int) -> int:
    """How many lines the texts take, so many characters on each."""
    return sum(len(text) // length + 1 for text in texts)


def _answers(facts: PlanFacts, words: Words, limit: int) -> Iterator[str]:
    """By row, what is known of the plan, an answer a line."""
    for lines in (_frames, _openness, _timing, _time, _breadth, _effort):
        parts = [
            words("{label}: {value}", label=words(label), value=_short(words("{value}", value=value), limit))
            for label, value in lines(facts)
            if value not in (None, "", ())
        ]
        yield "\n".join(parts) or words("Not answered yet")


def _frames(facts: PlanFacts) -> tuple[Line, ...]:
    plan = facts.plan
    return (
        (N_("Open to influence"), plan.open_to_influence),
        (N_("Not open"), plan.not_open),
        (N_("Because"), plan.not_open_reason),
        (N_("Nothing is fixed beforehand"), plan.nothing_fixed or None),
        (N_("Frame published"), plan.frame_published_on),
    )


def _openness(facts: PlanFacts) -> tuple[Line, ...]:
    plan = facts.plan
    return (
        (N_("Method"), plan.methods),
        (N_("What is tried that is not usually done"), plan.new_to_try),
        (N_("How it is known whether it worked"), plan.new_known_by),
        (N_("Participants are told by"), plan.feedback_on),
        (N_("How participants are told what came of it"), plan.feedback_how),
    )


def _timing(facts: PlanFacts) -> tuple[Line, ...]:
    plan = facts.plan
    return (
        (N_("Frame decided"), plan.frame_decided_on),
        (N_("Planned proposal"), plan.proposal_on),
        (N_("Planned decision"), plan.decision_on),
        (N_("Between which decisions"), plan.decisions_between),
    )


def _time(facts: PlanFacts) -> tuple[Line, ...]:
    plan = facts.plan
    return (
        (N_("Planned start"), plan.start_on),
        (N_("Planned end"), plan.end_on),
        (N_("Length"), facts.window and window_words(facts.window)),
        (N_("Kind of plan"), plan.plan_kind and Sentence(MEANINGS["plan_kind"][plan.plan_kind])),
    )


def _breadth(facts: PlanFacts) -> tuple[Line, ...]:
    plan = facts.plan
    return (
        (N_("Groups that are affected and asked"), _groups(plan.groups)),
        (N_("Groups beyond those affected, to be sought out"), _groups(plan.groups_beyond)),
        (N_("How they are reached"), plan.beyond_how),
    )


def _effort(facts: PlanFacts) -> tuple[Line, ...]:
    plan = facts.plan
    return (
        (N_("Scale"), plan.scale and Sentence(MEANINGS["scale"][plan.scale])),
        (N_("Why this scale"), plan.scale_reason),
        (N_("Hours planned"), None if plan.hours is None else quantity(plan.hours, "hours")),
    )


def _agreement(plan: ConsultationPlan, words: Words) -> str:
    if plan.agreed_on is None:
        return words("The clarification is not agreed yet.")
    if plan.agreed_by:
        return words("Agreed on {day} by {who}.", day=plan.agreed_on, who=_short(plan.agreed_by))
    return words("Agreed on {day}.", day=plan.agreed_on)


def _groups(keys: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(Sentence(GROUPS[key]) if key in GROUPS else key for key in keys)


def _short(text: str, limit: int = LONGEST_HEADING) -> str:
    """On one line, and no longer than the page has room for."""
    line = " ".join(clean(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
