"""What was decided to do after a round."""

from data.database import Store
from data.models import Action


def of_round(store: Store, round_key: str) -> list[Action]:
    """What was decided to do after a round, by principle and date."""
    rows = store.rows(
        "select action, round, principle, text, owner, due_on, state, outcome from actions where round ="
        " $round order by principle, due_on nulls last, action",
        round=round_key,
    )
    return [Action(*row) for row in rows]


def of_earlier_rounds(store: Store, round_key: str) -> list[Action]:
    """The actions of every round before this one, by round, principle and date."""
    rows = store.rows(
        "select action, a.round, principle, text, owner, due_on, state, outcome from actions a join"
        " round_days r using (round) where r.opening_day < (select opening_day from round_days where round ="
        " $round) order by r.opening_day, principle, due_on nulls last, action",
        round=round_key,
    )
    return [Action(*row) for row in rows]
