"""Read by Python at its start where this folder is on its path: every place that the process looks up or
connects to is written, a line each, into the file named by ``WATCHED``.
"""

import os
import sys

NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}


def _note(event: str, values: tuple[object, ...]) -> None:
    if event in NETWORK:
        place = values[1] if event in ("socket.connect", "socket.sendto") else values[0]
        with open(os.environ["WATCHED"], "a") as lines:  # noqa: PTH123  pathlib may be half loaded here
            lines.write(f"{event} {place}\n")


if "WATCHED" in os.environ:
    sys.addaudithook(_note)
    if "streamlit" in sys.orig_argv:  # not what the server starts
        with open(f"{os.environ['WATCHED']}.pid", "w") as number:  # noqa: PTH123
            number.write(str(os.getpid()))
