"""The typeface of pictures and papers: Source Sans, as on screen, from a package of its own, so that they
look alike on every machine.
"""

import os
import tempfile
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import font_source_sans_pro

FOLDER = Path(font_source_sans_pro.font_directory)
SETTING = "FONTCONFIG_FILE"
SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">{others}</include>
  <dir>{folder}</dir>
</fontconfig>
"""


@cache
def for_programs() -> tempfile.TemporaryDirectory[str]:
    """Let the programs that we start find the typeface beside the machine's own, where fontconfig finds
    typefaces (Linux).

    A chart is drawn as an image, where a page's own typefaces are not to be had: only those that the machine
    knows. The folder with the setting is removed when the process ends.
    """
    others = os.environ.get(SETTING, "/etc/fonts/fonts.conf")
    place = tempfile.TemporaryDirectory(prefix="oejenhoejde-", ignore_cleanup_errors=True)
    settings = Path(place.name) / "fonts.conf"
    settings.write_text(SETTINGS.format(others=escape(others), folder=escape(str(FOLDER))), encoding="utf-8")
    os.environ[SETTING] = str(settings)
    return place
