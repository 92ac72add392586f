"""The handover letter at the end of a term: what the principles taught this council, for the next one."""

from collections.abc import Iterator
from dataclasses import replace

from data.database import Store
from evaluation.confidence_words import minority_words
from evaluation.effort import effort_sentences
from evaluation.experience_words import experience_in_short, experience_words
from evaluation.findings import PrincipleFinding
from evaluation.movement_words import movement_words
from evaluation.overview_words import finding_title, key_sentence
from evaluation.round_names import round_in_words, term_in_words
from evaluation.scales import VERDICTS
from evaluation.verdict_words import contested_words
from language import Sentence, Words
from materials.charts.chart import numbered
from materials.documents.blocks import Block, Document, Heading, Items, Table, Text, clean, table
from materials.documents.handover.promises_kept import promises_kept
from materials.documents.handover.to_look_at import to_look_at
from materials.documents.round_blocks import errata_blocks, said, table_caption
from materials.documents.round_material import RoundMaterial, document_name, round_document

ENDTERM = "endterm"


def has_handover(material: RoundMaterial) -> bool:
    """Whether the round ends a term: only then does a council hand over to the next one."""
    return material.evaluation.kind == ENDTERM


def handover_document(store: Store, material: RoundMaterial, words: Words) -> Document:
    """The letter in the words of one language, some two pages."""
    title = words(
        "To the next council: what the five principles taught us {term}",
        term=term_in_words(material.evaluation.term),
    )
    blocks = (
        *_verdicts(material, words),
        *errata_blocks(material, words),
        *_learned(material, words),
        *promises_kept(material, words),
        *_differences(material, words),
        *to_look_at(store, material, words),
    )
    return replace(round_document(material, clean(title), blocks, words), dense=True)


def handover_name(material: RoundMaterial, words: Words) -> str:
    """``Overleveringsbrev - Slutevaluering 2022-2025.docx``."""
    return document_name(material, words("Handover letter"), "docx", words)


def _verdicts(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """What was found, both rounds side by side, what rose and fell, and what participants said."""
    evaluation = material.evaluation
    yield Text(clean(said([finding_title(evaluation.principles), key_sentence(evaluation)], words)), "lead")
    yield _verdicts_table(material, words)
    meaningful = words(
        "Was it meaningful and relevant to the participants? {answer}",
        answer=experience_words(evaluation.experience_meaningful),
    )
    yield Text(clean(f"{said(movement_words(evaluation.principles), words)} {meaningful}"))


def _verdicts_table(material: RoundMaterial, words: Words) -> Table:
    """A row a principle: the round before beside this one, how many bodies moved which way, and what
    participants answered.
    """
    previous = material.previous
    before = (
        {each.principle: each.verdict.final for each in previous.evaluation.principles} if previous else {}
    )
    names = [
        round_in_words(each, words)
        for each in ([previous.evaluation.round] if previous else []) + [material.round.key]
    ]
    header = (
        words("Principle"),
        *names,
        words("Higher / same / lower"),
        words("Participants' middle answer"),
    )
    rows = [
        (
            numbered(finding, words),
            *([words(VERDICTS[before[finding.principle]])] if finding.principle in before else []),
            words(VERDICTS[finding.verdict.final]),
            _moves(finding),
            words.say(experience_in_short(finding.experience)),
        )
        for finding in material.evaluation.principles
    ]
    caption = words(
        "The verdicts of the term, with how many committees and centres rated higher, the same and lower"
    )
    widths = (25, 19, 17, 12, 27) if previous else (34, 20, 16, 30)
    return table([header, *rows], widths, table_caption(caption, words))


def _moves(finding: PrincipleFinding) -> str:
    change = finding.change
    return f"{change.up} / {change.same} / {change.down}" if change.paired else "–"


def _learned(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """What was concluded under each principle and about proportionality, in the secretary's words."""
    yield Heading(words("What we learned"), 1)
    names = {str(each.principle): numbered(each, words) for each in material.evaluation.principles}
    for key, name in names.items():
        conclusion = material.snapshot.conclusions.get(key)
        text = (conclusion and conclusion.text) or words("The conclusion is not written yet.")
        yield Text(clean(words("{name}: {text}", name=name, text=text)))
    conclusion = material.snapshot.conclusions.get("proportionality")
    parts = [conclusion.text] if conclusion and conclusion.text else []
    if sentences := effort_sentences(material.snapshot.efforts, material.snapshot.norms):
        parts.append(said(sentences, words))
    if parts:
        yield Text(clean(words("{name}: {text}", name=words("Proportionality"), text=" ".join(parts))))


def _differences(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """Where bodies and levels did not say the same: answers that stand against each other, and minorities."""
    yield Heading(words("Where we did not see the same"), 1)
    lines = [
        clean(f"{numbered(finding, words)}: {said(sentences, words)}")
        for finding in material.evaluation.principles
        if (sentences := _disagreeing(finding))
    ]
    if lines:
        yield Items(tuple(lines))
    else:
        yield Text(
            words(
                "Under no principle do the answers stand against each other, and no minority stands against a"
                " verdict."
            )
        )


def _disagreeing(finding: PrincipleFinding) -> list[Sentence]:
    minority = minority_words(finding)
    return [*contested_words(finding), *([minority] if minority else [])]
