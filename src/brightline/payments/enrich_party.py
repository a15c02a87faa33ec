"""What the printed values of a party imply: identifiers, decoded forms, countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from brightline.payments.ccc import decode_ccc
from brightline.payments.identifier_cells import read_cell
from brightline.payments.identifiers import check, iban_in, recognise, without_identifiers
from brightline.payments.rur6 import can_be_rur6, capitals_hint_rur6, decode_capitals, decode_rur6, looks_like_rur6
from brightline.terms import Form, Identifier, Party
from brightline.text.countries import countries_in, country_code, country_of_bic
from brightline.text.fold import tokens

_TWO_CAPITALS = re.compile(r"[A-Z]{2}")
_LOOSE_NAME = re.compile(r"[A-Za-zА-Яа-яЁё]{3}|[^\x00-\x7f]|\d{4} \d{4}")


def complete_party(party: Party, told_rur6: bool, cased: bool) -> Party:
    """The party with identifiers, forms and countries added, and its name without the numbers written into it."""
    name = _bare_name(party.name)
    printed = party.printed or tuple(line for line in (party.name or "").split("\n") if line)
    address = " ".join(party.address)
    joined = next((form.value for form in party.forms if form.kind == "joined"), None)
    forms = (*_forms(name, address, told_rur6, cased), *(rur6_forms(joined, told_rur6, cased) if joined else ()))
    countries = _countries(party, name, " ".join((address, *_decoded_address(forms))))
    country = _code(party.country) if party.country else _most_telling(countries)
    return replace(
        party,
        name=name,
        printed=printed,
        forms=tuple(dict.fromkeys((*party.forms, *forms))),
        country=country,
        countries=countries,
        identifiers=tuple(dict.fromkeys(_identifiers(party, country))),
    )


def _code(written: str) -> str:
    return written if _TWO_CAPITALS.fullmatch(written) else country_code(written) or written


def _most_telling(countries: tuple[Form, ...]) -> str | None:
    """The address' country (the last one named in it), else that of residence, of the BIC, of the IBAN."""
    for kind in ("address", "residence", "bic", "iban"):
        for seen in reversed(countries):
            if seen.kind == kind:
                return seen.value
    return None


def _bare_name(name: str | None) -> str | None:
    """The name without labelled numbers; a name that is nothing but numbers is no name."""
    if name is None:
        return None
    bare = without_identifiers(name)
    return bare if bare and (bare == name or _LOOSE_NAME.search(bare)) else None


def _identifiers(party: Party, country: str | None) -> Iterator[Identifier]:
    """Those given, verified; then BIC and IBAN; then what names, addresses and printed lines carry."""
    for given in party.identifiers:
        yield given if given.valid is not None else replace(given, valid=check(given.scheme, given.value))
        yield from read_cell(given, country)
    if party.bic:
        yield Identifier("BIC", party.bic, bic_holds(party.bic))
    iban = iban_in(party.account) if party.account else None
    if iban:
        yield iban
    lines = dict.fromkeys((*party.printed, *party.address, party.name or ""))
    for seen in recognise("\n".join(lines)):
        yield seen
        yield from read_cell(seen, country)


@lru_cache(maxsize=4096)
def bic_holds(bic: str) -> bool:
    """Whether a BIC has the right shape and names a country that exists."""
    return bool(check("BIC", bic)) and country_of_bic(bic) is not None


# --- forms ---------------------------------------------------------------------------------------


def _forms(name: str | None, address: str, told: bool, cased: bool) -> tuple[Form, ...]:
    found = list(rur6_forms(name, told, cased)) if name else []
    decoded = decode_ccc(name) if name else None
    if decoded:
        found.append(Form("ccc", decoded))
    placed = decode_ccc(address) if address else None
    if placed:
        found.append(Form("ccc-address", placed))
    if address and found and can_be_rur6(address) and any(form.kind == "rur6" for form in found):
        found.append(Form("rur6-address", decode_rur6(address)))
    return tuple(found)


def _decoded_address(forms: tuple[Form, ...]) -> tuple[str, ...]:
    return tuple(form.value for form in forms if form.kind.endswith("-address"))


def rur6_forms(text: str, told: bool, cased: bool) -> Iterator[Form]:
    """Cyrillic readings of a text: where the message says so, or where the pattern of capitals does.

    `told`: block 3 names RUR6. `cased`: the message has small letters, so that capitals mean what they say.
    """
    if not can_be_rur6(text):
        return
    if looks_like_rur6(text) or (told and cased):
        yield Form("rur6", decode_rur6(text))
    elif told or capitals_hint_rur6(text):
        yield Form("rur6", decode_rur6(text))
        yield Form("rur6-capitals", decode_capitals(text))


# --- countries -----------------------------------------------------------------------------------


def _countries(party: Party, name: str | None, address: str) -> tuple[Form, ...]:
    """Every country seen, the given ones first: address, BIC, IBAN, then the name."""
    found = list(party.countries)
    if party.country and not any(form.value == _code(party.country) for form in found):
        found.append(Form("address", _code(party.country)))
    found.extend(Form("address", code) for code in _in_address(party.address, address))
    bic = country_of_bic(party.bic) if party.bic else None
    if bic:
        found.append(Form("bic", bic))
    iban = iban_in(party.account) if party.account else None
    if iban and (code := country_code(iban.value[:2])):
        found.append(Form("iban", code))
    found.extend(Form("text", code) for code in _in_name(name or "", address))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _in_name(name: str, address: str) -> tuple[str, ...]:
    """Countries named in a name, but for a town that the address puts elsewhere ("Moscow Coffee", Moscow ID)."""
    named = countries_in(name)
    written = set(tokens(address)) if named else set()
    places = [word for word in tokens(name) if countries_in(word)] if written else []
    elsewhere = bool(places) and set(places) <= written and not set(named) & set(countries_in(address))
    return () if elsewhere else named


def _in_address(lines: tuple[str, ...], joined: str) -> tuple[str, ...]:
    """Countries named in an address; a last line that is a country by itself comes last."""
    if not lines:
        return ()
    last = country_code(lines[-1]) if len(lines[-1]) <= 40 else None
    named = countries_in(joined)
    return (*(code for code in named if code != last), last) if last else named
