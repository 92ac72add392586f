"""What was found and decided last time, and what became of it: the section fills itself."""

from collections.abc import Iterator, Sequence

from data.models import Action
from evaluation.overview_words import finding_title
from evaluation.round_names import round_in_sentence
from evaluation.scales import ACTION_STATES, ROWS, VERDICTS
from evaluation.snapshot import RoundSnapshot
from language import Words
from materials.charts.chart import numbered
from materials.documents.blocks import Block, Table, Text, clean, table
from materials.documents.round_blocks import table_caption
from materials.documents.round_material import RoundMaterial


def earlier_treatment(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """The previous round's verdicts and conclusions, and the actions that were decided after it."""
    previous = material.previous
    if previous is None:
        yield Text(words("This is the first time that the principles are evaluated."))
        return
    name = round_in_sentence(previous.evaluation.round, words)
    finding = words.say(finding_title(previous.evaluation.principles))
    yield Text(
        clean(words("The principles were last evaluated in {round}: {finding}.", round=name, finding=finding))
    )
    yield _conclusions(previous, name, words)
    if material.promises:
        yield actions_table(
            material.promises,
            words("What was decided after {round}, and what became of it", round=name),
            words,
        )
        yield from live_notice(material, words)
    else:
        yield Text(words("No action was decided after it."))


def _conclusions(previous: RoundSnapshot, name: str, words: Words) -> Table:
    rows = [(words("Principle and verdict"), words("Conclusion"))]
    for finding in previous.evaluation.principles:
        conclusion = previous.conclusions.get(str(finding.principle))
        text = (conclusion and conclusion.text) or words("Nothing was concluded.")
        verdict = words(VERDICTS[finding.verdict.final])
        rows.append((f"{numbered(finding, words)}\n{verdict}", text))
    caption = words("What was concluded in {round}", round=name)
    return table(rows, (27, 73), table_caption(caption, words))


def live_notice(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """That outcomes are those of the register, which goes on after a round is closed; nothing for an open
    one.
    """
    if not material.is_draft:
        text = words("What became of it is told as the register stood on {day}.", day=material.register_on)
        yield Text(text, "muted")


def actions_table(actions: Sequence[Action], caption: str, words: Words) -> Table:
    """A row an action: what stands under it, who owns it and by when, its state and its outcome."""
    header = (words("What was decided"), words("Who and by when"), words("What became of it"))
    rows = [
        (
            f"{action.text} ({words(ROWS[action.principle], number=action.principle)})",
            "\n".join(
                (
                    action.owner or words("nobody named"),
                    words.date(action.due_on, "short") or words("no date"),
                )
            ),
            f"{words(ACTION_STATES[action.state])}: {action.outcome or words('no outcome is recorded yet')}",
        )
        for action in actions
    ]
    return table([header, *rows], (38, 22, 40), table_caption(caption, words))
