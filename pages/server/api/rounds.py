"""What programs read: rounds, evaluations, tables, documents. None of it holds a confidential word."""

import json
from datetime import date
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel

from data import queries
from data.database import Store
from data.models import Round
from data.parquet import parquet_file
from data.tokens import Scope
from evaluation.as_text import as_text
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json, round_snapshot
from language import Words
from materials.archive import zipped
from materials.documents.round_material import round_material
from materials.open_data.all_rounds import table_of_all_rounds, table_of_round
from materials.open_data.csv_table import csv_table, open_rows, plain_kind
from materials.open_data.excel_connection import excel_connection
from materials.open_data.package import open_tables
from materials.round_files import KINDS
from materials.round_order import round_order
from materials.round_parts import Made
from materials.round_set import in_turn
from materials.round_tables.table_model import RoundTable
from pages.server.api.answers import in_thread
from pages.server.api.caller import Asking
from pages.server.api.refusals import NoSuchKind
from pages.server.sign_in import sign_in_settings

router = APIRouter(tags=["read"])
EXCEL = "text/x-ms-odc; charset=utf-8"
PARQUET = "application/vnd.apache.parquet"
"""As registered with IANA."""


def _round_key(term: str, kind: str) -> str:
    return f"{term}/{kind}"


RoundKey = Annotated[str, Depends(_round_key)]
"""The round that an address names."""


class TableForm(StrEnum):
    """As what a table is given out: ``odc`` is a connection that Excel opens and refreshes."""

    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"
    ODC = "odc"


class TextForm(StrEnum):
    """As what an evaluation is given out."""

    JSON = "json"
    TEXT = "text"


class RoundHead(BaseModel):
    """A round; ``round`` is its key, ``TERM/KIND``."""

    round: str
    term: str
    kind: str
    period_from: date
    period_to: date
    status: str


class TableHead(BaseModel):
    """A table, in words, with its columns by name and kind."""

    table: str
    title: str
    meaning: str
    key: list[str]
    columns: dict[str, str]


class KindHead(BaseModel):
    """A kind of material and the names of its files."""

    kind: str
    label: str
    purpose: str
    files: list[str]


@router.get("/rounds")
async def rounds(caller: Asking) -> list[RoundHead]:
    """Every round, oldest first."""
    return await in_thread(
        lambda: [_head(each) for each in queries.rounds.oldest_first(caller.entered(Scope.READ)[0])]
    )


@router.get("/rounds/{term}/{kind}/evaluation", response_class=Response)
async def evaluation(caller: Asking, round_key: RoundKey, form: TextForm = TextForm.JSON) -> Response:
    """The whole evaluation: the same bytes as the command gives, of a closed round those whose SHA-256 is the
    round's checksum (docs/evaluation_json.md); or in words.
    """

    def answer() -> Response:
        store, _ = caller.entered(Scope.READ)
        chosen_round = find_round(store, round_key)
        if form is TextForm.JSON:
            return Response(evaluation_json(store, chosen_round), media_type="application/json")
        names = queries.bodies.names(store)
        text = as_text(round_snapshot(store, chosen_round), caller.words, names)
        return Response(text, media_type="text/plain; charset=utf-8")

    return await in_thread(answer)


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


@router.get("/rounds/{term}/{kind}/materials")
async def materials(caller: Asking, round_key: RoundKey) -> list[KindHead]:
    """What can be made of a round."""

    def answer() -> list[KindHead]:
        store, _ = caller.entered(Scope.READ)
        material = round_material(store, find_round(store, round_key))
        order, _ = round_order(store, material, caller.words)
        return [
            KindHead(
                kind=name,
                label=caller.words(each.label),
                purpose=caller.words(each.purpose),
                files=[file for part in each.parts(order) for file in part.names],
            )
            for name, each in KINDS.items()
        ]

    return await in_thread(answer)


@router.get("/rounds/{term}/{kind}/materials/{material}.zip", response_class=Response)
async def material(caller: Asking, round_key: RoundKey, material: str) -> Response:
    """The files of one kind of material as a ZIP, in the open version; what can't be made is named in
    ``missing.json`` in it.
    """

    def answer() -> Response:
        store, _ = caller.entered(Scope.READ)
        chosen_round = find_round(store, round_key)
        if material not in KINDS:
            raise NoSuchKind(material, KINDS)
        order, _ = round_order(store, round_material(store, chosen_round), caller.words)
        return _archive(list(in_turn(KINDS[material], order)), caller.words)

    return await in_thread(answer)


def _head(each: Round) -> RoundHead:
    return RoundHead(
        round=each.key,
        term=each.term,
        kind=each.kind,
        period_from=each.period_from,
        period_to=each.period_to,
        status=each.status,
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
            return _file(csv_table(table), "text/csv; charset=utf-8", name)
        case TableForm.PARQUET:
            kinds = {column.name: plain_kind(column) for column in table.data_columns}
            answer = _file(parquet_file(kinds, open_rows(table), {}), PARQUET, name)
            answer.headers["content-encoding"] = "identity"  # compressed already
            return answer
        case TableForm.ODC:
            address = _address(request).removesuffix(".odc") + ".csv"
            return _file(excel_connection(table, f"Øjenhøjde: {table.name}", address), EXCEL, name)
        case TableForm.JSON:
            rows = json.dumps(open_rows(table), ensure_ascii=False, default=date.isoformat)
            return Response(rows, media_type="application/json")


def _address(request: Request) -> str:
    """Where this was asked for, as people reach it."""
    settings = sign_in_settings()
    own = settings.address.rstrip("/") if settings else str(request.base_url).rstrip("/")
    return own.removesuffix(request.scope.get("root_path", "")) + request.url.path


def _archive(outcomes: list[Made], words: Words) -> Response:
    files: dict[str, bytes] = {}
    missing: dict[str, str] = {}
    for outcome in outcomes:
        files.update(outcome.files)
        missing.update({name: words.say(reason) for name, reason in outcome.missing.items()})
    if missing:
        files["missing.json"] = json.dumps(missing, ensure_ascii=False, indent=2).encode()
    return _file(zipped(files), "application/zip", "materials.zip")


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
