"""The API as programs ask it: a real server, real tokens, and what Power BI, pandas and Excel would read."""

import base64
import http.client
import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pandas as pd
import pyarrow.parquet
import pytest
from lxml import etree

from data.database import Store
from data.tokens import Scope
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json
from tests.support.api_client import ApiClient, multipart
from tests.support.servers import running
from workflow.person import at_this_machine
from workflow.tokens import TokenRequest, make_token

ROUND = "2022-2025/endterm"
IDA = at_this_machine("Ida Prøve")


@dataclass(frozen=True)
class Api(ApiClient):
    """A server, a token for each scope, one that has run out, and the evaluation as it stood before."""

    evaluation: str
    log: Path


@pytest.fixture(scope="module")
def api(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """One server for the whole module."""
    folder = tmp_path_factory.mktemp("api")
    database = Path(shutil.copy(demonstration_file, folder / "register.duckdb"))
    today = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    store, tokens = Store(database), {}
    for name, scopes, made_at in (
        ("read", (Scope.READ,), today),
        ("import", (Scope.IMPORT,), today),
        ("look_after", (Scope.LOOK_AFTER,), today),
        ("ended", (Scope.READ,), today - timedelta(days=9)),
    ):
        request = TokenRequest(name, "Bo Bang", scopes, made_at.date() + timedelta(days=2))
        tokens[name] = make_token(store, IDA, request, at=made_at)
    evaluation = evaluation_json(store, find_round(store, ROUND))
    store.close()
    log = folder / "log"
    with log.open("w") as output, running(database, output=output) as address:
        yield Api(address, tokens, evaluation, log)


def test_health_and_documentation_need_no_token(api: Api) -> None:
    """They tell nothing of records, and bring nothing from elsewhere."""
    status, headers, _ = api.ask("/health", "")
    assert (status, headers["cache-control"]) == (200, "no-store")
    health = api.json("/health", "")
    assert (health["status"], health["problems"]) == ("ok", [])
    page = api.ask("/docs", "")[2].decode()
    addresses = re.findall(r"(?:src|href)=\"([^\"]+)\"", page)
    assert addresses and [each for each in addresses if not each.startswith("/api/")] == []
    assert {api.ask(each.removeprefix("/api"), "")[0] for each in addresses} == {200}
    assert "/rounds/{term}/{kind}/evaluation" in api.json("/openapi.json", "")["paths"]


@pytest.mark.parametrize("scope", ["", "ended", "oeh_nonsense", "æøå"])
@pytest.mark.parametrize("path", ["/rounds", "/nothing", f"/rounds/{ROUND}/evaluation"])
def test_without_a_token_that_counts_nothing_is_told(api: Api, scope: str, path: str) -> None:
    """Nor whether there is such a thing."""
    status, headers, body = api.ask(path, scope.encode().decode("latin-1"))
    assert (status, headers["www-authenticate"]) == (401, 'Basic realm="Oejenhoejde"')
    assert "Adgang" in json.loads(body)["error"]


def test_an_evaluation_is_the_same_bytes(api: Api) -> None:
    """As the command and the frozen round have them."""
    assert api.ask(f"/rounds/{ROUND}/evaluation")[2].decode() == api.evaluation
    keys = [each["round"] for each in api.json("/rounds")]
    assert (len(keys), ROUND in keys) == (6, True)
    text = api.ask(f"/rounds/{ROUND}/evaluation?form=text&lang=en")[2].decode()
    assert text.startswith("End of term 2022–2025")
    status, _, body = api.ask("/rounds/2022-2025/no/evaluation", accept_language="en-GB,en;q=0.8")
    assert (status, "There is no round 2022-2025/no" in json.loads(body)["error"]) == (404, True)


def test_a_table_is_the_same_in_every_form(api: Api) -> None:
    """CSV by pandas, Parquet by Arrow, JSON, and Excel's connection leads to the CSV with typed columns."""
    address = f"{api.address}/api/rounds/{ROUND}/tables/results"
    header = {"Authorization": f"Bearer {api.tokens['read']}"}
    frame = pd.read_csv(f"{address}.csv", storage_options=header)
    rows = api.json(f"/rounds/{ROUND}/tables/results.json")
    parquet = pyarrow.parquet.read_table(io.BytesIO(api.ask(f"/rounds/{ROUND}/tables/results.parquet")[2]))
    assert (len(frame), list(frame.columns)) == (len(rows), list(rows[0]))
    assert parquet.column_names == list(rows[0])
    assert parquet["principle"].to_pylist() == [row["principle"] for row in rows]
    assert frame["principle"].tolist() == [row["principle"] for row in rows]
    heads = {each["table"]: each for each in api.json(f"/rounds/{ROUND}/tables")}
    assert list(heads["results"]["columns"]) == list(rows[0])
    connection = api.ask(f"/rounds/{ROUND}/tables/results.odc")[2].decode()
    mashup = re.search(r"<odc:PowerQueryMashupData>(.*)</odc:PowerQueryMashupData>", connection, re.DOTALL)
    assert mashup
    query = etree.fromstring(unescape(mashup[1])).findtext(".//{*}Formula") or ""
    assert f'Web.Contents("{address}.csv")' in query and '{"principle", Int64.Type}' in query


def test_a_spreadsheet_signs_in_with_the_token_as_password(api: Api) -> None:
    """Excel and Power BI know users and passwords alone."""
    user = base64.b64encode(f"anybody:{api.tokens['read']}".encode()).decode()
    assert api.ask("/rounds", "", authorization=f"Basic {user}")[0] == 200
    wrong = base64.b64encode(b"anybody:secret").decode()
    assert api.ask("/rounds", "", authorization=f"Basic {wrong}")[0] == 401
    assert api.ask("/rounds", "", authorization="Basic %%%")[0] == 401


def test_a_table_of_all_rounds_says_which_round_a_row_is_of(api: Api) -> None:
    """Its rows are those of every round."""
    rows = api.json("/tables/results.json")
    by_round = {each["round"] for each in rows}
    assert (len(by_round) > 3, next(iter(rows[0]))) == (True, "round")
    own = [{k: v for k, v in row.items() if k != "round"} for row in rows if row["round"] == ROUND]
    assert own == api.json(f"/rounds/{ROUND}/tables/results.json")
    status, _, body = api.ask("/tables/no.csv", accept_language="en")
    assert (status, "There is no table no. There are: " in json.loads(body)["error"]) == (404, True)


def test_materials_come_as_a_zip(api: Api) -> None:
    """Of every kind that there is; none of another name."""
    kinds = {each["kind"]: each["files"] for each in api.json(f"/rounds/{ROUND}/materials")}
    assert {"case", "slides", "workbook", "charts"} < set(kinds)
    status, headers, body = api.ask(f"/rounds/{ROUND}/materials/workbook.zip")
    assert (status, headers["content-type"], body[:2]) == (200, "application/zip", b"PK")
    assert headers["cache-control"] == "no-store"
    assert api.ask(f"/rounds/{ROUND}/materials/no.zip")[0] == 404


def test_a_file_is_looked_at_and_then_taken_in(api: Api) -> None:
    """By the name of the token's owner; what can't be taken in is named, and nothing is stored."""
    good, kind = multipart({"consultations.csv": "consultation,title\nc-api,Ny å\n".encode()})
    status, _, body = api.ask("/imports", "import", body=good, content_type=kind, accept_language="en")
    assert (status, json.loads(body)["status"]) == (200, "preview")
    assert "This was a trial" in json.loads(body)["lines"][-1]
    titles = {each["title"] for each in api.json("/tables/consultations.json")}
    assert "Ny å" not in titles
    bad, kind = multipart({"consultations.csv": b"consultation,title\nc1,T\nc1,X\n"}, store="true")
    status, _, body = api.ask("/imports", "import", body=bad, content_type=kind, accept_language="en")
    assert (status, json.loads(body)["status"]) == (422, "refused")
    stored, kind = multipart({"consultations.csv": "consultation,title\nc-api,Ny å\n".encode()}, store="true")
    status, _, body = api.ask("/imports", "import", body=stored, content_type=kind)
    assert (status, json.loads(body)["status"]) == (200, "stored")
    again, kind = multipart({"consultations.csv": "consultation,title\nc-api,Ny å\n".encode()})
    lines = json.loads(api.ask("/imports", "import", body=again, content_type=kind, accept_language="en")[2])[
        "lines"
    ]
    assert "1 unchanged" in lines[0]


def test_a_program_gives_nobody_access(api: Api) -> None:
    """A token that takes files in can't make its owner an administrator."""
    rule, kind = multipart(
        {"access_rules.csv": b"claim,value,role\nemail,bo@example.org,administrator\n"}, store="true"
    )
    assert api.ask("/imports", "import", body=rule, content_type=kind)[0] == 403


def test_a_list_of_another_system_is_taken_in_and_back(api: Api) -> None:
    """As by the command; then it is listed, and undone."""
    rows = "Titel;Startdato;Slutdato\nHøring om ny sti;2026-03-01;2026-04-15\n".encode()
    files, kind = multipart({"Lister 2026.csv": rows}, store="true")
    status, _, body = api.ask("/imports", "import", body=files, content_type=kind)
    assert (status, json.loads(body)["status"]) == (200, "stored"), body.decode()
    (listed,) = api.json("/imports", "import")
    assert (listed["who"], listed["new"], listed["undone_at"]) == ("Bo Bang (import)", 1, None)
    assert api.ask(f"/imports/{listed['number']}/undo", "import", method="POST")[0] == 200
    assert api.json("/imports", "import")[0]["undone_at"] is not None
    assert api.ask("/imports/99/undo", "import", method="POST")[0] == 409


def test_a_file_that_cannot_be_read_is_refused_for_what_it_is(api: Api) -> None:
    """A picture under a list's name, and an archive that is none: what was sent is wrong, not the address."""
    for name, content in (("liste.xlsx", b"\x89PNG\r\n\x1a\n"), ("liste.ods", b"PK\x03\x04")):
        files, kind = multipart({name: content})
        status, _, body = api.ask("/imports", "import", body=files, content_type=kind)
        assert (status, name in json.loads(body)["error"]) == (422, True)


def test_the_register_is_looked_after(api: Api, tmp_path: Path) -> None:
    """A backup comes whole, and a check says that all is sound."""
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(api.ask("/backup", "look_after")[2])
    report = api.json("/check", "look_after")
    store = Store(copy)
    (rows,) = store.rows("select count(*) from consultations")
    store.close()
    assert (report["problems"], report["tables"]["consultations"]["rows"]) == ([], rows[0])
    assert [api.ask(path, "read")[0] for path in ("/backup", "/check")] == [403, 403]


def test_a_token_is_for_what_it_was_made_for(api: Api) -> None:
    """Reading does not write, and writing does not read."""
    assert api.ask("/rounds", "import")[0] == 403
    assert api.ask("/imports", "read")[0] == 403
    files, kind = multipart({"bodies.csv": b"body,level,name\n"})
    status, _, body = api.ask("/imports", "read", body=files, content_type=kind, accept_language="en")
    assert (status, "it lacks “Take files in”" in json.loads(body)["error"]) == (403, True)


def test_what_is_too_large_is_refused(api: Api) -> None:
    """By what it announces, before it is read; and where it announces nothing, once it is."""
    status, _, body = api.ask(
        "/imports", "import", body=b"x", content_length="60000000", accept_language="en"
    )
    assert (status, "50 MB" in json.loads(body)["error"]) == (413, True)
    files, kind = multipart({"a.csv": b"x" * 51_000_000})
    connection = http.client.HTTPConnection(api.address.removeprefix("http://"), timeout=300)
    headers = {
        "authorization": f"Bearer {api.tokens['import']}",
        "content-type": kind,
        "accept-language": "en",
    }
    connection.request("POST", "/api/imports", iter([files]), headers, encode_chunked=True)
    answer = connection.getresponse()
    assert (answer.status, "50 MB" in json.loads(answer.read())["error"]) == (413, True)
    connection.close()


def test_what_cannot_be_asked_is_a_sentence(api: Api) -> None:
    """A field that is missing or wrong, an address with nothing, another way of asking, a body that is
    none.
    """
    sentences = []
    for path, body, kind, method in (
        ("/imports", b"{}", "application/json", "POST"),
        ("/rounds/2022-2025/endterm/tables/results.doc", None, "text/plain", "GET"),
        ("/nothing", None, "text/plain", "GET"),
        ("/rounds", b"", "text/plain", "POST"),
        ("/imports", b"nonsense", "multipart/form-data", "POST"),
    ):
        scope = "import" if "imports" in path else "read"
        status, _, answer = api.ask(
            path, scope, body=body, method=method, content_type=kind, accept_language="en"
        )
        sentences.append((status, json.loads(answer)["error"].partition(".")[0]))
    assert sentences == [
        (422, "These fields are missing or wrong: files"),
        (422, "These fields are missing or wrong: form"),
        (404, "There is nothing at /api/nothing"),
        (405, "/api/rounds can't be asked by POST"),
        (400, "The request could not be read"),
    ]


def test_every_use_is_an_event(api: Api) -> None:
    """With the token's name, what was asked, and never the token."""
    api.ask("/rounds")
    api.ask("/rounds", "ended")
    lines = [json.loads(line) for line in api.log.read_text().splitlines() if line.startswith('{"time"')]
    events = {(each.get("action"), each.get("person"), each.get("subject")) for each in lines}
    assert ("token_use", "Bo Bang (read)", "GET /api/rounds") in events
    assert ("token_refusal", "Bo Bang (ended)", "/api/rounds") in events
    assert not [secret for secret in api.tokens.values() if secret in api.log.read_text()]


def test_nobody_tries_tokens_without_end(api: Api) -> None:
    """After some wrong ones in a minute the rest is refused unlooked at; who has one is still let in."""
    statuses = [api.ask("/rounds", f"oeh_{number}")[0] for number in range(25)]
    assert (statuses[-1], api.ask("/rounds")[0]) == (429, 200)


def test_health_tells_that_the_file_is_gone(api: Api) -> None:
    """Pages can still be read, so the program is not down; but nothing can be saved, and nothing is."""
    database = api.log.with_name("register.duckdb")
    database.rename(database.with_name("moved.duckdb"))
    health = api.json("/health", "")
    assert (health["status"], health["problems"]) == ("degraded", ["replaced"])
    files, kind = multipart({"consultations.csv": b"consultation,title\nc-gone,T\n"}, store="true")
    assert api.ask("/imports", "import", body=files, content_type=kind)[0] == 503
    database.with_name("moved.duckdb").rename(database)
    assert api.json("/health", "")["status"] == "ok"
