"""``python -m tests.support.pictures``: the README's pictures, of the demonstration records in a real
Chromium.
"""

import io
import os
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect, sync_playwright

from materials.charts.export import chromium
from tests.support.servers import ROOT, running
from tests.support.visitor import settle, visit
from tests.support.waiting import LIMIT
from workflow.demonstration import create_demonstration

PAGES = {
    "overview": "?lang=en&round=2022-2025/midterm",
    "principle": "principle?lang=en&round=2022-2025/endterm&principle=3",
    "assessments": "assessments?lang=en&round=2026-2029/midterm",
    "body": "body?lang=en&round=2022-2025/endterm&body=cbk",
}
SCREEN = {"width": 1440, "height": 900}
COLOURS = 200


def main() -> None:
    """Open each page and keep its first screen."""
    expect.set_options(timeout=1_000 * LIMIT)  # a machine may be busy with something else
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "register.duckdb"
        create_demonstration(database).close()
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        with running(database) as address:
            for name, link in PAGES.items():
                page = browser.new_page(viewport=SCREEN)  # type: ignore[arg-type]  # width and height
                visit(page, f"{address}/{link}")
                page.wait_for_load_state("networkidle")
                settle(page)
                picture = Image.open(io.BytesIO(page.screenshot()))
                few = picture.convert("RGB").quantize(COLOURS)
                few.save(ROOT / "docs" / f"{name}.png", optimize=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
