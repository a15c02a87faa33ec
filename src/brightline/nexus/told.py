"""The facts by the names that rules use, each with what was seen in a reviewer's words."""

from __future__ import annotations

from datetime import datetime

from brightline.goods.codes import is_heading
from brightline.goods.concord import listed_as
from brightline.law.book import LawBook
from brightline.nexus.facts import Facts, Matched, acts_as_bank
from brightline.nexus.logic import Fact, Reach
from brightline.terms import Answer, SeenGoods

Told = tuple[Fact, str]  # the fact, and what was seen


def of_payment(name: str, facts: Facts) -> Told:
    """A fact of the payment as a whole. Raises KeyError for a name that is none."""
    if name != "payment.reach":
        raise KeyError(name)
    toward = ", ".join(facts.destinations)
    others = ", ".join(country for country in facts.countries if country not in facts.destinations)
    goes = f"goods would go to {toward}" if toward else "nothing says where goods would go"
    saw = goes + (f"; also seen: {others}" if others else "")
    return Reach(facts.destinations, facts.countries), saw


def of_matched(name: str, matched: Matched, facts: Facts) -> Told:
    """A fact of a match. Raises KeyError for a name that is none."""
    entity = matched.entity
    words = {
        "entity.programs": entity.programs,
        "entity.measures": entity.measures,
        "entity.secondary": entity.secondary,
    }
    if name in words:
        return words[name], ", ".join(words[name]) or "the entry states none"
    days = {"entity.listed_on": entity.listed_on, "entity.ends_on": entity.ends_on}
    if name in days:
        return days[name], days[name] or "the entry gives no day"
    if name == "matched.is_agent":
        role = "only named in a text" if matched.role == "mentioned" else matched.role.replace("_", " ")
        return acts_as_bank(facts.payment, matched), f"{matched.ours}: {role}"
    if name != "matched.same":
        raise KeyError(name)
    return matched.same, _same(matched)


def of_goods(name: str, line: SeenGoods, book: LawBook, moment: datetime) -> Told:
    """A fact of a goods line. Raises KeyError for a name that is none."""
    if name == "goods.grade":
        return (line.grade,), {"code": "a tariff code", "words": "words only"}.get(line.grade, "nothing names goods")
    if name == "goods.reading":
        return (line.reading,), f"{_line(line)}: {line.reading}"
    if name == "goods.listing":
        return _listing(line, book, moment)
    answer, saw = _critical(line, book, moment)
    if name == "goods.critical":
        return answer, saw
    if name != "goods.class_named":
        raise KeyError(name)
    return (Answer.YES if answer is Answer.YES else Answer.NO), saw


def _same(matched: Matched) -> str:
    candidate = matched.candidate
    said = (
        f"{matched.ours!r} beside {candidate.name!r} ({candidate.list} {candidate.entry}), score {candidate.score:.4f}"
    )
    if matched.role == "mentioned":
        said += ", named in a text"
    if matched.same is Answer.UNKNOWN:
        return f"{said}; the name alone does not settle it"
    return f"{said}; settled by {matched.settled_by}"


def _listing(line: SeenGoods, book: LawBook, moment: datetime) -> Told:
    if line.reading in ("harmless", "service", "unlisted"):
        told = {"harmless": "everyday goods", "service": "a purpose that is no goods", "unlisted": "not on the list"}
        return Answer.NO, f"{_line(line)}: {told[line.reading]}"
    if line.reading != "listed":
        return Answer.UNKNOWN, f"{_line(line)}: {line.note or 'names no particular goods'}"
    _, inside = listed_as(line.hs or "", None, book.tiers_on(moment))
    entries = [entry for code in inside if (entry := book.goods_entry(code, moment)) is not None]
    saw = f"{_line(line)}: tier {line.tier or '?'}" + (f"; {line.note}" if line.note else "")
    if not entries or entries[0].cite.status == "unverified":
        return Answer.UNKNOWN, f"{saw}; whether the list held it then is not verified"
    return Answer.YES, saw


def _critical(line: SeenGoods, book: LawBook, moment: datetime) -> Told:
    if line.reading == "vague":
        return Answer.UNKNOWN, f"{_line(line)}: {line.note or 'names no particular goods'}"
    if line.hs and is_heading(line.hs) and listed_as(line.hs, None, book.classes_on(moment))[1]:
        return Answer.UNKNOWN, f"{_line(line)}: a heading that holds goods of such a class and others"
    entry = book.critical_item(line.hs, moment) if line.hs else None
    entry = entry or (book.critical_class(line.critical, moment) if line.critical else None)
    if entry is None:
        return Answer.NO, f"{_line(line)}: of no class of critical items"
    saw = f"{_line(line)}: {entry.title} (own mapping of codes, not official)"
    if entry.cite.status == "unverified":
        return Answer.UNKNOWN, f"{saw}; the sub-item itself was read in no source"
    if line.grade == "code" and not entry.exact:
        return Answer.UNKNOWN, f"{saw}; the code holds other goods too"
    return Answer.YES, saw


def _line(line: SeenGoods) -> str:
    if line.grade == "code":
        return f"HS {line.hs}" + (f" ({line.words})" if line.words else "")
    return repr(line.words) if line.words else "nothing named"
