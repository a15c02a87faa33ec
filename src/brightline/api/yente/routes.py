"""yente's endpoints: thin; what they answer is made in the modules beside."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from brightline.api.answers import answers, json_answer
from brightline.api.security import caller
from brightline.api.serving import asked, served, service_of
from brightline.api.yente import shapes
from brightline.api.yente.catalog import algorithms_json, catalog_json, check_algorithm, lists_of
from brightline.api.yente.entity import entity_json
from brightline.api.yente.example import Example, read_example
from brightline.api.yente.match import Bounds, Scope, match_all, matcher_docs
from brightline.api.yente.neighbours import find_entity, neighbours, nested_json
from brightline.api.yente.schemas import PARENTS
from brightline.api.yente.search import DEFAULT_FACETS, FacetName, Wanted, check_syntax
from brightline.cases.deciding import Deciding
from brightline.errors import CallError, NotThere
from brightline.screen.edition import OpenList
from brightline.terms import ListedEntity

MOST_QUERIES = 100
MOST_RESULTS = 500
MOST_OFFSET = 9499
THRESHOLD, CUTOFF, MATCHES = 0.7, 0.5, 5
_MOMENT = r"^\d{4}-\d{2}-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?Z?$"

router = APIRouter(tags=["yente"], dependencies=[Depends(caller("names.match"))])

Several = Annotated[list[str], Query(default_factory=list)]
DatasetId = Annotated[str, Path(description="`default` or the id of a list", examples=["default"])]
ChangedSince = Annotated[str | None, Query(pattern=_MOMENT, description="Only entries that changed since.")]


class Narrowing:
    """The parameters that both ways of asking share: which lists, schemas and topics, and how new."""

    def __init__(
        self,
        request: Request,
        dataset: DatasetId,
        include_dataset: Several,
        exclude_dataset: Several,
        exclude_schema: Several,
        topics: Several,
        changed_since: ChangedSince = None,
    ) -> None:
        lists = lists_of(service_of(request).edition, dataset, include_dataset, exclude_dataset)
        self.scope = Scope(lists, tuple(exclude_schema), tuple(topics), changed_since)


@router.post("/match/{dataset}", responses=answers(shapes.MatchResponse, 404))
async def match(
    request: Request,
    body: shapes.MatchQuery,
    narrowing: Annotated[Narrowing, Depends()],
    limit: Annotated[int, Query(le=MOST_RESULTS)] = MATCHES,
    threshold: Annotated[float, Query(allow_inf_nan=False)] = THRESHOLD,
    cutoff: Annotated[float, Query(allow_inf_nan=False)] = CUTOFF,
    algorithm: str = "best",
) -> Response:
    """Listed entities like the examples, best first, with score, features and explanations.

    `threshold`: from which score on a result is a match; `cutoff`: below it a result is left out (never below 0.1).
    `limit`: results for each example. Every algorithm of yente's is answered by ours.
    """
    check_algorithm(algorithm)
    if not 0 < len(body.queries) <= MOST_QUERIES:
        raise CallError("queries", f"{len(body.queries)} queries", f"1 to {MOST_QUERIES} in one batch")
    examples = {name: read_example(one.schema_, one.properties) for name, one in body.queries.items()}
    bounds = Bounds(max(0, limit), threshold, cutoff)
    responses = await asked(service_of(request).ask(_match, examples, narrowing.scope, bounds))
    for name, one in body.queries.items():
        responses[name]["query"]["id"] = one.id  # type: ignore[index]
    said = {"responses": responses, "matcher": matcher_docs(), "limit": bounds.limit}
    return json_answer(said, headers={"x-batch-size": str(len(responses))})


def _match(deciding: Deciding, examples: dict[str, Example], scope: Scope, bounds: Bounds) -> dict[str, object]:
    return match_all(deciding.edition, examples, scope, bounds)


@router.get("/search/{dataset}", responses=answers(shapes.SearchResponse, 404))
async def search(
    request: Request,
    narrowing: Annotated[Narrowing, Depends()],
    countries: Several,
    datasets: Several,
    sort: Several,
    facets: Annotated[list[FacetName], Query(default_factory=lambda: list(DEFAULT_FACETS))],
    q: str = "",
    schema: str = "Thing",
    limit: Annotated[int, Query(le=MOST_RESULTS)] = 10,
    offset: Annotated[int, Query(le=MOST_OFFSET)] = 0,
    target: bool | None = None,
    fuzzy: bool = False,
    simple: bool = False,
) -> Response:
    """Entries that hold every word of a text in a name, number, address, title or programme; all for an empty text.

    `fuzzy` is let pass: for names written otherwise, use `match`. `target=false` finds nothing: every entry is listed.
    """
    if schema not in PARENTS:
        raise CallError("schema", repr(schema[:60]), "a schema of FollowTheMoney, such as Thing or Person")
    if not simple:
        check_syntax(q)
    held = narrowing.scope.lists if target is not False else ()
    scope = replace(narrowing.scope, lists=tuple(one for one in held if not datasets or one in datasets))
    wanted = Wanted(
        text=q,
        schema=schema,
        scope=scope,
        countries=tuple(countries),
        sort=tuple(sort),
        facets=tuple(facets),
        limit=max(0, limit),
        offset=max(0, offset),
    )
    return json_answer(await run_in_threadpool(served(request).text_search().search, wanted))


@router.get("/entities/{entity_id:path}/adjacent", responses=answers(shapes.AdjacentResponse, 404))
async def adjacent(
    request: Request,
    entity_id: str,
    limit: Annotated[int, Query(le=MOST_RESULTS)] = 10,
    offset: Annotated[int, Query(le=MOST_OFFSET)] = 0,
) -> Response:
    """An entity and its neighbours: the listing itself (`sanctions`) and the ties the publisher states."""
    one, entity = _entity(request, entity_id)
    window = slice(max(0, offset), max(0, offset) + max(0, limit))
    beside = {
        name: {
            "results": found[window],
            "total": {"value": len(found), "relation": "eq"},
            "limit": max(0, limit),
            "offset": max(0, offset),
        }
        for name, found in neighbours(one, entity).items()
    }
    return json_answer({"entity": entity_json(entity, one), "adjacent": beside})


@router.get("/entities/{entity_id:path}", responses=answers(shapes.Entity, 404))
async def entity(request: Request, entity_id: str, nested: bool = True) -> Response:
    """One entry by its id `{list}-{entry}`; `nested`: with its neighbours among its properties."""
    one, found = _entity(request, entity_id)
    return json_answer(nested_json(one, found) if nested else entity_json(found, one))


def _entity(request: Request, entity_id: str) -> tuple[OpenList, ListedEntity]:
    found = find_entity(service_of(request).edition, entity_id)
    if found is None:
        raise NotThere("entities", repr(entity_id[:60]), "the list, a hyphen and the publisher's own id of an entry")
    return found


@router.get("/catalog", responses=answers(shapes.Catalog))
@router.get("/manifest", include_in_schema=False)
async def catalog(request: Request) -> Response:
    """The lists in use as datasets, and `default` for all of them."""
    return json_answer(catalog_json(service_of(request).edition))


@router.get("/algorithms", responses=answers(shapes.Algorithms))
async def algorithms() -> Response:
    """The ways of scoring: one, ours."""
    return json_answer(algorithms_json())


@router.get("/statements", include_in_schema=False)
async def statements() -> Response:
    """yente's statements are not offered."""
    raise HTTPException(501, "Statements are not offered. GET /entities/{id} has every value of an entry.")
