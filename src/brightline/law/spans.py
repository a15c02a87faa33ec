"""Days, zones and citations: what every dated value in the law folder carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from brightline.law.shapes import Act, Cite, Open, Span
from brightline.law.vocabulary import STATUSES
from brightline.text.marks import Entry, Value
from brightline.text.marks import read_zone as zone_named


def read_zone(value: Value) -> ZoneInfo:
    """A time zone by its IANA name."""
    return zone_named(value, value.text("a zone such as America/New_York"))


def read_url(value: Value) -> str:
    """A link a person can open."""
    url = value.text("a link that begins with https://")
    if not url.startswith(("https://", "http://")):
        raise value.refuse(repr(url), "a link that begins with https://")
    return url


def read_cites(entry: Entry, acts: Mapping[str, Act]) -> tuple[Cite, ...]:
    """The `cite:` of a dated value: one citation or a list. Raises LawError where there is none."""
    value = entry.take("cite", "Every dated value names the act and the place it rests on")
    parts = value.items() if value.is_list else (value,)
    return tuple(_read_cite(part, acts) for part in parts)


def _read_cite(value: Value, acts: Mapping[str, Act]) -> Cite:
    entry = value.entry()
    name = entry.take("act")
    act = acts.get(name.text())
    if act is None:
        raise name.refuse(f"the act {name.text()!r}", f"an act under acts/: {', '.join(sorted(acts))}")
    place = entry.take("place", "Say where in the act it stands: an article, a question, a page").text()
    url, since, status, checked = (entry.take_optional(key) for key in ("url", "in_force", "status", "checked_on"))
    entry.close()
    return Cite(
        act=act.id,
        place=place,
        url=read_url(url) if url else act.url,
        in_force=since.day() if since else act.in_force,
        status=status.word(STATUSES) if status else act.status,
        checked_on=checked.day() if checked else act.checked_on,
    )


def read_span(entry: Entry, acts: Mapping[str, Act], cites: Sequence[Cite]) -> Span:
    """`from`, `until` and `zone` of a dated value. Days are counted in the zone of the act cited first, unless stated.

    Each end is a day (its first moment) or a moment with its own zone.
    """
    start, until, zone = entry.take("from"), entry.take_optional("until"), entry.take_optional("zone")
    counted_in = read_zone(zone) if zone else acts[cites[0].act].zone
    span = Span(start.moment(counted_in), until.moment(counted_in) if until else None, counted_in)
    if until and span.end and span.end <= span.start:
        raise until.refuse(f"until {until.text()}", f"a day or moment after {start.text()}")
    return span


def read_after_end(entry: Entry, acts: Mapping[str, Act], key: str = "after_end") -> Open | None:
    """`after_end:` what holds when a span is over and no other begins: unknown, why, and on what that rests.

    With another key (`earlier:`) the same of the time before the first span; `not_before` says how far back at most.
    """
    value = entry.take_optional(key)
    if value is None:
        return None
    inside = value.entry()
    inside.take("answer").word(("unknown",))
    note = inside.take("note", "Say in a sentence why it is not known").text()
    cites = read_cites(inside, acts)
    bound = inside.take_optional("not_before") if key == "earlier" else None
    inside.close()
    return Open(note, cites, bound.moment(acts[cites[0].act].zone) if bound else None)


def join_spans(spans: Sequence[tuple[Value, Span]]) -> tuple[Span, ...]:
    """Close each span where the next begins. Raises LawError where two overlap or stand out of order."""
    joined: list[Span] = []
    for number, (place, span) in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else None
        before = joined[-1].end if joined else None
        if before and span.start < before:
            ends = joined[-1].told_end
            raise place.refuse(f"a version from {span.told_start}", f"one from {ends} or later: two versions overlap")
        if following and following[1].start <= span.start:
            told = f"a version from {following[1].told_start}"
            raise following[0].refuse(told, f"one after {span.told_start}: two versions overlap")
        end = span.end or (following[1].start if following else None)
        joined.append(Span(span.start, end, span.zone))
    return tuple(joined)
