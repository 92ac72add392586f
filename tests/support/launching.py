"""How tests start a Chromium."""

import os
from typing import Any

from materials.charts.export import chromium
from tests.support.waiting import LIMIT


def launch_arguments() -> dict[str, Any]:
    """The Chromium that draws chart files also opens the pages; its sandbox works for everyone but root."""
    arguments = ["--no-first-run", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return {"executable_path": chromium(), "args": arguments, "timeout": 1_000 * LIMIT}
