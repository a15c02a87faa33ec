"""The outermost layer: gives each request an id, keeps to the limits, and lets no fault out but as a problem.

Logs say method, route, status, duration, request id and who asked by id: never a path's, query's or body's content,
for these may name people.
"""

from __future__ import annotations

import re
import time
import traceback
import uuid
from collections.abc import Awaitable, Callable
from http import HTTPMethod

import structlog
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from brightline.api.limits import Limits, SenderGone, TooLarge, TooSlow, announced, leave_unread, read_body, replayed
from brightline.api.problems import problem
from brightline.cases.meters import Meters

log = structlog.get_logger("brightline.http")
Known = Callable[[Request], Awaitable[bool]]  # whether somebody we know sends a request
_METHODS = frozenset(HTTPMethod)
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}\Z")


class Guard:
    """Wraps the application. One for each service."""

    def __init__(self, app: ASGIApp, limits: Limits, meters: Meters, known: Known) -> None:
        self._app, self._limits, self._meters, self._known = app, limits, meters, known
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; whatever else the server sends passes through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        self._under_way += 1
        try:
            await self._answer(scope, receive, send)
        finally:
            self._under_way -= 1

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        answer = _Answer(send, _request_id(scope))
        scope.setdefault("state", {})["request_id"] = answer.request_id
        try:
            await self._inside(scope, receive, answer)
        except SenderGone:
            answer.status = 499
        except Exception as fault:  # noqa: BLE001 - the last door: a problem instead of a broken connection
            _log_fault(fault, answer.request_id)
            if not answer.status:
                detail = f"A fault of ours; nothing was released by it. Report request {answer.request_id}."
                await problem(500, detail)(scope, receive, answer)
        self._told(scope, answer, time.perf_counter() - began)

    async def _inside(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        if not await self._may_send(scope):
            await self._refuse_stranger(scope, receive, answer)
            return
        refused = await self._refused(scope, receive)
        if isinstance(refused, Response):
            await refused(scope, receive, answer)
        else:
            await self._app(scope, replayed(refused), answer)

    async def _may_send(self, scope: Scope) -> bool:
        """Whether a body may come: a small one from anybody, a large one from those we know."""
        size = announced(scope)
        return (size is not None and size <= self._limits.of_strangers) or await self._known(Request(scope))

    async def _refuse_stranger(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        """401 before the body is read; the connection is closed behind it."""
        told = f"A body of more than {self._limits.of_strangers} bytes is read from callers we know. Send a live key."
        headers = {"Connection": "close", "WWW-Authenticate": "ApiKey"}
        refusal = problem(401, told, headers)
        await answer({"type": "http.response.start", "status": 401, "headers": refusal.raw_headers})
        await answer({"type": "http.response.body", "body": refusal.body, "more_body": True})
        if not any(name == b"expect" for name, _ in scope["headers"]):
            await leave_unread(receive, self._limits)
        await answer({"type": "http.response.body", "body": b""})

    async def _refused(self, scope: Scope, receive: Receive) -> Response | bytes:
        """The body, or why it is not taken."""
        if self._under_way > self._limits.under_way:
            return problem(503, "Too many requests are under way. Try again in a second.", {"Retry-After": "1"})
        closing = {"Connection": "close"}
        try:
            return await read_body(scope, receive, self._limits)
        except TooLarge:
            return problem(413, f"The body is larger than {self._limits.body} bytes. Send fewer payments.", closing)
        except TooSlow:
            seconds = f"{self._limits.read_seconds:g} seconds"
            return problem(408, f"The body did not come within {seconds}. Send it again, faster.", closing)

    def _told(self, scope: Scope, answer: _Answer, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "none")
        method = scope["method"] if scope["method"] in _METHODS else "other"  # whoever sends, counts stay few
        self._meters.request(method, route, answer.status, seconds)
        actor = scope.get("state", {}).get("actor_id", "")
        log.info(
            "request",
            method=method,
            route=route,
            status=answer.status,
            ms=round(seconds * 1000, 1),
            request_id=answer.request_id,
            actor=actor,
        )


class _Answer:
    """Passes an answer on, with its request id, and remembers the status."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send, self.request_id, self.status = send, request_id, 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["x-request-id"] = self.request_id
            headers.setdefault("x-content-type-options", "nosniff")
            headers.setdefault("cache-control", "no-store")
        await self._send(message)


def _request_id(scope: Scope) -> str:
    """The sender's id where it is a plain one, else a new one."""
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _REQUEST_ID.match(value):
            return str(value.decode())
    return uuid.uuid4().hex


def _log_fault(fault: Exception, request_id: str) -> None:
    """What broke and where, not what it said: the words of an error may hold names."""
    frames = traceback.extract_tb(fault.__traceback__)[-4:]
    places = [f"{frame.filename.rpartition('brightline/')[2]}:{frame.lineno}" for frame in frames]
    log.error("fault", kind=type(fault).__name__, places=places, request_id=request_id)
