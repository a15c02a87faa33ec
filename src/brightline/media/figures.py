"""Numbers of a story with unit and period: "$240 billion in 2023" is 240000000000 USD of 2023."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from brightline.media.quantities import Quantity, quantities_in
from brightline.media.speakers import speaker_of
from brightline.media.times import MONTHS
from brightline.terms.press import Article, Figure

_MONTH = f"(?:{'|'.join(one.capitalize() for one in MONTHS)})"
_PERIOD = re.compile(
    r"\b(?:in|during|for|of|between|from|by|en|в|за)\s+(?:the )?"
    rf"(?P<named>(?:early |late |mid-)?(?:{_MONTH}(?: and | to |-|–)?)*\s?(?:19|20)\d{{2}}(?!\d)"
    rf"|{_MONTH}(?:(?: and | to |-|–){_MONTH})?(?! \d)"
    r"|(?:first|second|third|fourth) (?:quarter|half)(?: of (?:19|20)\d{2})?)"
    r"|(?P<year>(?:19|20)\d{2})年|\b(?P<relative>last year|this year|a year ago|a year earlier)\b"
)  # fmt: skip
_SINCE = re.compile(r"\bsince(?: \w+){1,3} $")  # "the highest since independence in 1991" speaks of another year
_CLAUSE = re.compile(r"[,;:–—] |\b(?:after|while|compared with|against|up from|down from|from|since|than)\b")
_WORDS = re.compile(r"[ -]((?:[^\W\d_]|-)+)")
_ENDS = frozenset(
    {
        "of",
        "and",
        "or",
        "in",
        "on",
        "at",
        "to",
        "from",
        "for",
        "with",
        "the",
        "a",
        "by",
        "as",
        "after",
        "more",
        "less",
        "times",
    }
)
_MANY = frozenset({"people", "persons", "men", "women", "children", "troops", "police", "staff"})
_TOLL = re.compile(r"\b(?:toll|killing|killed|dead|died|leaving)\b[^,;]{0,60}$", re.I)


def figures_of(articles: Sequence[Article], day: date | None = None) -> tuple[Figure, ...]:
    """The figures of a story, each once, with the articles that print it; in order of first printing.

    `day`: when the story was printed; it tells which year "last year" is.
    """
    grouped: dict[tuple[str, str, str | None], list[tuple[str, str, str | None]]] = defaultdict(list)
    for article in articles:
        for sentence in article.sentences:
            for value, unit, period, words in figures_in(sentence.text, day.year if day else None):
                speaker = speaker_of(sentence.text)
                grouped[value, unit, period].append((article.file, words, speaker.who if speaker else None))
    return tuple(_figure(key, told) for key, told in grouped.items())


def _figure(key: tuple[str, str, str | None], told: list[tuple[str, str, str | None]]) -> Figure:
    source = next((who for _, _, who in told if who), None)
    return Figure(*key, words=told[0][1], source=source, articles=tuple(dict.fromkeys(file for file, _, _ in told)))


@lru_cache(maxsize=1 << 14)
def figures_in(text: str, year: int | None = None) -> tuple[tuple[str, str, str | None, str], ...]:
    """Value as digits, unit (a currency, `percent`, or the thing counted), period and printed words of each number."""
    return tuple(_told(text, year))


def _told(text: str, year: int | None) -> Iterator[tuple[str, str, str | None, str]]:
    for quantity in quantities_in(text):
        end = quantity.start + len(quantity.printed)
        unit, words = _unit(text, quantity, end)
        small = quantity.value in (1, 2) and quantity.printed[:1].isalpha()  # "the two leaders" counts nobody
        if unit and quantity.kind != "clock" and not (small and quantity.kind == "count" and "-" not in words):
            yield f"{quantity.value.normalize():f}", unit, _period(text, quantity.start, end, year), words


def _unit(text: str, quantity: Quantity, end: int) -> tuple[str, str]:
    """What a quantity counts, and its words as printed."""
    if quantity.kind in ("money", "share"):
        return quantity.unit, quantity.printed
    if quantity.kind == "size":
        word = re.split(r"[ -]+", quantity.printed)[-1].lower()
        return ("days" if word == "day" and quantity.value > 1 else word), quantity.printed
    behind: list[str] = []
    at = end
    while (word := _WORDS.match(text, at)) and word[1].lower() not in _ENDS and len(behind) < 4:
        behind.append(word[1])
        at = word.end()
    thing = next(
        (one for one in behind if one in _MANY or (one.endswith("s") and one[0].islower() and one[-2:] != "ss")), None
    )
    if thing is None and _TOLL.search(text[: quantity.start]):
        return "people", quantity.printed
    thing = thing or (behind[0] if behind and behind[0][0].islower() else "")
    stop = text.find(thing, end) + len(thing) if thing else end
    return _things(thing), text[quantity.start : stop]


def _things(word: str) -> str:
    """What is counted, where two words count the same."""
    return "people" if word in ("person", "persons") else word.lower()


def _period(text: str, start: int, end: int, year: int | None) -> str | None:
    """The period told in the same clause as a number, else at the head of the sentence."""
    begins = max((cut.end() for cut in _CLAUSE.finditer(text, 0, start)), default=0)
    found = next((one for one in _PERIOD.finditer(text, end) if not _SINCE.search(text[: one.start()])), None)
    if found and (_CLAUSE.search(text, end, found.start()) or found.start() - end > 90):
        found = None
    found = found or next((one for one in _PERIOD.finditer(text, begins, start)), None)
    found = found or next(
        (one for one in _PERIOD.finditer(text, 0, 40) if one.start() == 0 and text[:1].isupper()), None
    )
    return _named(found, year) if found else None


def _named(found: re.Match[str], year: int | None) -> str | None:
    if found["relative"]:
        ago = 0 if found["relative"] == "this year" else 1
        return str(year - ago) if year else None
    named = (found["named"] or found["year"]).strip()
    return f"{named} {year}" if year and re.fullmatch(rf"{_MONTH}", named) else named
