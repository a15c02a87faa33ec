"""`brightline owners`: what listed owners hold of a party, as each regime counts, and by which ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

import typer

from brightline.cli.context import Context
from brightline.cli.open import open_edition
from brightline.errors import CallError
from brightline.lists.reading.numbers import written_identifier
from brightline.names.scores import weight_of
from brightline.ownership.above import Above
from brightline.ownership.answer import MOST_SETTLING
from brightline.ownership.book import Place, known_by_number
from brightline.ownership.grains import told
from brightline.ownership.stated import entry_number
from brightline.payments.identifiers import check
from brightline.screen.edition import Edition
from brightline.screen.held import REGIMES, Found, find_named, find_numbered, held_under, listed_above
from brightline.screen.moments import read_as_of
from brightline.terms import Answer, AsOf, Held, Holding, Portion, Query
from brightline.terms.owned import ALL, ENTRY
from brightline.text.fold import fold


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("owners")(run)


def run(
    context: typer.Context,
    party: Annotated[str, typer.Argument(metavar="PARTY", help="A name, or SCHEME:VALUE such as LEI:….")],
    as_of: Annotated[str | None, typer.Option("--as-of", help="The day asked about; default: now.")] = None,
    regime: Annotated[str | None, typer.Option(help=f"One of {', '.join(REGIMES)}; default: each.")] = None,
    trial: Annotated[
        bool,
        typer.Option("--trial", help="Use the few entries that ship, without any list imported: for trying out only."),
    ] = False,
) -> int:
    """Least and greatest share that listed owners hold, the answer under each regime, and every way."""
    ours: Context = context.obj
    if regime is not None and regime not in REGIMES:
        raise CallError("--regime", repr(regime), f"one of {', '.join(REGIMES)}")
    when = read_as_of(as_of, None, datetime.now(UTC))
    edition = open_edition(ours, when.known, None, trial=trial)
    if not edition.owners.book:
        raise CallError(party, "no register of owners", "one", "Import one: `brightline lists import owners.csv`.")
    found = _found(party, edition)
    for asked in REGIMES if regime is None else (regime,):
        for one in found:
            _put(ours, edition, one, asked, when)
        if not found:
            _put_nobody(ours, edition, party, asked)
    return 0


def _found(party: str, edition: Edition) -> Sequence[Found]:
    """The companies that registers hold, and entries that state their owners, under a name or number; each once."""
    book, number = edition.owners.book, written_identifier(party)
    numbered = find_numbered(number, number.country, book, entries=True) if number else ()
    if numbered:
        return numbered
    if number and check(number.scheme, number.value) is False:
        expected = f"{_FORMS.get(number.scheme, f'a valid {number.scheme}')} whose check digits hold"
        raise CallError(party, f"{number.value!r} ({len(number.value)} signs)", expected, "Look it up again.")
    found = (*find_named(party, None, book), *_entries(party, edition))
    apart: dict[Place, Found] = {}
    for one in found:
        if apart.keys().isdisjoint(book.same_as(one.place)):
            apart[one.place] = one
    return tuple(apart.values())


def _entries(name: str, edition: Edition) -> Iterator[Found]:
    """Entries of a name that state owners, or that another entry names as one's owner or subsidiary."""
    for open_list in edition.lists:
        for candidate in open_list.find(Query(name), weight_of(edition.policy.candidate_score)):
            if fold(candidate.name) == fold(name):
                entity = open_list.entities[candidate.position]
                for place in edition.owners.book.numbered(ENTRY, entry_number(entity)):
                    yield Found(place, True, f"the entry {entity.list} {entity.entry}", entity)


_FORMS = {
    "LEI": "a LEI of 20 letters and digits", "INN": "an INN of 10 or 12 digits", "OGRN": "an OGRN of 13 or 15 digits",
    "USCC": "a USCC of 18 letters and digits",
}  # fmt: skip


def _put_nobody(ours: Context, edition: Edition, party: str, regime: str) -> None:
    """A party that no register holds: nobody knows who owns it."""
    versions = {one.list: one.published for one in (*edition.owners.versions, *edition.note.lists)}
    asked = dict.fromkeys(one.list for one in edition.owners.book.registers)
    registers = ", ".join(f"{name}@{versions[name]}" for name in asked)
    note = f"no register holds a party of that name or number, and no entry states its owners ({registers})"
    if ours.as_json:
        ours.put(_json(party, "", regime, Held(regime, "", Answer.UNKNOWN, Portion(0, ALL), notes=(note,)), 0))
    else:
        ours.print(f"{party}, {regime}: unknown; {note}")


def _put(ours: Context, edition: Edition, found: Found, regime: str, when: AsOf) -> None:
    above = edition.owners.book.above(found.place, when.law.date().isoformat())
    listed = listed_above(above, edition)
    held = held_under(regime, above, listed, edition.book, when) or _by_nobody(regime, above, edition)
    own = [f"listed itself: {one.entity.list} {one.entity.entry}" for one in listed.get(0, ()) if one.sure]
    held = replace(held, notes=(*held.notes, *own))
    name, register_ = above.nodes[0].name, edition.owners.book.register_of(found.place)
    if ours.as_json:
        ours.put(_json(name, register_, regime, held, len(above.nodes) - 1))
        return
    for line in _lines(name, register_, held):
        ours.print(line)


def _by_nobody(regime: str, above: Above, edition: Edition) -> Held:
    """No listed owner above; a no, unless some were not followed or named, or no list of the regime is loaded."""
    note = f"no owner above it is one that this regime lists and blocks ({len(above.nodes) - 1} looked at)"
    nameless = [node.name for node in above.nodes[1:] if known_by_number(node)]
    answer = Answer.UNKNOWN if above.cut or nameless else Answer.NO
    settles = tuple(f"who bears the number {number}: no register names it" for number in nameless[:MOST_SETTLING])
    if not {one.version.regime for one in edition.lists} & {regime, "trial"}:
        return Held(
            regime, above.told_day, Answer.UNKNOWN, Portion(0, ALL), notes=("no list of this regime is loaded",)
        )
    return Held(regime, above.told_day, answer, Portion(0, ALL if nameless else 0), (), settles, (note,), above.cut)


def _json(name: str, register_: str, regime: str, held: Held, owners: int) -> dict[str, object]:
    portion = held.portion
    return {
        "party": name,
        "register": register_,
        "regime": regime,
        "answer": held.answer.value,
        "least": _percent(portion.least),
        "greatest": _percent(portion.greatest),
        "more_than_least": portion.above,
        "less_than_greatest": portion.below,
        "owners_above": owners,
        "paths": [{"sure": way.sure, "holdings": [_holding(one) for one in way.holdings]} for way in held.paths],
        "settles": list(held.settles),
        "notes": list(held.notes),
    }


def _percent(hundredths: int) -> str:
    """A share as a percentage with two decimals."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _holding(one: Holding) -> dict[str, object]:
    return {name: getattr(one, name) for name in Holding.__slots__}


def _lines(name: str, register_: str, held: Held) -> Iterator[str]:
    yield f"{name} ({register_}), {held.regime}: {held.answer.value}"
    yield f"  listed owners together hold {told(held.portion)} on {held.day}"
    for way in held.paths:
        steps = [f"{one.owner} -> {one.owned}: {one.share}{_period(one)} [{one.source}]" for one in way.holdings]
        yield f"  {'sure' if way.sure else 'open'}: {'; '.join(steps)}"
    yield from (f"  would settle it: {one}" for one in held.settles)
    yield from (f"  note: {one}" for one in held.notes)


def _period(one: Holding) -> str:
    start, end = f", from {one.start}" if one.start else "", f", until {one.end}" if one.end else ""
    return start + end
