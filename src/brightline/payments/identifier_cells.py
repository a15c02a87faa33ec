"""A field made for one identifier, as payers fill it: `ИНН 7707083893`, `INN/KPP a/b`, `BR NO. 32369313-000`.

What is printed stays; what it says is added beside it: numbers of a scheme that a label or the check digits tell, and
the bare number where something stands around it. Schemes that say no more than "a number" are read so, and those of
which the check digits fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from brightline.payments.identifiers import check, identifier, recognise, unlabelled
from brightline.terms import Identifier
from brightline.text.countries import country_code
from brightline.text.fold import visible

# Schemes whose value is what it says it is, or names nobody.
_TOLD = frozenset(
    {"KPP", "OKPO", "BIK", "BIC", "IMO", "MMSI", "PASSPORT", "DUNS", "IBAN", "PHONE", "FAX", "EMAIL", "WEBSITE", "GLN"}
    | {"CNAPS", "IBEI", "CHIPS-UID", "DRIVING-LICENCE", "SOCIAL-SECURITY", "ALIEN-REGISTRATION", "BRANCH"}
)
_CHECKED = frozenset({"INN", "OGRN", "USCC", "LEI"})
_PLAIN = frozenset({"TAX", "REG", "OTHER", "CLEARING", "CUSTOMER", "NATIONAL-ID", "BANK-PARTY", "EMPLOYER"})
_INN_KPP = re.compile(r"(?<![0-9])([0-9]{10})\s{0,2}[/\\|, ]\s{0,2}([0-9]{9})(?![0-9])")
_GROUP = r"[0-9][0-9A-Z]*"
_NUMBER = re.compile(rf"([A-Z]*)({_GROUP}(?:[ .-]{{1,2}}{_GROUP})*)")
_HEAD_MOST = 9  # digits from which two letters before a number are taken for a country
_GROUP_LEAST = 7  # signs from which a part of a number is a number


def read_cell(given: Identifier, country: str | None) -> tuple[Identifier, ...]:
    """What the value of a given identifier says beside itself; nothing for a scheme that is told and holds.

    `country`: that of the party, by which an unlabelled Russian number is known.
    """
    if given.scheme in _TOLD or (given.scheme in _CHECKED and check(given.scheme, given.value)):
        return ()
    return _read(given.scheme, given.value, country)


@lru_cache(maxsize=8192)
def _read(scheme: str, value: str, country: str | None) -> tuple[Identifier, ...]:
    text = visible(value).upper()
    labelled = text if scheme in _PLAIN else f"{scheme}: {text}"
    found = [*unlabelled(text, country), *_pairs(text), *recognise(labelled)]
    printed = {text, *(one.value for one in found)}
    for bare, at_home in _bare_numbers(text, country):
        found += unlabelled(bare, at_home)
        if bare not in printed and not any(one.value == bare for one in found):
            found.append(Identifier("OTHER", bare))
    return tuple(dict.fromkeys(one for own in found for one in (own, *_abroad(own, country))))


def _pairs(text: str) -> Iterator[Identifier]:
    """`7707083893/773601001`: the Russian tax number and the code of its reason."""
    for pair in _INN_KPP.finditer(text):
        if check("INN", pair[1]):
            yield identifier("INN", pair[1])
            yield identifier("KPP", pair[2])


def _abroad(seen: Identifier, country: str | None) -> Iterator[Identifier]:
    """A number called INN whose check digits fail: other countries call their own numbers so."""
    if seen.scheme == "INN" and seen.valid is False and country not in (None, "RU"):
        yield Identifier("TAX", seen.value)


def _bare_numbers(text: str, country: str | None) -> Iterator[tuple[str, str | None]]:
    """The numbers in a cell without their labels and blanks, each with the country that it is of."""
    for match in _NUMBER.finditer(text):
        head, parts = match[1], re.split("[ .-]+", match[2])
        joined = "".join(parts)
        digits = sum(letter.isdigit() for letter in joined)
        named = country_code(head) if len(head) == 2 and digits >= _HEAD_MOST else None
        if head and named is None and not recognise(f"{head}:{joined}"):
            continue  # letters of the number itself, as of a passport
        yield joined, named or country
        if len(parts) > 1:
            yield from ((part, named or country) for part in parts if len(part) >= _GROUP_LEAST)
