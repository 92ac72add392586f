"""Which lake the dashboard compares its register with."""

import os
from pathlib import Path

LAKE = "OEJENHOEJDE_LAKE"


def lake_setting() -> Path | None:
    """The folder that ``OEJENHOEJDE_LAKE`` names; None where it is not set."""
    folder = os.environ.get(LAKE, "").strip()
    return Path(folder) if folder else None
