"""A program that saves one assessment again and again and says after each save which version is stored. It
is killed.
"""

import sys
from pathlib import Path

from data import queries
from data.database import Store
from data.writing import save_assessment

PLACE = ("2022-2025/endterm", "plan", 1)


def main(path: str) -> None:
    """Save until killed; every line printed is a save that was acknowledged."""
    store = Store(Path(path))
    found = queries.assessments.of_body(store, *PLACE)
    version = found.version if found else 0
    while True:
        values: dict[str, str | None] = {
            "round": PLACE[0],
            "body": PLACE[1],
            "principle": str(PLACE[2]),
            "consultation": None,
            "status": "submitted",
            "rating": str(version % 5 + 1),
            "justification": f"Gemt som nummer {version + 1}.",
            "themes": f"tema {version + 1}",
        }
        save_assessment(store, "writer", values, version)
        version += 1
        print(version, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
