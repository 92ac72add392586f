"""Where what comes of a command goes at a terminal."""

import sys
from pathlib import Path

from data.cli_output import Terminal


class TerminalAndFolder(Terminal):
    """Lines to the terminal; files into a folder that is made where it is missing. ``names_files`` where each
    is named as it is written.
    """

    def __init__(self, folder: Path | None, *, names_files: bool = False) -> None:
        self._folder, self._names_files = folder, names_files

    def write(self, name: str, content: bytes) -> None:
        """Write a file."""
        assert self._folder is not None, name
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        if self._names_files:
            self.say(str(path))


class StandardOutput(Terminal):
    """Lines and the one file to the terminal."""

    def write(self, name: str, content: bytes) -> None:
        """Print the file, in UTF-8 whatever the terminal is."""
        sys.stdout.write(content.decode())
