"""Tables of a round or of all rounds, as its open data have them."""

import json
from datetime import date
from enum import StrEnum

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from data.database import Store
from data.parquet import parquet_file
from data.tokens import Scope
from evaluation.evaluate import find_round
from language import Words
from materials.documents.round_material import round_material
from materials.open_data.all_rounds import table_of_all_rounds, table_of_round
from materials.open_data.csv_table import csv_table, open_rows, plain_kind
from materials.open_data.excel_connection import excel_connection
from materials.open_data.package import open_tables
from materials.round_tables.table_model import RoundTable
from pages.server.api.answers import file_answer, in_thread
from pages.server.api.caller import Asking, RoundKey
from pages.server.sign_in import sign_in_settings

router = APIRouter(tags=["read"])
EXCEL = "text/x-ms-odc; charset=utf-8"
PARQUET = "application/vnd.apache.parquet"
"""As registered with IANA."""


class TableForm(StrEnum):
    """As what a table is given out: ``odc`` is a connection that Excel opens and refreshes."""

    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"
    ODC = "odc"


class TableHead(BaseModel):
    """A table, in words, with its columns by name and kind."""

    table: str
    title: str
    meaning: str
    key: list[str]
    columns: dict[str, str]


@router.get("/rounds/{term}/{kind}/tables")
async def tables(caller: Asking, round_key: RoundKey) -> list[TableHead]:
    """Which tables a round has, and what stands in them."""

    def answer() -> list[TableHead]:
        store, _ = caller.entered(Scope.READ)
        material = round_material(store, find_round(store, round_key))
        return [_table_head(table, caller.words) for table in open_tables(store, material, caller.words)]

    return await in_thread(answer)


@router.get("/rounds/{term}/{kind}/tables/{table}.{form}", response_class=Response)
async def table(
    request: Request, caller: Asking, round_key: RoundKey, table: str, form: TableForm
) -> Response:
    """One table of a round, as its open data have it."""

    def read(store: Store) -> RoundTable:
        material = round_material(store, find_round(store, round_key))
        return table_of_round(store, material, table, caller.words)

    return await in_thread(lambda: _given_out(read(caller.entered(Scope.READ)[0]), form, request))


@router.get("/tables/{table}.{form}", response_class=Response)
async def table_of_all(request: Request, caller: Asking, table: str, form: TableForm) -> Response:
    """One table of all rounds, with the round of each row: for reports over time."""
    return await in_thread(
        lambda: _given_out(
            table_of_all_rounds(caller.entered(Scope.READ)[0], table, caller.words), form, request
        )
    )


def _table_head(table: RoundTable, words: Words) -> TableHead:
    columns = {column.name: plain_kind(column) for column in table.data_columns}
    return TableHead(
        table=table.name,
        title=words(table.title),
        meaning=words(table.meaning),
        key=list(table.key),
        columns=columns,
    )


def _given_out(table: RoundTable, form: TableForm, request: Request) -> Response:
    name = f"{table.name}.{form}"
    match form:
        case TableForm.CSV:
            return file_answer(csv_table(table), "text/csv; charset=utf-8", name)
        case TableForm.PARQUET:
            kinds = {column.name: plain_kind(column) for column in table.data_columns}
            answer = file_answer(parquet_file(kinds, open_rows(table), {}), PARQUET, name)
            answer.headers["content-encoding"] = "identity"  # compressed already
            return answer
        case TableForm.ODC:
            address = _address(request).removesuffix(".odc") + ".csv"
            return file_answer(excel_connection(table, f"Øjenhøjde: {table.name}", address), EXCEL, name)
        case TableForm.JSON:
            rows = json.dumps(open_rows(table), ensure_ascii=False, default=date.isoformat)
            return Response(rows, media_type="application/json")


def _address(request: Request) -> str:
    """Where this was asked for, as people reach it."""
    settings = sign_in_settings()
    own = settings.address.rstrip("/") if settings else str(request.base_url).rstrip("/")
    return own.removesuffix(request.scope.get("root_path", "")) + request.url.path
