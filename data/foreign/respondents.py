"""A survey tool's export of one row a respondent: counted in the child process, never stored, never seen
here.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from data.foreign.answer_steps import UNCLEAR, step_of
from data.foreign.read_file import child_answers
from data.ingest.plain_text import plain_line
from data.schema import ANSWERS, ASKED

SURE = 85
SHORTEST_START = 20
NUMBERED = re.compile(r"(?:spørgsmål|spm\.?|princip|question|principle|q|sp)? ?([1-6])\W*", re.IGNORECASE)
LEADING_NUMBER = re.compile(r"^\W*(?:q|spm\.?|spørgsmål)? ?\d+[.):]* ", re.IGNORECASE)


@dataclass(frozen=True)
class SurveyColumn:
    """A column of an export: its header, how many respondents filled it, and by text how many chose each step
    of a scale. Of a column in which people wrote there are no ``answers``; ``others`` counts its cells.
    """

    name: str
    filled: int
    answers: Mapping[str, int]
    others: int


@dataclass(frozen=True)
class Survey:
    """What may be known of an export before it is counted."""

    file: str
    sha256: str
    sheet: str
    header_row: int
    respondents: int
    columns: tuple[SurveyColumn, ...]


@dataclass(frozen=True)
class SurveySpec:
    """How an export is counted. ``questions`` says which question a column holds (``1`` to ``5`` or
    ``meaningful``); ``steps`` what a text means (``n1`` to ``n5``, ``dont_know``, ``unanswered``), beside
    what it says itself; ``consultation_column`` names the column that tells the consultation, where there are
    several in the file. A header row of 0 is the likeliest one; an empty sheet the first.
    """

    questions: Mapping[str, str]
    steps: Mapping[str, str] = field(default_factory=dict)
    consultation_column: str = ""
    sheet: str = ""
    header_row: int = 0


@dataclass(frozen=True)
class ExperienceCount:
    """How many respondents answered what to one question about one consultation, told by the file's own text
    (empty: the whole file is about one). ``unread`` answers mean nothing on the scale.
    """

    consultation: str
    principle: str
    n1: int = 0
    n2: int = 0
    n3: int = 0
    n4: int = 0
    n5: int = 0
    dont_know: int = 0
    unanswered: int = 0
    unread: int = 0


def read_survey(name: str, content: bytes, *, sheet: str = "", header_row: int = 0) -> Survey:
    """The columns of an export, without any respondent's text. Raises
    :class:`data.errors.UnreadableFile`.
    """
    wishes = {"questions": {}, "sheet": sheet, "header_row": header_row}
    first, *columns = child_answers(name, content, {"survey": wishes})
    return Survey(
        name,
        hashlib.sha256(content).hexdigest(),
        first["sheet"],
        first["header_row"],
        first["respondents"],
        tuple(
            SurveyColumn(each["column"], each["filled"], each["answers"], each["others"]) for each in columns
        ),
    )


def count_respondents(name: str, content: bytes, spec: SurveySpec) -> tuple[ExperienceCount, ...]:
    """The counts by consultation and question, in the order of the file. Raises
    :class:`data.errors.UnreadableFile`.
    """
    wishes = {
        "questions": dict(spec.questions),
        "steps": dict(spec.steps),
        "consultation_column": spec.consultation_column,
        "sheet": spec.sheet,
        "header_row": spec.header_row,
    }
    return tuple(
        ExperienceCount(each["consultation"], each["question"], **each["steps"])
        for each in child_answers(name, content, {"survey": wishes})
    )


def proposed_questions(survey: Survey, wordings: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Which question each column of answers probably holds, by the ``wordings`` of each question in any
    language; a column and a question are used once, and what is unsure is left out.
    """
    choices = [column.name for column in survey.columns if column.answers]
    scores = sorted(
        (
            (-_closeness(name, wording), place, question)
            for place, name in enumerate(choices)
            for question, texts in wordings.items()
            for wording in texts
        )
    )
    result: dict[str, str] = {}
    for score, place, question in scores:
        if -score >= SURE and choices[place] not in result and question not in result.values():
            result[choices[place]] = question
    return result or _by_number(choices)


def proposed_steps(survey: Survey) -> dict[str, str]:
    """What each text of the columns of answers means; empty where a person must say."""
    texts = {text: None for column in survey.columns for text in column.answers}
    return {text: step_of(text) or UNCLEAR for text in texts}


def answer_columns() -> tuple[str, ...]:
    """What a text can mean."""
    return (*ANSWERS, "unanswered")


def _by_number(names: Sequence[str]) -> dict[str, str]:
    matches = {name: NUMBERED.fullmatch(plain_line(name)) for name in names}
    numbers = {name: int(match[1]) for name, match in matches.items() if match}
    if len(set(numbers.values())) < len(numbers):
        return {}
    return {name: ASKED[number - 1] for name, number in numbers.items()}


def _closeness(name: str, wording: str) -> float:
    """From 0 to 100; a survey tool may cut a long question short."""
    header, text = _folded(LEADING_NUMBER.sub("", plain_line(name))), _folded(wording)
    start = header.rstrip("…. ")
    if len(start) >= SHORTEST_START and text.startswith(start):
        return 100
    return fuzz.token_sort_ratio(header, text)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain_line(text).casefold()))
