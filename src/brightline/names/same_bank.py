"""What the BIC of a bank says for and against a listed one: the letters of the institution, and its country.

A BIC (ISO 9362) is four letters of the institution, two of the country, two of the place: a branch abroad shares the
first four. Another institution in another country is another bank where the list gives a BIC; where it gives none,
only if nothing but common words agree ("Industrial Bank"), for a listed bank too may have branches abroad. Never where
the names agree in a place ("Bank Melli Iran").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from brightline.names.identifiers import institution, plain_identifier
from brightline.names.weights import weights
from brightline.terms import ListedEntity, Query, Step
from brightline.text.countries import countries_in, country_of_bic, is_city, is_place

_HOME_PAGE = re.compile(r"[.]([a-z]{2})/?$")
_FOR_ALL = frozenset({"ai", "cc", "co", "eu", "fm", "io", "me", "su", "to", "tv", "ws"})  # endings that are no homes
_NO_BANKS = frozenset({"Person", "Vessel", "Airplane"})


_BRANCH = frozenset({"BRANCH", "FILIAL", "FILIALE", "SUCURSAL", "SUCCURSALE", "SUBESI", "ŞUBESI", "ŞUBESİ", "ФИЛИАЛ"})
_JOINS = frozenset({"OF", "DE", "DI", "DU", "VON", "FOR", "AND", "&"})


def _words_agreed(steps: Iterable[Step]) -> frozenset[str]:
    """What the words in which a name agrees say: `who` where one says who, `place` where one is a country or place."""
    words = [step for step in steps if step.name.startswith("word") and step.weight > 0]
    who = any(step.weight >= weights().says_who for step in words)
    place = any(is_place(step.theirs) for step in words)
    return frozenset((["who"] if who else []) + (["place"] if place else []))


def head_office(name: str) -> str | None:
    """A bank's name without the branch at its end ("X Bank, Dubai Branch", "X Bank Hamburg"); None without one."""
    words = name.replace(",", " ").replace("(", " ").replace(")", " ").split()
    branch = bool(words) and words[-1].upper() in _BRANCH
    kept = words[:-1] if branch else words
    for count in (2, 1):
        rest, place = kept[:-count], " ".join(kept[-count:])
        if len(rest) > 1 and rest[-1].upper() not in _JOINS and is_place(place):
            kept = rest if branch or is_city(place) or countries_in(" ".join(rest)) else kept
            break
    return " ".join(kept) if 1 < len(kept) < len(words) else None


def bank_steps(query: Query, entity: ListedEntity, named: Sequence[Step]) -> list[Step]:
    """`bank-same` for another BIC of the listed institution, `bank-differs` for one of another in another country.

    `named`: the steps of the name.
    """
    ours = _bic(query)
    if ours is None or entity.schema in _NO_BANKS:
        return []
    theirs = [plain_identifier("BIC", one.value) for one in entity.identifiers if institution(one.scheme, one.value)]
    kin = [one for one in theirs if one[:4] == ours[:4]]
    if ours in kin:
        return []  # the very number, which counts among the identifiers
    if kin:
        return [Step("bank-same", ours, kin[0], weights().bank_same)]
    homes = {*entity.countries, *(one[4:6] for one in theirs)} or set(_home_pages(entity))
    agreed = _words_agreed(named)
    telling = "place" not in agreed and (theirs or "who" not in agreed)
    if homes and ours[4:6] not in homes and telling:
        return [Step("bank-differs", ours, " ".join(theirs or sorted(homes)), weights().bank_differs)]
    return []


def _bic(query: Query) -> str | None:
    """The BIC of the query with its first eight signs, unless it is none that exists."""
    sound = [one for one in query.identifiers if one.valid is not False and institution(one.scheme, one.value)]
    ours = plain_identifier("BIC", sound[0].value) if sound else ""
    return ours if country_of_bic(ours) else None


def _home_pages(entity: ListedEntity) -> Iterator[str]:
    """The countries of the endings of an entity's sites."""
    for site in (*entity.urls, *(one.value for one in entity.identifiers if one.scheme == "WEBSITE")):
        ending = _HOME_PAGE.search(site.casefold().strip())
        if ending and ending[1] not in _FOR_ALL:
            yield {"uk": "GB"}.get(ending[1], ending[1].upper())
