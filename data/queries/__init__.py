"""What the program reads: a file a concept, its selects beside it. ``from data import queries``, then
``queries.bodies.expected(…)``.
"""

from data.queries import (
    access,
    actions,
    answers,
    assessments,
    bodies,
    clarifications,
    closings,
    conclusions,
    consultations,
    days_off,
    exchange_rows,
    experiences,
    history,
    imports,
    meetings,
    methods,
    norms,
    principles,
    rounds,
    themes,
)

__all__ = [
    "access",
    "actions",
    "answers",
    "assessments",
    "bodies",
    "clarifications",
    "closings",
    "conclusions",
    "consultations",
    "days_off",
    "exchange_rows",
    "experiences",
    "history",
    "imports",
    "meetings",
    "methods",
    "norms",
    "principles",
    "rounds",
    "themes",
]
