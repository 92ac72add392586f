"""A program that saves one assessment again and again and says after each save which version is stored. It
is killed.
"""

import sys
from pathlib import Path

from data import queries
from data.database import Store
from data.models import AssessmentPlace
from workflow.answers import AssessmentAnswer
from workflow.assessments import save_assessment
from workflow.person import at_this_machine

PLACE = AssessmentPlace("2022-2025/endterm", "plan", 1)


def main(path: str) -> None:
    """Save until killed; every line printed is a save that was acknowledged."""
    store = Store(Path(path))
    stored = queries.assessments.of_body(store, *PLACE)
    version = stored.version if stored else 0
    while True:
        answer = AssessmentAnswer(
            {"justification": f"Gemt som nummer {version + 1}."},
            rating=version % 5 + 1,
            themes=(f"tema {version + 1}",),
            status="submitted",
        )
        save_assessment(store, at_this_machine("writer"), place=PLACE, answer=answer, version=version)
        version += 1
        print(version, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
