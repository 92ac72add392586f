"""How the API answers: in threads of its own, in the language asked for, and never with a traceback."""

import logging
from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread
from babel import negotiate_locale
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException

from data.errors import CommandRefused, NotPermitted, StoreError, UserError
from language import DEFAULT, LANGUAGES, N_, Words, speak

Result = TypeVar("Result")
AT_ONCE = 4
"""So many requests read or write the register at a time; pages have threads of their own."""
_LIMITER = CapacityLimiter(AT_ONCE)
FAILED = N_("Something went wrong that you can't mend. What was saved is safe; the log says more.")

NOTHING = N_("There is nothing at {address}. What there is stands on /api/docs.")
NO_WAY = N_("{address} can't be asked by {method}. How it is asked stands on /api/docs.")
UNREADABLE = N_("The request could not be read. How it is asked stands on /api/docs.")
WRONG_FIELDS = N_("These fields are missing or wrong: {fields}. What they hold stands on /api/docs.")


async def in_thread(function: Callable[[], Result]) -> Result:
    """What a function gives that reads the register or computes, so that nobody else waits for it."""
    return await to_thread.run_sync(function, limiter=_LIMITER)


def language_of(headers: Headers) -> Words:
    """The language of an answer, by ``Accept-Language``; Danish where it names neither."""
    wanted = [each.partition(";")[0].strip() for each in headers.get("accept-language", "").split(",")]
    return speak(negotiate_locale(wanted, list(LANGUAGES), sep="-") or DEFAULT)


def words_of(request: Request) -> Words:
    """The language of a request: ``?lang=``, else by its headers."""
    language = request.query_params.get("lang")
    return speak(language) if language in LANGUAGES else language_of(request.headers)


async def refuse(request: Request, problem: Exception) -> JSONResponse:
    """A refusal as one sentence: 404 what is not there, 422 what was sent and can't be read, 403 what is not
    allowed, 409 what can't be done as it was asked, 503 a register that can't be used.
    """
    assert isinstance(problem, UserError), problem
    match problem:
        case NotPermitted():
            status = 403
        case CommandRefused():
            status = 409
        case StoreError():
            status = 503
        case _:
            status = 404 if request.method == "GET" else 422
    return JSONResponse({"error": words_of(request).say(problem.sentence)}, status)


async def refuse_address(request: Request, problem: Exception) -> JSONResponse:
    """What stands nowhere, or can't be asked in this way."""
    assert isinstance(problem, HTTPException), problem
    text = {404: NOTHING, 405: NO_WAY}.get(problem.status_code, UNREADABLE)
    line = words_of(request)(text, address=request.url.path, method=request.method)
    return JSONResponse({"error": line}, problem.status_code, problem.headers)


async def refuse_fields(request: Request, problem: Exception) -> JSONResponse:
    """Fields that are missing or can't be what they say, by name."""
    assert isinstance(problem, RequestValidationError), problem
    names = dict.fromkeys(str(error["loc"][-1]) for error in problem.errors())
    return JSONResponse({"error": words_of(request)(WRONG_FIELDS, fields=tuple(names))}, 422)


async def fail(request: Request, problem: Exception) -> JSONResponse:
    """An error that nobody foresaw: the log gets all of it."""
    logging.getLogger("oejenhoejde").error("A request could not be answered.", exc_info=problem)
    return JSONResponse({"error": words_of(request)(FAILED)}, 500)


def file_answer(content: bytes, media_type: str, name: str) -> Response:
    """A file to keep under a name."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
