"""What a body, and those it took over from, answered through the rounds."""

from dataclasses import replace

from data import queries
from data.database import Store
from data.models import Answer
from evaluation.round_names import round_in_words
from language import Words
from pages import session


def own_answers(store: Store, body: str, words: Words) -> list[Answer]:
    """What the body, or those it took over from, answered in each held round; the newest first, a row a
    round.
    """
    lineage, rows = queries.bodies.lineage(store, body), []
    for each, _ in session.rounds_held()[::-1]:
        name = round_in_words(each.key, words)
        answers = [answer for answer in session.snapshot_in(each).answers if answer.body in lineage]
        for answer in answers:
            label = name if answer.body == body else f"{name} · {answer.name}"
            rows.append(replace(answer, body=f"{each.key} {answer.body}", name=label))
    return rows
