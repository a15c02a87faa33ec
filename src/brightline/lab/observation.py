"""What a bank sees of the traffic: a table of payments, and papers where a firm sends them. No truth is in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import numpy as np
import pyarrow as pa

from brightline.lab.goods_mix import GoodsLine, goods_mix
from brightline.lab.names import buyer_names, listed_names, look_alikes, seller_names
from brightline.lab.streams import below, picks
from brightline.lab.traffic import (
    AGENT,
    CODED,
    END_USER,
    ENERGY,
    KINDS,
    LISTED,
    LOOK_ALIKE,
    MISDESCRIBED,
    NEAR,
    NO_SIGN,
    ROUTES,
    VAGUE,
    WORDED,
    Traffic,
)

YUAN = 7.1  # yuan a dollar, mean of 2024: assumed
_CRUDE = GoodsLine("energy", 1.0, "270900", "crude petroleum oil")
_SELLER_BANK = ("HDBKCNBJ", "HTDBHKHH", "HDBKCNBJ")
_SELLER_PLACE = ("CN", "HK", "CN")
_THIRD = (("KG", "KGTBKG22"), ("KZ", "KZTBKZKA"), ("AE", "GTDBAEAD"))
_VAGUE_KINDS = frozenset({VAGUE, END_USER})
_TRUE_PRIORITY = frozenset({CODED, WORDED})


class Observed:
    """The payments of a traffic as a bank and its customers' papers show them. Every list has a place a payment."""

    def __init__(self, traffic: Traffic) -> None:
        world = traffic.world
        firms, script = int(world["firms"]), world["own_script_share"]
        self.traffic = traffic
        self.identifiers = [f"L{number >> 4:015X}" for number in traffic.identifier.tolist()]
        self.kinds: list[int] = traffic.kind.tolist()
        self.goods = self._goods("said", _TRUE_PRIORITY)
        self.true_goods = self._goods("true", _TRUE_PRIORITY | {MISDESCRIBED, NO_SIGN, END_USER})
        self.sellers = _each(seller_names(world.seed, firms, script), traffic.seller)
        self.listed = _each(list(listed_names()), below(world.seed, "listed", traffic.entity, len(listed_names())))
        self.buyers = self._buyers(_each(buyer_names(world.seed, firms, script), traffic.buyer))
        self.dates = [(world.first + timedelta(days=day)).isoformat() for day in traffic.day.tolist()]
        self.amounts = [_money(cents, yuan) for cents, yuan in zip(traffic.cents, traffic.yuan, strict=True)]
        self.currencies = ["CNY" if yuan else "USD" for yuan in traffic.yuan.tolist()]
        self.texts = list(self._texts())

    def _goods(self, layer: str, priority: frozenset[int]) -> list[GoodsLine]:
        """The goods of each payment: those it says, or those that travel."""
        entity, mix = self.traffic.entity, goods_mix()
        drawn = {
            kind: picks(
                self.traffic.world.seed, f"goods/{layer}/{kind}", entity, np.array([one.weight for one in some])
            )
            for kind, some in mix.items()
        }
        return [
            _CRUDE if kind == ENERGY else mix[said][drawn[said][place]]
            for place, kind in enumerate(self.kinds)
            for said in (_goods_kind(kind, priority, layer),)
        ]

    def _buyers(self, ordinary: list[str]) -> list[str]:
        alike = look_alikes()
        chosen = below(self.traffic.world.seed, "look-alike", self.traffic.entity, len(alike)).tolist()
        named = {LISTED: self.listed, LOOK_ALIKE: [alike[place] for place in chosen]}
        return [named.get(kind, ordinary)[at] for at, kind in enumerate(self.kinds)]

    def _texts(self) -> Iterator[str]:
        """Remittance text of a length drawn beforehand: what was paid for, then references until it is full."""
        columns = (self.goods, self.identifiers, self.dates, self.traffic.length.tolist())
        for line, name, day, length in zip(*columns, strict=True):
            told = f"PAYMENT FOR {line.words.upper()} INV {int(name[-4:], 16)} DD {day} REF "
            digits = str(int(name, 36) ** 4)
            yield (told + "/".join(digits[at : at + 8] for at in range(0, len(digits), 8)))[:length]

    def table(self) -> pa.Table:
        """The columns of `payments.parquet`, in the words of tables of payments."""
        routes: list[int] = self.traffic.route.tolist()
        thirds = below(self.traffic.world.seed, "third-country", self.traffic.entity, len(_THIRD)).tolist()
        debtors = [
            _THIRD[third] if route == 2 or kind == AGENT else ("RU", "SEVBRUMM")
            for route, third, kind in zip(routes, thirds, self.kinds, strict=True)
        ]
        coded = [line.hs if given else "" for line, given in zip(self.goods, self.traffic.coded.tolist(), strict=True)]
        return pa.table({
            "end_to_end_id": self.identifiers, "amount": self.amounts, "currency": self.currencies,
            "value_date": self.dates, "debtor_name": self.buyers, "debtor_country": [one for one, _ in debtors],
            "debtor_agent_bic": [bic for _, bic in debtors], "creditor_name": self.sellers,
            "creditor_country": [_SELLER_PLACE[one] for one in routes],
            "creditor_agent_bic": [_SELLER_BANK[one] for one in routes], "remittance": self.texts, "hs": coded,
            "route": [f"{_SELLER_PLACE[one]} {there}" for one, (there, _) in zip(routes, debtors, strict=True)],
        })  # fmt: skip

    def truth(self) -> pa.Table:
        """`payment_id, linked, reason_codes`: the cause, the route, and where a sign of it can be seen."""
        codes = zip(self.kinds, self.traffic.route.tolist(), self.signs(), strict=True)
        return pa.table({
            "payment_id": self.identifiers, "linked": self.traffic.linked.tolist(),
            "reason_codes": [[KINDS[kind], f"route:{ROUTES[route]}", f"sign:{sign}"] for kind, route, sign in codes],
        })  # fmt: skip

    def signs(self) -> list[str]:
        """Where a sign of a link stands: in the message, in papers, nowhere; `harmless` where there is none to see."""
        sent = (self.traffic.papers & ~self.traffic.wrong).tolist()
        return [_sign(kind, papers) for kind, papers in zip(self.kinds, sent, strict=True)]

    def papers(self) -> bytes:
        """The papers file for `--trade`: an invoice for each payment whose firm sends one, keyed by payment."""
        sent = np.flatnonzero(self.traffic.papers).tolist()
        wrong = self.traffic.wrong.tolist()
        told = {self.identifiers[at]: [self._invoice(at, honest=not wrong[at])] for at in sent}
        return (json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n").encode()

    def _invoice(self, at: int, *, honest: bool) -> dict[str, object]:
        kind, said = self.kinds[at], self.goods[at]
        line = self.true_goods[at] if honest and kind in (MISDESCRIBED, VAGUE) else said
        parties = [{"role": "seller", "name": self.sellers[at]}, {"role": "buyer", "name": self.buyers[at]}]
        if kind == END_USER and honest:
            parties.append({"role": "end_user", "name": self.listed[at], "country": "RU"})
        goods = {"words": line.words} | ({"hs": line.hs} if line.hs else {})
        invoice = {"kind": "invoice", "number": f"I{self.identifiers[at][-6:]}", "issued": self.dates[at]}
        paid = {"amount": self.amounts[at], "currency": self.currencies[at]}
        return {**invoice, **paid, "parties": parties, "goods": [goods]}


def _each(values: list[str], places: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[str]:
    return [values[place] for place in places.tolist()]


def _goods_kind(kind: int, priority: frozenset[int], layer: str) -> str:
    if kind in priority:
        return "priority"
    if layer == "said" and kind in _VAGUE_KINDS:
        return "vague"
    return "near" if kind == NEAR else "civil"


def _sign(kind: int, papers: bool) -> str:
    if kind in (CODED, WORDED, LISTED):
        return "message"
    if kind in (MISDESCRIBED, END_USER):
        return "papers" if papers else "none"
    return "none" if kind == NO_SIGN else "harmless"


def _money(cents: int, yuan: bool) -> str:
    whole = round(int(cents) * YUAN) if yuan else int(cents)
    return f"{whole // 100}.{whole % 100:02}"
