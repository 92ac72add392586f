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
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

AT_ONCE = 2
PATIENCE_SECONDS = 120.0
"""So long a file waits for its turn."""


@dataclass(frozen=True)
class ChildLimits:
    """What a child may use: bytes of memory, seconds of the processor and of the clock, and bytes of its
    answer.
    """

    memory_bytes: int = 600_000_000
    cpu_seconds: int = 10
    clock_seconds: float = 15.0
    longest_answer: int = 20_000_000


USUAL_LIMITS = ChildLimits()
_TURNS = threading.BoundedSemaphore(AT_ONCE)


class ChildFailed(Exception):
    """The child ended without an answer: it was too slow, too large, or died."""


def answers_of(
    script: Path,
    content: bytes,
    *,
    request: Mapping[str, object] | None = None,
    limits: ChildLimits = USUAL_LIMITS,
) -> Generator[dict[str, Any], None, None]:
    """What a script says of a file, one JSON object a line, as it comes; closing the iterator ends the child.

    ``content`` is put into a file whose path is the script's first argument, and a ``request`` as JSON into
    one whose path is the second. Raises :class:`ChildFailed`.
    """
    if not _TURNS.acquire(timeout=PATIENCE_SECONDS):
        raise ChildFailed("too many files at once")
    try:
        with tempfile.TemporaryDirectory(prefix="oejenhoejde-") as folder:
            path = Path(folder) / "file"
            path.write_bytes(content)
            paths = [path]
            if request is not None:
                paths.append(path.with_name("request.json"))
                paths[-1].write_text(json.dumps(request), encoding="ascii")
            yield from _lines(_started(script, paths), limits)
    finally:
        _TURNS.release()


def _started(script: Path, paths: list[Path]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-I", str(script), *map(str, paths)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=paths[0].parent,
        env={name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ},
    )


def _lines(child: "subprocess.Popen[bytes]", limits: ChildLimits) -> Generator[dict[str, Any], None, None]:
    """The child's answers; whatever happens, it has ended afterwards."""
    clock = threading.Timer(limits.clock_seconds, child.kill)
    clock.start()
    try:
        assert child.stdout is not None
        budget = limits.longest_answer
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


def limit_this_process(limits: ChildLimits = USUAL_LIMITS) -> None:
    """In the child, before it looks at anything: no more than so much memory and time, no files written.

    Windows knows no such limits, and macOS keeps that of memory badly; the parent's clock and cap hold
    everywhere.
    """
    with contextlib.suppress(ImportError):
        import resource  # not on Windows

        values = {
            resource.RLIMIT_AS: limits.memory_bytes,
            resource.RLIMIT_CPU: limits.cpu_seconds,
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_NOFILE: 64,
        }
        for limit, value in values.items():
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(limit, (value, value))


def answer(**values: object) -> None:
    """In the child: one line of the answer."""
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()
