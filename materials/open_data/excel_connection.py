"""A connection file for Excel (.odc): opened there, it asks for a table at its address and keeps asking.

The form is that of Excel's own exported Power Query connections: an Office Data Connection, in which the
query stands in the language M. Source: "[MS-ODCFF]: Office Data Connection (ODC) File Format" and Microsoft's
reference of Power Query M (Csv.Document, Web.Contents, Table.TransformColumnTypes), read in November 2026.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from materials.open_data.csv_table import plain_kind
from materials.round_tables.table_model import RoundTable

TYPES: Mapping[str, str] = {
    "text": "type text",
    "integer": "Int64.Type",
    "number": "type number",
    "date": "type date",
    "boolean": "type logical",
}
"""What M calls the kinds of columns."""
UTF_8 = 65001


def power_query(table: RoundTable, address: str) -> str:
    """The query in M that reads a table's CSV at an address, its columns typed. Excel and Power BI ask for
    user and password themselves (Basic; the password is the token).
    """
    columns = list(table.data_columns)
    types = ", ".join(f"{{{_text(each.name)}, {TYPES[plain_kind(each)]}}}" for each in columns)
    return "\n".join(
        (
            "let",
            f"    Source = Csv.Document(Web.Contents({_text(address)}),",
            f'        [Delimiter = ",", Encoding = {UTF_8}, QuoteStyle = QuoteStyle.Csv]),',
            "    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),",
            f'    Typed = Table.TransformColumnTypes(Rows, {{{types}}}, "en-US")',
            "in",
            "    Typed",
        )
    )


def excel_connection(table: RoundTable, title: str, address: str) -> bytes:
    """The connection file, by whose ``title`` Excel lists it."""
    return "\n".join(_lines(table.name, title, power_query(table, address))).encode()


def _lines(name: str, title: str, query: str) -> Iterator[str]:
    mashup = (
        '<Mashup xmlns="http://schemas.microsoft.com/DataMashup"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<Client>EXCEL</Client><Version>2.72.5556.181</Version><MinVersion>2.21.0.0</MinVersion>"
        "<Culture>en-US</Culture><SafeCombine>true</SafeCombine>"
        f'<Items><Query Name="{escape(name)}"><Formula><![CDATA[{query}]]></Formula>'
        '<IsParameterQuery xsi:nil="true" /><IsDirectQuery xsi:nil="true" /></Query></Items></Mashup>'
    )
    source = f"Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location={name};Extended Properties="
    yield '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">'
    yield "<head>"
    yield '<meta http-equiv="Content-Type" content="text/x-ms-odc; charset=utf-8">'
    yield '<meta name="ProgId" content="ODC.Database">'
    yield '<meta name="SourceType" content="OLEDB">'
    yield f"<title>{escape(title)}</title>"
    yield '<xml id="docprops"><o:DocumentProperties></o:DocumentProperties></xml>'
    yield '<xml id="msodc"><odc:OfficeDataConnection xmlns:odc="urn:schemas-microsoft-com:office:odc">'
    yield '<odc:PowerQueryConnection odc:Type="OLEDB">'
    yield f"<odc:ConnectionString>{escape(source)}</odc:ConnectionString>"
    yield "<odc:CommandType>SQL</odc:CommandType>"
    yield f"<odc:CommandText>SELECT * FROM [{escape(name)}]</odc:CommandText>"
    yield "</odc:PowerQueryConnection>"
    yield f"<odc:PowerQueryMashupData>{escape(mashup)}</odc:PowerQueryMashupData>"
    yield "</odc:OfficeDataConnection></xml>"
    yield "</head>"
    yield "</html>"


def _text(value: str) -> str:
    """A text in M: a quotation mark in it is written twice, and ``#(`` would begin an escape."""
    return '"' + value.replace('"', '""').replace("#(", "#(#)(") + '"'
