"""What was decided last time and what became of it, what was decided now, and what was corrected since."""

from collections.abc import Sequence

from data.models import Action
from evaluation.errata import erratum_head
from evaluation.round_names import round_in_sentence
from language import Words
from materials.documents.blocks import Table, table
from materials.documents.case.earlier_treatment import actions_table
from materials.documents.round_blocks import table_caption
from materials.documents.round_material import RoundMaterial
from materials.slides import notes
from materials.slides.deck import Deck
from materials.slides.table_slides import add_table_slides


def add_follow_up_slides(deck: Deck) -> None:
    """The actions after the round before, then those after this one; none where there are none."""
    material, words = deck.material, deck.words
    previous = material.previous
    if previous and material.promises:
        _add_actions(
            deck, previous.evaluation.round, material.promises, _outcome_title(material.promises, words)
        )
    if material.decisions:
        title = words.many(
            "{count} action was decided after this round",
            "{count} actions were decided after this round",
            len(material.decisions),
        )
        _add_actions(deck, material.round.key, material.decisions, title)


def _add_actions(deck: Deck, round_key: str, actions: Sequence[Action], title: str) -> None:
    words = deck.words
    name = round_in_sentence(round_key, words)
    caption = words("What was decided after {round}, and what became of it", round=name)
    count = words.many(
        "{count} action was decided after {round}.",
        "{count} actions were decided after {round}.",
        len(actions),
        round=name,
    )
    own = notes.notes_of(deck.material, words, count)
    add_table_slides(deck, title, actions_table(actions, caption, words), own)


def _outcome_title(actions: Sequence[Action], words: Words) -> str:
    """How many of last time's actions are done."""
    done_count = sum(action.state == "done" for action in actions)
    if done_count == len(actions):
        return words.many(
            "What was decided last time is done", "All {count} actions from last time are done", len(actions)
        )
    return words.many(
        "What was decided last time is not done",
        "{done} of {count} actions from last time are done",
        len(actions),
        done=done_count,
    )


def add_errata_slides(deck: Deck) -> None:
    """What was corrected after the closing; none where nothing was."""
    material, words = deck.material, deck.words
    if not material.errata:
        return
    title = words.many(
        "{count} erratum has been noted since the round closed",
        "{count} errata have been noted since the round closed",
        len(material.errata),
    )
    own = notes.notes_of(
        material, words, words("The frozen result is never changed: errata stand beside it.")
    )
    add_table_slides(deck, title, _errata(material, words), own)


def _errata(material: RoundMaterial, words: Words) -> Table:
    """The erratum that holds first, then those it corrects."""
    rows = []
    for thread in material.errata:
        for erratum in (thread.newest, *thread.corrected):
            head = words.say(erratum_head(erratum, material.body_names))
            if erratum is not thread.newest:
                head = words("{erratum}: corrected, no longer holds", erratum=head)
            rows.append((head, erratum.text, erratum.reason))
    header = (words("Erratum"), words("What is right"), words("Reason"))
    return table([header, *rows], (28, 42, 30), table_caption(words("Errata"), words))
