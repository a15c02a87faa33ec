"""What a bank sees of the traffic: a table of payments. No truth is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cached_property
from typing import TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from brightline.lab.firms import AGENTS, BUYER_BANKS, HONG_KONG_BANK, OF_LIST, SELLER_BANKS
from brightline.lab.goods_mix import GoodsLine, by_kind
from brightline.lab.streams import Whole, below, picks, shares, whole_numbers
from brightline.lab.traffic import (
    CODED,
    DISGUISED,
    END_USER,
    ENERGY,
    HONG_KONG,
    KINDS,
    LISTED,
    MISDESCRIBED,
    NEAR,
    NO_SIGN,
    OWNED,
    ROUTES,
    THIRD,
    VAGUE,
    WORDED,
    Traffic,
)

YUAN = 7.1  # yuan a dollar, mean of 2024: assumed
_CRUDE = GoodsLine("energy", 1.0, "270900", "crude petroleum oil")
_PRODUCERS = ("OOO Sever Neft Export", "AO Taiga Energo Trading", "OOO Vostok Gaz Postavka")
_THIRD = (("KG", "KGTBKG22"), ("KZ", "KZTBKZKA"), ("AE", "GTDBAEAD"))
_SAID = {CODED: "priority", WORDED: "priority", NEAR: "near", VAGUE: "vague"}  # others say civil goods
_TRUE = {**_SAID, MISDESCRIBED: "priority", NO_SIGN: "priority", DISGUISED: "priority", VAGUE: "civil"}
SIGNS = ("harmless", "message", "papers", "register", "history", "none")
_OF_KIND = {
    CODED: "message", WORDED: "message", LISTED: "message", MISDESCRIBED: "papers", END_USER: "papers",
    OWNED: "register", DISGUISED: "history", NO_SIGN: "none",
}  # fmt: skip
Some = TypeVar("Some")


class Observed:
    """The payments of a traffic as a bank sees them. Every list has a place a payment."""

    def __init__(self, traffic: Traffic) -> None:
        self.traffic, self.world, self.firms = traffic, traffic.world, traffic.firms
        self.kinds: list[int] = traffic.kind.tolist()
        self.identifiers = [f"L{number >> 4:015X}" for number in traffic.identifier.tolist()]
        self.amounts = [
            _money(cents, yuan) for cents, yuan in zip(traffic.cents.tolist(), traffic.yuan.tolist(), strict=True)
        ]
        self.currencies = _each(("USD", "CNY"), traffic.yuan)
        days = [(self.world.first + timedelta(days=day)).isoformat() for day in range(int(traffic.day.max()) + 1)]
        self.dates = _each(days, traffic.day)
        self.buyers, self.sellers = self._buyer_names(), _each(self.firms.seller_names, traffic.seller)

    @cached_property
    def uetrs(self) -> list[str]:
        """The unique transfer reference of each payment, in the form of a random UUID."""
        high = whole_numbers(self.world.seed, "payment/uetr-high", self.traffic.entity).tolist()
        low = whole_numbers(self.world.seed, "payment/uetr-low", self.traffic.entity).tolist()
        return [_uuid(f"{one:016x}{other:016x}") for one, other in zip(high, low, strict=True)]

    @cached_property
    def goods(self) -> list[GoodsLine]:
        """The goods that each payment says."""
        return self._goods("said", _SAID)

    @cached_property
    def true_goods(self) -> list[GoodsLine]:
        """The goods that travel."""
        return self._goods("true", _TRUE)

    def _goods(self, layer: str, named: dict[int, str]) -> list[GoodsLine]:
        """Most payments of a pair are for the same goods."""
        traffic, seed = self.traffic, self.world.seed
        same = shares(seed, "payment/same-goods", traffic.entity) < self.world["same_goods_share"]
        key: Whole = np.where(same, traffic.pair, traffic.entity | np.uint64(1 << 63))
        mix = by_kind(self.world.goods)
        kinds = list(mix)
        flat = [line for some in mix.values() for line in some]
        starts = np.cumsum([0, *(len(some) for some in mix.values())])
        drawn = np.array([
            start + picks(seed, f"goods/{layer}/{kind}", key, np.array([one.weight for one in mix[kind]]))
            for kind, start in zip(kinds, starts[:-1].tolist(), strict=True)
        ])  # fmt: skip
        of_kind = np.array([kinds.index(named.get(kind, "civil")) for kind in range(len(KINDS))])
        places = drawn[of_kind[traffic.kind], np.arange(len(key))]
        return _each([*flat, _CRUDE], np.where(traffic.kind == ENERGY, len(flat), places))

    def _buyer_names(self) -> list[str]:
        """The buyer's name; a listed one under any of its public names."""
        names, traffic = _each(self.firms.buyer_names, self.traffic.buyer), self.traffic
        listed = np.flatnonzero(traffic.kind == LISTED)
        drawn = shares(self.world.seed, "listed/name", traffic.entity[listed]).tolist()
        places = (traffic.buyer[listed] - self.firms.buyers.first[OF_LIST]).tolist()
        for at, place, share in zip(listed.tolist(), places, drawn, strict=True):
            known = self.firms.listed[place].names
            names[at] = known[int(share * len(known))]
        return names

    @cached_property
    def numbers(self) -> list[str]:
        """The buyer's tax number where the payment gives it."""
        every = _each(self.firms.buyer_numbers, self.traffic.buyer)
        return [one if given else "" for one, given in zip(every, self.traffic.numbered.tolist(), strict=True)]

    @cached_property
    def texts(self) -> list[str]:
        """Remittance text of a length drawn beforehand: what was paid for, then references until it is full."""
        return list(self._texts())

    def _texts(self) -> Iterator[str]:
        pairs = whole_numbers(self.world.seed, "pair/contract", self.traffic.pair).tolist()
        columns = (self.goods, self.identifiers, self.dates, self.traffic.invoiced.tolist(), pairs)
        for line, name, day, invoiced, pair, length in zip(*columns, self.traffic.length.tolist(), strict=True):
            bill = f"INV {int(name[-4:], 16)} DD {day} " if invoiced else ""
            number = str(pair)
            told = f"PAYMENT FOR {line.words.upper()} {bill}CONTRACT {number[:4]}/{number[4:7]} ORDER {number[7:13]}"
            tail = f"{number[9:17]}/{number[3:11]}/{number[5:13]}/{number[1:9]}/{number[2:10]}/{number[6:14]}"
            yield f"{told} REF {tail}"[:length]

    def table(self) -> pa.Table:
        """The columns of `payments.parquet`, in the words of tables of payments."""
        coded = [line.hs if given else "" for line, given in zip(self.goods, self.traffic.coded.tolist(), strict=True)]
        return pa.table({
            "end_to_end_id": self.identifiers, "uetr": self.uetrs, "amount": self.amounts, "currency": self.currencies,
            "value_date": self.dates, **self.sides, "remittance": self.texts, "hs": coded,
        })  # fmt: skip

    @cached_property
    def sides(self) -> dict[str, list[str]]:
        """Who pays whom and by which banks. An agent, of Russia or of the
        third country, pays for its buyer; energy is paid for the other way round.
        """
        traffic = self.traffic
        third = below(self.world.seed, "third-country", traffic.entity, len(_THIRD))
        abroad = traffic.route == THIRD
        payer_land = np.where(abroad, third + 1, 0)
        lands = _each(("RU", *(land for land, _ in _THIRD)), payer_land)
        own = self.firms.bank_of_buyer()[traffic.buyer]
        banks = _each((*BUYER_BANKS, *(bic for _, bic in _THIRD)), np.where(abroad, len(BUYER_BANKS) + third, own))
        seller_bank = np.where(
            traffic.route == HONG_KONG, len(SELLER_BANKS), self.firms.bank_of_seller()[traffic.seller]
        )
        seller_banks = _each((*SELLER_BANKS, HONG_KONG_BANK), seller_bank)
        seller_lands = _each(("CN", "HK"), (traffic.route == HONG_KONG).astype(np.int64))
        agents = _each(self.firms.agent_names, traffic.agent + np.where(abroad, AGENTS, 0))
        agented = traffic.agented.tolist()
        behind = [name if by else "" for name, by in zip(self.buyers, agented, strict=True)]
        debtors = [agent if by else name for agent, name, by in zip(agents, self.buyers, agented, strict=True)]
        goal = _each(("RU", *(land for land, _ in _THIRD)), np.where(traffic.route == THIRD, third + 1, 0))
        made = {
            "debtor_name": debtors, "debtor_country": lands, "debtor_agent_bic": banks,
            "debtor_id": self._ids((~abroad & ~traffic.agented).tolist()), "ultimate_debtor_name": behind,
            "ultimate_debtor_country": ["RU" if one else "" for one in behind],
            "ultimate_debtor_id": self._ids(agented),
            "creditor_name": self.sellers.copy(), "creditor_country": seller_lands, "creditor_agent_bic": seller_banks,
            "route": [f"{begins} {ends}" for begins, ends in zip(seller_lands, goal, strict=True)],
        }  # fmt: skip
        self._turn_energy(made)
        return made

    def _ids(self, wanted: Sequence[bool]) -> list[str]:
        return [f"INN {one}" if one and there else "" for one, there in zip(self.numbers, wanted, strict=True)]

    def _turn_energy(self, made: dict[str, list[str]]) -> None:
        for at in np.flatnonzero(self.traffic.kind == ENERGY).tolist():
            for part in ("name", "country", "agent_bic"):
                ours, theirs = made[f"debtor_{part}"], made[f"creditor_{part}"]
                ours[at], theirs[at] = theirs[at], ours[at]
            made["creditor_name"][at] = _PRODUCERS[at % len(_PRODUCERS)]
            made["creditor_country"][at], made["creditor_agent_bic"][at] = "RU", BUYER_BANKS[0]
            made["debtor_id"][at], made["route"][at] = "", "RU CN"

    def truth(self) -> pa.Table:
        """`payment_id, linked, reason_codes`: the cause, the route, where a sign of it can be seen, agent and shell."""
        traffic = self.traffic
        shell = (traffic.seller >= self.firms.sellers).tolist()
        columns = (self.kinds, traffic.route.tolist(), self.signs(), traffic.agented.tolist(), shell)
        codes = [
            [
                KINDS[kind],
                f"route:{ROUTES[route]}",
                f"sign:{sign}",
                *(["agent"] if by else []),
                *(["shell"] if hollow else []),
            ]
            for kind, route, sign, by, hollow in zip(*columns, strict=True)
        ]
        return pa.table({"payment_id": self.identifiers, "linked": traffic.linked.tolist(), "reason_codes": codes})

    def signs(self) -> list[str]:
        """Where a sign of a link stands: in the message, in papers, in the register of owners, in earlier payments, or
        nowhere; `harmless` where there is none to see.
        """
        told = (self.traffic.papers & ~self.traffic.wrong).tolist()
        known = self.registered[self.traffic.buyer].tolist()
        return [_sign(kind, papers, owned) for kind, papers, owned in zip(self.kinds, told, known, strict=True)]

    @cached_property
    def registered(self) -> NDArray[np.bool_]:
        """Which buyers the register of owners knows."""
        return self.firms.known("buyer/registered", int(self.firms.buyers.count.sum()), "register_share")


def _sign(kind: int, papers: bool, owned: bool) -> str:
    sign = _OF_KIND.get(kind, "harmless")
    lacks = (sign == "papers" and not papers) or (sign == "register" and not owned)
    return "none" if lacks else sign


def _each(values: Sequence[Some], places: NDArray[np.int64] | NDArray[np.bool_]) -> list[Some]:
    return [values[place] for place in places.tolist()]


def _uuid(digits: str) -> str:
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"


def _money(cents: int, yuan: bool) -> str:
    whole = round(cents * YUAN) if yuan else cents
    return f"{whole // 100}.{whole % 100:02}"
