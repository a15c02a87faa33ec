"""A deal as an exporter writes it down before shipping: a YAML file of documented shape, read with its lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, cast

from pydantic import Field, TypeAdapter

from brightline.beside.papers import LineShape, PaperShape, PlaceShape, VesselShape
from brightline.beside.strict import Strict, shaped
from brightline.beside.values import Amount, Country, Currency, Day, IdentifierShape, Words
from brightline.errors import CallError
from brightline.text.marks import Entry, parse_yaml


class DealParty(Strict):
    """Somebody in the deal: name, country, address, and the numbers of a register."""

    name: Words
    country: Country | None = None
    address: list[Words] = Field(default_factory=list)
    identifiers: list[IdentifierShape] = Field(default_factory=list)


class DealBank(Strict):
    """A bank through which the price is paid; by its BIC, its name, or both."""

    bic: Annotated[str, Field(pattern=r"^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$")] | None = None
    name: Words | None = None
    country: Country | None = None


class DealBanks(Strict):
    """The buyer's bank, the seller's, and those between them, in their order."""

    buyer: DealBank | None = None
    seller: DealBank | None = None
    between: list[DealBank] = Field(default_factory=list)


class DealShape(Strict):
    """A deal. `on`: the day it was agreed; `payer`: who pays, where that is not the buyer; `route`: countries."""

    deal: Words
    dated: Day
    amount: Amount
    currency: Currency
    seller: DealParty
    buyer: DealParty
    goods: Annotated[list[LineShape], Field(min_length=1)]
    payer: DealParty | None = None
    end_user: DealParty | None = None
    consignee: DealParty | None = None
    notify_party: DealParty | None = None
    carrier: DealParty | None = None
    insurer: DealParty | None = None
    vessel: VesselShape | None = None
    banks: DealBanks = DealBanks()
    route: list[Country] = Field(default_factory=list)
    places: list[PlaceShape] = Field(default_factory=list)
    end_use: Words | None = None
    terms: Words | None = None
    papers: list[PaperShape] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal as read: its shape, the same as plain values, and the digest of those."""

    shape: DealShape
    given: Mapping[str, object]
    digest: str


_ONE = TypeAdapter(DealShape)


def read_deal(text: str, where: str) -> Deal:
    """A deal from YAML. Raises CallError with file and line for a misspelt field or a value of the wrong kind."""
    marked = parse_yaml(text, where, CallError)
    _refuse_unknown(marked.entry())
    given = cast("Mapping[str, object]", marked.plain())
    shape = shaped(_ONE, given, where, text)
    return Deal(shape, given, digest_of(given))


def digest_of(given: Mapping[str, object]) -> str:
    """The sha256 of a deal's values; neither the order of keys nor the layout of the file counts."""
    canonical = json.dumps(given, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _refuse_unknown(entry: Entry) -> None:
    """A misspelt field is refused with all that would be right."""
    for name in DealShape.model_fields:
        entry.take_optional(name)
    entry.close()
