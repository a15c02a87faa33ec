"""Every refusal as `application/problem+json` (RFC 9457): type, title, status, and a sentence in `detail`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from brightline.errors import BrightlineError, CallError, Refused, StoreError, WorkerLost

log = structlog.get_logger("brightline.http")
PROBLEM = "application/problem+json"
_MOST_DETAIL = 1000


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None, **more: object) -> Response:
    """A problem as a response; `more` stands beside the fields of the RFC."""
    title = HTTPStatus(status).phrase
    said = {"type": "about:blank", "title": title, "status": status, "detail": detail[:_MOST_DETAIL], **more}
    content = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
    return Response(content, status, dict(headers or {}), media_type=PROBLEM)


def add_handlers(app: FastAPI) -> None:
    """Make every error that a route may raise a problem. What is left over is caught by `guard`."""
    app.exception_handler(HTTPException)(_http)
    app.exception_handler(RequestValidationError)(_invalid)
    app.exception_handler(Refused)(_refused)
    app.exception_handler(CallError)(_wrong_call)
    app.exception_handler(StoreError)(_unavailable)
    app.exception_handler(WorkerLost)(_unavailable)


def _http(request: Request, told: HTTPException) -> Response:
    detail = str(told.detail)
    if told.status_code == 404 and detail == "Not Found":
        detail = "There is nothing at this address. GET /openapi.json lists what there is."
    if told.status_code == 405:
        detail = f"{request.method} is not answered here. GET /openapi.json lists what is."
    return problem(told.status_code, detail, told.headers)


def _wrong_call(request: Request, told: CallError) -> Response:
    return problem(400, str(told))


def _refused(request: Request, told: Refused) -> Response:
    seconds = getattr(told, "seconds", None)
    headers = {"Retry-After": str(seconds)} if seconds else {}
    if told.status == 401:
        headers["WWW-Authenticate"] = "ApiKey"
    return problem(told.status, str(told), headers)


def _unavailable(request: Request, told: BrightlineError) -> Response:
    """The store or the workers cannot answer now: nothing was kept, and the call may be sent again.

    What they said is for who runs the service: it names hosts and folders, so it goes to the log.
    """
    request_id = request.state.request_id
    log.error("unavailable", why=str(told), request_id=request_id)
    detail = f"The service cannot decide or store now; nothing of this call was kept. It is request {request_id}."
    return problem(503, detail, {"Retry-After": "1"})


def _invalid(request: Request, told: RequestValidationError) -> Response:
    errors = told.errors()
    return problem(422, "; ".join(_sentence(one) for one in errors[:5]), errors=[_where(one) for one in errors[:50]])


def _sentence(error: Mapping[str, object]) -> str:
    return f"{_where(error)}: {error.get('msg', 'not as expected')}"


def _where(error: Mapping[str, object]) -> str:
    """The place of an error, `query.limit`; what was found there is not repeated, for it may be a name."""
    place = error.get("loc", ())
    return ".".join(str(part) for part in place) if isinstance(place, Sequence) else str(place)
