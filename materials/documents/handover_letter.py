"""The handover letter at the end of a term: what the principles taught this council, for the next one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from data.models import Action
from evaluation import fact_words
from evaluation.effort_words import proportionality_question
from evaluation.findings import PrincipleFinding
from evaluation.overview_words import finding_title, key_sentence
from evaluation.principles import INDICATORS
from evaluation.round_names import round_in_sentence
from evaluation.scales import ACTION_STATES, ROWS, VERDICTS
from evaluation.verdict_words import verdict_reasons
from language import Sentence, Words
from materials.charts.chart import numbered
from materials.documents.blocks import Block, Document, Heading, Items, Table, Text, clean, table
from materials.documents.round_blocks import errata_blocks, said, table_caption
from materials.documents.round_material import RoundMaterial, document_name, round_document

ENDTERM = "endterm"


def has_handover(material: RoundMaterial) -> bool:
    """Whether the round ends a term: only then does a council hand over to the next one."""
    return material.evaluation.kind == ENDTERM


def handover_document(material: RoundMaterial, words: Words) -> Document:
    """The letter in the words of one language, some two pages."""
    title = words(
        "To the next council: what the five principles taught us {term}", term=material.evaluation.term
    )
    blocks = (
        *_lead(material, words),
        *errata_blocks(material, words),
        *_learned(material, words),
        *_kept(material, words),
        *_differences(material, words),
        *_look_at(material, words),
    )
    return round_document(material, clean(title), blocks, words)


def handover_name(material: RoundMaterial, words: Words) -> str:
    """``Overleveringsbrev - Slutevaluering 2022-2025.docx``."""
    return document_name(material, words("Handover letter"), "docx", words)


def _lead(material: RoundMaterial, words: Words) -> Iterator[Block]:
    evaluation = material.evaluation
    yield Text(clean(said([finding_title(evaluation.principles), key_sentence(evaluation)], words)), "lead")
    yield _verdicts(material, words)


def _verdicts(material: RoundMaterial, words: Words) -> Table:
    """A row a principle: the round before beside this one, and how many bodies moved which way."""
    before = _verdicts_before(material)
    previous = material.previous
    name = round_in_sentence(previous.evaluation.round, words) if previous else words("before")
    header = (
        words("Principle"),
        name[:1].upper() + name[1:],
        words("Now"),
        words("Higher / same / lower"),
    )
    rows = [
        (
            numbered(finding, words),
            words(VERDICTS[before[finding.principle]]) if finding.principle in before else "–",
            words(VERDICTS[finding.verdict.final]),
            _moves(finding),
        )
        for finding in material.evaluation.principles
    ]
    caption = words("The verdicts of the term, with how many bodies rated higher, the same and lower")
    return table([header, *rows], (40, 22, 20, 18), table_caption(caption, words))


def _verdicts_before(material: RoundMaterial) -> Mapping[int, str]:
    findings = material.previous.evaluation.principles if material.previous else ()
    return {finding.principle: finding.verdict.final for finding in findings}


def _moves(finding: PrincipleFinding) -> str:
    change = finding.change
    return f"{change.up} / {change.same} / {change.down}" if change.paired else "–"


def _learned(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """What was concluded under each principle, in the secretary's words."""
    yield Heading(words("What we learned"), 1)
    for finding in material.evaluation.principles:
        conclusion = material.snapshot.conclusions.get(str(finding.principle))
        text = (conclusion and conclusion.text) or words("The conclusion is not written yet.")
        yield Text(clean(numbered(finding, words)), "strong")
        yield Text(clean(text))


def _kept(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """What was decided in the term and what became of it: counted, and what is still open by name."""
    actions = (*material.promises, *material.decisions)
    yield Heading(words("What we decided, and what became of it"), 1)
    if not actions:
        yield Text(words("No action is recorded."))
        return
    counts = Counter(action.state for action in actions)
    parts = tuple(f"{count} {words(ACTION_STATES[state]).lower()}" for state, count in counts.most_common())
    yield Text(words.many("{count} action: {parts}.", "{count} actions: {parts}.", len(actions), parts=parts))
    still_open = [action for action in actions if action.state in ("planned", "started")]
    if still_open:
        yield Text(words("Left to you:"))
        yield Items(tuple(clean(_open_action(action, words)) for action in still_open))


def _open_action(action: Action, words: Words) -> str:
    """An action that is not done, who owns it and by when."""
    owner = action.owner or words("nobody named")
    day = words.date(action.due_on, "short") or words("no date")
    return f"{action.text} ({words(ROWS[action.principle], number=action.principle)}; {owner}, {day})"


def _differences(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """Where levels, records and participants did not say the same."""
    lines = [
        (finding, sentences)
        for finding in material.evaluation.principles
        if (sentences := _disagreeing(finding))
    ]
    yield Heading(words("Where we did not see the same"), 1)
    if not lines:
        yield Text(words("Levels, records and participants point the same way under every principle."))
    else:
        yield Items(
            tuple(clean(f"{numbered(finding, words)}: {said(each, words)}") for finding, each in lines)
        )


def _disagreeing(finding: PrincipleFinding) -> list[Sentence]:
    contested = verdict_reasons(finding) if finding.verdict.final == "contested" else []
    contradiction = fact_words.contradiction_words(finding) if fact_words.voices_against(finding) else None
    return [*contested, *([contradiction] if contradiction else [])]


def _look_at(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """What the next council may begin with: what is not followed yet, what is not known, effort and need."""
    items = [*_not_followed(material.evaluation.principles, words), *_not_known(material, words)]
    efforts = material.snapshot.efforts
    if efforts["hours_spent"].notna().any():
        items.append(words.say(proportionality_question(efforts, material.snapshot.norms)))
    if items:
        yield Heading(words("What you may look at first"), 1)
        yield Items(tuple(clean(item) for item in items))


def _not_followed(findings: Sequence[PrincipleFinding], words: Words) -> Iterator[str]:
    """Each principle that is not followed, with the facts that miss their norm."""
    for finding in findings:
        if finding.verdict.final == "followed":
            continue
        missed = tuple(fact_words.fact_words(each) for each in finding.indicators if each.met is False)
        name = numbered(finding, words)
        verdict = words(VERDICTS[finding.verdict.final])
        if missed:
            yield words(
                "{principle} ({verdict}). The records miss: {facts}.",
                principle=name,
                verdict=verdict,
                facts=missed,
            )
        else:
            yield words("{principle} ({verdict}).", principle=name, verdict=verdict)


def _not_known(material: RoundMaterial, words: Words) -> Iterator[str]:
    """The facts that are not known of most consultations."""
    facts = [each for finding in material.evaluation.principles for each in finding.indicators]
    unknown = tuple(
        f"“{words(INDICATORS[each.indicator].label)}”" for each in facts if each.unknown > each.known
    )
    if unknown:
        yield words("Not recorded of most consultations: {facts}.", facts=unknown)
