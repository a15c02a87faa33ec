"""Where the goods of a payment plausibly go, and every country that plays a part in it.

Who pays gets the goods: they go to the debtor's side. A Russian debtor paying a Chinese creditor means goods for
Russia; a Russian creditor paid from China means goods from Russia, which is a tie to Russia but no supply to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from brightline.goods.purposes import brings_goods_into_russia
from brightline.terms import Party, Payment, Text
from brightline.text.countries import countries_in, country_code

_RECEIVERS = ("debtor", "ultimate_debtor", "buyer", "consignee", "end_user", "notify_party")
_SENDERS = ("creditor", "ultimate_creditor", "seller", "consignor")
_RETURNS = ("PACS.004",)
_ARRIVAL = ("44B", "44F")  # MT700: place of final destination, port of discharge
# Words after which a place is where goods go. FOB, EXW and FCA name the place they leave from and are not here.
_TOWARD = re.compile(
    r"\b(?:to|into|destination|destined for|consignee|deliver(?:y|ed|ies)?(?: to| in| at)?|discharge|unloading|"
    r"end[- ]?user|cif|cip|cfr|cpt|dap|ddp|dat|dpu|до|для|в|на|назначени[яе]|доставк[аиу]|поставк[аиу]|грузополучатель|"
    r"dostavka|postavka|v g|do st)\b|交货|运往|发往|运至|发至|送至|目的地|目的港|收货|出口到|出口至|卸货",
    re.IGNORECASE,
)
_WINDOW = 48  # characters after such a word in which the place stands
_STOP = re.compile(r"[;\n]|\bfrom\b|\bиз\b|\bfob\b|\bexw\b|\bfca\b|从|自", re.IGNORECASE)


def destinations(payment: Payment) -> tuple[str, ...]:
    """Countries (ISO alpha-2) to which goods plausibly go, in a stable order.

    The debtor's side (its bank's country where its own is not known), receivers named in papers, places of arrival in
    texts, the end of a stated route, Russia where an operation code says that goods come in. A return runs backwards,
    so both sides count.
    """
    return tuple(dict.fromkeys(_toward(payment)))


def countries_of(payment: Payment) -> tuple[str, ...]:
    """Every country that plays a part: of parties and agents, on the route, in texts and codes; in message order."""
    return tuple(dict.fromkeys(_every(payment)))


def _every(payment: Payment) -> Iterator[str]:
    for party in payment.parties:
        yield from _of_party(party)
    yield from (country for place in payment.route if (country := _as_code(place)))
    yield from (code.value for code in payment.codes if code.kind == "country")
    for text in payment.texts:
        yield from _named_in(text.value)
        for form in text.forms:
            yield from _named_in(form.value)


def _toward(payment: Payment) -> Iterator[str]:
    sides = _RECEIVERS + (_SENDERS if payment.format.upper().startswith(_RETURNS) else ())
    receivers = [country for party in payment.parties if party.role in sides for country in _of_party(party)]
    yield from receivers
    if not receivers:
        agents = [party for party in payment.parties if party.role == "debtor_agent"]
        yield from (country for party in agents for country in _of_party(party))
    if brings_goods_into_russia(payment.codes):
        yield "RU"
    if any(noted.kind == "route" for noted in payment.references) and payment.route:
        yield from (country for place in payment.route[-1:] if (country := _as_code(place)))
    for text in payment.texts:
        yield from _arrivals(text)


def _arrivals(text: Text) -> Iterator[str]:
    for value in (text.value, *(form.value for form in text.forms)):
        if any(mark in text.path for mark in _ARRIVAL):
            yield from _named_in(value)
        if not _named_in(value):
            continue
        for found in _TOWARD.finditer(value):
            after = value[found.end() : found.end() + _WINDOW]
            yield from _named_in(_STOP.split(after, maxsplit=1)[0])


def _of_party(party: Party) -> Iterator[str]:
    if party.country:
        yield party.country
    yield from (form.value for form in party.countries)


@lru_cache(maxsize=8192)
def _named_in(text: str) -> tuple[str, ...]:
    return countries_in(text)


@lru_cache(maxsize=1024)
def _as_code(place: str) -> str | None:
    return country_code(place)
