"""Numbers of a story with unit and period: "$240 billion in 2023" is 240000000000 USD of 2023."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from brightline.media.speakers import speaker_of
from brightline.media.vocabulary import vocabulary
from brightline.terms.press import Article, Figure

_PREFIX = "|".join(re.escape(one) for one in ("US$", "HK$", "$", "€", "£", "¥", "₽", "USD", "EUR", "GBP", "CNY", "RUB"))
_SCALE = "|".join(sorted(vocabulary().scales, key=len, reverse=True))
_UNIT = (
    r"dollars?|euros?|pounds?|yuan|rmb|roubles?|rubles?|долл|долларов|рублей|美元|卢布|欧元|元"
    r"|per ?cent|percent|%|процентов|pour cent"
)
_NUMBER = re.compile(
    rf"(?P<money>{_PREFIX})?\s?(?P<digits>\d{{1,3}}(?:[, ]\d{{3}})+(?:\.\d+)?|\d+(?:[.,]\d+)?)"
    rf"(?P<scale>[ -]?(?:{_SCALE})\b|(?:万亿|亿|万))?"
    rf"(?:[ -]?(?P<unit>{_UNIT})(?!\w))?(?:[ -](?P<thing>[a-z]{{3,}}))?",
    re.I,
)
_SPELT = re.compile(rf"\b(?P<word>{'|'.join(vocabulary().numbers)})[ -](?P<thing>[a-z]{{3,}})", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_PERIOD = re.compile(
    r"\b(?:in|during|for|of|between|from|by|en|в|за)\s+((?:early |late |mid-)?"
    rf"(?:{_MONTH}(?: and | to |-|–)?)*\s?(?:19|20)\d{{2}})|((?:19|20)\d{{2}})年"
)

_SINCE = re.compile(r"\bsince(?: \w+){1,3} $")  # "the highest since independence in 1991" speaks of another year


def figures_of(articles: Sequence[Article]) -> tuple[Figure, ...]:
    """The figures of a story, each once, with the articles that print it; in order of first printing."""
    grouped: dict[tuple[str, str, str | None], list[tuple[str, str, str | None]]] = defaultdict(list)
    for article in articles:
        for sentence in article.sentences:
            for value, unit, period, words in figures_in(sentence.text):
                speaker = speaker_of(sentence.text)
                grouped[value, unit, period].append((article.file, words, speaker.who if speaker else None))
    return tuple(_figure(key, told) for key, told in grouped.items())


def _figure(key: tuple[str, str, str | None], told: list[tuple[str, str, str | None]]) -> Figure:
    source = next((who for _, _, who in told if who), None)
    return Figure(*key, words=told[0][1], source=source, articles=tuple(dict.fromkeys(file for file, _, _ in told)))


@lru_cache(maxsize=1 << 14)
def figures_in(text: str) -> tuple[tuple[str, str, str | None, str], ...]:
    """Value as digits, unit (a currency, `percent`, or the thing counted), period and printed words of each number."""
    return (*_printed(text), *_spelt(text))


def _printed(text: str) -> Iterator[tuple[str, str, str | None, str]]:
    for found in _NUMBER.finditer(text):
        bare = not (found["money"] or found["scale"] or found["unit"])
        if bare and (_YEAR.fullmatch(found["digits"]) or not found["thing"]):
            continue
        yield _value(found), _unit(found), _period(text), found[0].strip()


def _spelt(text: str) -> Iterator[tuple[str, str, str | None, str]]:
    for found in _SPELT.finditer(text):
        thing = found["thing"].lower()
        named = found["word"].lower() in ("one", "two") and found[0][3:4] != "-"  # "the two leaders" counts nobody
        if thing not in ("of", "more", "less", "and", "sides") and not named:
            yield str(vocabulary().numbers[found["word"].lower()]), _things(thing), _period(text), found[0]


def _value(found: re.Match[str]) -> str:
    digits = found["digits"].replace(" ", "")
    digits = digits.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits) else digits.replace(",", ".")
    scale = vocabulary().scales.get((found["scale"] or "").strip(" -").lower(), 0)
    value = (Decimal(digits) * 10**scale).normalize()
    return f"{value:f}"


def _unit(found: re.Match[str]) -> str:
    for part in (found["money"], found["unit"]):
        if part:
            plain = part.strip().lower()
            return (
                "percent"
                if plain in ("%", "percent", "per cent", "pour cent", "процентов")
                else vocabulary().currencies.get(plain, vocabulary().currencies.get(plain.rstrip("s"), plain))
            )
    return _things((found["thing"] or "").lower())


def _things(word: str) -> str:
    """What is counted, where two words count the same."""
    return "people" if word in ("person", "persons") else word


def _period(text: str) -> str | None:
    found = next((one for one in _PERIOD.finditer(text) if not _SINCE.search(text[: one.start()])), None)
    return (found[1] or found[2]).strip() if found else None
