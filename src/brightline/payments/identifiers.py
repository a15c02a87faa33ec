"""Numbers that name a party: recognised by label (Latin, Cyrillic, Chinese) or by their own check digits.

`valid` says whether the check digits hold (python-stdnum: BIC, IBAN, LEI, INN, OGRN, USCC, IMO); for KPP and BIK, which
have none, whether the shape is right; it is None where a scheme has neither. Without a label only a LEI or a USCC
counts, and only when its check digits hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from stdnum import bic, iban, imo, lei
from stdnum.cn import uscc
from stdnum.ru import inn, ogrn

from brightline.terms import Identifier
from brightline.text.fold import visible

_GAP = r"\s{0,2}(?:(?:NO|NUMBER|CODE|НОМЕР|号码|号|ID|N)\b\.?|№|n\b)?\s{0,2}[:.：#№=/-]{0,2}\s{0,2}"
_END = r"(?![0-9])"
_FREE = r"(?=[A-Z]{0,4}[0-9 /-]*[0-9]{3})[A-Z0-9][A-Z0-9/-]{3,24}"

# scheme → (labels, value). The order decides between labels that begin alike.
_SHAPES: dict[str, tuple[str, str]] = {
    "INN": (r"INN|ИНН|IИН|IНН", r"[0-9]{12}|[0-9]{10}"),
    "KPP": (r"KPP|КПП", r"[0-9]{4}[0-9A-Z]{2}[0-9]{3}"),
    "OGRN": (r"OGRN(?:IP)?|ОГРН(?:ИП)?", r"[0-9]{15}|[0-9]{13}"),
    "OKPO": (r"OKPO|ОКПО", r"[0-9]{10}|[0-9]{8}"),
    "BIK": (r"BIK|БИК", r"[0-9]{9}"),
    "USCC": (
        r"USCC|USCI|USC|UNIFIED SOCIAL CREDIT(?: CODE| IDENTIFIER)?|SOCIAL CREDIT"
        r"|统一社会信用代码|社会信用代码|信用代码",
        r"[0-9A-HJ-NPQRTUWXY]{18}",
    ),
    "LEI": (r"LEI", r"[A-Z0-9]{18}[0-9]{2}"),
    "IMO": (r"IMO", r"[0-9]{7}"),
    "MMSI": (r"MMSI", r"[0-9]{9}"),
    "PASSPORT": (r"PASSPORTS?|PASPORT|ПАСПОРТ|护照", r"[0-9]{2} ?[0-9]{2} ?[0-9]{6}|[A-Z]{0,3}[0-9]{6,9}"),
    "TAX": (
        r"TAX(?:PAYER)?(?: REG(?:ISTRATION)?)?(?: I\.?D\.?)?|TIN|VAT|UNP|УНП|BIN|БИН|IIN|ИИН|纳税人识别号|税务登记号",
        _FREE,
    ),
    "TAX2": (r"INN|ИНН|BIN|БИН|IIN|ИИН|UNP|УНП|VKN|TCKN|TIN|TXID|VATN?", r"[0-9]{14}|[0-9]{9,12}"),
    "REG": (
        r"REG(?:ISTRATION)?\.?|COMPANY|BUSINESS REGISTRATION|[BC]R(?=\s?NO)|(?:TRADE )?LICEN[CS]E|注册号|登记号",
        _FREE,
    ),
}
_NEEDS_WORD = {"REG", "TAX"}  # these labels are common words: a "no", a sign or a colon must follow
_BETWEEN = r"(?:\s{0,2}(?:(?:NO|NUMBER|CODE|ID|N)\b\.?|№)\s{0,2}[:.：#=-]{0,2}|\s{0,2}[:：#=])\s{0,2}"
_PAIR = r"(?:INN|ИНН)\s?/\s?(?:KPP|КПП)\s{0,2}[:.：]?\s{0,2}(?P<INN2>[0-9]{10})\s?/\s?(?P<KPP2>[0-9]{9})"


def _alternative(scheme: str) -> str:
    labels, value = _SHAPES[scheme]
    between = _BETWEEN if scheme in _NEEDS_WORD else _GAP
    return rf"(?:{labels}){between}(?P<{scheme}>{value}){_END}"


_LABELLED = re.compile(rf"(?<![^\W\d_])(?:{_PAIR}|" + "|".join(map(_alternative, _SHAPES)) + ")", re.IGNORECASE)
_ANY_NUMBER = re.compile(r"[0-9]{4}")
_BARE = re.compile(r"(?<![A-Za-z0-9])(?:([0-9A-Z]{18}[0-9]{2})|([0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}))(?![A-Za-z0-9])")
_BARE_USCC = re.compile(r"(?:1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)[1-8]")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
_JUNCTION = " ,;/-:"


def _kpp_shape(value: str) -> bool:
    return len(value) == 9 and value[:4].isdigit() and value[6:].isdigit() and value != "000000000"


def _bik_shape(value: str) -> bool:
    return len(value) == 9 and value.isdigit() and value[:2] in ("00", "01", "02", "04")


_CHECKS: dict[str, Callable[[str], bool]] = {
    "INN": inn.is_valid,
    "OGRN": ogrn.is_valid,
    "USCC": uscc.is_valid,
    "LEI": lei.is_valid,
    "IMO": imo.is_valid,
    "BIC": bic.is_valid,
    "IBAN": iban.is_valid,
    "KPP": _kpp_shape,
    "BIK": _bik_shape,
}


def check(scheme: str, value: str) -> bool | None:
    """Whether the check digits (or, for KPP and BIK, the shape) of a value hold; None for a scheme without either."""
    test = _CHECKS.get(scheme)
    return test(value) if test else None


def identifier(scheme: str, value: str) -> Identifier:
    """An identifier with blanks taken out, letters upper-cased and its check digits verified."""
    plain = value.upper().strip() if scheme in _NEEDS_WORD else "".join(value.upper().split())
    return Identifier(scheme, plain, check(scheme, plain))


def recognise(text: str) -> tuple[Identifier, ...]:
    """Every identifier in a free text, in order of appearance, each once."""
    text = visible(text)
    if not _ANY_NUMBER.search(text):
        return ()
    found = [pair for match in _LABELLED.finditer(text) for pair in _of_match(match)]
    found.extend((match.start(), seen) for match in _BARE.finditer(text) if (seen := _of_bare(match)))
    found.sort(key=lambda pair: pair[0])
    return tuple(dict.fromkeys(seen for _, seen in found))


def _of_match(match: re.Match[str]) -> Iterable[tuple[int, Identifier]]:
    for scheme, value in match.groupdict().items():
        if value is not None:
            yield match.start(scheme), identifier(scheme.rstrip("2"), value)


def _of_bare(match: re.Match[str]) -> Identifier | None:
    value = match.group()
    if match.group(1):
        fits = not value.isdigit() and lei.is_valid(value) and not iban.is_valid(value)
        return Identifier("LEI", value, True) if fits else None
    fits = _BARE_USCC.match(value) is not None and uscc.is_valid(value)
    return Identifier("USCC", value, True) if fits else None


def unlabelled(value: str, country: str | None) -> tuple[Identifier, ...]:
    """What a number without a scheme of its own (tax, registration, clearing) is, if its digits say so.

    A Russian number of 10 or 12 digits is an INN and one of 13 or 15 an OGRN when the check digits hold; `RU` and nine
    digits is a BIK.
    """
    plain = "".join(value.upper().split())
    if plain.startswith("RU") and len(plain) == 11 and _bik_shape(plain[2:]):
        return (Identifier("BIK", plain[2:], True),)
    scheme = {10: "INN", 12: "INN", 13: "OGRN", 15: "OGRN"}.get(len(plain)) if plain.isdigit() else None
    if scheme and country == "RU":
        return (Identifier(scheme, plain, True),) if check(scheme, plain) else ()
    match = _BARE.fullmatch(plain)
    found = _of_bare(match) if match else None
    return (found,) if found else ()


def without_identifiers(name: str) -> str:
    """The name with labelled identifiers taken out, as in `INN7701234567/KPP770101001 OOO ROMASHKA`."""
    if not _ANY_NUMBER.search(name):
        return name
    rest = _LABELLED.sub(" ", name)
    if rest == name:
        return name
    return " ".join(part for part in rest.split() if part.strip("(),;/-:.")).strip(_JUNCTION)


@lru_cache(maxsize=4096)
def iban_in(account: str) -> Identifier | None:
    """The account as IBAN where it has the shape of one; `valid`: country, length and check digits hold."""
    plain = "".join(account.split()).upper()
    return Identifier("IBAN", plain, iban.is_valid(plain)) if _IBAN.fullmatch(plain) else None
