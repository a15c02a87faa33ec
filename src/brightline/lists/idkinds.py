"""Which scheme a publisher's identifier belongs to, from its printed kind, its value and its country.

The form of a number and its check digits overrule the printed kind where they leave no doubt: publishers now and then
print a registration number as a tax number and the other way round.
"""

from __future__ import annotations

import re
from functools import lru_cache

from stdnum import imo, lei
from stdnum.cn import uscc
from stdnum.ru import inn, ogrn

from brightline.terms import ListedIdentifier

# Offered in order; the first pattern found in the printed kind, lower case, names the scheme.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (scheme, re.compile(pattern))
    for scheme, pattern in (
        ("IMO", r"\bimo\b|maritime organi[sz]ation|vessel registration identification"),
        ("MMSI", r"\bmmsi\b"),
        ("CALLSIGN", r"call ?sign"),
        ("BIC", r"\bbic\b|\bswift\b"),
        ("LEI", r"legal entity number|\blei\b|legal entity identifier"),
        ("BIK", r"\bbik\b"),
        ("USCC", r"social credit|usccc?\b"),
        ("DUNS", r"d-?u-?n-?s"),
        ("OGRN", r"\bogrn(?:ip)?\b"),
        ("INN", r"\binn\b"),
        ("KPP", r"\bkpp\b"),
        ("OKPO", r"\bokpo\b"),
        ("GAZETTE", r"government gazette number"),
        ("CRYPTO", r"digital currency address"),
        ("ISIN", r"\bisin\b"),
        ("TICKER", r"equity ticker"),
        ("GIIN", r"global intermediary identification"),
        ("EMAIL", r"e-?mail"),
        ("WEBSITE", r"web ?site|\burl\b"),
        ("PHONE", r"\btele?phone|\bphone|\bfax\b|mobile"),
        ("TAIL", r"tail number"),
        ("MSN", r"manufacturer.?s serial|aircraft construction number|aircraft serial"),
        ("MODE-S", r"mode s transponder"),
        ("PASSPORT", r"passport|travel document"),
        (
            "TAX",
            r"\btax|\bfiscal|v\.?a\.?t\.?\b|r\.?f\.?c\.?\b|\brif\b|\bnit\b|\bruc\b|\bc\.?u\.?i\.?t\.?\b|\bn\.?i\.?f\.?\b"
            r"|\bfein\b|\bc\.?i\.?f\.?\b|\brtn\b|\brsin\b|nuit|tributaria|\bein\b|\bcnpj\b",
        ),
        (
            "NATIONAL-ID",
            r"national id|national foreign id|national identi|cedula|c\.?u\.?r\.?p\b|d\.n\.i|\bdni\b|\bid no|\bssn\b"
            r"|identification number|identity card|personal id|\bid card\b|social security|birth certificate"
            r"|citizen'?s card|driver|electoral|credencial|residen|n\.i\.e|\bnie\b|c\.u\.i\b|\bcnp\b"
            r"|numero de identidad|le number|i\.f\.e|refugee|stateless|tazkira|seafarer|c\.i\.n\b|c\.u\.i\.p"
            r"|military registration|cartilla|turkish id|uae identification|immigration no|public security|visa"
            r"|national no|\bstate id|personal number|tarjeta",
        ),
        (
            "REG",
            r"registr|registry|company n|enterprise n|business n|commerc|chamber|incorporation|matricula|folio|license"
            r"|licence|\bc\.?r\.? no|romanian c\.r|central reg|economic reg|branch unit|organization code|charity|trade"
            r"|file number|permit|establishment|msb|unit number",
        ),
    )
)
_DIGITS = re.compile(r"\D")
_TIGHT = re.compile(r"[\s\-.]")
_COMPACT = frozenset(
    ("BIC", "LEI", "IMO", "MMSI", "USCC", "INN", "OGRN", "KPP", "OKPO", "BIK", "DUNS", "ISIN", "CALLSIGN", "MODE-S")
)
_OF_ONE_COUNTRY = {"INN": "RU", "OGRN": "RU", "KPP": "RU", "OKPO": "RU", "BIK": "RU", "USCC": "CN"}


@lru_cache(maxsize=8192)
def scheme_of(kind: str) -> str | None:
    """The scheme that a printed kind such as `Tax ID No.` names by itself; None where it is no identifier we know."""
    lowered = kind.casefold()
    return next((scheme for scheme, pattern in _KINDS if pattern.search(lowered)), None)


def _russian(scheme: str, compact: str) -> str:
    """The Russian scheme that the digits show, for a number printed as a tax or registration number."""
    if not compact.isdigit():
        return scheme
    if len(compact) in (13, 15) and (scheme != "TAX" or ogrn.is_valid(compact)):
        return "OGRN"
    if len(compact) in (10, 12) and (scheme == "TAX" or inn.is_valid(compact)):
        return "INN"
    return scheme


def _by_form(scheme: str, compact: str, country: str | None, russian: bool) -> str:
    """The scheme after a look at the value: Russian and Chinese numbers, and vessels' IMO numbers."""
    if scheme == "GAZETTE":
        return "OKPO" if (country or "RU") == "RU" and (country or russian) and compact.isdigit() else "REG"
    if scheme not in ("TAX", "REG"):
        return scheme
    if country == "RU":
        return _russian(scheme, compact)
    if country in (None, "CN") and len(compact) == 18 and uscc.is_valid(compact):
        return "USCC"
    if country is None and russian and (inn.is_valid(compact) or ogrn.is_valid(compact)):
        return _russian(scheme, compact)
    if country is None and scheme == "REG" and len(compact) == 20 and lei.is_valid(compact):
        return "LEI"
    return scheme


def identifier(kind: str, value: str, country: str | None = None, *, russian: bool = False) -> ListedIdentifier | None:
    """The identifier that a printed kind and value are, or None where the kind names none or the value is empty.

    `russian`: the entry is known to be Russian, so that a number without a country may be read as a Russian one.
    Codes lose their spaces, dashes and dots; other numbers stay as printed.
    """
    scheme = scheme_of(kind)
    text = " ".join(value.split())
    if scheme is None or not text:
        return None
    if text.upper().startswith("IMO ") or text.upper().startswith("IMO:"):
        scheme = "IMO"
    compact = _TIGHT.sub("", text).upper()
    scheme = _by_form(scheme, compact, country, russian)
    if scheme == "IMO":
        digits = _DIGITS.sub("", compact)
        return ListedIdentifier("IMO" if imo.is_valid(digits) or len(digits) == 7 else "REG", digits or text, country)
    return ListedIdentifier(scheme, compact if scheme in _COMPACT else text, country or _OF_ONE_COUNTRY.get(scheme))
