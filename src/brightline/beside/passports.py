"""Passports as they are handed in: a JSON array of relationships that two people cleared on documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import cast

from pydantic import Field, TypeAdapter, field_validator, model_validator

from brightline.beside.cleared import ClearedShape, cleared_of, keys_in, keys_of
from brightline.beside.strict import Strict, read_json, shaped
from brightline.beside.values import Amount, Bic, Country, Currency, Day, Sha256, Tariff, Words
from brightline.errors import CallError
from brightline.terms import AsOf, Goods, Payment
from brightline.terms.cleared import Ceiling, ListedThen, Passport, PriceBand, SeenDocument, Used

KIND = "passports"
BUYS = ("debtor", "ultimate_debtor", "buyer")
SELLS = ("creditor", "ultimate_creditor", "seller")
_HEADING = 4  # digits of a heading


class GoodsShape(Strict):
    """Goods that were cleared: a tariff code, and the words by which papers and messages name them."""

    hs: Tariff
    words: list[Words] = Field(default_factory=list)

    @field_validator("hs")
    @classmethod
    def _names_goods(cls, code: str) -> str:
        if len(_digits(code)) < _HEADING:
            raise ValueError("a tariff code of at least four digits: a whole chapter clears nothing")
        return code


class CeilingShape(Strict):
    """The greatest amount of one payment; of all payments of the last `days` days where `period` is given."""

    currency: Currency
    payment: Amount
    period: Amount | None = None
    days: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _both_or_none(self) -> CeilingShape:
        if (self.period is None) != (self.days is None):
            raise ValueError("period and days together, or neither")
        return self


class UsedShape(Strict):
    """A payment made under the passport before."""

    on: Day
    amount: Amount


class PriceShape(Strict):
    """The least and greatest price of one unit."""

    unit: Words
    currency: Currency
    least: Amount
    greatest: Amount


class DocumentShape(Strict):
    """A document that was seen. `file`: where it lies, beside the file of passports; it must be there, unchanged."""

    title: Words
    sha256: Sha256
    file: Words | None = None


class EntryShape(Strict):
    """A listed entry looked at then, with the digest of its telling fields."""

    list: Words
    entry: Words
    digest: Words


class PassportShape(Strict):
    """A relationship cleared on documents.

    `lists`: list id → publication moment of what was looked through. `used`: the payments counted so far against the
    ceiling of a period; left out, nobody counted them.
    """

    id: Words
    buyer: ClearedShape
    seller: ClearedShape
    end_user: ClearedShape | None = None
    owners: list[ClearedShape] = Field(default_factory=list)
    goods: list[GoodsShape] = Field(min_length=1)
    route: list[Country] = Field(min_length=1)
    banks: list[Bic] = Field(min_length=1)
    ceiling: CeilingShape
    used: list[UsedShape] | None = None
    price: PriceShape | None = None
    documents: list[DocumentShape] = Field(min_length=1)
    lists: dict[str, str] = Field(min_length=1)
    entries: list[EntryShape] = Field(default_factory=list)
    owner: Words
    approver: Words
    issued: Day
    expires: Day

    @model_validator(mode="after")
    def _two_people_and_an_end(self) -> PassportShape:
        if self.owner.strip().casefold() == self.approver.strip().casefold():
            raise ValueError(f"an approver who is not the owner {self.owner!r}")
        if self.expires < self.issued:
            raise ValueError("an expiry that is not before the day of issue")
        return self


_MANY = TypeAdapter(list[PassportShape])


def passports_of(given: object, where: str, text: str | None = None) -> tuple[Passport, ...]:
    """The nouns behind a JSON array of passports. Raises CallError for the first thing wrong, with its line."""
    shapes = shaped(_MANY, given, where, text)
    return tuple(_noun(shape, f"{KIND}[{at}]") for at, shape in enumerate(shapes))


def _noun(shape: PassportShape, path: str) -> Passport:
    return Passport(
        id=shape.id,
        path=path,
        buyer=cleared_of(shape.buyer),
        seller=cleared_of(shape.seller),
        end_user=cleared_of(shape.end_user) if shape.end_user else None,
        owners=tuple(cleared_of(one) for one in shape.owners),
        goods=tuple(_goods(one, f"{path}.goods[{at}]") for at, one in enumerate(shape.goods)),
        route=tuple(shape.route),
        banks=tuple(shape.banks),
        ceiling=_ceiling(shape.ceiling),
        used=_used(shape.used) if shape.used is not None else None,
        price=_price(shape.price) if shape.price else None,
        documents=tuple(SeenDocument(one.title, one.sha256, one.file) for one in shape.documents),
        lists=tuple(sorted(shape.lists.items())),
        entries=tuple(ListedThen(one.list, one.entry, one.digest) for one in shape.entries),
        owner=shape.owner,
        approver=shape.approver,
        issued=date.fromisoformat(shape.issued),
        expires=date.fromisoformat(shape.expires),
    )


def _ceiling(shape: CeilingShape) -> Ceiling:
    period = Decimal(shape.period) if shape.period is not None else None
    return Ceiling(shape.currency, Decimal(shape.payment), period, shape.days)


def _used(shapes: Sequence[UsedShape]) -> tuple[Used, ...]:
    return tuple(Used(date.fromisoformat(one.on), Decimal(one.amount)) for one in shapes)


def _price(shape: PriceShape) -> PriceBand:
    return PriceBand(shape.unit, shape.currency, Decimal(shape.least), Decimal(shape.greatest))


def _goods(shape: GoodsShape, path: str) -> Goods:
    return Goods(_digits(shape.hs)[:6], None, "; ".join(shape.words) or None, path)


def _digits(code: str) -> str:
    return "".join(sign for sign in code if sign.isdigit())


@dataclass(frozen=True)
class PassportBook:
    """Every passport handed in, as JSON and as nouns, found by buyer, seller and banks."""

    given: Sequence[Mapping[str, object]]
    passports: tuple[Passport, ...]

    def given_for(self, payment: Payment, as_of: AsOf) -> object:
        """The passports of the payment's buyer and seller; of one of them where the banks are the passport's too.

        The second are those of which something changed: they release nothing, and say what changed.
        """
        bought, sold = _keys(payment, BUYS), _keys(payment, SELLS)
        near = sorted({at for key in bought | sold for at in self._by_key.get(key, ())})
        return [self.given[at] for at in near if self._concerns(self.passports[at], bought, sold, payment)]

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for at, one in enumerate(self.passports):
            for key in keys_of(one.buyer) | keys_of(one.seller):
                found.setdefault(key, []).append(at)
        return {key: tuple(places) for key, places in found.items()}

    def _concerns(self, passport: Passport, bought: frozenset[str], sold: frozenset[str], payment: Payment) -> bool:
        sides = (not bought.isdisjoint(keys_of(passport.buyer)), not sold.isdisjoint(keys_of(passport.seller)))
        if all(sides) or not any(sides):
            return all(sides)
        banks = {party.bic[:8] for party in payment.parties if party.bic and party.role.endswith("_agent")}
        return bool(banks) and banks <= {bic[:8] for bic in passport.banks}


def _keys(payment: Payment, roles: Sequence[str]) -> frozenset[str]:
    return frozenset(key for party in payment.parties if party.role in roles for key in keys_in(party))


def read_passports(text: str, where: str) -> PassportBook:
    """A file of passports. Raises CallError, with the line, for what is not of the shape or an id that stands twice."""
    given = read_json(text, where)
    passports = passports_of(given, where, text)
    ids = [one.id for one in passports]
    if twice := next((name for at, name in enumerate(ids) if name in ids[:at]), None):
        raise CallError(where, f"the passport {twice!r} twice", "each id once")
    return PassportBook(cast("Sequence[Mapping[str, object]]", given), passports)


def documents_of(book: PassportBook) -> Iterator[tuple[tuple[int | str, ...], SeenDocument]]:
    """Every document of every passport that names its file, with its place in the file of passports."""
    for at, passport in enumerate(book.passports):
        for number, document in enumerate(passport.documents):
            if document.file is not None:
                yield (at, "documents", number), document
