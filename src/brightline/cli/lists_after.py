"""`brightline lists after`: what a change of a list touches in a store and a book of customers, taken up as cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import cast

from brightline.cases.after_listing import Morning, Touched, take_up_what_changed
from brightline.cases.clearances import refresh_book
from brightline.cases.database import now
from brightline.cases.deciding import Deciding
from brightline.cli.context import Context, counted
from brightline.cli.customer_rows import customer_rows
from brightline.cli.home import StoredList, keep_edition
from brightline.cli.list_change import Change, change_of
from brightline.cli.list_versions import named_version
from brightline.cli.open import open_edition, opened_list
from brightline.cli.stores import one_store, opened
from brightline.errors import CallError
from brightline.names.scores import weight_of
from brightline.screen.edition import Edition, make_edition, published_moment
from brightline.screen.moments import read_as_of
from brightline.screen.plain import Json
from brightline.terms import AsOf, Identifier, Query


def after(
    ours: Context, old: str, new: str, db: str | None = None, parties: Path | None = None, as_of: str | None = None
) -> int:
    """Look through the store (and the customers) for what the change touches; the exit status.

    3 where a row of the customers could not be read. Raises CallError where the versions are no pair.
    """
    before, latest = named_version(ours.home, old), named_version(ours.home, new)
    moment = _moment(before, latest, as_of)
    edition = _with(open_edition(ours, moment.known, None, None, trial=False), latest)
    keep_edition(ours.home, edition)
    change = change_of(before, latest, edition, moment)
    unread = _customers(ours, parties, change) if parties else 0
    with opened(ours, one_store(ours.home, db), signs=True) as store:
        deciding = Deciding(edition)
        refresh_book(store, deciding)
        morning = take_up_what_changed(store, deciding, change.looked_for(), moment)
    _tell(ours, change, morning)
    return 3 if unread else 0


def _moment(old: StoredList, new: StoredList, as_of: str | None) -> AsOf:
    if old.version.list != new.version.list:
        raise CallError("lists after", f"{old.version.list} and {new.version.list}", "two versions of one list")
    moment = read_as_of(as_of, None, now())
    if published_moment(new.version.published) > moment.known:
        raise CallError("--as-of", moment.known.isoformat(), f"no moment before {new.version.published}")
    return moment


def _with(edition: Edition, stored: StoredList) -> Edition:
    """The edition with this version of its list."""
    if any(one.version == stored.version for one in edition.lists):
        return edition
    others = [one for one in edition.lists if one.version.list != stored.version.list]
    lists, parts = [*others, opened_list(stored)], (edition.book, edition.policy, edition.institution)
    return make_edition(lists, *parts, trial=False, owners=edition.owners)


def _customers(ours: Context, path: Path, change: Change) -> int:
    """Name the customers alike an entry that came, changed or went; how many rows could not be read."""
    unread, threshold = 0, weight_of(change.edition.policy.candidate_score)
    for where, one in customer_rows(path):
        if isinstance(one, CallError):
            unread += 1
            ours.say(str(one))
            continue
        numbers = tuple(Identifier(each.scheme, each.value) for each in one.identifiers)
        query = Query(one.name, countries=(one.country,) if one.country else (), identifiers=numbers)
        for side, found in change.of_query(query, threshold):
            row: Json = {"kind": "customer", "id": one.id, "name": one.name, "row": where, "side": side}
            row = {**row, "list": found.list, "entry": found.entry, "listed": found.name, "score": found.score}
            told = f"customer  {one.id}  {one.name}: alike {found.list} {found.entry} {found.name} ({found.score:.4f})"
            _put(ours, row, f"{told}, {'as it was' if side == 'old' else 'as it is'}")
    return unread


def _tell(ours: Context, change: Change, morning: Morning) -> None:
    for one in morning.touched:
        _put(ours, _row(one), _words(one))
    for name, why in morning.cleared:
        _put(ours, {"kind": "clearance", "id": name, "ended": why}, f"ended  {name}: {why}")
    taken = [one for one in morning.touched if one.case]
    summary = {
        "kind": "summary", "old": change.old, "new": change.new, "entries": len(change.difference.entries),
        "looked": morning.looked, "touched": len(morning.touched), "taken_up": len(taken),
        "ended": len(morning.cleared), "stood": dict(Counter(one.stood for one in taken)), "value": _value(taken),
    }  # fmt: skip
    value = ", ".join(f"{amount} {currency}" for currency, amount in _value(taken).items()) or "no value"
    _put(
        ours,
        summary,
        f"{counted(len(change.difference.entries), 'entry', 'entries')} came, changed or went; "
        f"{morning.looked} payments looked through, {len(morning.touched)} touched, {len(taken)} taken up ({value}), "
        f"{len(morning.cleared)} pairs and passports ended",
    )


def _put(ours: Context, row: Mapping[str, object], words: str) -> None:
    if ours.as_json:
        ours.put(row)
    else:
        ours.print(words)


def _row(one: Touched) -> Mapping[str, object]:
    payment = cast("Json", one.line["payment"])
    sides = {
        side: {"decision": line["id"], "outcome": line["outcome"]}
        for side, line in (("before", one.line), ("after", one.after))
    }
    said = {name: payment.get(name) for name in ("source", "message_id", "end_to_end_id", "uetr", "amount", "currency")}
    about = {"kind": "payment", "case": one.case, "stood": one.stood, "entries": list(one.entries)}
    return {**about, **sides, "changed": list(one.changed), **said}


def _words(one: Touched) -> str:
    payment = cast("Json", one.line["payment"])
    became = f"{one.line['outcome']} -> {one.after['outcome']}"
    end = f"case {one.case}" if one.case else "nothing to do" if not one.changed else "ended otherwise, not taken up"
    return (
        f"{one.stood:8}  {payment.get('amount')} {payment.get('currency')}  {became}  {'; '.join(one.entries)}: {end}"
    )


def _value(taken: list[Touched]) -> dict[str, str]:
    """What is at stake, by currency, as printed sums."""
    sums: dict[str, Decimal] = {}
    for one in taken:
        payment = cast("Json", one.line["payment"])
        try:
            amount = Decimal(str(payment.get("amount") or 0))
        except InvalidOperation:
            continue
        currency = str(payment.get("currency") or "???")
        sums[currency] = sums.get(currency, Decimal(0)) + amount
    return {currency: str(amount) for currency, amount in sorted(sums.items())}
