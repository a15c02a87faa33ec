"""What firms and the bank itself have beside the messages: papers, a register of owners, profiles, earlier payments."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from brightline.beside.cleared import name_key
from brightline.lab.firms import MINORITY_FIRM, OF_LIST, ORDINARY, OWNED_FIRM
from brightline.lab.observation import Observed
from brightline.lab.streams import below, picks, shares
from brightline.lab.traffic import DISGUISED, END_USER, ENERGY, MISDESCRIBED, SENT_AGAIN, THIRD, VAGUE

_OWNERS = ("Ivan Sergeevich Orlov", "Olga Petrovna Belova", "Andrey Ilyich Sokolov", "Marina Pavlovna Zueva")
_TRADES = ("wholesale of household goods", "retail of consumer goods", "trading company", "import and distribution")
_MOST_BEFORE, _LEAST_BEFORE = 40, 5  # days between a payment that came back and the one sent again: assumed


def papers(seen: Observed) -> bytes:
    """The papers file for `--trade`: an invoice, and for some a waybill, where the firm sends papers, by UETR."""
    traffic = seen.traffic
    sent = np.flatnonzero(traffic.papers & (traffic.kind != ENERGY)).tolist()
    carried = (shares(seen.world.seed, "papers/waybill", traffic.entity) < seen.world["transport_paper_share"]).tolist()
    wrong, slipped = traffic.wrong.tolist(), traffic.slipped.tolist()
    told = {}
    for at in sent:
        invoice = _invoice(seen, at, honest=not wrong[at], slipped=slipped[at])
        told[seen.uetrs[at]] = [invoice, _waybill(seen, at, invoice)] if carried[at] else [invoice]
    return _json(told)


def _invoice(seen: Observed, at: int, *, honest: bool, slipped: bool) -> dict[str, object]:
    kind, said = seen.kinds[at], seen.goods[at]
    line = seen.true_goods[at] if honest and kind in (MISDESCRIBED, VAGUE) else said
    parties = [{"role": "seller", "name": seen.sellers[at]}, {"role": "buyer", "name": seen.buyers[at]}]
    if kind == END_USER and honest:
        place = int(seen.traffic.entity[at]) % len(seen.firms.listed)
        parties.append({"role": "end_user", "name": seen.firms.listed[place].names[0], "country": "RU"})
    goods = {"words": line.words} | ({"hs": line.hs} if line.hs else {})
    invoice = {"kind": "invoice", "number": f"I{seen.identifiers[at][-6:]}", "issued": seen.dates[at]}
    paid = {"amount": _slip(seen.amounts[at]) if slipped else seen.amounts[at], "currency": seen.currencies[at]}
    return {**invoice, **paid, "parties": parties, "goods": [goods]}


def _slip(amount: str) -> str:
    """An amount with two digits swapped, as clerks do."""
    return amount[1] + amount[0] + amount[2:] if amount[1] not in "0." else f"9{amount}"


def _waybill(seen: Observed, at: int, invoice: dict[str, object]) -> dict[str, object]:
    ends = "RU" if int(seen.traffic.route[at]) != THIRD else None
    places = [{"kind": "loading", "country": "CN"}, *([{"kind": "delivery", "country": ends}] if ends else [])]
    parties = [{"role": "consignor", "name": seen.sellers[at]}, {"role": "consignee", "name": seen.buyers[at]}]
    bill = {"kind": "rail_waybill", "number": f"W{seen.identifiers[at][-6:]}", "issued": seen.dates[at]}
    return {**bill, "parties": parties, "goods": invoice["goods"], "places": places}


def register(seen: Observed) -> bytes:
    """A register of owners as a table: who owns the buyers that it knows, a listed firm some of them."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(["owner", "owned", "percent", "from", "owner_id", "owned_id", "owner_country", "owned_country"])
    writer.writerows(_stakes(seen))
    return sink.getvalue().encode()


def _stakes(seen: Observed) -> Iterator[tuple[str, ...]]:
    firms, seed = seen.firms, seen.world.seed
    ids = np.arange(len(firms.buyer_names), dtype=np.uint64)
    percent = {
        OWNED_FIRM: 51 + below(seed, "register/most", ids, 50),
        MINORITY_FIRM: 5 + below(seed, "register/part", ids, 30),
    }
    owners = below(seed, "register/owner", ids, len(firms.listed)).tolist()
    through = (shares(seed, "register/through", ids) < 0.5).tolist()
    for group, (first, count) in enumerate(zip(firms.buyers.first.tolist(), firms.buyers.count.tolist(), strict=True)):
        for at in range(first, first + count) if group in (ORDINARY, OWNED_FIRM, MINORITY_FIRM) else ():
            if not seen.registered[at]:
                continue
            if group == ORDINARY:
                yield _stake(_OWNERS[at % len(_OWNERS)], "", "100", firms.buyer_names[at], firms.buyer_numbers[at])
                continue
            above, share = firms.listed[owners[at]], str(percent[group][at])
            holding = f"Holding {firms.buyer_numbers[at][3:8]} Invest LLC"
            if through[at]:
                yield _stake(above.names[0], above.number, "75", holding, "")
            owner, number = (holding, "") if through[at] else (above.names[0], above.number)
            yield _stake(owner, number, share, firms.buyer_names[at], firms.buyer_numbers[at])


def _stake(owner: str, number: str, percent: str, owned: str, owned_number: str) -> tuple[str, ...]:
    ids = [f"INN:{one}" if one else "" for one in (number, owned_number)]
    return owner, owned, percent, "2019-03-01", *ids, "RU", "RU"


def profiles(seen: Observed) -> bytes:
    """The profiles on file: of some buyers and sellers, and among them of shells, which are young."""
    firms, seed = seen.firms, seen.world.seed
    buyers, sellers = (len(names) for names in (firms.buyer_names, firms.seller_names))
    known = firms.known("buyer/profile", buyers, "profile_share")
    known[int(firms.buyers.first[OF_LIST]) :][: len(firms.listed)] = False
    trades = below(seed, "buyer/trade", np.arange(buyers, dtype=np.uint64), len(_TRADES)).tolist()
    told = [
        _profile(firms.buyer_names[at], "RU", _TRADES[trades[at]], f"20{4 + at % 15:02}-05-11", firms.buyer_numbers[at])
        for at in np.flatnonzero(known).tolist()
    ]
    on_file = np.flatnonzero(firms.known("seller/profile", sellers, "profile_share")).tolist()
    young = picks(seed, "seller/young", np.arange(sellers, dtype=np.uint64), np.array([0.95, 0.05])).tolist()
    for at in on_file:
        since = f"2022-{4 + at % 9:02}-15" if at >= firms.sellers or young[at] else f"20{5 + at % 14:02}-03-09"
        told.append(
            _profile(firms.seller_names[at], "CN" if at < firms.sellers else "HK", "trading company", since, "")
        )
    return _json(list({name_key(str(one["name"])): one for one in told}.values()))


def _profile(name: str, country: str, business: str, incorporated: str, number: str) -> dict[str, object]:
    numbers = [{"scheme": "INN", "value": number}] if number else []
    return {
        "name": name,
        "identifiers": numbers,
        "country": country,
        "business": business,
        "incorporated": incorporated,
    }


def history(seen: Observed) -> bytes:
    """Earlier payments as lines: those that came back and are sent again, the disguised ones as they first stood."""
    traffic = seen.traffic
    again = np.flatnonzero((traffic.kind == SENT_AGAIN) | (traffic.kind == DISGUISED)).tolist()
    before = _LEAST_BEFORE + below(seen.world.seed, "history/days", traffic.entity, _MOST_BEFORE - _LEAST_BEFORE)
    rows = [_row(seen, at, int(before[at])) for at in again]
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def _row(seen: Observed, at: int, before: int) -> dict[str, str]:
    day = date.fromisoformat(seen.dates[at]) - timedelta(days=before)
    line = seen.true_goods[at] if seen.kinds[at] == DISGUISED else seen.goods[at]
    said = seen.texts[at]
    words = said.replace(seen.goods[at].words.upper(), line.words.upper(), 1)
    return {
        "date": day.isoformat(), "outcome": "returned", "end_to_end_id": f"E{seen.identifiers[at][1:]}",
        "amount": seen.amounts[at], "currency": seen.currencies[at], "debtor_name": seen.sides["debtor_name"][at],
        "debtor_country": seen.sides["debtor_country"][at], "creditor_name": seen.sellers[at], "remittance": words,
    }  # fmt: skip


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
