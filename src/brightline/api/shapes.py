"""The shapes of our own endpoints, for reading requests and for the OpenAPI document."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from brightline.cases.workflow import KINDS


class Decisions(BaseModel):
    """One decision for each payment of the message, in its order; the shape is described in the guide."""

    decisions: list[dict[str, Any]]


class NewEvent(BaseModel):
    """What somebody does in a case. Which fields are needed depends on the kind; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal[KINDS] = Field(examples=["note"])  # type: ignore[valid-type]
    reason: str | None = Field(None, max_length=100)
    comment: str | None = Field(None, max_length=10_000)
    disposition: str | None = Field(None, max_length=100)
    to: str | None = Field(None, max_length=100)
    message: str | None = Field(None, description="For a repair the corrected message, for a reply the papers as JSON")
    revision: int | None = Field(None, description="Of the case as it was read: refused (409) if it changed since")


class CasePage(BaseModel):
    """A page of cases. `next`: the cursor of the page after it."""

    cases: list[dict[str, Any]]
    counts: dict[str, int]
    next: str | None


class Case(BaseModel):
    """One case with its decision, message and timeline."""

    model_config = ConfigDict(extra="allow")

    row: dict[str, Any]


class LoadedList(BaseModel):
    """A list of the edition in use."""

    list: str
    published: str
    digest: str
    entries: int
    regime: str
    publisher: str
    excerpt: bool
    public: bool
    age_seconds: int


class Lists(BaseModel):
    """The edition in use and its lists."""

    edition: str
    trial: bool
    lists: list[LoadedList]


class Records(BaseModel):
    """Pairs or passports as they stand."""

    records: list[dict[str, Any]]
