"""Foreign files are read in a child process with limits of memory and time: its death is a sentence, and the
server never notices.

The child is a script started afresh (``python -I script file``): a fork or a spawn of this process would run
the page's script again, or take its memory along. It answers in lines of JSON on its standard output.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator
from pathlib import Path
from typing import Any

MEMORY_BYTES = 600_000_000
CPU_SECONDS = 10
CLOCK_SECONDS = 15.0
LONGEST_ANSWER = 20_000_000
AT_ONCE = 2
PATIENCE_SECONDS = 120.0
"""So long a file waits for its turn."""

_TURNS = threading.BoundedSemaphore(AT_ONCE)


class ChildFailed(Exception):
    """The child ended without an answer: it was too slow, too large, or died."""


def answers_of(script: Path, content: bytes) -> Generator[dict[str, Any], None, None]:
    """What a script says of a file, one JSON object a line, as it comes; closing the iterator ends the child.

    ``content`` is put into a file whose path is the script's only argument. Raises :class:`ChildFailed`.
    """
    if not _TURNS.acquire(timeout=PATIENCE_SECONDS):
        raise ChildFailed("too many files at once")
    try:
        with tempfile.TemporaryDirectory(prefix="oejenhoejde-") as folder:
            path = Path(folder) / "file"
            path.write_bytes(content)
            yield from _lines(_started(script, path))
    finally:
        _TURNS.release()


def _started(script: Path, path: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-I", str(script), str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=path.parent,
        env={name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ},
    )


def _lines(child: "subprocess.Popen[bytes]") -> Generator[dict[str, Any], None, None]:
    """The child's answers; whatever happens, it has ended afterwards."""
    clock = threading.Timer(CLOCK_SECONDS, child.kill)
    clock.start()
    try:
        assert child.stdout is not None
        budget = LONGEST_ANSWER
        while line := child.stdout.readline(budget):
            budget -= len(line)
            if not line.endswith(b"\n"):
                raise ChildFailed("the answer is cut short")
            yield _read(line)
        if child.wait() != 0:
            raise ChildFailed(f"the child ended with {child.returncode}")
    finally:
        clock.cancel()
        child.kill()
        child.wait()
        if child.stdout is not None:
            child.stdout.close()


def _read(line: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except ValueError:
        raise ChildFailed("the answer is no JSON") from None
    if not isinstance(answer, dict):
        raise ChildFailed("the answer is no object")
    return answer


def limit_this_process() -> None:
    """In the child, before it looks at anything: no more than so much memory and time, no files written.

    Windows knows no such limits, and macOS keeps that of memory badly; the parent's clock and cap hold
    everywhere.
    """
    with contextlib.suppress(ImportError):
        import resource  # not on Windows

        limits = {
            resource.RLIMIT_AS: MEMORY_BYTES,
            resource.RLIMIT_CPU: CPU_SECONDS,
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_NOFILE: 64,
        }
        for limit, value in limits.items():
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(limit, (value, value))


def answer(**values: object) -> None:
    """In the child: one line of the answer."""
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()
