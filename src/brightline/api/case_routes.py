"""Cases: the queue by filters and cursor, one case, and what is done in it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from brightline.api.answers import answers, json_answer
from brightline.api.security import caller
from brightline.api.serving import service_of
from brightline.api.shapes import Case, CasePage, NewEvent, Records
from brightline.cases.actors import Actor
from brightline.cases.clearances import PAIR, PASSPORT, every_clearance
from brightline.cases.filters import filters_from
from brightline.cases.queue import LARGEST_PAGE, queue
from brightline.cases.view import case_view
from brightline.cases.workflow import Act, act

router = APIRouter(prefix="/v1/cases", tags=["cases"])
clearances = APIRouter(tags=["pairs and passports"])

Reader = Annotated[Actor, Depends(caller("cases.read"))]
_PAGING = frozenset(("cursor", "limit"))


@router.get("", responses=answers(CasePage))
async def list_cases(
    request: Request,
    actor: Reader,
    cursor: Annotated[str | None, Query(max_length=500, description="`next` of the page before")] = None,
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = 50,
) -> Response:
    """A page of the queue. Every other parameter is a filter, as in the desk's URLs; an unknown one is refused."""
    filters = filters_from({name: value for name, value in request.query_params.items() if name not in _PAGING})
    page = await run_in_threadpool(queue, service_of(request).store, filters, actor, cursor, limit)
    cases = [asdict(row) for row in page.rows]
    return json_answer({"cases": cases, "counts": dict(page.counts), "next": page.next})


@router.get("/{case_id}", responses=answers(Case, 404))
async def get_case(request: Request, actor: Reader, case_id: str) -> Response:
    """One case: its decision, the message, what was done, and what this caller may do."""
    return json_answer(asdict(await run_in_threadpool(case_view, service_of(request).store, case_id, actor)))


@router.post("/{case_id}/events", status_code=201, responses=answers(Case, 404, 409, status=201))
async def add_event(request: Request, actor: Reader, case_id: str, event: NewEvent) -> Response:
    """Do something in a case; the case as it is then. What role and state allow is in the case's `actions`."""
    service = service_of(request)
    message = event.message.encode("utf-8", "replace") if event.message is not None else None
    one = Act(**event.model_dump(exclude={"message"}), message=message)
    view = await run_in_threadpool(act, service.store, case_id, one, actor, service.deciding)
    return json_answer(asdict(view), status=201)


@clearances.get("/v1/pairs", responses=answers(Records))
@clearances.get("/v1/passports", responses=answers(Records))
async def list_clearances(request: Request, actor: Annotated[Actor, Depends(caller("clearances.read"))]) -> Response:
    """What two people found of a party or a relationship: proposed, live, refused and ended ones."""
    kind = PAIR if request.url.path.endswith("pairs") else PASSPORT
    found = await run_in_threadpool(every_clearance, service_of(request).store, kind, actor)
    return json_answer({"records": [dict(one) for one in found]})
