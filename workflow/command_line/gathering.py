"""A register gathered into a lake, and withdrawn from it, at a terminal: its files come from whoever has the
register open, and are put in place here.
"""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from data.cli_output import CommandOutcome, Line
from data.clock import utc_now
from data.database import Store
from data.lake import place
from data.lake.gather import Gathering
from data.lake.municipalities import municipality_code, names
from data.lake.partition import partition_folder, read_manifest
from evaluation.snapshot import VERSION
from language import N_, Sentence
from workflow import lake as commands
from workflow.command_line.call import Call, Outlet
from workflow.command_line.carry_out import carry_out
from workflow.command_line.outlets import TerminalAndFolder
from workflow.person import Person

REGISTER = "register"
"""The file in which the register says by what a lake knows it."""


def gather_into(lake: Path, call: Call) -> CommandOutcome:
    """Put the register's records into a lake; what is there of the same municipality is replaced at once, or
    stays where anything fails. Raises :class:`data.errors.UserError`, OSError.
    """
    code = municipality_code(call.options["municipality"])
    with place.new_partition(lake, code) as folder:
        status = carry_out(call, TerminalAndFolder(folder))
    if status:
        return CommandOutcome(status, [])
    sentence = Sentence(
        N_("{municipality}: {count} row gathered into {lake}"),
        {"municipality": f"{code} {names()[code]}", "lake": str(lake)},
        plural=N_("{municipality}: {count} rows gathered into {lake}"),
        count=read_manifest(partition_folder(lake, code)).rows,
    )
    return CommandOutcome(0, [Line(sentence)])


def withdraw_from(lake: Path, call: Call) -> CommandOutcome:
    """Take the register's records out of a lake. Raises :class:`data.errors.UserError`, OSError."""
    code = municipality_code(call.options["municipality"])
    place.refuse_missing(lake, code)
    with TemporaryDirectory() as folder:
        if status := carry_out(call, TerminalAndFolder(Path(folder))):
            return CommandOutcome(status, [])
        register = (Path(folder) / REGISTER).read_text(encoding="ascii")
    sentence = Sentence(
        N_("{municipality}: {count} row taken out of {lake}"),
        {"municipality": f"{code} {names()[code]}", "lake": str(lake)},
        plural=N_("{municipality}: {count} rows taken out of {lake}"),
        count=place.withdraw(lake, code, register).rows,
    )
    return CommandOutcome(0, [Line(sentence)])


def write_partition(store: Store, person: Person, call: Call, outlet: Outlet) -> int:
    """Write the files of a partition, or by what the lake knows the register that is to be withdrawn; gives
    the exit status.
    """
    options = call.options
    code = municipality_code(options["municipality"])
    if options["withdraw"]:
        outlet.write(REGISTER, commands.withdraw(store, person, code).encode("ascii"))
        return 0
    for name, content in commands.gather(store, person, _gathering(code, options)):
        outlet.write(name, content)
    return 0


def _gathering(code: str, options: Mapping[str, Any]) -> Gathering:
    name = names()[code] if options["show_name"] else None
    return Gathering(code, name, options["inhabitants"], VERSION, utc_now())
