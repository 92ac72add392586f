"""The case in Word: what the round found, ready for the agenda, with recommendation and decision left to be
written.
"""

from collections.abc import Iterator, Mapping

from evaluation import fact_words
from evaluation.confidence_words import rules_words
from evaluation.effort import effort_sentences
from evaluation.overview_words import finding_title, key_sentence
from evaluation.summary import summarise_round
from language import Words
from materials.charts.chart import numbered
from materials.documents.blocks import Block, Document, Heading, Items, Text, clean
from materials.documents.case.earlier_treatment import earlier_treatment
from materials.documents.case.headings import headings_in
from materials.documents.case.principle_section import principle_section
from materials.documents.round_blocks import (
    Draw,
    answers_picture,
    draw_png,
    errata_blocks,
    results_table,
    said,
)
from materials.documents.round_material import RoundMaterial, document_name, round_document


def case_name(material: RoundMaterial, words: Words) -> str:
    """``Sag - Slutevaluering 2022-2025.docx``."""
    return document_name(material, words("Case"), "docx", words)


def case_document(
    material: RoundMaterial,
    words: Words,
    *,
    headings: Mapping[str, str] | None = None,
    draw: Draw = draw_png,
) -> Document:
    """The case in the words of one language; ``headings`` are the municipality's own, by section."""
    title = words("Evaluation of the five principles for involving citizens")
    names = headings_in(words, headings)
    sections: Mapping[str, Iterator[Block]] = {
        "earlier": earlier_treatment(material, words),
        "summary": _summary(material, words),
        "background": _background(material, words),
        "presentation": _presentation(material, draw, words),
        "economy": _economy(material, words),
        "recommendation": iter(
            [Text(words("[To be written: what the committee is asked to decide.]"), "muted")]
        ),
        "decision": iter([Text(words("[To be written after the meeting.]"), "muted")]),
        "annexes": _annexes(material, words),
    }
    blocks: list[Block] = []
    for key, section in sections.items():
        if content := list(section):
            blocks += [Heading(clean(names[key]), 1), *content]
        if key == "summary":
            blocks += errata_blocks(material, words)
    return round_document(material, title, tuple(blocks), words)


def _summary(material: RoundMaterial, words: Words) -> Iterator[Block]:
    findings = material.evaluation.principles
    lead = [finding_title(findings), key_sentence(material.evaluation)]
    yield Text(clean(said(lead, words)), "lead")
    yield results_table(findings, words)
    sentences = [each.sentence for each in summarise_round(material.evaluation)]
    yield Text(clean(said(sentences[_verdicts_said(material) :], words)))


def _verdicts_said(material: RoundMaterial) -> int:
    """How many sentences of the round's summary say the verdicts, which stand in the table here."""
    return len({finding.verdict.final for finding in material.evaluation.principles})


def _background(material: RoundMaterial, words: Words) -> Iterator[Block]:
    evaluation = material.evaluation
    yield Text(
        words(
            "The municipal council has laid down five principles for involving citizens and businesses. They"
            " are evaluated twice in each election term, by a qualitative assessment in the committees and at"
            " centre-management level: {principles}.",
            principles=tuple(clean(numbered(each, words)) for each in evaluation.principles),
        )
    )
    number = words.many("{count} consultation", "{count} consultations", evaluation.consultations)
    text = words(
        "This evaluation covers {consultations} from {first} to {last}. Each committee and each centre has"
        " given its reasons in words and chosen a step from 1 (not at all) to 5 (to a very high degree)."
        " Beside the two levels' judgement stand the facts of the records and what participants answered;"
        " neither decides a verdict.",
        consultations=number,
        first=evaluation.period_from,
        last=evaluation.period_to,
    )
    yield Text(f"{text} {words.say(rules_words(evaluation))}")


def _presentation(material: RoundMaterial, draw: Draw, words: Words) -> Iterator[Block]:
    yield from answers_picture(material, draw, words)
    for finding in material.evaluation.principles:
        yield from principle_section(finding, material, words)


def _economy(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """Effort against need: what was concluded, whether hours kept to the planned scale, and what it cost;
    nothing where neither hours nor costs are known.
    """
    snapshot, efforts = material.snapshot, material.snapshot.efforts
    conclusion = snapshot.conclusions.get("proportionality")
    has_hours, costs = efforts["hours_spent"].notna().any(), efforts["cost_dkk"].dropna()
    if conclusion and conclusion.text:
        yield Text(clean(conclusion.text))
    sentences = effort_sentences(efforts, snapshot.norms)
    facts = tuple(
        fact_words.fact_words(each) for each in material.evaluation.proportionality if each.value is not None
    )
    paragraph = [said(sentences, words)] if sentences else []
    if len(costs):
        paragraph.append(
            words(
                "External costs are recorded for {known} of {count} consultations: {amount} DKK in all.",
                known=len(costs),
                count=len(efforts),
                amount=float(costs.sum()),
            )
        )
    if facts and (has_hours or len(costs)):
        paragraph.append(words("In the records: {facts}.", facts=facts))
    if paragraph:
        yield Text(clean(" ".join(paragraph)))


def _annexes(material: RoundMaterial, words: Words) -> Iterator[Block]:
    annex = words(
        "{file}: every principle in full with the words of each committee and centre, facts and"
        " definitions, memory sheets and method",
        file=document_name(material, words("Annex"), "pdf", words),
    )
    result = words("The evaluation as JSON is not frozen yet.")
    if material.closing:
        result = words("The frozen evaluation as JSON, SHA-256 {sum}", sum=material.closing.sha256)
    yield Items((clean(annex), result))
