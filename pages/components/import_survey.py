"""A survey tool's export of one row a respondent: which column answers which question, about which
consultation. Only counts come here; they are taken in as what participants answered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import pandas as pd

from data.errors import UnreadableFile
from data.foreign.profile import ColumnUse, Profile
from data.foreign.respondents import (
    ExperienceCount,
    Survey,
    SurveySpec,
    count_respondents,
    proposed_questions,
    proposed_steps,
    read_survey,
)
from data.foreign.sheet import ForeignTable
from data.schema import ANSWERS
from language import Sentence
from pages.components.import_arrangement import Arrangement
from pages.components.import_questionnaire import wordings
from pages.components.import_state import Upload, answer, once

COLUMNS = ("consultation", "principle", "asked_on", *ANSWERS, "source")


@dataclass(frozen=True)
class CountedSurvey:
    """An export and how it is counted. ``unclear`` are texts that nobody has placed on the scale yet;
    ``problem`` why it can't be counted (None: it can).
    """

    survey: Survey | None
    spec: SurveySpec
    steps: Mapping[str, str]
    unclear: Sequence[str]
    consultation: str
    counts: Sequence[ExperienceCount] = ()
    problem: Sentence | None = None


def counted(upload: Upload, arrangement: Arrangement, scope: str) -> CountedSurvey:
    """The export with every answer about it, counted as soon as it can be."""
    place = (upload.file.sha256, arrangement)
    survey = once("survey", place, lambda: _read(upload, arrangement))
    if isinstance(survey, Sentence):
        return CountedSurvey(None, SurveySpec({}), {}, (), "", problem=survey)
    proposals = proposed_questions(survey, wordings())
    columns = [column for column in survey.columns if column.answers]
    answers = {
        each.name: answer(f"{scope}question {each.name}", proposals.get(each.name, "")) for each in columns
    }
    questions = {name: question for name, question in answers.items() if question}
    texts = dict.fromkeys(text for each in columns if each.name in questions for text in each.answers)
    proposed = proposed_steps(survey)
    steps = {text: answer(f"{scope}step {text}", proposed[text] or None) for text in texts}
    column = answer(f"{scope}survey column", "")
    consultation = "" if column else answer(f"{scope}survey consultation", "")
    known_steps = {text: step for text, step in steps.items() if step}
    spec = SurveySpec(
        questions, known_steps, column, upload.file.sheets[arrangement.sheet].name, arrangement.header_row
    )
    unclear = [text for text, step in steps.items() if not step]
    if not questions or unclear or not (column or consultation):
        return CountedSurvey(survey, spec, known_steps, unclear, consultation)
    counts = once("counts", (place, repr(spec)), lambda: _count(upload, spec))
    if isinstance(counts, Sentence):
        return CountedSurvey(survey, spec, known_steps, unclear, consultation, problem=counts)
    return CountedSurvey(survey, spec, known_steps, unclear, consultation, counts)


def _read(upload: Upload, arrangement: Arrangement) -> Survey | Sentence:
    sheet = upload.file.sheets[arrangement.sheet].name
    try:
        return read_survey(upload.name, upload.content, sheet=sheet, header_row=arrangement.header_row)
    except UnreadableFile as problem:
        return problem.sentence


def _count(upload: Upload, spec: SurveySpec) -> Sequence[ExperienceCount] | Sentence:
    try:
        return count_respondents(upload.name, upload.content, spec)
    except UnreadableFile as problem:
        return problem.sentence


def table_of_counts(upload: Upload, counting: CountedSurvey, scope: str) -> ForeignTable:
    """The counts as rows of ``experiences``, counted from 1."""
    day = answer(f"{scope}asked on", None)
    rows = [
        (
            each.consultation or counting.consultation,
            each.principle,
            "" if day is None else day.isoformat(),
            *(str(getattr(each, name)) for name in ANSWERS),
            PurePath(upload.name).stem,
        )
        for each in counting.counts
    ]
    cells = pd.DataFrame(rows, columns=list(COLUMNS), index=range(1, len(rows) + 1), dtype=object)
    return ForeignTable(upload.name, "", 1, cells)


def profile_of_counts(name: str) -> Profile:
    """How these rows are read: each column fills the field of its name."""
    return Profile(name, "experiences", columns=tuple(ColumnUse(each, each) for each in COLUMNS))
