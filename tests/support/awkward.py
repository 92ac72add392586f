"""Registers with awkward data: nobody answered, one body, and a crowd of bodies whose names try a layout."""

from collections.abc import Sequence
from pathlib import Path

from data.database import Store
from tests.support.registers import BODIES, ROUNDS, new_filled

ROUND = "2022-2025/endterm"
LONG_NAME = "Udvalget for Bæredygtig Byudvikling, Landdistrikter og Havne"
LONG_WORD = "Speciallægepraksisplanlægningsstabiliseringsudvalgetsformand"
NAMES = (LONG_NAME, LONG_WORD, "Kommuneqarfik Sermersooq ĸalaallit nunaat", "لجنة التخطيط والبيئة")
"""Sixty letters in words and in one word, Greenlandic, and Arabic."""
CROWD = 40
"""So many bodies a level."""


def nobody_answered(path: Path) -> Store:
    """Two bodies that have not answered, no consultation and no earlier round."""
    return new_filled(path, {"rounds": ROUNDS[1:], "bodies": BODIES})


def one_body(path: Path) -> Store:
    """One committee alone, with very long words of its own; no centre to ask."""
    body = {**BODIES[0], "name": LONG_WORD}
    text = "Vi har talt om det i udvalget og er enige om meget. " * 150
    answers = [_answer(str(body["body"]), principle, principle, text) for principle in range(1, 6)]
    return new_filled(path, {"rounds": ROUNDS[1:], "bodies": [body], "assessments": answers})


def crowd(path: Path) -> Store:
    """Forty bodies a level that answered in two rounds; errata and actions are not among their records."""
    bodies = [
        {
            "body": f"{level[:2]}{number}",
            "level": level,
            "name": f"{NAMES[number % 4]} {number}",
            "active_from": "2018-01-01",
        }
        for level in ("committee", "centre")
        for number in range(CROWD)
    ]
    answers = [
        _answer(body["body"], principle, (place + principle) % 6, "Vi så det ved havnen.", round_key)
        for place, body in enumerate(bodies)
        for principle in range(1, 6)
        for round_key in (ROUNDS[0]["round"], ROUND)
    ]
    actions = [
        {
            "action": f"a{number}",
            "round": ROUND,
            "principle": str(number % 5 + 1),
            "text": f"{LONG_NAME} skal følge op på det, der blev aftalt, og fortælle om det. "
            * (1 + number % 3),
            "owner": NAMES[number % 4],
            "due_on": "2026-12-31",
            "state": "planned",
        }
        for number in range(25)
    ]
    return new_filled(path, {"rounds": ROUNDS, "bodies": bodies, "assessments": answers, "actions": actions})


AWKWARD = {"nobody": nobody_answered, "one body": one_body, "crowd": crowd}


def _answer(body: str, principle: int, rating: int, text: str, round_key: str = ROUND) -> dict[str, str]:
    """A submitted answer; a rating of 0 is one that could not be given."""
    return {
        "round": round_key,
        "body": body,
        "principle": str(principle),
        "rating": str(rating or ""),
        "not_assessable": "" if rating else "yes",
        "basis": BASES[(rating + principle) % 3],
        "justification": text,
        "status": "submitted",
    }


BASES: Sequence[str] = ("strong", "fair", "thin")
