"""``python -m data backup | restore | check``: what is said of them."""

from collections.abc import Iterator
from pathlib import Path

from data.backup import back_up
from data.check import check
from data.cli_output import CommandOutcome, Line, command_language, error
from data.restore import restore
from data.table_sums import Sums
from language import N_, Sentence

WROTE = N_("Wrote {file}, checked: it holds everything saved until {moment}.")
WROTE_EMPTY = N_("Wrote {file}, checked: nothing was saved in the register yet.")
TABLE = N_("{table}: {rows} rows, SHA-256 {sum}")
RESTORED = N_("{file} is in place as {register}, read through: {rows} rows in {tables} tables.")
COMPARED = N_("Every table equals the sums that were written with the backup.")
NOT_COMPARED = N_("No sums lie beside the backup, so that it could not be held against them.")
SET_ASIDE = N_("The register that was there before is {file}.")
SOUND = N_("{file} is sound: {rows} rows in {tables} tables were read, and every rule holds.")
UNSOUND = N_("{file} is not as it should be.")


def backup_command(register: Path, target: Path) -> CommandOutcome:
    """Copy the register, and say until when it holds what was saved."""
    newest = back_up(register, target).newest
    values = {"file": str(target), "moment": command_language().moment(newest) if newest else ""}
    return CommandOutcome(0, [Line(Sentence(WROTE if newest else WROTE_EMPTY, values))])


def restore_command(backup: Path, register: Path) -> CommandOutcome:
    """Put a backup in place, and say what it holds and where the former register is."""
    outcome = restore(backup, register)
    values = {"file": str(backup), "register": str(register), **_size(outcome.sums)}
    sentences = [Sentence(RESTORED, values), Sentence(COMPARED if outcome.is_compared else NOT_COMPARED)]
    if outcome.set_aside:
        sentences.append(Sentence(SET_ASIDE, {"file": str(outcome.set_aside)}))
    return CommandOutcome(0, [Line(each) for each in sentences])


def check_command(register: Path) -> CommandOutcome:
    """Every table with its sum, and what is wrong; the exit status is 1 where anything is."""
    report = check(register)
    lines = list(_tables(report.sums))
    if report.problems:
        lines += [error(each) for each in report.problems]
        return CommandOutcome(1, [*lines, error(Sentence(UNSOUND, {"file": str(register)}))])
    return CommandOutcome(0, [*lines, Line(Sentence(SOUND, {"file": str(register), **_size(report.sums)}))])


def _tables(sums: Sums) -> Iterator[Line]:
    for name, each in sums.items():
        yield Line(Sentence(TABLE, {"table": name, "rows": each.rows, "sum": each.sha256}))


def _size(sums: Sums) -> dict[str, object]:
    return {"rows": sum(each.rows for each in sums.values()), "tables": len(sums)}
