"""Which scheme of identifiers a printed kind or label names: `Tax ID No.`, `SWIFT/BIC`, `Passport`, `ИНН`."""

from __future__ import annotations

import re
from functools import lru_cache

# Offered in order; the first pattern found in the printed kind, lower case, names the scheme.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (scheme, re.compile(pattern))
    for scheme, pattern in (
        ("OTHER", r"^other identification"),
        ("IMO", r"\bimo\b|maritime organi[sz]ation|vessel registration identification"),
        ("MMSI", r"\bmmsi\b"),
        ("CALLSIGN", r"call ?sign"),
        ("BIC", r"\bbic\b|\bswift\b"),
        ("LEI", r"legal entity number|\blei\b|legal entity identifier"),
        ("BIK", r"\bbik\b"),
        ("USCC", r"social credit|\busccc?\b"),
        ("DUNS", r"d-?u-?n-?s"),
        ("OGRN", r"\bogrn(?:ip)?\b|\bогрн(?:ип)?\b|(?:primary|main) state registration|\bpsrn\b"),
        ("INN", r"\binn\b|\bинн\b|individual taxpayer"),
        ("KPP", r"\bkpp\b|\bкпп\b|\bkio\b"),
        ("OKPO", r"\bokpo\b|\bокпо\b"),
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
        ("PASSPORT", r"passport|pasaporte|passeport|reisepass|travel doc"),
        (
            "TAX",
            r"\btax|\bfiscal|v\.?a\.?t\.?\b|r\.?f\.?c\.?\b|\brif\b|\bnit\b|\bruc\b|\bc\.?u\.?i\.?t\.?\b|\bn\.?i\.?f\.?\b"
            r"|\bfein\b|\bc\.?i\.?f\.?\b|\brtn\b|\brsin\b|nuit|tributaria|\bein\b|\bcnpj\b|\btin\b|\bunp\b|\bунп\b|\btrn\b",
        ),
        (
            "NATIONAL-ID",
            r"national id|national foreign id|national identi|cedula|c\.?u\.?r\.?p\b|d\.n\.i|\bdni\b|\bid no|\bssn\b"
            r"|identification number|identity card|personal id|\bid card\b|social security"
            r"|citizen'?s card|driver|driv\w+ licen|electoral|credencial|residen|n\.i\.e|\bnie\b|c\.u\.i\b|\bcnp\b"
            r"|numero de identidad|le number|i\.f\.e|refugee|stateless|tazkira|seafarer|seaman|c\.i\.n\b|c\.u\.i\.p"
            r"|military registration|cartilla|turkish id|uae identification|immigration no|public security|visa"
            r"|national n|identification card|personal code|civil (?:id|number)|\bc?nic\b|birth"
            r"|\bstate id|personal number|tarjeta",
        ),
        (
            "REG",
            r"registr|registry|company n|enterprise n|business n|commerc|chamber|incorporation|matricula|folio|license"
            r"|licence|\bc\.?r\.? no|romanian c\.r|central reg|economic reg|branch unit|organization code|charity|trade"
            r"|file number|permit|establishment|msb|unit number|\bbrn\b|\bcr\b|\bregnum",
        ),
    )
)


@lru_cache(maxsize=8192)
def scheme_of(kind: str) -> str | None:
    """The scheme that a printed kind such as `Tax ID No.` names by itself; None where it is no identifier we know."""
    lowered = kind.casefold()
    return next((scheme for scheme, pattern in _KINDS if pattern.search(lowered)), None)
