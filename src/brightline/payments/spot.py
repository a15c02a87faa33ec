"""What free text says in codes: tariff numbers, Russian currency-operation codes, Chinese purpose codes.

Tariff numbers are taken with a label (`HS 8482.10`, `HTS 84821020`, `ТН ВЭД 8482 10 900 8`, `税号84821090`) or, without
one, where they are written in the three or four parts that only a tariff number has (`8482.10.50`). `hs` is the first
six digits (four for a heading); the number as printed stays in the words.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from brightline.terms import Goods, Noted
from brightline.text.fold import visible

_HAN = "\u3400-\u9fff"  # Chinese words stand before a label without a blank
_LABELS = (
    r"[HН][. ]?[SЅ]\.?N?(?:\s?-?CODES?)?|HTS(?:US)?|HTSN|G\.?T\.?[Iİ]\.?P\.?"
    r"|SCHEDULE B|CUSTOMS CODES?|TARIFF(?: (?:NO|CODE|HEADING|ITEM|NUMBER))?"
    r"|HARMONI[SZ]ED(?: SYSTEM)?(?: TARIFF)?|(?:COMMODITY|GOODS) CODES?|CN CODES?|TARIC|NCM|TN\s?V[Ee]D|TNVED"
    r"|ТН\s?ВЭД|ТНВЭД|КОДЫ?\s?ТОВАР(?:А|ОВ)|ГС"
    r"|УКТ\s?ЗЕД|[税稅][则則]?[号號](?:列|[码碼])?|[关關][税稅][号號][码碼]|[税稅][则則][编編][码碼]"
    r"|海[关關](?:[编編][码碼]|代[码碼]|商品[编編][码碼]|[税稅][则則][号號])|HS\s?(?:[编編]?[码碼]|[编編][号號]|代[码碼])|(?:商品|[货貨]物)(?:[编編][码碼号號]|代[码碼])"
)
_EDITION = r"(?:\s?\(?(?P<edition>2002|2007|2012|2017|2022|2028)\)?(?=[\s:.-]{1,3}\d{4}))?"
_AFTER = (
    r"(?:\s?(?:EAES|EAEU|ЕАЭС|ТС|TC)\b)?\s{0,2}(?:NOS?\b\.?|CODES?\b|NUMBERS?\b|КОД(?:Ы|А|ОВ)?\b|№|n\b|#)?"
    r"(?:\s(?:OF (?:THE )?(?:GOODS|ITEMS?|CARGO)|FOR (?:THE )?GOODS|ТОВАР(?:А|ОВ)))?(?:\s(?:IS|ARE))?"
    r"\s{0,2}[:.：#=(/–-]{0,3}\s{0,2}"
)
_CODE = (
    r"\d{4}[ .-]\d{2}[ .-]\d{3}[ .-]\d(?!\d)"  # 8482 10 900 8
    r"|\d{4}(?:(?:[ .-]| \. )?\d{2}){1,3}(?![\d]|[.,]\d|[A-Z]{2}\d)"  # 8482.10, 8482-10-90, 84821090, 8471.30.01.00
    r"|\d{4}[. ]\d{2}[. ]\d{4}(?!\d)"  # 8471.30.0100
    r"|\d{4}(?=,\d{4}(?!\d))|\d{4}(?![\d]|[.,]\d)"  # 8482
)
_LOOSE = (  # only right after a label
    r"\d{2}[ .-]\d{2}[ .-]\d{2}(?:[ .-]?\d{2}){0,2}(?![\d]|[.,]\d)"  # 84 82 10
    r"|\d(?: \d){5,9}(?! ?\d)"  # 8 4 8 2 1 0
    r"|\d{4},\d{2}(?!\d)"  # 8482,10
)
_BROKEN = (  # over the end of a full line, only right after a label
    r"\d{4}(?:[.-]\n|\n[.-])\d{2}(?:[ .-]?\d{2}){0,2}(?!\d)"
    r"|\d{4}[ .-]?\d\n\d(?:[ .-]?\d{2}){0,2}(?!\d)|\d{2,3}\n\d{3,8}(?!\d)"
)
_LABELLED = re.compile(
    rf"(?<![^\W\d_{_HAN}])(?:{_LABELS}){_EDITION}{_AFTER}(?P<code>{_BROKEN}|{_CODE}|{_LOOSE})", re.IGNORECASE
)
_NEXT = re.compile(rf"\s?(?:,|;|/|、|，|&|AND|И)\s?(?P<code>{_CODE})", re.IGNORECASE)
_PARTED = re.compile(
    r"(?<![\d.,/-])\d{4}\.\d{2}\.\d{2}(?:\.?\d{2})?(?![\d]|[.,/-]\d)|(?<![\d.])\d{4} \d{2} \d{3} \d(?!\d)"
)
_LOOKS_LIKE_DATE = re.compile(r"(?:19|20)\d\d\.(?:0[1-9]|1[0-2])\.(?:0[1-9]|[12]\d|3[01])\Z")
_WORTH_A_LOOK = re.compile(r"\d(?:\d{3}|[ .-]\d)")

_VO = re.compile(r"[{(\[]\s?'?\(?(?:V[O0]|В[ОO0]|B[O0О])\s?(?P<code>\d{5})(?P<deal>[^)}\]]{0,40})[)}\]]", re.IGNORECASE)
_PURPOSE = re.compile(r"(?<![A-Za-z0-9])(CGODDR|CSTRDR|CCTFDR|CCDNDR|COCADR)(?![A-Za-z0-9])", re.IGNORECASE)

_PHRASE_LEFT = re.compile(r"[;+]|\. (?=[A-ZА-Я])|(?<=\s)//|^/\w+/")
_PHRASE_RIGHT = re.compile(r"[;+]|\. (?=[A-ZА-Я])|\s//")
_LONGEST_PHRASE = 160


def tariff_codes(text: str) -> tuple[tuple[str, str | None, int, int], ...]:
    """Every tariff number in a visible text: six digits (or the four of a heading), edition if named, start, end."""
    if not _WORTH_A_LOOK.search(text):
        return ()
    found: dict[int, tuple[str, str | None, int, int]] = {}
    for match in _LABELLED.finditer(text):
        edition, start = match.group("edition"), match.start()
        step: re.Match[str] | None = match
        while step is not None:
            _keep(found, step.group("code"), edition, start, step.end())
            step = _NEXT.match(text, step.end())
            start = step.start("code") if step else 0
    labelled = [(a, b) for _, _, a, b in found.values()]
    for match in _PARTED.finditer(text):
        at = bisect_right(labelled, (match.start(), len(text)))
        inside = at > 0 and match.start() < labelled[at - 1][1]
        if not inside and not _LOOKS_LIKE_DATE.match(match.group()):
            _keep(found, match.group(), None, match.start(), match.end())
    return tuple(found[start] for start in sorted(found))


def _keep(
    found: dict[int, tuple[str, str | None, int, int]], printed: str, edition: str | None, start: int, end: int
) -> None:
    digits = re.sub(r"\D", "", printed)
    if 1 <= int(digits[:2]) <= 97 and digits[:2] != "77" and digits[2:4] != "00":
        found[start] = (digits[:6], edition, start, end)


def goods_in(text: str, path: str) -> tuple[Goods, ...]:
    """A goods line for every tariff number in a text, with the phrase around it as words."""
    seen = visible(text)
    return tuple(Goods(hs, edition, phrase_around(seen, a, b), path) for hs, edition, a, b in tariff_codes(seen))


def phrase_around(text: str, start: int, end: int) -> str:
    """The phrase that holds text[start:end]: up to the next full stop, semicolon or plus sign.

    A line end is no border: MT lines break wherever they are full.
    """
    first, last = max(0, start - _LONGEST_PHRASE), min(len(text), end + _LONGEST_PHRASE)
    left = max((match.end() for match in _PHRASE_LEFT.finditer(text, first, start)), default=first)
    stop = _PHRASE_RIGHT.search(text, end, last)
    right = stop.start() if stop else last
    return " ".join(text[left:right].split())


def operation_codes(text: str, path: str) -> tuple[Noted, ...]:
    """Russian currency-operation codes, `{VO11100}` or `'(VO11100)'`: five digits, and the deal passport after them."""
    found: list[Noted] = []
    for match in _VO.finditer(text) if "(" in text or "{" in text or "[" in text else ():
        found.append(Noted("currency-operation", match.group("code"), path))
        deal = re.sub(r"^\W*(?:PS|ПС)\W*", "", match.group("deal").strip(" '"), flags=re.IGNORECASE)
        if deal:
            found.append(Noted("deal-passport", deal, path))
    return tuple(found)


def purpose_codes(text: str, path: str) -> tuple[Noted, ...]:
    """Purpose codes of yuan payments into the mainland: CGODDR, CSTRDR, CCTFDR, CCDNDR, COCADR."""
    return tuple(Noted("purpose", match.group(1).upper(), path) for match in _PURPOSE.finditer(text))
