"""The shapes yente's clients send and get, for reading requests and for the OpenAPI document."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Tolerant(BaseModel):
    """Unknown fields are let pass, as yente does."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)


class EntityExample(Tolerant):
    """An entity to look for; properties as in FollowTheMoney, each a text or a list of texts."""

    id: str | None = None
    schema_: str = Field(alias="schema", examples=["Person"])
    properties: dict[str, Any] = Field(examples=[{"name": ["Ivan Invented"], "birthDate": ["1975-04-21"]}])


class MatchQuery(Tolerant):
    """A batch of examples by ids of the client's own; null is left out. `weights` and `config` change nothing."""

    queries: dict[str, EntityExample | None]

    def given(self) -> dict[str, EntityExample]:
        """The examples that are there."""
        return {name: one for name, one in self.queries.items() if one is not None}


class Total(BaseModel):
    """How many there are in all; always exact."""

    value: int
    relation: str = "eq"


class Entity(BaseModel):
    """A listed entity; with `nested`, some properties hold entities."""

    id: str
    caption: str
    schema_: str = Field(alias="schema")
    properties: dict[str, list[Any]]
    datasets: list[str]
    referents: list[str]
    target: bool
    first_seen: str | None
    last_seen: str | None
    last_change: str | None


class Explanation(BaseModel):
    """One feature in words: what it adds (in nats) and the two values compared."""

    detail: str | None
    score: float
    query: str | None
    candidate: str | None


class ScoredEntity(Entity):
    """A listed entity with its score from 0 to 1 and what it is made of."""

    score: float
    features: dict[str, float]
    explanations: dict[str, Explanation]
    match: bool


class CleanExample(BaseModel):
    """An example as it was understood."""

    id: str | None
    schema_: str = Field(alias="schema")
    properties: dict[str, list[str]]


class Matches(BaseModel):
    """The answer to one example."""

    status: int
    results: list[ScoredEntity]
    total: Total
    query: CleanExample


class FeatureDoc(BaseModel):
    """A feature in words."""

    description: str | None
    coefficient: float
    url: str | None


class MatchResponse(BaseModel):
    """The answers, by the client's ids."""

    responses: dict[str, Matches]
    matcher: dict[str, FeatureDoc]
    limit: int


class FacetValue(BaseModel):
    """A value and how many results have it."""

    name: str
    label: str
    count: int


class Facet(BaseModel):
    """The values of a facet, the most frequent first."""

    label: str
    values: list[FacetValue]


class SearchResponse(BaseModel):
    """One page of results."""

    limit: int
    offset: int
    total: Total
    results: list[Entity]
    facets: dict[str, Facet]


class Adjacent(BaseModel):
    """The neighbours in one property."""

    results: list[Entity]
    total: Total
    limit: int
    offset: int


class AdjacentResponse(BaseModel):
    """An entity and its neighbours, by property."""

    entity: Entity
    adjacent: dict[str, Adjacent]


class Publisher(BaseModel):
    """Who publishes a list."""

    name: str


class Dataset(BaseModel):
    """A list, or all of them."""

    name: str
    title: str
    summary: str | None
    url: str | None
    load: bool
    entities_url: str | None
    version: str
    index_version: str | None
    index_current: bool
    children: list[str]
    entity_count: int
    updated_at: str | None = None
    publisher: Publisher | None = None


class Catalog(BaseModel):
    """What can be searched."""

    datasets: list[Dataset]
    current: list[str]
    outdated: list[str]
    index_stale: bool


class Algorithm(BaseModel):
    """A way of scoring."""

    name: str
    description: str | None
    features: dict[str, FeatureDoc]
    docs: dict[str, str]


class Algorithms(BaseModel):
    """The ways of scoring."""

    algorithms: list[Algorithm]
    default: str
    best: str


class Status(BaseModel):
    """That it is well."""

    status: str = "ok"
