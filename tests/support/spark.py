"""``python -m tests.support.spark``: a real Apache Spark on this machine, until it is stopped.

A standalone master, two workers of one core each, and a Spark Connect server; pyspark brings all of them, in
an environment of its own (``make cluster``). Java 17 or newer must be there.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from data.cluster.address import answers
from tests.support.servers import ROOT, free_port
from tests.support.waiting import LIMIT, wait_until

OWN = ROOT / ".cluster"
MASTER = "org.apache.spark.deploy.master.Master"
WORKER = "org.apache.spark.deploy.worker.Worker"
CONNECT = "org.apache.spark.sql.connect.service.SparkConnectServer"
HERE = "127.0.0.1"
Process = subprocess.Popen[bytes]


@dataclass(frozen=True)
class Spark:
    """A running cluster: its address, its workers, and the folder of its logs."""

    engine: str
    workers: tuple[Process, ...]
    logs: Path

    def kill_a_worker(self) -> None:
        """At once, with all that it was doing; its executor is a process of its group."""
        os.killpg(self.workers[0].pid, signal.SIGKILL)


def home() -> Path | None:
    """Where Spark is installed, or None."""
    homes = sorted(OWN.glob("lib/python*/site-packages/pyspark"))
    return homes[0] if homes and shutil.which("java") else None


@contextmanager
def spark(port: int = 0) -> Iterator[Spark]:
    """A cluster, on the port asked for if it is free; gone afterwards, with all it wrote."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as running:
        logs, master_port, port = Path(folder), free_port(), free_port(port)
        master = f"spark://{HERE}:{master_port}"
        options = ("--host", HERE, "--webui-port", "0")
        running.enter_context(
            _program(logs, "master", ("spark-class", MASTER, *options, "--port", str(master_port)))
        )
        wait_until(lambda: _listens(master_port))
        workers = tuple(
            running.enter_context(
                _program(
                    logs, f"worker{number}", ("spark-class", WORKER, *options, "-c", "1", "-m", "1g", master)
                )
            )
            for number in (1, 2)
        )
        running.enter_context(_program(logs, "connect", ("spark-submit", *_connect(master, port))))
        engine = f"sc://{HERE}:{port}"
        wait_until(lambda: answers(engine))
        yield Spark(engine, workers, logs)


def _connect(master: str, port: int) -> Iterator[str]:
    settings = {
        "spark.connect.grpc.binding.address": HERE,
        "spark.connect.grpc.binding.port": str(port),
        "spark.driver.host": HERE,
        "spark.executor.memory": "700m",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
    }
    yield from ("--master", master, "--class", CONNECT, "--driver-memory", "1g")
    for name, value in settings.items():
        yield from ("--conf", f"{name}={value}")
    yield "spark-internal"


@contextmanager
def _program(logs: Path, name: str, command: Sequence[str]) -> Iterator[Process]:
    """One of Spark's programs in a group of processes of its own."""
    place = home()
    assert place, "Spark is not installed: make cluster"
    settings = {
        "SPARK_HOME": str(place),
        "SPARK_LOCAL_IP": HERE,
        "SPARK_LOCAL_DIRS": str(logs),
        "SPARK_WORKER_DIR": str(logs / "work"),
        "PYSPARK_PYTHON": str(OWN / "bin" / "python"),
    }
    with (logs / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            [place / "bin" / command[0], *command[1:]],
            cwd=logs,
            env=os.environ | settings,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(LIMIT)


def _listens(port: int) -> bool:
    try:
        socket.create_connection((HERE, port), 1).close()
    except OSError:
        return False
    return True


def main() -> int:
    """Start a cluster, say how to evaluate on it, and wait for Ctrl-C."""
    if home() is None:
        print("Spark needs Java 17 or newer, and its own environment: make cluster", file=sys.stderr)
        return 1
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: sys.exit(0))  # so that the cluster ends with us
    print("A master, two workers and a Spark Connect server are starting …", flush=True)
    with spark(15_002) as running:
        print(
            "They run. In another window, with a lake of your own:\n\n"
            "  .venv/bin/python -m evaluation 2022-2025/endterm --lake LAKE"
            f" --engine {running.engine}\n\nTheir logs: {running.logs}\nCtrl-C ends them.",
            flush=True,
        )
        signal.pause()
    return 0


if __name__ == "__main__":
    sys.exit(main())
