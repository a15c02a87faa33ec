"""Facts of a line of goods."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.goods.codes import is_heading
from brightline.goods.concord import listed_as
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.terms import Answer, SeenGoods


def grade(line: SeenGoods, asked: Asked) -> Told:
    """Whether a code or only words name the goods."""
    return Told((line.grade,), {"code": "a tariff code", "words": "words only"}.get(line.grade, "nothing names goods"))


def reading(line: SeenGoods, asked: Asked) -> Told:
    """How the goods line was read."""
    return Told((line.reading,), f"{_line(line)}: {line.reading}")


def class_named(line: SeenGoods, asked: Asked) -> Told:
    """Whether a code or words name goods of such a class; never unknown."""
    told = critical(line, asked)
    return Told(Answer.YES if told.fact is Answer.YES else Answer.NO, told.saw)


def listing(line: SeenGoods, asked: Asked) -> Told:
    """Whether the goods are on the common high priority list."""
    book, moment = asked.book, asked.moment
    if line.reading in ("harmless", "service", "unlisted"):
        told = {"harmless": "everyday goods", "service": "a purpose that is no goods", "unlisted": "not on the list"}
        return Told(Answer.NO, f"{_line(line)}: {told[line.reading]}")
    if line.reading != "listed":
        return Told(Answer.UNKNOWN, f"{_line(line)}: {line.note or 'names no particular goods'}")
    _, inside = listed_as(line.hs or "", None, book.tiers_on(moment))
    entries = [entry for code in inside if (entry := book.goods_entry(code, moment)) is not None]
    saw = f"{_line(line)}: tier {line.tier or '?'}" + (f"; {line.note}" if line.note else "")
    if not entries or entries[0].cite.status == "unverified":
        return Told(Answer.UNKNOWN, f"{saw}; whether the list held it then is not verified")
    return Told(Answer.YES, saw)


def critical(line: SeenGoods, asked: Asked) -> Told:
    """Whether the goods are of a class named in the determination."""
    book, moment = asked.book, asked.moment
    if line.reading == "vague":
        return Told(Answer.UNKNOWN, f"{_line(line)}: {line.note or 'names no particular goods'}")
    if line.hs and is_heading(line.hs) and listed_as(line.hs, None, book.classes_on(moment))[1]:
        return Told(Answer.UNKNOWN, f"{_line(line)}: a heading that holds goods of such a class and others")
    entry = book.critical_item(line.hs, moment) if line.hs else None
    entry = entry or (book.critical_class(line.critical, moment) if line.critical else None)
    if entry is None:
        return Told(Answer.NO, f"{_line(line)}: of no class of critical items")
    saw = f"{_line(line)}: {entry.title} (own mapping of codes, not official)"
    if entry.cite.status == "unverified":
        return Told(Answer.UNKNOWN, f"{saw}; the sub-item itself was read in no source")
    if line.grade == "code" and not entry.exact:
        return Told(Answer.UNKNOWN, f"{saw}; the code holds other goods too")
    return Told(Answer.YES, saw)


def _line(line: SeenGoods) -> str:
    if line.grade == "code":
        return f"HS {line.hs}" + (f" ({line.words})" if line.words else "")
    return repr(line.words) if line.words else "nothing named"


TELLERS: Mapping[str, Teller] = {
    "goods.grade": grade,
    "goods.reading": reading,
    "goods.listing": listing,
    "goods.critical": critical,
    "goods.class_named": class_named,
}
