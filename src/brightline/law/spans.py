"""Days, zones and citations: what every dated value in the law folder carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from brightline.law.marks import Entry, Value
from brightline.law.shapes import Act, Cite, Span
from brightline.law.vocabulary import STATUSES


def read_zone(value: Value) -> ZoneInfo:
    """A time zone by its IANA name."""
    written = value.text("a zone such as America/New_York")
    try:
        return ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise value.refuse(repr(written), "a zone such as America/New_York, Europe/Brussels or UTC") from None


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
    """`from`, `until` and `zone` of a dated value. The zone is that of the act cited first unless stated."""
    start, until, zone = entry.take("from"), entry.take_optional("until"), entry.take_optional("zone")
    from_day = start.day()
    until_day = until.day() if until else None
    if until and until_day and until_day <= from_day:
        raise until.refuse(f"until {until_day}", f"a day after {from_day}")
    return Span(from_day, until_day, read_zone(zone) if zone else acts[cites[0].act].zone)


def join_spans(spans: Sequence[tuple[Value, Span]]) -> tuple[Span, ...]:
    """Close each span where the next begins. Raises LawError where two overlap or stand out of order."""
    joined: list[Span] = []
    for number, (place, span) in enumerate(spans):
        following = spans[number + 1][1].from_day if number + 1 < len(spans) else None
        before: date | None = joined[-1].until_day if joined else None
        if before and span.from_day < before:
            raise place.refuse(f"a version from {span.from_day}", f"one from {before} or later: two versions overlap")
        if following and following <= span.from_day:
            nxt = spans[number + 1][0]
            raise nxt.refuse(f"a version from {following}", f"one after {span.from_day}: two versions overlap")
        joined.append(Span(span.from_day, span.until_day or following, span.zone))
    return tuple(joined)
