"""What a program asks of the network, noted by itself: see ``watched/sitecustomize.py``."""

import os
from pathlib import Path

WATCHED = Path(__file__).with_name("watched")


def watched(notes: Path) -> dict[str, str]:
    """The environment in which a Python program writes every address that it looks up or connects to into a
    file, and its own number into another beside it (``.pid``).
    """
    path = os.pathsep.join(filter(None, [str(WATCHED), os.environ.get("PYTHONPATH", "")]))
    return {"PYTHONPATH": path, "WATCHED": str(notes)}
