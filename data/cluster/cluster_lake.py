"""A lake, open for reading: the same selects that DuckDB reads it by, carried out by a cluster.

The workers read the big files by themselves, at the path at which this program has them; small tables, whose
rows do not say whose they are, are sent along.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any

from data.cluster.address import ClusterError, answers, name_of, place_of
from data.cluster.session import connect
from data.errors import short
from data.lake.open_lake import VIEWS, Lake, file_of
from data.lake.tables import KEY, LAKE_TABLES, LakeTable
from language import N_, Sentence

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, Row

MUNICIPALITY = "municipality"
CODE = 4
"""So many signs of a key say whose it is."""
TYPES: Mapping[str, str] = {
    KEY: "string",
    "text": "string",
    "integer": "bigint",
    "number": "double",
    "date": "date",
    "boolean": "boolean",
    "moment": "timestamp_ntz",
}
"""What the kinds of a lake's columns are in Spark."""
LOST = N_("The cluster {cluster} stopped answering before the evaluation was done. Start it, and try again.")
UNSEEN = N_(
    "The cluster {cluster} sees {rows} of the {expected} rows of {table} in the lake {lake}. Its workers must"
    " be able to read the lake at this very path."
)
FAILED = N_(
    "The cluster {cluster} could not carry out the evaluation ({why}). Look whether its workers can read the"
    " lake {lake} at this very path."
)


class ClusterLake:
    """The records of many municipalities, read by a cluster. It is a
    :class:`data.record_source.RecordSource`, and gives what :class:`data.lake.open_lake.Lake` gives.
    """

    steps: Mapping[str, str] = MappingProxyType({})
    """Every relation says by itself whose its rows are."""

    def __init__(self, path: Path, engine: str) -> None:
        """Find the cluster and show it the lake. Raises what :func:`data.cluster.session.connect` and
        :class:`data.lake.open_lake.Lake` raise.
        """
        place_of(engine)
        self.path, self._engine = path, engine
        self._lake = Lake(path)
        self.manifests = self._lake.manifests
        with ExitStack() as undo:
            undo.callback(self._lake.close)
            self._session = connect(engine)
            undo.callback(self._session.stop)
            with self._errors():
                self._show()
                self._refuse_unseen()
            undo.pop_all()

    def __enter__(self) -> "ClusterLake":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the cluster and of the files."""
        self._session.stop()
        self._lake.close()

    def rows(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """The result of a select as tuples. Raises :class:`data.cluster.spark_sql.NotPortable` before
        anything runs, and :class:`ClusterError` where the cluster fails.
        """
        return [tuple(row) for row in self._collect(sql, values)]

    def records(self, sql: str, **values: Any) -> list[dict[str, Any]]:
        """The same with each row a dictionary by the names of its columns."""
        return [row.asDict() for row in self._collect(sql, values)]

    def _collect(self, sql: str, values: Mapping[str, Any]) -> "list[Row]":
        with self._errors():
            return self._select(sql, values).collect()

    def _select(self, sql: str, values: Mapping[str, Any]) -> "DataFrame":
        from data.cluster.arguments import arguments  # both need the extra
        from data.cluster.spark_sql import spark_sql

        return self._session.sql(spark_sql(sql), args=arguments(values))

    def _show(self) -> None:
        """Give every table its name on the cluster, for this visit alone."""
        for table in LAKE_TABLES.values():
            self._table(table).createOrReplaceTempView(table.name)
        for name, select in VIEWS.items():
            self._select(select, {}).createOrReplaceTempView(name)

    def _refuse_unseen(self) -> None:
        """Files that are not there are no error to every cluster, so the rows are counted."""
        counts = " union all ".join(
            f"select '{name}' as name, count(*) as rows from {name}" for name in LAKE_TABLES
        )
        for name, rows in self.rows(counts):
            expected = sum(each.files[LAKE_TABLES[name].file].rows for each in self.manifests.values())
            if rows != expected:
                values = {"cluster": name_of(self._engine), "lake": str(self.path), "table": name}
                raise ClusterError(Sentence(UNSEEN, {**values, "rows": rows, "expected": expected}))

    def _table(self, table: LakeTable) -> "DataFrame":
        """A table's rows of all municipalities, each with whose it is."""
        schema = ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in table.kinds.items())
        keys = [name for name, kind in table.kinds.items() if kind == KEY]
        if not keys:
            rows = self._lake.rows(f"select {', '.join([*table.kinds, MUNICIPALITY])} from {table.name}")
            return self._session.createDataFrame(rows, f"{schema}, {MUNICIPALITY} string")
        paths = [file_of(self.path, manifest, table) for manifest in self.manifests.values()]
        files = self._session.read.schema(schema).parquet(*(f"file://{path}" for path in paths))
        return files.withColumn(MUNICIPALITY, files[keys[0]].substr(1, CODE))

    @contextmanager
    def _errors(self) -> Iterator[None]:
        from grpc import RpcError
        from pyspark.errors import PySparkException

        try:
            yield
        except (PySparkException, RpcError) as problem:
            why = short(str(problem).partition("\n")[0], 200)
            values = {"cluster": name_of(self._engine), "lake": str(self.path), "why": why}
            text = FAILED if answers(self._engine) else LOST
            raise ClusterError(Sentence(text, values)) from problem
