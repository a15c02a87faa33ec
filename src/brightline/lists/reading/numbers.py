"""Numbers of listed entities: which scheme a written number is of, by its label, its check digits or its shape.

Check digits are those of the issuers as implemented in python-stdnum. A labelled number stays what its label
says even where its check digit fails: it is what the publisher printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import imo, lei
from stdnum.cn import uscc
from stdnum.ru import inn, ogrn

from brightline.lists.reading.kinds import scheme_of
from brightline.lists.reading.nations import nation
from brightline.terms import ListedIdentifier

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
_WRITTEN = re.compile(r"([A-Za-z][A-Za-z-]*)(?:/([A-Za-z]{2}))?:(\S.*)$")
_NO = re.compile(r" No\.? ?")
_DIGITS = re.compile(r"\D")
_MARKS = re.compile(r"[\s\-.]")
_SEPARATORS = re.compile(r"[\s  ]+")


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
    """One identifier with its value in the scheme's own form.

    Codes lose their blanks, dashes and dots and stand in upper case; other numbers stay as printed.
    """
    text = " ".join(value.split())
    if scheme in _CODES:
        text = re.sub(r"^(?:IMO|MMSI)\W*", "", _MARKS.sub("", text).upper())
    return ListedIdentifier(scheme, text, country or _ISSUED_IN.get(scheme))


_ISSUED_IN = {"INN": "RU", "OGRN": "RU", "KPP": "RU", "OKPO": "RU", "BIK": "RU", "USCC": "CN"}
_CODES = frozenset(
    ("BIC", "LEI", "IMO", "MMSI", "USCC", "INN", "OGRN", "KPP", "OKPO", "BIK", "DUNS", "ISIN", "CALLSIGN", "MODE-S")
)


def written_identifier(text: str, country: str | None = None) -> ListedIdentifier | None:
    """The identifier in SCHEME:VALUE or SCHEME/CC:VALUE; None for anything else. `country`: where it names none."""
    match = _WRITTEN.match(text)
    if match is None:
        return None
    scheme, own, value = match.groups()
    return identifier(scheme.upper(), value, own.upper() if own else country)


def identifier_of_kind(
    kind: str, value: str, country: str | None = None, *, russian: bool = False
) -> ListedIdentifier | None:
    """The identifier that a printed kind and value are, or None where the kind names none or the value is empty.

    `russian`: the entry is known to be Russian, so that a number without a country may be read as a Russian one.
    The form of a number and its check digits overrule the printed kind where they leave no doubt: publishers now and
    then print a registration number as a tax number and the other way round.
    """
    scheme = scheme_of(kind)
    text = " ".join(value.split())
    if scheme is None or not text:
        return None
    if text.upper().startswith("IMO ") or text.upper().startswith("IMO:"):
        scheme = "IMO"
    compact = _MARKS.sub("", text).upper()
    scheme = _by_form(scheme, compact, country, russian)
    if scheme == "IMO":
        digits = _DIGITS.sub("", compact)
        return identifier("IMO" if imo.is_valid(digits) or len(digits) == 7 else "REG", digits or text, country)
    return identifier(scheme, text, country)


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
    told = scheme_of(re.split(r"[;,)]", before)[-1]) or scheme_of(closest)
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
