"""Whether headings are the questions that participants were asked."""

from collections.abc import Mapping, Sequence

from data.foreign.respondents import Survey, SurveyColumn, proposed_questions
from evaluation.questionnaire import QUESTIONS
from language import LANGUAGES, speak

LEAST = 3
"""So many questions of the questionnaire among the headings, and a row is probably a person's answers."""


def wordings() -> Mapping[str, Sequence[str]]:
    """Each question as it is asked in every language."""
    return {key: [speak(code)(text) for code in LANGUAGES] for key, text in QUESTIONS.items()}


def looks_like_survey(columns: Sequence[str]) -> bool:
    """Whether the headings are the questions of the questionnaire."""
    survey_columns = tuple(SurveyColumn(name, 1, {"5": 1}, 0) for name in columns if len(name) > 20)
    return len(proposed_questions(Survey("", "", "", 1, 0, survey_columns), wordings())) >= LEAST
