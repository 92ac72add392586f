"""The API as one application: its routes, its documentation, and who gets in."""

from fastapi import FastAPI, Security
from fastapi.exceptions import RequestValidationError
from fastapi.security import HTTPBearer
from fastapi_offline import FastAPIOffline
from starlette.exceptions import HTTPException
from starlette.routing import Mount
from streamlit import config

from data.errors import UserError
from evaluation.snapshot import VERSION
from pages.server.api import health, maintenance, materials, register, rounds, tables
from pages.server.api.answers import fail, refuse, refuse_address, refuse_fields
from pages.server.api.gate import Gate

ABOUT = """What programs read of the register and bring into it. Every request but this page and `/health`
needs a token: `Authorization: Bearer TOKEN`, or Basic with the token as the password. An administrator makes
it on the page *Adgang*. Answers are in Danish or English, by `Accept-Language` or `?lang=`. Errors are
`{"error": sentence}`. Nothing but a backup holds a confidential word."""


TOKEN = HTTPBearer(auto_error=False, description="A token that an administrator made.")
"""What the page of documentation asks for; :class:`Gate` looks at it."""


def api_mount() -> Mount:
    """Where the API stands: under ``/api``, after the base path that Streamlit was told of."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return Mount(f"/{base}/api" if base else "/api", app=Gate(api()), name="api")


def api() -> FastAPI:
    """All routes. The page of documentation (``/docs``) brings its own scripts, and nothing from
    elsewhere.
    """
    app = FastAPIOffline(
        redoc_url=None,
        title="Øjenhøjde",
        version=VERSION,
        description=ABOUT,
        exception_handlers={
            UserError: refuse,
            HTTPException: refuse_address,
            RequestValidationError: refuse_fields,
            Exception: fail,
        },
    )
    app.include_router(health.router)
    for each in (rounds, tables, materials, register, maintenance):
        app.include_router(each.router, dependencies=[Security(TOKEN)])
    return app
