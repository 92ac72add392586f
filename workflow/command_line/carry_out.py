"""A command done where the register is: by the dashboard that has it open, else here."""

from data import running_dashboard
from data.local_name import local_name
from data.log_lines import quiet
from data.register import database_path
from workflow.command_line.call import Call, Outlet
from workflow.command_line.remote import ask
from workflow.person import at_this_machine

NOBODY = "command line"
"""Who did it, for the history, where a user of the machine is no person."""


def carry_out(call: Call, outlet: Outlet) -> int:
    """Do what was asked for; gives the exit status. Raises :class:`data.errors.UserError`, OSError."""
    register = database_path()
    if dashboard := running_dashboard.find(register):
        return ask(dashboard, call, outlet)
    # A command that only asks the dashboard loads none of it.
    from workflow.command_line.works import WORKS

    work = WORKS[call.command]
    with quiet(), work.open(register, call) as store:
        return work.run(store, at_this_machine(call.person), call, outlet)


def person_at_command_line() -> str:
    """Who runs the command; a user of the machine that is no person is not named."""
    return local_name(database_path()) or NOBODY
