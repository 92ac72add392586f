"""What each body answered about each principle; its words stand in the workbook alone, as far as their reader
may read them.
"""

from collections.abc import Mapping

from data.assessment_fields import FIELDS, REASON, TEXT
from data.models import Answer, Assessment
from evaluation.earlier_words import CONFIDENTIAL, WITHHELD, EarlierWords
from evaluation.scales import ANSWER_STATES, BASES, BODY_LEVELS, RATINGS
from language import N_, Words
from materials.charts.chart import short_title
from materials.documents.round_material import RoundMaterial
from materials.round_tables.common_columns import PRINCIPLE, TITLE
from materials.round_tables.table_model import Column, RoundTable, Row, Value

STEPS: Mapping[str, str] = {str(step): RATINGS[step] for step in sorted(RATINGS)}
WORDS = tuple(field for field in FIELDS if field.kind == TEXT)
BODY = Column(
    "body",
    "text",
    N_("Committee or centre, key"),
    N_("The key of the committee or centre."),
    refers_to="bodies",
)
COLUMNS = (
    PRINCIPLE,
    TITLE,
    Column("level", "text", N_("Level"), N_("Committee or centre."), 11, BODY_LEVELS),
    BODY,
    Column(
        "body_name",
        "text",
        N_("Committee or centre"),
        N_("The name of the committee or centre when the round opened."),
        26,
    ),
    Column(
        "asked",
        "boolean",
        N_("Asked"),
        N_(
            "Whether the committee or centre was asked; an answer of one that was not is shown, and"
            " not counted."
        ),
        7,
    ),
    Column(
        "status",
        "text",
        N_("State"),
        N_("How far the committee or centre has come. Only what is submitted is shown and counted."),
        13,
        ANSWER_STATES,
    ),
    Column(
        "rating",
        "integer",
        N_("Step"),
        N_("The step that the committee or centre chose, from 1 (not at all) to 5 (to a very high degree)."),
        6,
        STEPS,
        is_ordered=True,
    ),
    Column("step", "text", N_("Step in words"), N_("What the step is called."), 14, is_data=False),
    Column(
        "not_assessable",
        "boolean",
        N_("Cannot be judged"),
        N_("Whether the answer was that it cannot be judged, which is never a low mark."),
        9,
    ),
    Column(
        "basis",
        "text",
        N_("Basis"),
        N_("How well documented the committee or centre found its judgement."),
        10,
        {basis: BASES[basis] for basis in ("thin", "fair", "strong")},
        is_ordered=True,
    ),
    Column(
        "confidential",
        "boolean",
        N_("Closed words"),
        N_("Whether the committee or centre asked that its words be kept out of every public material."),
    ),
    Column(
        "words",
        "text",
        N_("Closed words"),
        N_("That the words are closed: withheld here, or marked in the confidential version."),
        16,
        is_data=False,
    ),
    *(
        Column(
            field.name,
            "text",
            field.short_label,
            N_("In the committee's or centre's own words."),
            50 if field is REASON else 26,
            is_data=False,
        )
        for field in WORDS
    ),
    Column(
        "themes", "list", N_("Themes"), N_("Themes that the committee or centre named."), 16, is_data=False
    ),
    Column(
        "evidence_titles",
        "list",
        N_("Points to"),
        N_("The consultations that the committee or centre pointed to."),
        28,
        is_data=False,
    ),
)
EVIDENCE = (
    PRINCIPLE,
    BODY,
    Column(
        "consultation",
        "text",
        N_("Consultation, key"),
        N_(
            "The consultation that the committee or centre pointed to; one outside the round is in no"
            " other table."
        ),
    ),
)


def assessments(material: RoundMaterial, words: Words) -> RoundTable:
    """A row for each body that was asked and each principle, also where it has not answered; then those that
    answered without being asked.
    """
    titles = {each.principle: short_title(each.title(words.code)) for each in material.evaluation.principles}
    answers = [(answer, True) for answer in material.snapshot.answers]
    places = {(answer.body, answer.principle) for answer, _ in answers}
    answers += [
        (_answer(each.assessment), False)
        for each in material.statements
        if (each.assessment.body, each.assessment.principle) not in places
    ]
    rows = [
        _row(answer, material, words) | {"asked": is_asked, "title": titles[answer.principle]}
        for answer, is_asked in sorted(answers, key=lambda each: each[0].principle)
    ]
    return RoundTable(
        "assessments",
        N_("Assessments"),
        N_("A row for each committee or centre and principle: what it answered."),
        ("principle", "body"),
        COLUMNS,
        tuple(rows),
    )


def evidence(material: RoundMaterial) -> RoundTable:
    """The consultations that bodies pointed to, a row each."""
    rows: list[Row] = [
        {"principle": each.assessment.principle, "body": each.assessment.body, "consultation": key}
        for each in material.statements
        for key in dict.fromkeys(each.assessment.evidence)
    ]
    return RoundTable(
        "evidence",
        N_("Consultations pointed to"),
        N_("A row for each consultation that a committee or centre pointed to under a principle."),
        ("principle", "body", "consultation"),
        EVIDENCE,
        tuple(rows),
    )


def _answer(assessment: Assessment) -> Answer:
    """What a body that was not asked answered."""
    return Answer(
        assessment.body,
        assessment.name,
        assessment.level,
        assessment.principle,
        assessment.status,
        assessment.rating,
        assessment.not_assessable,
        assessment.basis,
    )


def _row(answer: Answer, material: RoundMaterial, words: Words) -> dict[str, Value]:
    statement = material.statement(answer.body, answer.principle)
    return {
        "principle": answer.principle,
        "level": answer.level,
        "body": answer.body,
        "body_name": answer.name,
        "status": answer.status,
        "rating": answer.rating,
        "step": words(RATINGS[answer.rating]) if answer.rating else None,
        "not_assessable": answer.not_assessable if answer.status == "submitted" else None,
        "basis": answer.basis,
        **(_words(statement, material, words) if statement else {}),
    }


def _words(statement: EarlierWords, material: RoundMaterial, words: Words) -> dict[str, Value]:
    assessment = statement.assessment
    mark = WITHHELD if statement.withheld else CONFIDENTIAL if assessment.confidential else ""
    return {
        "confidential": assessment.confidential,
        "words": words(mark) or None,
        **{field.name: getattr(assessment, field.attribute) for field in WORDS},
        "themes": assessment.themes,
        "evidence_titles": tuple(material.consultation_titles.get(key, key) for key in assessment.evidence),
    }
