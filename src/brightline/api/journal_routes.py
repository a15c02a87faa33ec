"""What an examiner checks: the newest signed checkpoint, and the proof that a line is under it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict

from brightline.api.answers import answers, json_answer
from brightline.api.security import caller
from brightline.api.serving import service_of
from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.journal.bundle import make_bundle
from brightline.cases.journal.checkpoint import checkpoint_json
from brightline.cases.journal.reading import checkpoint_over, newest_checkpoint
from brightline.errors import NotThere

router = APIRouter(prefix="/v1/journal", tags=["journal"])

Reader = Annotated[Actor, Depends(caller("journal.read"))]
_MOST_LINES = 2**62


class Checkpoint(BaseModel):
    """Size and root of the log at a moment, signed."""

    origin: str
    size: int
    at: str
    root: str
    key: str
    signature: str


class Bundle(BaseModel):
    """Lines with their proofs under one checkpoint, as `brightline journal check` reads them."""

    model_config = ConfigDict(extra="allow")

    checkpoint: dict[str, Any]


@router.get("/checkpoint", responses=answers(Checkpoint, 404))
async def checkpoint(request: Request, actor: Reader) -> Response:
    """The newest checkpoint of the journal."""
    return json_answer(await run_in_threadpool(_newest, service_of(request).store))


@router.get("/proof/{line}", responses=answers(Bundle, 404))
async def proof(
    request: Request,
    actor: Reader,
    line: Annotated[int, Path(ge=1, le=_MOST_LINES, description="The number of the line")],
    since: Annotated[int | None, Query(ge=1, le=_MOST_LINES, description="Prove growth since this checkpoint")] = None,
) -> Response:
    """A bundle that proves the line, and on request that the log only grew since an earlier checkpoint."""
    return json_answer(await run_in_threadpool(_bundle, service_of(request).store, line, since))


def _newest(store: Store) -> dict[str, object]:
    with store.read() as conn:
        found = newest_checkpoint(conn)
    if found is None:
        raise NotThere("the journal", "no line yet", "at least one")
    return checkpoint_json(found)


def _bundle(store: Store, line: int, since: int | None) -> dict[str, object]:
    with store.read() as conn:
        return make_bundle(conn, [line], checkpoint_over(conn, since) if since is not None else None)
