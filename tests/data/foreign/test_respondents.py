"""Exports of survey tools: counted, with nothing of any respondent leaving the child."""

import pytest

from data.errors import UnreadableFile
from data.foreign.read_file import child_answers
from data.foreign.respondents import (
    ExperienceCount,
    Survey,
    SurveyColumn,
    SurveySpec,
    count_respondents,
    proposed_questions,
    proposed_steps,
    read_survey,
)

FRAMES, MEANING = "1. Hvor tydelig var rammen?", "2. Var det meningsfyldt?"
ROWS = (
    ("Id", "E-mail", "Høring", FRAMES, MEANING, "Andet"),
    ("1", "hemmelig1@x.example", "Sti", "I høj grad", "5", "HEMMELIG tak"),
    ("2", "hemmelig2@x.example", "Sti", "I meget høj grad", "4", ""),
    ("3", "hemmelig3@x.example", "Vej", "Ved ikke", "", "HEMMELIG nej"),
    ("4", "hemmelig4@x.example", "Sti", "", "5 - I meget høj grad", "Slet ikke"),
    ("5", "hemmelig5@x.example", "Vej", "HEMMELIG eget svar", "1", "HEMMELIG"),
    ("6", "hemmelig6@x.example", "Vej", "Slet ikke", "Ved ikke", ""),
)
EXPORT = "\n".join(";".join(row) for row in ROWS).encode()
QUESTIONS = {FRAMES: "1", MEANING: "meaningful"}


def test_only_headers_and_steps_of_a_scale_are_shown() -> None:
    """Of a column in which people wrote, its header alone."""
    survey = read_survey("svar.csv", EXPORT)
    assert (survey.header_row, survey.respondents) == (1, 6)
    assert survey.columns == (
        SurveyColumn("Id", 6, {"1": 1, "2": 1, "3": 1, "4": 1, "5": 1, "6": 1}, 0),
        SurveyColumn("E-mail", 6, {}, 6),
        SurveyColumn("Høring", 6, {}, 6),
        SurveyColumn(FRAMES, 5, {"I høj grad": 1, "I meget høj grad": 1, "Ved ikke": 1, "Slet ikke": 1}, 1),
        SurveyColumn(MEANING, 5, {"5": 1, "4": 1, "5 - I meget høj grad": 1, "1": 1, "Ved ikke": 1}, 0),
        SurveyColumn("Andet", 4, {}, 4),
    )


def test_answers_are_counted_by_consultation_and_question() -> None:
    """Unanswered and unreadable answers are told apart from *don't know*."""
    spec = SurveySpec(QUESTIONS, consultation_column="Høring")
    assert count_respondents("svar.csv", EXPORT, spec) == (
        ExperienceCount("Sti", "1", n4=1, n5=1, unanswered=1),
        ExperienceCount("Sti", "meaningful", n4=1, n5=2),
        ExperienceCount("Vej", "1", n1=1, dont_know=1, unread=1),
        ExperienceCount("Vej", "meaningful", n1=1, dont_know=1, unanswered=1),
    )


def test_a_text_means_what_a_person_says_it_means() -> None:
    """A scale turned round, and a file about one consultation alone."""
    spec = SurveySpec({MEANING: "meaningful"}, {"5": "n1", "1": "n5", "4": "n2"})
    assert count_respondents("svar.csv", EXPORT, spec) == (
        ExperienceCount("", "meaningful", n1=1, n2=1, n5=2, dont_know=1, unanswered=1),
    )


def test_nothing_that_a_respondent_wrote_leaves_the_child() -> None:
    """Neither in what it says of the columns, nor in its counts, nor in its refusals."""
    wishes = [
        {"questions": {}, "sheet": "", "header_row": 0},
        {"questions": QUESTIONS, "steps": {}, "consultation_column": "Høring", "sheet": "", "header_row": 0},
    ]
    answers = [answer for wish in wishes for answer in child_answers("svar.csv", EXPORT, {"survey": wish})]
    assert len(answers) == 7 + 4
    assert "hemmelig" not in repr(answers).lower()


@pytest.mark.parametrize("column", ["E-mail", "Id", "Alder"])
def test_a_column_that_tells_persons_tells_no_consultation(column: str) -> None:
    """One text a respondent, addresses, or no such column: refused, and nobody named."""
    with pytest.raises(UnreadableFile) as refused:
        count_respondents("svar.csv", EXPORT, SurveySpec(QUESTIONS, consultation_column=column))
    assert column in str(refused.value)
    assert "hemmelig" not in str(refused.value).lower()


def test_a_respondent_is_never_taken_for_the_header() -> None:
    """An export without a row of questions is refused."""
    with pytest.raises(UnreadableFile, match="no row names the columns"):
        read_survey("svar.csv", EXPORT.split(b"\n", 1)[1])


def survey(*names: str, answers: tuple[str, ...] = ("Ja",)) -> Survey:
    """An export with columns of answers."""
    counts = dict.fromkeys(answers, 1)
    return Survey("a", "", "", 1, 1, tuple(SurveyColumn(name, 1, counts, 0) for name in names))


WORDINGS = {
    "1": [
        "I hvilken grad var det tydeligt for dig, hvad du kunne få indflydelse på?",
        "Was it clear to you?",
    ],
    "meaningful": ["I hvilken grad var det meningsfyldt og relevant for dig at være med?"],
}


def test_questions_are_found_by_their_own_words() -> None:
    """Numbered, cut short, or in the other language; other questions are left out."""
    names = ("Q1: Was it clear to you?", "2. I hvilken grad var det meningsfyldt og relev…", "Køn")
    assert proposed_questions(survey(*names), WORDINGS) == {names[0]: "1", names[1]: "meaningful"}


def test_questions_are_found_by_their_number() -> None:
    """Where no words are there to tell."""
    assert proposed_questions(survey("Spm. 1", "Princip 3", "Spørgsmål 6", "Køn"), WORDINGS) == {
        "Spm. 1": "1",
        "Princip 3": "3",
        "Spørgsmål 6": "meaningful",
    }


def test_what_the_texts_of_a_scale_mean() -> None:
    """A person says what is left empty."""
    texts = (
        "I nogen grad",
        "4",
        "To a lesser degree",
        "Meget uenig",
        "Ved ikke.",
        "Ikke relevant",
        "Ja",
        "7",
    )
    assert proposed_steps(survey("a", answers=texts)) == {
        "I nogen grad": "n3",
        "4": "n4",
        "To a lesser degree": "n2",
        "Meget uenig": "n1",
        "Ved ikke.": "dont_know",
        "Ikke relevant": "unanswered",
        "Ja": "",
        "7": "",
    }
