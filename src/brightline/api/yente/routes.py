"""yente's endpoints: thin; what they answer is made in the modules beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import AfterValidator

from brightline.api.answers import answers, json_answer
from brightline.api.security import caller
from brightline.api.serving import asked, served, service_of
from brightline.api.yente import shapes
from brightline.api.yente.catalog import algorithms_json, catalog_json, check_algorithm, lists_of
from brightline.api.yente.entity import entity_json
from brightline.api.yente.example import Example, read_example
from brightline.api.yente.match import Bounds, Scope, match_all, matcher_docs
from brightline.api.yente.neighbours import find_entity, neighbours, nested_json
from brightline.api.yente.schemas import PARENTS, holds_entities
from brightline.api.yente.search import DEFAULT_FACETS, FacetName, Wanted, check_syntax, filters_of
from brightline.cases.deciding import Deciding
from brightline.errors import CallError, NotThere
from brightline.screen.edition import OpenList
from brightline.terms import ListedEntity

MOST_QUERIES = 100
MOST_RESULTS = 500
MOST_OFFSET = 9499
THRESHOLD, CUTOFF, MATCHES = 0.7, 0.5, 5
MOST_LEFT_OUT = 50
_MOMENT = r"^\d{4}-\d{2}-\d{2}([T ]\d{2}(:\d{2}(:\d{2}(\.\d{1,6})?)?)?)?(Z|[+-]\d{2}:\d{2})?$"
_NO_ENTITY = "the list, a hyphen and the publisher's own id of an entry"

router = APIRouter(tags=["yente"], dependencies=[Depends(caller("names.match"))])

Several = Annotated[list[str], Query(default_factory=list)]
DatasetId = Annotated[str, Path(description="`default` or the id of a list", examples=["default"])]


def _in_utc(written: str | None) -> str | None:
    """A moment as entities write theirs, in UTC and without a zone. Raises ValueError for a day that is none."""
    if written is None:
        return None
    moment = datetime.fromisoformat(written)
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S")


ChangedSince = Annotated[
    str | None, Query(pattern=_MOMENT, description="Only entries that changed since."), AfterValidator(_in_utc)
]
LeftOut = Annotated[list[str], Query(default_factory=list, max_length=MOST_LEFT_OUT)]
Limit = Annotated[int, Query(le=MOST_RESULTS)]
Offset = Annotated[int, Query(le=MOST_OFFSET)]


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
    exclude_entity_ids: LeftOut,
    limit: Limit = MATCHES,
    threshold: Annotated[float, Query(allow_inf_nan=False)] = THRESHOLD,
    cutoff: Annotated[float, Query(allow_inf_nan=False)] = CUTOFF,
    algorithm: str = "best",
) -> Response:
    """Listed entities like the examples, best first, with score, features and explanations.

    `threshold`: from which score on a result is a match; `cutoff`: below it a result is left out (never below 0.1).
    `limit`: results for each example; `exclude_entity_ids`: entries left out. Every algorithm is answered by ours.
    """
    check_algorithm(algorithm)
    queries = body.given()
    if not 0 < len(queries) <= MOST_QUERIES:
        raise CallError("queries", f"{len(queries)} queries", f"1 to {MOST_QUERIES} in one batch")
    examples = {name: read_example(one.schema_, one.properties) for name, one in queries.items()}
    bounds = Bounds(max(0, limit), threshold, cutoff)
    scope = replace(narrowing.scope, exclude_entities=frozenset(exclude_entity_ids))
    responses = await asked(service_of(request).ask(_match, examples, scope, bounds))
    for name, one in queries.items():
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
    filter: Several,
    facets: Annotated[list[FacetName], Query(default_factory=lambda: list(DEFAULT_FACETS))],
    q: str = "",
    schema: str = "Thing",
    filter_op: Literal["OR", "AND"] = "OR",
    limit: Limit = 10,
    offset: Offset = 0,
    target: bool | None = None,
    fuzzy: bool = False,
    simple: bool = False,
) -> Response:
    """Entries that hold every word of a text in a name, number, address, title or programme; all for an empty text.

    `filter`: `field:value`, such as `properties.birthDate:1965`; `filter_op`: whether one of several values of a field
    is enough. `fuzzy` is let pass: for names written otherwise, use `match`. `target=false` finds nothing: every entry
    is listed.
    """
    if schema not in PARENTS:
        raise CallError("schema", repr(schema[:60]), "a schema of FollowTheMoney, such as Thing or Person")
    if not simple:
        check_syntax(q)
    wanted = Wanted(
        text=q,
        schema=schema,
        scope=replace(narrowing.scope, topics=(), lists=narrowing.scope.lists if target is not False else ()),
        filters=filters_of(filter, {"countries": countries, "topics": narrowing.scope.topics, "datasets": datasets}),
        every=filter_op == "AND",
        sort=tuple(sort),
        facets=tuple(facets),
        limit=max(0, limit),
        offset=max(0, offset),
    )
    return json_answer(await run_in_threadpool(served(request).text_search().search, wanted))


@router.get("/entities/{entity_id:path}/adjacent", responses=answers(shapes.AdjacentResponse, 404))
async def adjacent(request: Request, entity_id: str, limit: Limit = 10, offset: Offset = 0) -> Response:
    """An entity and its neighbours: the listing itself (`sanctions`) and the ties the publisher states."""
    one, entity = _entity(request, entity_id)
    beside = {name: _page(found, limit, offset) for name, found in neighbours(one, entity).items()}
    return json_answer({"entity": entity_json(entity, one), "adjacent": beside})


@router.get("/entities/{entity_id:path}/adjacent/{property_name}", responses=answers(shapes.Adjacent, 404))
async def adjacent_by_property(
    request: Request, entity_id: str, property_name: str, limit: Limit = 10, offset: Offset = 0
) -> Response:
    """The neighbours in one property of an entity; none where nothing is stated."""
    one, entity = _entity(request, entity_id)
    if not holds_entities(entity.schema, property_name):
        expected = f"a property of {entity.schema} that holds entities, such as sanctions"
        raise NotThere("property", repr(property_name[:60]), expected)
    return json_answer(_page(neighbours(one, entity).get(property_name, []), limit, offset))


def _page(found: list[dict[str, object]], limit: int, offset: int) -> dict[str, object]:
    """Some of the neighbours in one property, as yente pages them."""
    limit, offset = max(0, limit), max(0, offset)
    total = {"value": len(found), "relation": "eq"}
    return {"results": found[offset : offset + limit], "total": total, "limit": limit, "offset": offset}


@router.get("/entities/{entity_id:path}", responses=answers(shapes.Entity, 404))
async def entity(request: Request, entity_id: str, nested: bool = True) -> Response:
    """One entry by its id `{list}-{entry}`; `nested`: with its neighbours among its properties."""
    one, found = _entity(request, entity_id)
    return json_answer(nested_json(one, found) if nested else entity_json(found, one))


def _entity(request: Request, entity_id: str) -> tuple[OpenList, ListedEntity]:
    found = find_entity(service_of(request).edition, entity_id)
    if found is None:
        raise NotThere("entities", repr(entity_id[:60]), _NO_ENTITY)
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
    """yente has no statements either; its clients expect to be told by a 404."""
    raise HTTPException(404, "Statements are not offered. GET /entities/{id} has every value of an entry.")


@router.api_route("/reconcile/{rest:path}", methods=["GET", "POST"], include_in_schema=False)
async def reconcile(rest: str) -> Response:
    """The protocol of OpenRefine is not spoken."""
    raise HTTPException(501, "Reconciliation is not offered. POST /match/{dataset} finds entries like an example.")


@router.post("/updatez", include_in_schema=False)
async def updatez() -> Response:
    """There is no index to make anew: lists are read by a command."""
    raise HTTPException(501, "Lists are read by `brightline lists fetch` or `import`; restart the service to use them.")
