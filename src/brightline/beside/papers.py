"""Papers of the trade: invoices, transport papers, contracts, statements. Their documented shape, read into nouns."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from pydantic import Field, TypeAdapter, model_validator

from brightline.beside.strict import Strict, at, read_json, shaped
from brightline.beside.values import Amount, Country, Currency, Day, IdentifierShape, Tariff, Words
from brightline.errors import CallError
from brightline.terms import AsOf, Identifier, Party, Payment, Text
from brightline.terms.beside import DESCRIPTION, Paper, PaperLine, Place

NAMING = ("invoice", "customs_declaration")  # papers that settle which goods are paid for
SHIPPING = ("packing_list", "bill_of_lading", "air_waybill", "rail_waybill", "customs_declaration")
_NO_REFERENCE = ("NOTPROVIDED", "NONREF", "NOREF")


class PartyShape(Strict):
    """Somebody named in a paper, in a role."""

    role: Literal["buyer", "seller", "consignee", "consignor", "end_user", "carrier", "notify_party", "insurer"]
    name: Words
    country: Country | None = None
    address: list[Words] = Field(default_factory=list)
    identifiers: list[IdentifierShape] = Field(default_factory=list)


class LineShape(Strict):
    """A line of goods: a code, words, or both."""

    hs: Tariff | None = None
    hs_edition: Words | None = None
    words: Words | None = None
    quantity: Amount | None = None
    unit: Words | None = None
    value: Amount | None = None
    origin: Country | None = None
    maker: Words | None = None
    part_number: Words | None = None

    @model_validator(mode="after")
    def _names_something(self) -> LineShape:
        if self.hs is None and self.words is None:
            raise ValueError("a code (hs), words, or both")
        return self


class PlaceShape(Strict):
    """A port or place on the way: where goods are loaded, pass, are discharged or delivered."""

    kind: Literal["loading", "transit", "discharge", "delivery"]
    name: Words | None = None
    country: Country | None = None

    @model_validator(mode="after")
    def _says_where(self) -> PlaceShape:
        if self.name is None and self.country is None:
            raise ValueError("a name, a country, or both")
        return self


class VesselShape(Strict):
    """The ship that carries the goods."""

    name: Words | None = None
    imo: Words | None = None


class PaperShape(Strict):
    """One paper. `description`: the goods text of a documentary credit (field 45A) or of any paper without lines."""

    kind: Literal[
        "invoice", "packing_list", "bill_of_lading", "air_waybill", "rail_waybill", "contract", "end_user_statement",
        "customs_declaration", "documentary_credit", "certificate_of_origin",
    ]  # fmt: skip
    number: Words | None = None
    issued: Day | None = None
    shipped: Day | None = None
    amount: Amount | None = None
    currency: Currency | None = None
    parties: list[PartyShape] = Field(default_factory=list)
    goods: list[LineShape] = Field(default_factory=list)
    description: Words | None = None
    places: list[PlaceShape] = Field(default_factory=list)
    vessel: VesselShape | None = None
    statements: list[Words] = Field(default_factory=list)

    @model_validator(mode="after")
    def _amount_has_a_currency(self) -> PaperShape:
        if (self.amount is None) != (self.currency is None):
            raise ValueError("amount and currency together")
        return self


_OF_ONE = TypeAdapter(list[PaperShape])
_OF_MANY = TypeAdapter(dict[str, list[PaperShape]])


@dataclass(frozen=True, slots=True)
class PaperBook:
    """The papers of a file by the end-to-end id or UETR of their payment, as given.

    `where` names the file, `text` what stands in it.
    """

    where: str
    given: Mapping[str, Sequence[object]] = field(default_factory=dict)
    text: str = ""

    def keys_of(self, payment: Payment) -> tuple[str, ...]:
        """The keys of the file that mean this payment."""
        references = (payment.end_to_end_id, payment.uetr and payment.uetr.lower())
        return tuple(one for one in references if one and one in self.given)

    def given_for(self, payment: Payment, as_of: AsOf) -> object:
        """The papers of a payment as JSON, those of its end-to-end id first."""
        return [paper for key in self.keys_of(payment) for paper in self.given[key]]

    def unmet(self, met: Collection[str]) -> tuple[str, ...]:
        """A sentence for each key of which no payment was read."""
        return tuple(
            f"{at(self.where, self.text, (key,))}: papers, but no payment of this end-to-end id or UETR was read"
            for key in sorted(set(self.given) - set(met))
        )


def read_papers(text: str, where: str) -> PaperBook:
    """A file of papers: a JSON object, end-to-end id or UETR → list of papers. Raises CallError with file and line."""
    content = read_json(text, where)
    papers = shaped(_OF_MANY, content, where, text)
    for key, several in papers.items():
        if not key.strip() or key.upper() in _NO_REFERENCE:
            raise CallError(at(where, text, (key,)), f"the key {key!r}", "an end-to-end id or UETR of one payment")
        _each_once(several, where, text, (key,))
    given = {_key(key): value for key, value in cast("dict[str, list[object]]", content).items()}
    return PaperBook(where, given, text)


def papers_of(given: object, where: str) -> tuple[Paper, ...]:
    """The papers of one payment from JSON of the documented shape. Raises CallError where it is not of that shape."""
    several = shaped(_OF_ONE, given, where)
    _each_once(several, where)
    return tuple(_paper(one, f"papers[{number}]") for number, one in enumerate(several))


def _key(written: str) -> str:
    """A UETR is the same in capitals; an end-to-end id is not."""
    return written.lower() if len(written) == 36 and written.count("-") == 4 else written


def _each_once(papers: Sequence[PaperShape], where: str, text: str | None = None, below: tuple[str, ...] = ()) -> None:
    seen: set[tuple[str, str]] = set()
    for place, paper in enumerate(papers):
        if paper.number and (paper.kind, paper.number) in seen:
            told = f"a second paper of kind {paper.kind} with the number {paper.number!r}"
            raise CallError(at(where, text, (*below, place, "number")), told, "each paper once")
        seen.add((paper.kind, paper.number or ""))


def _paper(said: PaperShape, path: str) -> Paper:
    described = [Text(DESCRIPTION, said.description, f"{path}.description")] if said.description else []
    return Paper(
        said.kind, path, said.number, said.issued, said.shipped, said.amount, said.currency,
        parties=(*_parties(said.parties, path), *_vessel(said.vessel, f"{path}.vessel")),
        lines=tuple(_line(one, f"{path}.goods[{number}]") for number, one in enumerate(said.goods)),
        places=tuple(
            Place(one.kind, f"{path}.places[{number}]", one.name, one.country)
            for number, one in enumerate(said.places)
        ),
        texts=(
            *described,
            *(Text("statement", one, f"{path}.statements[{number}]") for number, one in enumerate(said.statements)),
        ),
    )  # fmt: skip


def _line(said: LineShape, path: str) -> PaperLine:
    return PaperLine(path=path, **said.model_dump())


def _parties(said: Sequence[PartyShape], path: str) -> list[Party]:
    return [
        Party(
            one.role, f"{path}.parties[{number}]", one.name, (one.name,), address=tuple(one.address),
            country=one.country, identifiers=tuple(each.noun() for each in one.identifiers),
        )
        for number, one in enumerate(said)
    ]  # fmt: skip


def _vessel(said: VesselShape | None, path: str) -> tuple[Party, ...]:
    if said is None:
        return ()
    numbers = (Identifier("IMO", said.imo.upper().removeprefix("IMO").strip()),) if said.imo else ()
    return (Party("vessel", path, said.name, (said.name,) if said.name else (), identifiers=numbers),)
