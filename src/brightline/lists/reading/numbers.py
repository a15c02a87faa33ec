"""Numbers of listed entities: which scheme a written number is of, by its label, its check digits or its shape.

Check digits are those of the issuers as implemented in python-stdnum. A labelled number stays what its label
says even where its check digit fails: it is what the publisher printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import lei
from stdnum.cn import uscc
from stdnum.ru import inn, ogrn

from brightline.lists.reading.nations import nation
from brightline.terms import ListedIdentifier

# Label as printed (before or behind the number) → scheme. Longer labels first.
_LABELS: tuple[tuple[str, str], ...] = (
    (r"driv\w+ licen[cs]e|seaman|residen", "OTHER"),
    (r"unified social credit(?: code)?|uscc|social credit", "USCC"),
    (r"tax id\s*/\s*inn|individual taxpayer (?:identification )?number|\binn\b|\bинн\b", "INN"),
    (r"\bogrn(?:ip)?\b|\bогрн(?:ип)?\b|primary state registration|main state registration|\bpsrn\b", "OGRN"),
    (r"\bkpp\b|\bкпп\b|\bkio\b", "KPP"),
    (r"\bokpo\b|\bокпо\b", "OKPO"),
    (r"legal entity identifier|\blei\b", "LEI"),
    (r"swift(?:/bic| bic|bic)?|\bbic\b", "BIC"),
    (r"\bimo\b", "IMO"),
    (r"\bmmsi\b", "MMSI"),
    (r"d-?u-?n-?s", "DUNS"),
    (r"passport|pasaporte|passeport|reisepass|travel document|travel doc", "PASSPORT"),
    (r"national id\w*|identity card|id card|identification card|personal id|personal code|ssn|national number"
     r"|civil (?:id|number)|cedula|nic\b|cnic|birth", "NATIONAL-ID"),
    (r"tax\w*|\btin\b|fiscal\w*|vat\b|\bunp\b|\bунп\b|\btrn\b", "TAX"),
    (r"regist\w*|\bbrn\b|\bcr\b|company n\w*|licen[cs]e|commercial|trade|\bregnum\w*|business", "REG"),
)  # fmt: skip
_LABEL = [(re.compile(pattern, re.IGNORECASE), scheme) for pattern, scheme in _LABELS]
_NUMBER = re.compile(
    r"(?<![\w@])(?<!\d[./])"
    r"(?:"
    r"(?!ID\b)[A-ZА-ЯІЇ]{2} No\.? ?\d{6}(?!\d)"  # series МН No 553834
    r"|\d{2} \d{7}(?!\d)"
    r"|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z](?![\dA-Z])"  # Italian fiscal code
    r"|"
    r"\d{1,4}(?: \d{3}){2,4}(?!\d)"  # 1 121 402 000 213
    r"|\d{2} ?\d{2} (?:No\.? ?)?\d{5,6}(?!\d)"  # 4615 949409: series and number of a Russian passport
    r"|(?!ID\b|NO\b|NR\b)[A-ZА-ЯІЇ]{1,4}[- ]?\d{4,}[A-Z\d-]*"
    r"|[A-Z]{4,6}[A-Z\d]{2,5}(?=[^A-Za-z\d]|$)(?<=[A-Z\d]{8})"
    r"|\d[\dA-Z]{4,}(?:[-/.]\d[\dA-Z]*)*"
    r"|\d{2,}(?:[-/]\d{2,})+(?:-\d)?"
    r")"
)
_GLUED = re.compile(r"\b(INN|KPP|OGRN|OGRNIP|OKPO|TIN|LEI|MMSI|UNP|BRN|CR|ИНН|КПП|ОГРН|ОКПО|УНП)[-: ]?(?=\d)")
_SLASH = re.compile(r"(?<=\d) ?/ ?(?=\d)")
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d$|(?:19|20)\d\d-\d\d-\d\d$|(?:19|20)\d\d$")
_BIC = re.compile(r"[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?$")
_NO = re.compile(r" No\.? ?")
_SEPARATORS = re.compile(r"[\s  ]+")


def scheme_by_label(label: str) -> str | None:
    """The scheme that a printed label names (`Tax ID/INN`, `SWIFT/BIC`, `Passport`); None for an unknown label."""
    return next((scheme for pattern, scheme in _LABEL if pattern.search(label)), None)


def scheme_by_digits(number: str) -> str | None:
    """The scheme whose check digits a bare number meets: OGRN, INN, USCC or LEI; None where none does."""
    if number.isascii() and number.isdigit():
        if len(number) in (13, 15) and ogrn.is_valid(number):
            return "OGRN"
        return "INN" if len(number) in (10, 12) and inn.is_valid(number) else None
    if len(number) == 18 and uscc.is_valid(number):
        return "USCC"
    return "LEI" if len(number) == 20 and lei.is_valid(number) else None


def identifier(scheme: str, value: str, country: str | None = None) -> ListedIdentifier:
    """One identifier with its value in the scheme's own form: no blanks, upper case, `IMO` before digits dropped."""
    text = _SEPARATORS.sub("", value) if scheme not in _FREE else " ".join(value.split())
    text = text if scheme in _AS_WRITTEN else text.upper()
    if scheme in ("IMO", "MMSI"):
        text = re.sub(r"^(?:IMO|MMSI)\W*", "", text)
    return ListedIdentifier(scheme, text, country or _ISSUED_IN.get(scheme))


_ISSUED_IN = {"INN": "RU", "OGRN": "RU", "KPP": "RU", "OKPO": "RU", "USCC": "CN"}
_FREE = frozenset({"PASSPORT", "NATIONAL-ID", "REG", "TAX", "EMAIL", "PHONE", "WEBSITE", "CALLSIGN", "OTHER"})
_AS_WRITTEN = frozenset({"EMAIL", "PHONE", "WEBSITE"})


def numbers_in(text: str, scheme: str, country: str | None = None) -> tuple[ListedIdentifier, ...]:
    """The numbers a cell holds, each with its scheme: by the label next to it, else its check digits, else `scheme`.

    `country` is the holder's, for numbers that name none themselves. Dates and years are passed over.
    """
    spaced = _SLASH.sub("/", _GLUED.sub(r"\1: ", " ".join(text.split())))
    found = dict.fromkeys(_each(spaced, scheme, country))
    return tuple(found)


def _each(text: str, scheme: str, country: str | None) -> Iterator[ListedIdentifier]:
    marks = [mark for mark in _NUMBER.finditer(text) if not _DAY.match(mark.group(0))]
    for at, mark in enumerate(marks):
        before = text[marks[at - 1].end() if at else 0 : mark.start()]
        after = text[mark.end() : marks[at + 1].start() if at + 1 < len(marks) else len(text)]
        yield from _read_one(_NO.sub(" ", mark.group(0)).strip("-/. "), before, after, scheme, country)


def _read_one(number: str, before: str, after: str, scheme: str, country: str | None) -> Iterator[ListedIdentifier]:
    closest = after.split(")")[0] + ")" if after.lstrip().startswith("(") else ""
    head, _, tail = number.partition("/")
    if tail and _is_kpp(tail) and _plain(head).isdigit():
        yield identifier("INN", head, "RU")
        yield identifier("KPP", tail, "RU")
        return
    bare = _plain(number)
    told = scheme_by_label(re.split(r"[;,)]", before)[-1]) or scheme_by_label(closest)
    if told == "IMO" or re.match(r"IMO\W?\d{7}$", number):
        told = "IMO"
    if told is None and len(bare) < 5:
        return
    stated = _place(closest or after, before) or country
    chosen = _settle(bare, told, scheme, abroad=stated not in (None, "RU"))
    place = _ISSUED_IN.get(chosen) or stated
    yield identifier(chosen, bare if chosen in _CHECKED else number, None if chosen in _STATELESS else place)


_RUSSIAN = ("INN", "OGRN", "KPP", "OKPO")
_CHECKED = (*_RUSSIAN, "USCC", "LEI", "BIC", "IMO")
_STATELESS = ("IMO", "LEI", "BIC", "MMSI")


def _settle(bare: str, told: str | None, scheme: str, *, abroad: bool) -> str:
    """The label's scheme if it is a particular one; else what the check digits say; else the label's or the cell's.

    A number that another country than Russia gave out is no INN or OGRN, whatever its check digits.
    """
    if told and told not in ("TAX", "REG", "NATIONAL-ID", "PASSPORT"):
        return told
    if _BIC.match(bare) and scheme == "BIC":
        return "BIC"
    chosen = told or scheme
    checked = None if chosen == "PASSPORT" else scheme_by_digits(bare)
    if abroad and checked in ("INN", "OGRN"):
        return chosen
    if checked == "INN" and chosen == "NATIONAL-ID" and len(bare) == 10:
        return chosen
    return checked or chosen


def _plain(number: str) -> str:
    return _SEPARATORS.sub("", number).upper()


def _is_kpp(text: str) -> bool:
    plain = _plain(text)
    return len(plain) == 9 and plain[:4].isdigit() and plain[6:].isdigit()


def _place(after: str, before: str) -> str | None:
    """A country named in the brackets behind the number or in the words before it."""
    inside = re.match(r"\s*\(([^)]*)\)", after)
    for text in (inside.group(1) if inside else "", re.split(r"[;)]|\.(?! ?\d|$| $)", before)[-1]):
        for word in re.split(
            r"[,:;]|\bno\b|\bnumber\b|\bpassport\b|\bnational\b|\bissued\b", text, flags=re.IGNORECASE
        ):
            if len(word.strip()) > 3 and (code := nation(word)):
                return code
    return None
