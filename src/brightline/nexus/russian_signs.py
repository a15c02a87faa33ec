"""Signs in a party's own words that it belongs to Russia: a legal form, a Russian number, a phone, an address.

A country says it outright. Without one these are hints, and most are shared with neighbours: ООО is a form in Belarus,
Kazakhstan and Kyrgyzstan too, so a form alone is never more than unknown. A tax or registration number whose check
digits hold is Russia's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from brightline.nexus.hinted import hinted
from brightline.terms import Answer, Party
from brightline.text.fold import fold

RUSSIA = "RU"
_OWN_NUMBERS = ("INN", "OGRN", "BIK")  # check digits, or the shape, are Russia's own
FORM, PHONE, MAIL, ADDRESS = "a legal form", "a phone number", "a mail or web address", "words of an address"
_CYRILLIC_FORM = re.compile(
    r"(?<!\w)(?:ооо|оао|зао|пао|ао|нао|фгуп|фгбу|фгку|гуп|муп|пк|тд|"
    r"общество с ограниченнои ответственностью|(?:публичное |открытое |закрытое )?акционерное общество)(?!\w)"
)
_LATIN_FORM = hinted(
    r"^(?:ooo|oao|zao|pao|fgup|fsue|fgbu)\b|\b(?:ooo|oao|zao|pao)$"
    r"|\bobshch?estvo s ogranichenno[iy] otvetstvennost\w*|\b(?:publichnoe )?a[kc]t?sionerno\w* obshch?estvo\b",
    *("ooo", "oao", "zao", "pao", "fgup", "fsue", "fgbu", "obsh"),
)
# Country code 7, but not Kazakhstan's 76 and 77. Its first sign stands first, before what must not precede it: so the
# pattern is quickly looked for.
_PHONE = re.compile(
    r"(?:\+(?<!\d\+)\s?7|8(?<!\d8))[\s(.-]{0,2}(?:3\d\d|4\d\d|8\d\d|9\d\d)[\s).-]{0,2}\d{3}[\s.-]?\d\d[\s.-]?\d\d(?!\d)"
)
_PLUS_SEVEN = re.compile(r"\+\s?7")
_ADDRESS = re.compile(
    r"(?<!\w)(?:ул|улица|пр-?кт|просп|проспект|шоссе|наб|набережная|переулок|обл|область|краи|раион|р-?н|мкр|стр|корп|офис)"
    r"(?!\w)|\b(?:ulitsa|prospekt|pereulok|naberezhnaya|oblast|shosse|g moskva)\b",
)
_MAIL = hinted(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.(?:ru|su|xn--p1ai|рф)\b|\bwww\.[\w-]+\.(?:ru|su|рф)\b", "@", "www.")


def tied_to_russia(party: Party) -> Answer:
    """Whether a party belongs to Russia.

    Yes by its country or address, by any other place seen where no other country is, and, where none is seen at all,
    by a Russian number whose check digits hold. Beside another country a bank, an account, a word of the name or a
    number of Russia leaves it unknown; without any country, other signs do. Otherwise no.
    """
    if party.country and party.country != RUSSIA and not party.countries and not party.identifiers:
        return Answer.NO
    seen = {party.country, *(form.value for form in party.countries)} - {None}
    stated = {party.country, *(form.value for form in party.countries if form.kind == "address")}
    if RUSSIA in stated or seen == {RUSSIA}:
        return Answer.YES
    if RUSSIA in seen:
        return Answer.UNKNOWN
    if any(_own_numbers(party)):
        return Answer.UNKNOWN if seen else Answer.YES
    return Answer.UNKNOWN if not seen and russian_signs(party) else Answer.NO


def russian_signs(party: Party) -> tuple[str, ...]:
    """The signs, in a reviewer's words, whatever country the party names: number, legal form, phone, address, mail."""
    written = "\n".join((party.name or "", *party.printed, *party.address))
    return (*_own_numbers(party), *signs_in(party.name or "", written))


def _own_numbers(party: Party) -> Iterator[str]:
    for one in party.identifiers:
        if one.scheme in _OWN_NUMBERS and one.valid:
            yield f"{one.scheme} {one.value}"


def signs_in(name: str, written: str, kinds: tuple[str, ...] = (FORM, PHONE, MAIL, ADDRESS)) -> tuple[str, ...]:
    """Signs in a name (its legal form) and in all that is written of the party (phone, mail, words of an address).

    `kinds`: those to look for, in this order.
    """
    found = ((kind, _found(kind, name, written)) for kind in kinds)
    return tuple(f"{kind}: {match}" for kind, match in found if match)


@lru_cache(maxsize=16384)
def _found(kind: str, name: str, written: str) -> str | None:
    match = _LOOK_FOR[kind](name if kind == FORM else written)
    return match.group().strip() if match else None


def _form(name: str) -> re.Match[str] | None:
    folded = fold(name)
    return (None if folded.isascii() else _CYRILLIC_FORM.search(folded)) or _LATIN_FORM.search(folded)


def _address(written: str) -> re.Match[str] | None:
    return _ADDRESS.search(fold(written))


def _phone(written: str) -> re.Match[str] | None:
    """A Russian number: with +7, or with a leading 8 only where another number has +7 or the text is Cyrillic."""
    match = _PHONE.search(written)
    if match is None or _PLUS_SEVEN.match(match.group()):
        return match
    return match if re.search(r"[А-Яа-я]{3}", written) else None


_LOOK_FOR: Mapping[str, Callable[[str], re.Match[str] | None]] = {
    FORM: _form,
    PHONE: _phone,
    MAIL: _MAIL.search,
    ADDRESS: _address,
}
