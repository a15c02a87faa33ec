"""The text of a page → its story: sentences kept, furniture removed as recorded spans, facts of the page kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from brightline.media.credits import agencies_credited, agencies_told, byline, dateline, outlet
from brightline.media.days_in_text import days_in
from brightline.media.furniture import furniture_kind, without_credit
from brightline.media.language import language_of
from brightline.media.sentences import sentence_spans
from brightline.terms.press import Article, Removed, Sentence, Told

_STOPS = re.compile(r"[.!?…。！？][\"'”’»)\]」]*\s*»?$")
_DATE_LINE = re.compile(r"\s*(?:date|published|posted|updated)\b[ :]*", re.I)
_CREDIT = re.compile(r"(?:By|From|Source:?|©)\s|[A-Z]\w+ \|")
_RUNNING = frozenset({"read-more", "share", "subscription", "menu", "caption"})
_RUNS_INTO = re.compile(
    r"(?<=[a-z.)]) (?=(?:The|An?|In|On|At|It|He|She|They|We|But|And|As|After|Two|Several"
    r"|[A-Z]\w+ (?:said|told|is|was|has|have|will)\b)\b|[\"“])"
)
_CROSSHEAD_WORDS = 7
_STORY_WORDS = 9


@dataclass(slots=True)
class _Unit:
    """A line's sentence, or a piece of it, while it is judged. `alone`: nothing else stands on its line."""

    text: str
    start: int
    paragraph: int
    alone: bool
    kind: str | None = None


@dataclass(slots=True)
class _Page:
    """The facts of a page, gathered while its units are judged."""

    units: list[_Unit] = field(default_factory=list)
    title: Told | None = None
    author: Told | None = None
    published: Told | None = None
    dateline: Told | None = None
    outlet: Told | None = None
    agencies: dict[str, Told] = field(default_factory=dict)


def clean(text: str, file: str) -> Article:
    """The article in a flat text. Every character is in a sentence, a removed span, or blank."""
    page = _Page()
    page.units = list(_split(_units(text), page))
    _judge(page)
    kept = [unit for unit in page.units if unit.kind is None]
    for unit in kept:
        for told in agencies_told(unit.text):
            page.agencies.setdefault(told.value, told)
    sentences = tuple(Sentence(f"s{at}", one.text, one.start, one.paragraph) for at, one in enumerate(kept, 1))
    return Article(
        file=file,
        language=language_of(" ".join(one.text for one in kept) or text),
        title=page.title,
        outlet=page.outlet,
        author=page.author,
        published=page.published,
        dateline=page.dateline,
        agencies=tuple(page.agencies.values()),
        removed=tuple(Removed(one.text, one.kind, one.start) for one in page.units if one.kind is not None),
        sentences=sentences,
    )


def _units(text: str) -> Iterator[_Unit]:
    """Every sentence of every line; a line that is furniture as a whole is one."""
    at = 0
    for paragraph, line in enumerate(text.split("\n")):
        spans = list(sentence_spans(line))
        if len(spans) > 1 and furniture_kind(line):
            spans = [(spans[0][0], spans[-1][1])]
        for start, end in spans:
            for begin, stop in _unglued(line, start, end) if len(spans) > 1 else ((start, end),):
                yield _Unit(line[begin:stop], at + begin, paragraph, len(spans) == 1)
        at += len(line) + 1


def _unglued(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line of the site without a stop, in the middle of a paragraph, apart from the sentence it runs into."""
    text = line[start:end]
    cut = _RUNS_INTO.search(text, 8) if furniture_kind(text) in _RUNNING else None
    if cut and len(text[cut.end() :].split()) >= 5 and furniture_kind(text[: cut.start()]):
        yield start, start + cut.start()
        start += cut.end()
    yield start, end


def _split(units: Iterator[_Unit], page: _Page) -> Iterator[_Unit]:
    """Bylines, date lines and datelines cut off the sentences they are glued to."""
    for unit in units:
        yield from _heads(unit, page)


def _heads(unit: _Unit, page: _Page) -> Iterator[_Unit]:
    text, start = unit.text, unit.start
    taken = _date_head(text, page)
    if not taken and (found := byline(text)):
        page.author, taken = page.author or found[0], found[1]
        kind = "byline"
    else:
        kind = "date"
    if not taken and (head := dateline(text)) and len(text) > head.length + 40:
        page.dateline = page.dateline or Told(head.place, head.printed.strip())
        _credited(head.credit, page)
        taken, kind = head.length, "dateline"
    if not taken:
        yield unit
        return
    yield _Unit(text[:taken].strip(), start, unit.paragraph, False, kind)
    rest = text[taken:]
    blank = len(rest) - len(rest.lstrip())
    if rest.strip():
        yield from _heads(_Unit(rest.strip(), start + taken + blank, unit.paragraph, unit.alone), page)


def _credited(credit: str, page: _Page) -> None:
    """Agencies, outlet and day that a dateline's brackets name."""
    for told in agencies_credited(credit):
        page.agencies.setdefault(told.value, told)
    days = list(days_in(credit))
    if days and page.published is None:
        page.published = Told(days[0][0].isoformat(), days[0][1][0])
    parts = [one.strip() for one in re.split(r" [-–—] ", credit)]
    others = [one for one in parts if one and not any(days_in(one)) and not any(agencies_credited(one))]
    if others and page.outlet is None:
        page.outlet = Told(others[0], credit)


def _date_head(text: str, page: _Page) -> int:
    """How many characters at the head are a day and a word for it; the day is kept."""
    found = next(days_in(text), None)
    head = _DATE_LINE.match(text)
    begins = head.end() if head else 0
    if found is None or found[1].start() != begins or (head is None and len(text) > found[1].end() + 24):
        return 0
    page.published = page.published or Told(found[0].isoformat(), text[: found[1].end()].strip())
    return len(text) if len(text) < found[1].end() + 24 and not head else found[1].end()


def _judge(page: _Page) -> None:
    """Give every unit its kind: furniture by its words, a heading before the story, a crosshead or caption in it."""
    units = page.units
    for unit in units:
        unit.kind = unit.kind or furniture_kind(unit.text)
    first = next((at for at, unit in enumerate(units) if unit.kind is None and _tells(unit)), len(units))
    _head(units[:first], page)
    for at, unit in enumerate(units[first:], first):
        if (
            unit.kind is None
            and unit.alone
            and not _STOPS.search(unit.text)
            and len(unit.text.split()) < _CROSSHEAD_WORDS
        ):
            unit.kind = "crosshead"
        if unit.kind == "caption":
            _named_before(units, at)
    _repeated(units)
    for unit in units:
        if unit.kind is not None and page.outlet is None:
            page.outlet = outlet(unit.text)
        if unit.kind in ("updated", "byline", "heading"):
            _noted(unit.text, page)


def _tells(unit: _Unit) -> bool:
    """Whether a unit is surely a sentence of the story: long, and with a stop at its end."""
    return _STOPS.search(unit.text) is not None and (len(unit.text.split()) >= _STORY_WORDS or not unit.text.isascii())


def _head(units: Sequence[_Unit], page: _Page) -> None:
    """What stands before the story: the title is its longest line."""
    lines = [unit for unit in units if unit.kind is None]
    if not lines:
        return
    title = max(lines, key=lambda unit: (len(unit.text), -unit.start))
    page.title = Told(title.text, title.text)
    for unit in lines:
        unit.kind = "title" if unit is title else "heading"


def _named_before(units: Sequence[_Unit], at: int) -> None:
    """A few capital words and a stop before a caption's credit are the caption: "Hua Chunying. Archive photo: …"."""
    before = units[at - 1] if at else None
    if before is None or before.kind is not None or before.paragraph != units[at].paragraph:
        return
    words = before.text.split()
    if len(words) <= 5 and all(word[:1].isupper() for word in words):
        before.kind = "caption"


def _repeated(units: Sequence[_Unit]) -> None:
    """A sentence printed twice is kept once, as first told."""
    seen: set[str] = set()
    for unit in units:
        if unit.kind is None and len(unit.text) > 60:
            told = without_credit(unit.text)
            if told in seen:
                unit.kind = "repeated"
            seen.add(told)


def _noted(text: str, page: _Page) -> None:
    """The day, and the agency of a credit, that a line around the story names."""
    if _CREDIT.match(text):
        for told in agencies_credited(text):
            page.agencies.setdefault(told.value, told)
    found = next(days_in(text), None)
    if found and page.published is None:
        page.published = Told(found[0].isoformat(), text)
