"""The lists in use, what the service counts, and whether it is well."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import text

from brightline.api.answers import answers, json_answer
from brightline.api.security import caller
from brightline.api.serving import service_of
from brightline.api.shapes import Lists
from brightline.api.yente.shapes import Status
from brightline.cases.actors import Actor
from brightline.cases.filters import Filters
from brightline.cases.meters import CONTENT_TYPE
from brightline.cases.queue import queue
from brightline.cases.service import Service
from brightline.errors import StoreError

router = APIRouter(tags=["service"])
_STATED = ("list", "published", "digest", "entries", "regime", "publisher", "excerpt", "public")


@router.get("/v1/lists", responses=answers(Lists))
async def lists(request: Request, actor: Annotated[Actor, Depends(caller("lists.read"))]) -> Response:
    """The edition in use: each list with its publication, digest and age in seconds."""
    service = service_of(request)
    ages = service.list_ages()
    told = [
        {name: getattr(one.version, name) for name in _STATED} | {"age_seconds": int(ages[one.version.list])}
        for one in service.edition.lists
    ]
    return json_answer({"edition": service.edition.note.id, "trial": service.edition.trial, "lists": told})


@router.get("/metrics", response_class=Response, responses=answers(None))
async def metrics(request: Request, actor: Annotated[Actor, Depends(caller("metrics.read"))]) -> Response:
    """Counters and timers as Prometheus reads them."""
    service = service_of(request)
    await run_in_threadpool(_set_gauges, service, actor)
    return Response(service.meters.text(), media_type=CONTENT_TYPE)


def _set_gauges(service: Service, actor: Actor) -> None:
    counts = queue(service.store, Filters(), actor, limit=1).counts
    overdue = counts.get("overdue", 0)
    service.meters.set_lists(service.list_ages())
    service.meters.set_queue(counts, overdue)


@router.get("/healthz", responses=answers(Status))
async def healthz() -> Response:
    """That the service answers at all. Needs no key."""
    return json_answer({"status": "ok"})


@router.get("/readyz", responses=answers(Status))
async def readyz(request: Request) -> Response:
    """That it can decide and store. Needs no key."""
    try:
        await run_in_threadpool(_reach, service_of(request))
    except StoreError:
        raise HTTPException(503, "The store does not answer.") from None
    return json_answer({"status": "ok"})


def _reach(service: Service) -> None:
    with service.store.read() as conn:
        conn.execute(text("SELECT 1"))
