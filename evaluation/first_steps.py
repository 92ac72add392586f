"""What a new register needs before an evaluation can begin: who is asked, about what, and an open round."""

from dataclasses import dataclass

from data import queries
from data.database import Store


@dataclass(frozen=True)
class FirstSteps:
    """Which of the three first steps are done."""

    organisation: bool
    consultations: bool
    open_round: bool

    @property
    def is_new(self) -> bool:
        """Whether nothing can be evaluated yet: nobody could be asked, or no round was ever opened."""
        return not self.organisation or not self.open_round


def first_steps(store: Store) -> FirstSteps:
    """The steps as the register stands."""
    return FirstSteps(
        organisation=bool(queries.bodies.names(store)),
        consultations=queries.consultations.has_any(store),
        open_round=any(each.status != "planned" for each in queries.rounds.oldest_first(store)),
    )
