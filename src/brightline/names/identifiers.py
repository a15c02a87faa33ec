"""Which numbers of a payer and of a listed entity are one number, and what an equal one settles.

Publishers and payers call one number by many names (a tax number, a BIN, a registration number, no name at all), so
values are compared whatever the label says, but for numbers of a kind of their own (passports, ships, banks).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from brightline.terms import Identifier, ListedIdentifier

# Worldwide or nationwide unique: an equal one settles, a different one of the same kind clears a namesake.
SETTLING = frozenset({"INN", "OGRN", "LEI", "IMO", "USCC", "BIC", "BIK"})
CLEARING = frozenset({"INN", "OGRN", "LEI", "IMO", "USCC"})
_COMPARED = SETTLING | {"PASSPORT", "NATIONAL-ID", "TAX", "REG", "DUNS", "MMSI", "CALLSIGN", "OKPO"}
# Compared with their own kind, and with a number that says nothing of its kind.
_APART = frozenset({"PASSPORT", "IMO", "MMSI", "CALLSIGN", "BIC", "BIK"})
# Accounts, contacts, offices and codes of routes: never what names a party.
_NO_NAMES = frozenset(
    {"IBAN", "ACCOUNT", "PHONE", "FAX", "EMAIL", "WEBSITE", "KPP", "CLEARING", "CNAPS", "BRANCH", "GLN", "CHIPS-UID"}
)
_ALIKE = {"INN": "TAX", "OGRN": "REG", "USCC": "REG"}
_LEAST, _WITH_COUNTRY, _ALONE = 5, 7, 9  # signs: to be compared, to settle with an equal country, to settle alone
_LABELLED = re.compile(r"[^0-9]*[^\W\d_][^0-9]*[^0-9A-Z]([0-9][0-9 .-]*)")  # `UNP 101119568`, `Goztepe V.D. 823 026`
_DIGIT = re.compile(r"[0-9]")


@lru_cache(maxsize=65536)
def plain_identifier(scheme: str, value: str) -> str:
    """An identifier as compared: letters and digits, upper case; of a BIC the first eight, as branches are one bank."""
    plain = "".join([letter for letter in value.upper() if letter.isalnum()])
    if scheme == "BIC":
        return plain[:8]
    return plain.removeprefix("IMO") if scheme == "IMO" else plain


@lru_cache(maxsize=65536)
def values_of(scheme: str, value: str) -> tuple[str, ...]:
    """The values under which an identifier is looked up: as it stands, and without a label written before it."""
    plain = plain_identifier(scheme, value)
    labelled = None if scheme in _APART else _LABELLED.fullmatch(value.upper().strip())
    bare = plain_identifier(scheme, labelled[1]) if labelled else plain
    return tuple(one for one in dict.fromkeys((plain, bare)) if _says_who(one))


def _says_who(plain: str) -> bool:
    """Whether a value is long enough and no filler such as 000000."""
    return len(plain) >= _LEAST and len(set(plain)) > 1


def comparable(scheme: str) -> bool:
    """Whether identifiers of a listed entity of this scheme are compared at all."""
    return scheme in _COMPARED


def institution(scheme: str, value: str) -> str | None:
    """The letters of a BIC that name the bank, wherever its branch is; None for anything else."""
    plain = plain_identifier(scheme, value) if scheme == "BIC" else ""
    return plain[:4] if len(plain) == 8 else None


def sameness(ours: Identifier, theirs: ListedIdentifier, countries: Collection[str]) -> str | None:
    """`identifier-same` for an equal number that settles, `document-same` for one that does not, None for no equal one.

    It settles where its scheme is unique, where it has seven signs and its country is one of `countries`, or nine signs
    alone; a passport's number never alone, for many countries number alike.
    """
    if not _one_kind(ours.scheme, theirs.scheme):
        return None
    shared = [one for one in values_of(ours.scheme, ours.value) if one in values_of(theirs.scheme, theirs.value)]
    if not shared or (ours.scheme != theirs.scheme and not _DIGIT.search(shared[0])):
        return None
    size = max(map(len, shared))
    unique = _group(ours.scheme) == _group(theirs.scheme) and not SETTLING.isdisjoint((ours.scheme, theirs.scheme))
    at_home = size >= _WITH_COUNTRY and theirs.country in countries
    alone = size >= _ALONE and theirs.scheme != "PASSPORT"
    return "identifier-same" if unique or at_home or alone else "document-same"


def _group(scheme: str) -> str:
    return _ALIKE.get(scheme, scheme)


def _one_kind(ours: str, theirs: str) -> bool:
    if ours in _NO_NAMES or theirs not in _COMPARED:
        return False
    return ours in (theirs, "OTHER") or not (ours in _APART or theirs in _APART)


def differs(ours: Identifier, theirs: ListedIdentifier) -> bool:
    """Different values of one clearing scheme; of equal length, so that a person's INN does not clear a company's."""
    if ours.scheme != theirs.scheme or ours.scheme not in CLEARING:
        return False
    mine, other = (plain_identifier(ours.scheme, value) for value in (ours.value, theirs.value))
    return mine != other and len(mine) == len(other)
