"""Exchange files taken in by a command, and what is said of it."""

from dataclasses import dataclass
from pathlib import Path

from data.ballerup import translation
from data.cli_output import CommandOutcome, Line, notice
from data.database import Store
from data.import_lines import lines_of
from data.ingest.csv_file import SourceTable, read_csv_file
from data.ingest.folders import passed_over, read_folder
from data.schema import TABLES, Table
from language import Sentence
from workflow.exchange_files import take_exchange_files_in
from workflow.import_command import TRIAL
from workflow.person import Person


@dataclass(frozen=True)
class ExchangeFiles:
    """A file or a folder of exchange files, or of the Ballerup data set; ``kind`` says what a file holds
    where its name does not.
    """

    path: Path
    kind: str | None = None
    dry_run: bool = False
    accept_valid: bool = False


def import_exchange_files(store: Store, person: Person, exchange_files: ExchangeFiles) -> CommandOutcome:
    """Take exchange files in; gives what is to be said and the exit status. Raises
    :class:`data.errors.UnreadableFile`.
    """
    sheets, notices = _sheets(exchange_files.path, exchange_files.kind)
    outcomes = take_exchange_files_in(
        store, person, sheets, accept_valid=exchange_files.accept_valid, dry_run=exchange_files.dry_run
    )
    lines = [notice(sentence) for sentence in notices]
    for one in outcomes:
        lines += lines_of(one)
    if exchange_files.dry_run:
        lines.append(Line(Sentence(TRIAL)))
    return CommandOutcome(1 if any(one.rejected or one.errors for one in outcomes) else 0, lines)


def _sheets(path: Path, kind: str | None) -> tuple[list[tuple[Table, SourceTable]], list[Sentence]]:
    """What is to be taken in, and what must be told of the files as such."""
    if kind == "ballerup" or (kind is None and path.is_dir() and translation.recognises(path)):
        sheets, remarks = translation.translate(path)
        return sheets, [remark.sentence for remark in remarks]
    if path.is_dir():
        return read_folder(path), passed_over(path)
    return [(TABLES[kind or path.stem.lower()], read_csv_file(path))], []
