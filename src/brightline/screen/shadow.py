"""Our decisions beside the alerts of another filter over the same payments: who held what, and why, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from brightline.screen.labels import rule_label
from brightline.screen.plain import Json, maps, short

BOTH, THEIRS, OURS, NEITHER = "both", "only-theirs", "only-ours", "neither"
_HELD = ("review", "stop", "unreadable")
_NO_REFERENCE = frozenset({"", "NOTPROVIDED", "NONREF", "NONE"})  # says nothing of which payment is meant


@dataclass(frozen=True, slots=True)
class Alert:
    """What another filter held. `row`: its line in their file; `said`: the entry and reason it gave, as printed."""

    row: int
    uetr: str
    end_to_end_id: str
    message_id: str
    said: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One payment as we decided it, in short. `why`: of a held one what holds it, of another what speaks for it.

    `clauses`: `rule/clause`; `entries`: `list entry name` of the listed entities the reasons rest on, or that were
    looked at and left.
    """

    source: str
    decision: str
    references: tuple[str, str, str]  # UETR, end-to-end id, message id
    outcome: str
    answer: str
    amount: str
    parties: str
    why: tuple[str, ...]
    clauses: tuple[str, ...]
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One payment beside what the other filter said of it. `kind`: both, only-theirs, only-ours, neither."""

    kind: str
    seen: Seen
    alerts: tuple[Alert, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of it. `unjoined`: alerts of no payment of ours, each with why.

    `unjoinable`: payments without any reference.
    """

    payments: tuple[Compared, ...]
    unjoined: tuple[tuple[Alert, str], ...]
    unjoinable: int

    def counts(self) -> Mapping[str, int]:
        """Payments by kind."""
        return {kind: sum(one.kind == kind for one in self.payments) for kind in (BOTH, THEIRS, OURS, NEITHER)}


def compare(decisions: Iterable[Json], alerts: Sequence[Alert]) -> Comparison:
    """Lay them side by side: by UETR, else by end-to-end id, else by message id, where just one payment carries it.

    A payment decided more than once (an equal UETR) counts as decided last. Messages that move no money are left out.
    """
    seen = tuple(_newest(seen_of(one) for one in decisions if one["outcome"] != "not-a-payment"))
    places = _places(seen)
    joined: dict[int, list[Alert]] = {}
    unjoined: list[tuple[Alert, str]] = []
    for alert in alerts:
        place, why = _place(alert, places)
        if place is None:
            unjoined.append((alert, why))
        else:
            joined.setdefault(place, []).append(alert)
    payments = tuple(_compared(one, tuple(joined.get(place, ()))) for place, one in enumerate(seen))
    return Comparison(payments, tuple(unjoined), sum(not any(one.references) for one in seen))


def seen_of(decision: Json) -> Seen:
    """A decision line in short."""
    payment = cast("Json", decision["payment"])
    reasons = list(_reasons(decision))
    if decision["outcome"] == "unreadable":
        error = cast("Json", decision.get("error") or {})
        why: tuple[str, ...] = (f"could not be read: expected {error.get('expected')}, found {error.get('found')}",)
    else:
        why = tuple(_told(one) for one in reasons) or _left_open(decision) or _spoken_for(decision)
    return Seen(
        source=str(payment.get("source", "")),
        decision=str(decision.get("id") or ""),
        references=(
            _reference(payment.get("uetr")).lower(),
            _reference(payment.get("end_to_end_id")),
            _reference(payment.get("message_id")),
        ),
        outcome=str(decision["outcome"]),
        answer=str(cast("Json", decision.get("determination") or {}).get("answer") or ""),
        amount=f"{payment.get('amount') or ''} {payment.get('currency') or ''}".strip(),
        parties=" → ".join(_names(payment, "debtor", "creditor")),
        why=why,
        clauses=tuple(dict.fromkeys(clause for one in reasons for clause in _clauses(one))),
        entries=tuple(dict.fromkeys(entry for one in reasons or maps(decision, "findings") for entry in _entries(one))),
    )


def _newest(found: Iterable[Seen]) -> Iterable[Seen]:
    kept: dict[tuple[str, str], Seen] = {}
    for place, one in enumerate(found):
        key = (one.references[0], "") if one.references[0] else ("", str(place))
        kept[key] = one
    return kept.values()


def _places(seen: Sequence[Seen]) -> Sequence[Mapping[str, list[int]]]:
    """Where each reference stands: of UETRs, of end-to-end ids, of message ids."""
    found: tuple[dict[str, list[int]], ...] = ({}, {}, {})
    for place, one in enumerate(seen):
        for kind, reference in zip(found, one.references, strict=True):
            if reference:
                kind.setdefault(reference, []).append(place)
    return found


def _place(alert: Alert, places: Sequence[Mapping[str, list[int]]]) -> tuple[int | None, str]:
    given = (_reference(alert.uetr).lower(), _reference(alert.end_to_end_id), _reference(alert.message_id))
    why = "it names no payment" if not any(given) else "no payment of ours has this reference"
    for kind, reference in zip(places, given, strict=True):
        found = kind.get(reference, []) if reference else []
        if len(found) == 1:
            return found[0], ""
        if found:
            why = f"{len(found)} payments have this reference"
    return None, why


def _compared(seen: Seen, alerts: tuple[Alert, ...]) -> Compared:
    held = seen.outcome in _HELD
    kind = (BOTH if held else THEIRS) if alerts else (OURS if held else NEITHER)
    return Compared(kind, seen, alerts)


def _reasons(decision: Json) -> Iterator[Json]:
    """The findings that hold a payment."""
    for one in maps(decision, "findings"):
        if one.get("effect") not in (None, "none") and one["answer"] != "no":
            yield one


def _told(finding: Json) -> str:
    saw = next((str(one["saw"]) for one in maps(finding, "clauses") if one["answer"] != "no" and one.get("saw")), "")
    return f"{rule_label(str(finding['rule']))}: {finding['answer']}" + (f" ({short(saw)})" if saw else "")


def _left_open(decision: Json) -> tuple[str, ...]:
    """What holds a payment without a finding: a list that is missing or too old."""
    if decision["outcome"] == "release":
        return ()
    lacks = [f"{rule_label(str(one['rule']))}: lacks {short(one['lacks'])}" for one in maps(decision, "unknowns")]
    return tuple(dict.fromkeys(lacks))


def _spoken_for(decision: Json) -> tuple[str, ...]:
    """Why it was released: the basis, and what was found for it."""
    basis = decision.get("release_basis")
    said = [f"{rule_label(str(one['rule']))}: {one['answer']}" for one in maps(decision, "releasing")]
    return (f"released: {basis}", *said) if basis else tuple(said)


def _clauses(finding: Json) -> Iterator[str]:
    for one in maps(finding, "clauses"):
        if one["answer"] != "no":
            yield f"{finding['rule']}/{one['id']}"


def _entries(finding: Json) -> Iterator[str]:
    for one in maps(finding, "evidence"):
        if one.get("kind") == "listed-entity":
            yield f"{one['list']} {one['entry']} {one['name']}"


def _names(payment: Json, *roles: str) -> Iterator[str]:
    for role in roles:
        yield next((str(one["name"]) for one in maps(payment, "parties") if one["role"] == role), "?")


def _reference(value: object) -> str:
    said = str(value or "").strip()
    return "" if said.upper() in _NO_REFERENCE else said
