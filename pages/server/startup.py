"""What happens before the first visitor comes."""

import gc
import importlib
import logging
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

import data
import evaluation
import materials
import workflow
from data.audit import Action, AuditEvent, record
from data.errors import StoreError
from data.log_lines import log_as_json
from data.register import database_path
from evaluation.snapshot import VERSION
from language import LANGUAGES, speak
from materials.charts.sheet import new_sheet
from pages import session
from pages.server.backup_thread import backups_on_schedule
from pages.server.command_server import command_server
from pages.server.connections import send_at_once
from pages.server.first_administrator import FIRST_ADMINISTRATOR
from workflow.trial import remove_leftovers

EXTRA = "data.cluster."
"""What needs libraries that the program itself doesn't have, and no page uses."""

EXTRA = "data.cluster."
"""What needs libraries that the program itself doesn't have, and no page uses."""


@asynccontextmanager
async def warm_up(app: st.App) -> AsyncIterator[None]:
    """Make the register if it is missing, and get everything loaded that the first visitor would wait for.

    Streamlit takes a folder named ``pages`` for its older kind of app until ``st.navigation`` has run once,
    and tells the first visitor who follows a link that the page does not exist. It is told before anybody
    comes that this is no such app. What is loaded by now stays for good: Streamlit collects garbage after
    every run of a page, and would go through all of it.
    """
    log_as_json()
    remove_leftovers()
    PagesManager.uses_pages_directory = False
    for room in (data, evaluation, materials, workflow):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if not module.name.endswith("__main__") and not module.name.startswith(EXTRA):
                importlib.import_module(module.name)
    for language in LANGUAGES:
        new_sheet(language).cut(10).to_json()
        speak(language)
    is_usable = try_register()
    send_at_once()
    gc.collect()
    gc.freeze()
    commands = command_server(database_path()) if is_usable else nullcontext()
    with commands, backups_on_schedule(keep_event):
        yield


def keep_event(event: AuditEvent) -> None:
    """Keep what the program did by itself, in the register that is open now; where none is, the
    log has what became of it."""
    with suppress(StoreError):
        record(session.store(), event)


def try_register() -> bool:
    """Open the register, or make it, and keep it open: no other program takes it before the first visitor
    comes. Gives whether it can be used; the log tells why it can't, and the frame tells visitors. Where
    people sign in and nobody is administrator, the console tells how to become one.
    """
    try:
        store = session.store()
    except StoreError as problem:
        logging.getLogger("oejenhoejde").error("%s", problem)
        return False
    record(store, AuditEvent(Action.START, "", subject=VERSION))
    session.end_old_drafts_daily()
    if session.sign_in():
        FIRST_ADMINISTRATOR.print_code(store)
    return True
