"""What a decision was made from, as the page shows it: the lists with their ages, and the other digests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from brightline.report.reading import MANY, NAME, Json, part, shown, whole, word

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ListView:
    """One list of an edition, its publication and how old that was at the moment of the decision."""

    name: str
    published: str
    age: str
    entries: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition at one moment."""

    id: str
    law_of: str
    known_by: str
    lists: tuple[ListView, ...]
    parts: tuple[tuple[str, str], ...]
    program: str
    trial: bool
    excerpts: tuple[str, ...]


def edition_key(decision: Json) -> Key:
    """Decisions with the same key were made from the same things at the same moment."""
    as_of = part(decision, "as_of")
    return word(part(decision, "edition"), "id", NAME), word(as_of, "law", NAME), word(as_of, "known", NAME)


def edition_view(decision: Json) -> EditionView:
    """The edition of a decision, lists by name."""
    edition, as_of = part(decision, "edition"), part(decision, "as_of")
    known = word(as_of, "known", NAME)
    lists = part(edition, "lists")
    views = tuple(_list(name, part(lists, name), known) for name in sorted(lists, key=str)[:MANY])
    digests = [(name, word(edition, name, 16)) for name in ("law", "policy", "institution", "engine")]
    return EditionView(
        id=word(edition, "id", NAME),
        law_of=_moment(word(as_of, "law", NAME)),
        known_by=_moment(known),
        lists=views,
        parts=tuple((name, digest.partition("…")[0]) for name, digest in digests if digest),
        program=word(decision, "program", NAME),
        trial=decision.get("trial") is True or any("trial" in view.notes for view in views),
        excerpts=tuple(view.name for view in views if "excerpt" in view.notes and "trial" not in view.notes),
    )


def age(published: str, known: str) -> str:
    """How many days before the decision a list was published, in words; empty where a date cannot be read."""
    first, second = _day(published), _day(known)
    if first is None or second is None:
        return ""
    days = (second - first).days
    if days < 0:
        return "published after the decision"
    return {0: "of the same day", 1: "1 day old"}.get(days, f"{days:,} days old")


def _list(name: str, version: Json, known: str) -> ListView:
    published = word(version, "published", NAME)
    entries = whole(version, "entries")
    said = (("trial", version.get("regime") == "trial"), ("excerpt", version.get("excerpt") is True))
    notes = tuple(note for note, on in said if on)
    return ListView(shown(name, NAME), published, age(published, known), f"{entries:,}" if entries else "", notes)


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def _moment(moment: str) -> str:
    return moment.replace("T", " ", 1)
