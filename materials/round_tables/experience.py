"""What participants answered, as counts: beside the bodies that judge."""

from collections.abc import Mapping

from data.schema import MEANINGFUL
from evaluation.findings import Experience
from evaluation.questionnaire import QUESTIONS as QUESTION_TEXTS
from language import N_, Words
from materials.documents.round_material import RoundMaterial
from materials.round_tables.common_columns import MEDIANS, QUESTIONS, count_columns, counts_by_step, medians
from materials.round_tables.table_model import Column, RoundTable, Value

COLUMNS = (
    Column(
        "question",
        "text",
        N_("About"),
        N_("The principle's number, or whether taking part was meaningful and relevant."),
        13,
        QUESTIONS,
    ),
    Column("text", "text", N_("Question"), N_("What participants were asked."), 60),
    Column(
        "consultations",
        "integer",
        N_("Consultations"),
        N_("Consultations whose participants were asked; empty where none were."),
        14,
    ),
    Column("answers", "integer", N_("Answers"), N_("Participants that answered 1 to 5."), 10),
    *count_columns(N_("How many participants chose the step.")),
    Column(
        "dont_know",
        "integer",
        N_("Don't know"),
        N_("Participants that did not know; not among the answers."),
        9,
    ),
    *MEDIANS,
)


def experience(material: RoundMaterial, words: Words) -> RoundTable:
    """A row a question. Without enough answers it has counts and no middle answer."""
    experiences: Mapping[str, Experience | None] = {
        **{str(finding.principle): finding.experience for finding in material.evaluation.principles},
        MEANINGFUL: material.evaluation.experience_meaningful,
    }
    rows = [
        {"question": question, "text": words(QUESTION_TEXTS[question]), **_counts(answers)}
        for question, answers in experiences.items()
    ]
    return RoundTable(
        "experience",
        N_("Experience"),
        N_("A row for each question that participants were asked: how many gave each answer."),
        ("question",),
        COLUMNS,
        tuple(rows),
    )


def _counts(answers: Experience | None) -> dict[str, Value]:
    if answers is None:
        return {}
    return {
        "consultations": answers.consultations,
        "answers": answers.answers,
        **counts_by_step(answers.counts),
        "dont_know": answers.dont_know,
        **medians(answers.median),
    }
