"""What a payment says between the lines, added to it: `complete`, called once on every payment of any format.

* identifiers: BIC and IBAN of parties; INN, KPP, OGRN, USCC, LEI, IMO … from names, addresses and texts, check digits
  verified; a labelled number inside a name is taken out of the name and stays in `printed`;
* decoded forms beside the printed ones: Chinese commercial code (`ccc`), SWIFT-RUR 6 (`rur6`; `rur6-capitals` where the
  case of the letters was lost);
* countries of parties (kinds `address`, `bic`, `iban`, `text`) and of texts (codes of kind `country`);
* tariff numbers in texts, and in values that no field holds, as goods; currency-operation and purpose codes as codes;
* the route: countries of the debtor's side, the banks in their order, the creditor's side, the places of transport.

Nothing that a reader put in is dropped or overruled, and completing twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from brightline.payments.ccc import decode_ccc, only_groups
from brightline.payments.enrich_party import complete_party, rur6_forms
from brightline.payments.identifiers import recognise
from brightline.payments.spot import goods_in, operation_codes, purpose_codes
from brightline.terms import Form, Goods, Noted, Party, Payment, Text
from brightline.text.countries import countries_in

_LEAST_GROUPS_IN_TEXT = 3
_ON_THE_WAY = (
    "ultimate_debtor",
    "initiating_party",
    "debtor",
    "debtor_agent",
    "instructing_agent",
    "reimbursement_agent",
    "instructed_agent",
    "intermediary_agent",
    "creditor_agent",
    "creditor",
    "ultimate_creditor",
)


def complete(payment: Payment) -> Payment:
    """The payment with what its printed values imply. Raises nothing; the printed values stay."""
    told, cased = _told_rur6(payment), _has_small_letters(payment)
    texts = tuple(_text(text, told, cased) for text in payment.texts)
    read = (*texts, *(Text("unread", one.value, one.path) for one in payment.unread))
    seen = replace(
        payment,
        parties=tuple(complete_party(party, told, cased) for party in payment.parties),
        texts=texts,
        goods=_goods(payment.goods, read),
        codes=tuple(dict.fromkeys((*payment.codes, *(code for text in texts for code in _codes(text))))),
        identifiers=tuple(dict.fromkeys((*payment.identifiers, *(n for text in read for n in _numbers(text))))),
    )
    return seen if payment.route else replace(seen, route=route_of(seen))


def _told_rur6(payment: Payment) -> bool:
    return any(code.kind == "block3-113" and code.value.strip().upper() == "RUR6" for code in payment.codes)


def _has_small_letters(payment: Payment) -> bool:
    names = any(any(letter.islower() for letter in party.name) for party in payment.parties if party.name)
    return names or any(any(letter.islower() for letter in text.value) for text in payment.texts)


def _text(text: Text, told: bool, cased: bool) -> Text:
    """The text with its decoded forms."""
    joined = [form.value for form in text.forms if form.kind == "joined"]
    forms = [form for reading in (text.value, *joined) for form in rur6_forms(reading, told, cased)]
    least = 2 if only_groups(text.value) else _LEAST_GROUPS_IN_TEXT
    decoded = decode_ccc(text.value, least)
    if decoded:
        forms.append(Form("ccc", decoded))
    return replace(text, forms=tuple(dict.fromkeys((*text.forms, *forms)))) if forms else text


def _readings(text: Text) -> tuple[str, ...]:
    """The text in all its forms: the decoded ones first, for their words say more, lines made whole last."""
    decoded = [form.value for form in text.forms if form.kind != "joined"]
    return (*decoded, text.value, *(form.value for form in text.forms if form.kind == "joined"))


def _goods(given: tuple[Goods, ...], texts: tuple[Text, ...]) -> tuple[Goods, ...]:
    """Tariff numbers of the texts, each once a place; what a reader has already put there stays."""
    found = list(given)
    known = {(goods.path, (goods.hs or "")[:6]) for goods in given}
    for text in texts:
        for reading in _readings(text):
            for goods in goods_in(reading, text.path):
                if (goods.path, goods.hs or "") not in known:
                    known.add((goods.path, goods.hs or ""))
                    found.append(goods)
    return tuple(found)


def _codes(text: Text) -> Iterator[Noted]:
    for reading in (text.value, *(form.value for form in text.forms if form.kind == "joined")):
        yield from operation_codes(reading, text.path)
        yield from purpose_codes(reading, text.path)
    for reading in _readings(text):
        yield from (Noted("country", code, text.path) for code in countries_in(reading))


def _numbers(text: Text) -> Iterator[Noted]:
    """Identifiers in a text. One whose check digits fail is noted too: the label says what it is meant to be."""
    for reading in (text.value, *(form.value for form in text.forms if form.kind == "joined")):
        yield from (Noted(number.scheme, number.value, text.path) for number in recognise(reading))


def route_of(payment: Payment) -> tuple[str, ...]:
    """Countries in the order in which money passes them, then those of the transport texts; repeats in a row once."""
    in_order = sorted(
        (party for party in payment.parties if party.role in _ON_THE_WAY),
        key=lambda party: (_ON_THE_WAY.index(party.role), not _came_before(party)),
    )
    on_the_way = [party.country for party in in_order if party.country is not None]
    places = [code for text in payment.texts if text.kind == "transport" for code in countries_in(text.value)]
    return tuple(country for country, _ in groupby((*on_the_way, *places)))


def _came_before(party: Party) -> bool:
    """Whether an instructing agent is one before the sender of this message."""
    return party.path.endswith("/INS") or "PrvsInstgAgt" in party.path
