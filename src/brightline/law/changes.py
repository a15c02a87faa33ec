"""What changed in the law of a rule between two moments: versions, values it is tested against, goods, licences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from brightline.errors import LawError
from brightline.law.book import CRITICAL, PRIORITY, LawBook
from brightline.law.licence import Licence
from brightline.law.licence import citations as licence_law
from brightline.law.shapes import Cite, Dated, Rule, Span
from brightline.terms import Citation

_GOODS = {"goods.listing": PRIORITY, "goods.critical": CRITICAL, "goods.class_named": CRITICAL}
_LICENCES = "licence."


@dataclass(frozen=True, slots=True)
class Change:
    """Something that began or ended: the moment as a person writes it, what it was in a sentence, and its law."""

    at: datetime
    on: str
    what: str
    cites: tuple[Citation, ...]


def changes(
    book: LawBook, rule: str, earlier: datetime, later: datetime, licences: Sequence[str] | None = None
) -> tuple[Change, ...]:
    """What changed for a rule after `earlier` and up to `later` (both with a zone), in order of time.

    New versions of the rule, new values of its parameters, codes that joined or left its goods lists, and for a rule
    that asks about licences those that began or ended (`licences`: only these ids; None: all). Empty where nothing
    did. Raises LawError for an unknown rule, a moment without a zone, or moments out of order.
    """
    if earlier.tzinfo is None or later.tzinfo is None or earlier > later:
        raise LawError("the moments compared", f"{earlier} and {later}", "two moments with a zone, the earlier first")
    asked = book.rule(rule)
    names = tuple(book.licences) if licences is None else tuple(licences)
    found = (*_versions(asked), *_with_it(asked, book), *_licences(asked, book, names))
    between = {change for change in found if earlier < change.at <= later}
    return tuple(sorted(between, key=lambda change: (change.at, change.what)))


def _with_it(rule: Rule, book: LawBook) -> Iterator[Change]:
    """Values and goods lists that changed after the rule began; those it began with are part of its beginning."""
    began = rule.versions[0].span.start
    yield from (change for change in (*_values(rule, book), *_goods(rule, book)) if change.at > began)


def _versions(rule: Rule) -> Iterator[Change]:
    for version in rule.versions:
        yield Change(version.span.start, version.span.told_start, version.note, _law(version.cites))


def _values(rule: Rule, book: LawBook) -> Iterator[Change]:
    names = {clause.parameter for version in rule.versions for clause in version.clauses() if clause.parameter}
    for name in sorted(names):
        parameter = book.parameters[name]
        for value in parameter.values:
            what = f"{parameter.asks} From then on: {_said(value)}."
            yield Change(value.span.start, value.span.told_start, what, _law(value.cites))
            if value.after_end is not None and value.span.end is not None:
                what = f"{parameter.asks} {_said(value)} ended: {value.after_end.note}."
                yield Change(value.span.end, value.span.told_end, what, _law(value.after_end.cites))


def _said(value: Dated) -> str:
    if value.thousandths is not None:
        return f"{value.thousandths / 1000:g}"
    return ", ".join(value.words)


def _goods(rule: Rule, book: LawBook) -> Iterator[Change]:
    """Codes by the moment at which they joined or left a list."""
    lists = {_GOODS[clause.fact] for version in rule.versions for clause in version.clauses() if clause.fact in _GOODS}
    for name in sorted(lists):
        codes = book.goods.get(name, ())
        for moment, told in _edges([code.span for code in codes]):
            joined = [code for code in codes if code.span.start == moment]
            before = {code.code for code in codes if code.span.end is not None and code.span.end == moment}
            new, gone = {c.code for c in joined} - before, before - {c.code for c in joined}
            told_codes = [f"{len(some)} codes {verb}" for some, verb in ((new, "joined"), (gone, "left")) if some]
            what = f"the goods list {name}: {', '.join(told_codes)}"
            if new or gone:
                yield Change(moment, told, what, _law(tuple(dict.fromkeys(code.cite for code in joined))))


def _edges(spans: Sequence[Span]) -> tuple[tuple[datetime, str], ...]:
    edges = {span.start: span.told_start for span in spans} | {s.end: s.told_end for s in spans if s.end is not None}
    return tuple(sorted(edges.items()))


def _licences(rule: Rule, book: LawBook, names: Sequence[str]) -> Iterator[Change]:
    if any(clause.fact.startswith(_LICENCES) for version in rule.versions for clause in version.clauses()):
        for name in names:
            yield from _chain(book.licence(name))


def _chain(licence: Licence) -> Iterator[Change]:
    starts = {version.span.start for version in licence.versions}
    for version in licence.versions:
        cites, span = licence_law(version), version.span
        yield Change(span.start, span.told_start, f"{licence.id}: version {version.id} began ({licence.title})", cites)
        if span.end is not None and span.end not in starts:
            after = f"; {version.after_end.note}" if version.after_end else ""
            yield Change(span.end, span.told_end, f"{licence.id}: version {version.id} ended{after}", cites)


def _law(cites: Sequence[Cite]) -> tuple[Citation, ...]:
    return tuple(Citation(c.act, c.place, c.url, c.in_force.isoformat(), c.status) for c in cites)
