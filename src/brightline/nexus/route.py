"""Where the goods of a payment plausibly go, and every country that plays a part in it.

Who pays gets the goods: they go to the debtor's side. A Russian debtor paying a Chinese creditor means goods for
Russia; a Russian creditor paid from China means goods from Russia, which is a tie to Russia but no supply to it. A tie
that no country field states (a rouble amount, a Russian number or phone, a border station that leads nowhere else) is
told as a tie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from brightline.goods.purposes import brings_goods_into_russia
from brightline.nexus.hinted import hinted
from brightline.nexus.russian_signs import FORM, MAIL, PHONE, signs_in, tied_to_russia
from brightline.terms import Answer, Party, Payment, Text
from brightline.text.countries import countries_in, country_code

_RECEIVERS = ("debtor", "ultimate_debtor", "buyer", "consignee", "end_user", "notify_party")
_SENDERS = ("creditor", "ultimate_creditor", "seller", "consignor")
_RETURNS = ("PACS.004",)
_ARRIVAL = ("44B", "44F")  # MT700: place of final destination, port of discharge
_ARRIVES = "arrival"  # the kind of a country where a paper says that goods arrive
# Words after which a place is where goods go. FOB, EXW and FCA name the place they leave from and are not here.
_TOWARD = re.compile(
    r"\b(?:to|into|destination|destined for|consignee|deliver(?:y|ed|ies)?(?: to| in| at)?|discharge|unloading|"
    r"bound for|(?:rail(?:way)? |container |sea )?terminal|"
    r"station of|arrival(?: at| in| station)?|ship(?:ped|ping|ment)? to|"
    r"end[- ]?user|cif|cip|cfr|cpt|dap|ddp|dat|dpu|до|для|в|на|назначени[яе]|доставк[аиу]|поставк[аиу]|грузополучатель|"
    r"dostavka|postavka|v g|do st|станци[яию]|терминал)\b"
    r"|交货|运往|发往|运至|发至|送至|目的地|目的港|收货|出口到|出口至|卸货",
    re.IGNORECASE,
)
_WINDOW = 48  # characters after such a word in which the place stands
# Chinese border stations from which goods go on to Russia only.
_GATES = hinted(
    r"\b(?:manzhouli|suifenhe|heihe|hunchun|tongjiang|маньчжурия|суйфэньхэ|хэйхэ|хуньчунь)\b|满洲里|绥芬河|黑河|珲春|同江",
    *("manzhouli", "suifenhe", "heihe", "hunchun", "tongjiang", "маньчжурия", "суйфэньхэ", "хэйхэ", "хуньчунь"),
    *("满洲里", "绥芬河", "黑河", "珲春", "同江"),
)
_CURRENCIES = {"RUB": "RU", "RUR": "RU", "BYN": "BY"}
_MARK = re.compile(r"[(\[]\s?(?:RU|RUS|RF|РФ|RUSSIA)\s?[)\]]", re.IGNORECASE)  # a mark in brackets: CLIENT 71 (RU)
# Where Russian phones, mail addresses and legal forms are used by firms that are not Russian.
_NEIGHBOURS = frozenset({"AM", "AZ", "BY", "GE", "KG", "KZ", "MD", "TJ", "TM", "UA", "UZ"})
_STOP = re.compile(r"[;\n]|\bfrom\b|\bиз\b|\bfob\b|\bexw\b|\bfca\b|从|自", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie to a country that no country field states: the sign in a reviewer's words, and its place."""

    country: str
    sign: str
    path: str


def destinations(payment: Payment) -> tuple[str, ...]:
    """Countries (ISO alpha-2) to which goods plausibly go, in a stable order.

    The debtor's side (where its own country is not known Russia by a Russian number, else its bank's), receivers named
    in papers, places of arrival in texts, the end of a stated route, Russia where an operation code says that goods
    come in. A return runs backwards, so both sides count.
    """
    return tuple(dict.fromkeys(_toward(payment)))


def countries_of(payment: Payment) -> tuple[str, ...]:
    """Every country that plays a part: of parties and agents, on the route, in texts and codes; in message order."""
    return tuple(dict.fromkeys(_every(payment)))


def ties_of(payment: Payment) -> tuple[Tie, ...]:
    """Ties to Russia or Belarus that no country field states, each country and sign once.

    A rouble amount; a party's Russian number, phone, mail address or legal form; the same in a text; a border station
    on the way to Russia. Beside a party of a neighbouring country only a number or a phone counts.
    """
    found: dict[tuple[str, str], Tie] = {}
    for tie in _ties(payment):
        found.setdefault((tie.country, tie.sign), tie)
    return tuple(found.values())


def _ties(payment: Payment) -> Iterator[Tie]:
    for currency in dict.fromkeys((payment.currency, *(noted.currency for noted in payment.amounts))):
        if currency in _CURRENCIES:
            yield Tie(_CURRENCIES[currency], f"an amount in {currency}", "")
    for party in payment.parties:
        yield from (Tie("RU", sign, party.path) for sign in _signs_of(party))
    near = any(party.country in _NEIGHBOURS for party in payment.parties)
    for text in payment.texts:
        for value in (text.value, *(form.value for form in text.forms)):
            yield from (Tie("RU", sign, text.path) for sign in _signs_in_text(value, near))


def _signs_of(party: Party) -> tuple[str, ...]:
    """Signs of Russia in a party that names no Russian country; with a country of its own the firm ones only."""
    seen = {party.country, *(form.value for form in party.countries)} - {None}
    if "RU" in seen:
        return ()
    numbers = [f"{one.scheme} {one.value}" for one in party.identifiers if one.scheme in _NUMBERS and one.valid]
    written = "\n".join((party.name or "", *party.printed, *party.address))
    if not written:
        return tuple(numbers)
    if not seen:
        return (*numbers, *signs_in(party.name or "", written))
    return (*numbers, *signs_in(party.name or "", written, (PHONE,) if seen & _NEIGHBOURS else (FORM, PHONE, MAIL)))


_NUMBERS = ("INN", "OGRN", "BIK")


@lru_cache(maxsize=8192)
def _signs_in_text(value: str, near: bool) -> tuple[str, ...]:
    """Russian phones and mail addresses in a text, a mark of the country, border stations that lead to Russia."""
    signs = signs_in("", value, (PHONE,) if near else (PHONE, MAIL))
    marks = [f"a mark of the country: {mark}" for mark in dict.fromkeys(_MARK.findall(value))]
    gates = [f"a station on the way to Russia: {gate}" for gate in dict.fromkeys(_gates_in(value))]
    return (*signs, *marks, *gates)


def _gates_in(value: str) -> Iterator[str]:
    return (found.group() for found in _GATES.finditer(value))


def _every(payment: Payment) -> Iterator[str]:
    for party in payment.parties:
        yield from _of_party(party)
    yield from (country for place in payment.route if (country := _as_code(place)))
    yield from (code.value for code in payment.codes if code.kind in ("country", _ARRIVES))
    for text in payment.texts:
        yield from countries_in(text.value)
        for form in text.forms:
            yield from countries_in(form.value)


def _toward(payment: Payment) -> Iterator[str]:
    sides = _RECEIVERS + (_SENDERS if payment.format.upper().startswith(_RETURNS) else ())
    receivers = [country for party in payment.parties if party.role in sides for country in _of_party(party)]
    yield from receivers
    if any(party.role in sides and not list(_of_party(party)) and _is_russian(party) for party in payment.parties):
        receivers.append("RU")
        yield "RU"
    if not receivers:
        agents = [party for party in payment.parties if party.role == "debtor_agent"]
        yield from (country for party in agents for country in _of_party(party))
    if brings_goods_into_russia(payment.codes):
        yield "RU"
    yield from (code.value for code in payment.codes if code.kind == _ARRIVES)
    if any(noted.kind == "route" for noted in payment.references) and payment.route:
        yield from (country for place in payment.route[-1:] if (country := _as_code(place)))
    for text in payment.texts:
        yield from _arrivals(text)


def _is_russian(party: Party) -> bool:
    return tied_to_russia(party) is Answer.YES


def _arrivals(text: Text) -> Iterator[str]:
    for value in (text.value, *(form.value for form in text.forms)):
        if any(mark in text.path for mark in _ARRIVAL):
            yield from countries_in(value)
        if not countries_in(value):
            continue
        for found in _TOWARD.finditer(value):
            after = value[found.end() : found.end() + _WINDOW]
            yield from countries_in(_STOP.split(after, maxsplit=1)[0])


def _of_party(party: Party) -> Iterator[str]:
    if party.country:
        yield party.country
    yield from (form.value for form in party.countries)


@lru_cache(maxsize=1024)
def _as_code(place: str) -> str | None:
    return country_code(place)
