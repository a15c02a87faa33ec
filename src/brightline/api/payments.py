"""Payments in, decisions out."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, HTTPException, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute

from brightline.api.answers import answers
from brightline.api.envelope import opened
from brightline.api.problems import problem
from brightline.api.security import caller, poster
from brightline.api.serving import asked, service_of
from brightline.api.shapes import Decisions
from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.intake import Accepted, Arrival, earlier_answer
from brightline.cases.kept import decision_line
from brightline.cases.service import Service
from brightline.errors import CallError
from brightline.screen.moments import read_moment
from brightline.screen.wire import read_line

router = APIRouter(tags=["payments"])

TAKEN = ("application/xml", "text/xml", "text/plain", "application/json", "application/octet-stream")
_SAYS_NOTHING = "application/x-www-form-urlencoded"  # what curl sends where nothing was said
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_BODY = {"requestBody": {"required": True, "content": {name: {"schema": {"type": "string"}} for name in TAKEN}}}


class ReadByHand(APIRoute):
    """The route payments come by: its parameters are declared for the OpenAPI document, and read here.

    What FastAPI does to find the arguments of a call costs as much processor time as screening a name.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers a request."""

        async def handle(request: Request) -> Response:
            actor = await poster(request)
            as_of, key = request.query_params.get("as_of"), request.headers.get("idempotency-key")
            answer: Response = await self.endpoint(request, actor, as_of, key)
            return answer

        return handle


posting = APIRouter(tags=["payments"], route_class=ReadByHand)


@posting.post("/v1/payments", status_code=201, openapi_extra=_BODY, responses=answers(Decisions, 415, status=201))
async def post_payments(
    request: Request,
    actor: Annotated[Actor, Depends(caller("payments.post"))],
    as_of: Annotated[str | None, Query(description="The moment of law and of knowledge; default: now")] = None,
    idempotency_key: Annotated[str | None, Header(description="The same key and body: the first answer")] = None,
) -> Response:
    """Screen and store every payment of a message: 201 when all decisions are on disk.

    A JSON body `{"payment": …, "papers": […]}` hands in papers with a payment object or a message as one text. A body
    that cannot be read is kept, opens a case for a person, and is answered 422.
    """
    service = service_of(request)
    arrival = await _arrival(request, actor, as_of, idempotency_key)
    if arrival.key and (earlier := await run_in_threadpool(earlier_answer, service.store, arrival)):
        return _answer(earlier)
    accepted = await asked(service.take(arrival, *opened(arrival.body)))
    if not accepted.again:
        _count(service, accepted)
    return _answer(accepted)


async def _arrival(request: Request, actor: Actor, as_of: str | None, key: str | None) -> Arrival:
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type and content_type not in (*TAKEN, _SAYS_NOTHING):
        raise HTTPException(415, f"Content type {content_type[:60]!r} is not read. Send {', '.join(TAKEN)}, or none.")
    if key is not None and not _KEY.fullmatch(key):
        raise CallError("Idempotency-Key", "a key of another form", "1 to 255 printable ASCII characters, no blanks")
    moment = service_of(request).store.now().replace(microsecond=0)
    given = read_moment(_plus(as_of), "as_of") if as_of is not None else moment
    body = await request.body()
    return Arrival(body, content_type, given, as_of is not None, actor.id, key, request.state.key_digest)


def _plus(written: str) -> str:
    """A `+` of a zone that was sent without escaping arrives as a blank."""
    return re.sub(r" (\d{2}:?\d{2})$", r"+\1", written)


def _count(service: Service, accepted: Accepted) -> None:
    """Outcomes, and the rules that hold a payment; a released one has none, so its line is not read for them."""
    for outcome, line in zip(accepted.outcomes, accepted.lines, strict=True):
        service.meters.decided(outcome, {} if outcome == "release" else read_line(line.decode("utf-8")))


def _answer(accepted: Accepted) -> Response:
    lines = b",".join(one.rstrip(b"\n") for one in accepted.lines)
    if accepted.readable:
        return Response(b'{"decisions":[' + lines + b"]}", 201, media_type="application/json")
    decisions = [read_line(one.decode("utf-8")) for one in accepted.lines]
    told = decisions[0].get("error")
    words = "; ".join(f"{name}: {said}" for name, said in told.items() if said) if isinstance(told, dict) else ""
    detail = f"Nothing in the body could be read as a payment ({words}). It is kept, and a person will look at it."
    return problem(422, detail, decisions=decisions, cases=list(accepted.cases))


@router.get("/v1/decisions/{decision_id}", responses=answers(None, 404), response_class=Response)
async def get_decision(
    request: Request,
    actor: Annotated[Actor, Depends(caller("decisions.read"))],
    decision_id: Annotated[str, Path(description="The id of the decision")],
) -> Response:
    """A decision as it was answered, byte for byte."""
    line = await run_in_threadpool(_line, service_of(request).store, decision_id)
    return Response(line.rstrip(b"\n"), media_type="application/json")


def _line(store: Store, decision_id: str) -> bytes:
    with store.read() as conn:
        return decision_line(conn, decision_id)
