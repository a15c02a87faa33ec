"""The desk as an application to mount at `/desk`: every page of the table behind one door."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from brightline.cases.service import Service
from brightline.desk.door import admit, is_ours
from brightline.desk.headers import SafeHeaders
from brightline.desk.kept import NOTHING, kept_of
from brightline.desk.pages import case_page
from brightline.desk.pages.refusal import refusal
from brightline.desk.pages.table import PAGES, Page
from brightline.desk.visit import Ask
from brightline.errors import BrightlineError, NotThere, Refused

MOST_FIELDS, MOST_FILES, MOST_FIELD_BYTES = 400, 4, 1 << 20


def make_desk(service: Service) -> Starlette:
    """The desk over a running service. Mount it at `/desk`; it knows its own addresses by that name."""
    routes = [Route(page.path, _answering(service, page), methods=[page.method]) for page in PAGES]
    static = Mount("/static", StaticFiles(packages=[("brightline.desk", "static")]))
    return Starlette(
        routes=[Route("/", _queue), *routes, static],
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={404: _unknown(service)},
    )


def _answering(service: Service, page: Page) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint of a page. Pages read and write the store, so each runs in a thread of its own."""

    async def endpoint(request: Request) -> Response:
        form = await _form(request) if request.method == "POST" else FormData()
        try:
            return await run_in_threadpool(_answer, service, page, request, form)
        finally:
            await form.close()

    return endpoint


def _answer(service: Service, page: Page, request: Request, form: FormData) -> Response:
    try:
        ask = admit(service, page.action, request, form)
        return ask if isinstance(ask, Response) else _answer_to(page, ask)
    except BrightlineError as told:
        return refusal(service, request, told, kept_of(page.path, form) if is_ours(request) else NOTHING)


def _answer_to(page: Page, ask: Ask) -> Response:
    """The answer of a page; a form of a case that is refused comes back with what was typed into it."""
    try:
        return page.answer(ask)
    except Refused as told:
        if page.method == "GET" or "case" not in ask.path or isinstance(told, NotThere):
            raise
        return case_page.refused(ask, told)


async def _form(request: Request) -> FormData:
    return await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_FIELD_BYTES)


def _unknown(service: Service) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def answer(request: Request, _: Exception) -> Response:
        told = NotThere(request.url.path[:200], "no such page", "a page of the desk", "Go to the queue.")
        return await run_in_threadpool(refusal, service, request, told)

    return answer


async def _queue(_: Request) -> Response:
    return RedirectResponse("/desk/queue", 303)
