"""Words with which people say that something goes on without an end."""

NO_END = frozenset(
    {
        "uden slutdato",
        "ingen slutdato",
        "uden slut",
        "løbende",
        "no end",
        "no end date",
        "ongoing",
        "fortløbende",
    }
)
