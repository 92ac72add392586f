"""A visit to a cluster. pyspark-client and what it needs are imported when one is asked for, and nowhere
before: nothing else of the program needs them.
"""

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from data.cluster.address import SECONDS, ClusterError, answers, name_of
from language import N_, Sentence

if TYPE_CHECKING:
    from pyspark.sql.connect.client import DefaultChannelBuilder
    from pyspark.sql.connect.session import SparkSession

EXTRA = ("sqlglot", "pyspark", "grpc")
SETTINGS: Mapping[str, str] = {"spark.sql.session.timeZone": "UTC", "spark.sql.ansi.enabled": "true"}
RETRIES, FIRST_WAIT, LONGEST_WAIT = 3, 200, 2_000
"""A line that breaks is tried again so often, after so many milliseconds; then the cluster counts as gone.
Left to itself, the client would go on for ten minutes.
"""
NO_EXTRA = N_(
    "An evaluation on a cluster needs sqlglot and pyspark-client, which are not installed. Install them:"
    " python -m pip install --require-hashes -r requirements-cluster.lock"
)
UNREACHABLE = N_(
    "The cluster {cluster} can't be reached. Check the address, and whether its Spark Connect server runs and"
    " may be reached from this machine."
)
NO_CLUSTER = N_("What answers at {cluster} is no Spark Connect server, or does not let this program in.")
OTHER_VERSION = N_(
    "The cluster {cluster} runs Spark {theirs}, and this program speaks as Spark {ours}, so that the same"
    " result is not certain. Nothing was run: use a cluster of that version."
)


def connect(engine: str) -> "SparkSession":
    """A visit to a cluster. Raises :class:`ClusterError` where the extra is not installed, and where there is
    no cluster within :data:`data.cluster.address.SECONDS`, or one of another version.
    """
    values = {"cluster": name_of(engine)}
    if not all(map(find_spec, EXTRA)):
        raise ClusterError(Sentence(NO_EXTRA))
    _load()
    if not answers(engine):
        raise ClusterError(Sentence(UNREACHABLE, values))
    with _as_sentence(values):
        session = _session(engine)
        theirs = _version(session.version)
        for name, setting in SETTINGS.items():
            session.conf.set(name, setting)
    ours = _version(_client_version())
    if theirs != ours:
        session.stop()
        raise ClusterError(Sentence(OTHER_VERSION, {**values, "theirs": theirs, "ours": ours}))
    return session


def _load() -> None:
    """Import the client without its warnings of a newer pandas, of which nothing here is used, and keep its
    log of whole statements to itself.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        import_module("pyspark.sql.connect.session")
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)


def _session(engine: str) -> "SparkSession":
    from pyspark.sql.connect.client import DefaultChannelBuilder
    from pyspark.sql.connect.client.retries import DefaultPolicy
    from pyspark.sql.connect.session import SparkSession

    builder = DefaultChannelBuilder(engine)
    _wait_until_ready(builder)
    session = SparkSession.builder.channelBuilder(builder).create()
    policy = DefaultPolicy(max_retries=RETRIES, initial_backoff=FIRST_WAIT, max_backoff=LONGEST_WAIT)
    session.client.set_retry_policies([policy])
    return session


def _wait_until_ready(builder: "DefaultChannelBuilder") -> None:
    """Raises ``grpc.FutureTimeoutError`` where what listens there does not speak as a cluster does."""
    import grpc

    with builder.toChannel() as channel:
        grpc.channel_ready_future(channel).result(SECONDS)


@contextmanager
def _as_sentence(values: Mapping[str, str]) -> Iterator[None]:
    from grpc import FutureTimeoutError, RpcError
    from pyspark.errors import PySparkException

    try:
        yield
    except (FutureTimeoutError, RpcError, PySparkException) as problem:
        raise ClusterError(Sentence(NO_CLUSTER, values)) from problem


def _client_version() -> str:
    import pyspark

    return str(pyspark.__version__)


def _version(text: str) -> str:
    """A version without its last number, which stands for mended faults alone."""
    return ".".join(text.split(".")[:2])
