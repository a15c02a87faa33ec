"""Every way of being careful over the same traffic: what it catches, what it costs, and which payments it got wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from brightline.lab.bank import CAPACITY, RELEASED, REVIEWED, RIGHT, STOPPED, handle
from brightline.lab.measures import Known, Pooled, Sums, ratios, summed
from brightline.lab.observation import SIGNS
from brightline.lab.streams import Real, Whole
from brightline.lab.ways import Bank, Ruling, Way
from brightline.screen.edition import Edition
from brightline.terms import AsOf, Outcome, Payment

_CODES = {Outcome.RELEASE: RELEASED, Outcome.REVIEW: REVIEWED, Outcome.STOP: STOPPED}
_OPENS = "T09:00:00+08:00"  # the moment of its value day at which a bank decides
MOST_SHOWN = 8  # payments of each cause that a way got wrong, kept for a person to read
NOBODY_SEES = ("harmless", "none")

Mistake = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Truth:
    """What the lab alone knows, as columns in the order of the payments. `entity`: names the streams of reviewers."""

    seed: int
    entity: Whole
    linked: NDArray[np.bool_]
    reasons: Sequence[Sequence[str]]
    dollars: Real
    day: NDArray[np.int64]

    def sign_of(self, place: int) -> str:
        """Where the sign of a link stands, as its reason codes say."""
        return next((one.removeprefix("sign:") for one in self.reasons[place] if one.startswith("sign:")), "none")

    def signs(self) -> list[str]:
        """The same of every payment."""
        return [self.sign_of(place) for place in range(len(self.reasons))]


@dataclass(frozen=True, slots=True)
class Part:
    """What the ways made of some payments: outcomes (a row a payment, a column a way), and some mistakes of each."""

    outcomes: NDArray[np.int8]
    mistakes: tuple[tuple[Mistake, ...], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One way: its measures over all seeds and for each of them, and examples of what it got wrong."""

    way: Way
    pooled: Pooled
    by_seed: Sequence[Mapping[str, float | None]]
    mistakes: Sequence[Mistake]


def decide_part(bank: Bank, payments: Sequence[Payment], truth: Truth, first: int, *, shown: bool) -> Part:
    """What each way makes of payments that stand in `truth` from a place on. A pure function, so workers may share it.

    `shown`: mistakes are kept.
    """
    outcomes = np.zeros((len(payments), len(bank.ways)), dtype=np.int8)
    mistakes = [_Mistakes() for _ in bank.ways]
    for at, payment in enumerate(payments):
        rulings = bank.rulings(payment, _opening(payment))
        outcomes[at] = [_CODES[one.outcome] for one in rulings]
        for kept, ruling in zip(mistakes, rulings, strict=True) if shown else ():
            kept.note(truth, first + at, payment, ruling)
    return Part(outcomes, tuple(tuple(one.found) for one in mistakes))


def _opening(payment: Payment) -> AsOf:
    moment = datetime.fromisoformat(f"{payment.value_date}{_OPENS}")
    return AsOf(moment, moment)


class _Mistakes:
    """The first payments of each cause that a way got wrong."""

    def __init__(self) -> None:
        self.found: list[Mistake] = []
        self._count: Counter[str] = Counter()

    def note(self, truth: Truth, place: int, payment: Payment, ruling: Ruling) -> None:
        """Keep a linked payment that was released or a harmless one that was held, while there are few of its cause."""
        cause = truth.reasons[place][0]
        if (ruling.outcome is Outcome.RELEASE) == bool(truth.linked[place]) and self._count[cause] < MOST_SHOWN:
            self._count[cause] += 1
            self.found.append(_mistake(truth, place, payment, ruling))


def _mistake(truth: Truth, place: int, payment: Payment, ruling: Ruling) -> Mistake:
    names = {party.role: party.name or "" for party in payment.parties}
    sign = truth.sign_of(place)
    why = f"released; the sign of the link: {sign}" if ruling.outcome is Outcome.RELEASE else "; ".join(ruling.because)
    payer = (
        f"{names.get('debtor', '')} for {behind}"
        if (behind := names.get("ultimate_debtor"))
        else names.get("debtor", "")
    )
    return {
        "payment_id": str(payment.end_to_end_id), "outcome": ruling.outcome.value, "truth": truth.reasons[place][0],
        "sign": sign, "amount": f"{payment.currency} {payment.amount}", "debtor": payer,
        "creditor": names.get("creditor", ""), "text": payment.texts[0].value if payment.texts else "", "why": why,
    }  # fmt: skip


def measured(ways: Sequence[Way], truth: Truth, outcomes: NDArray[np.int8]) -> list[Sums]:
    """The measures of every way over one sample, as sums that add up over samples."""
    signs = truth.signs()
    known = Known(truth.linked, signs, truth.dollars, np.array(["route:mainland" in one for one in truth.reasons]))
    suspect = truth.linked & ~np.isin(signs, NOBODY_SEES)
    columns = [outcomes[:, at].astype(np.int64) for at in range(len(ways))]
    handled = [handle(truth.seed, truth.entity, truth.day, one, suspect) for one in columns]
    return summed([ratios(known, *both) for both in zip(columns, handled, strict=True)], truth.seed)


def compared(
    ways: Sequence[Way], sums: Sequence[Sequence[Sums]], mistakes: Sequence[Sequence[Mistake]]
) -> list[Compared]:
    """Every way over all samples. `sums`: of each sample, a way each; `mistakes`: of each way."""
    each = [[sample[at] for sample in sums] for at in range(len(ways))]
    return [
        Compared(way, Sums.pooled(some), [one.values() for one in some], wrong)
        for way, some, wrong in zip(ways, each, mistakes, strict=True)
    ]


def fewest(parts: Iterable[Part], ways: int) -> list[list[Mistake]]:
    """The mistakes of each way, the first of each cause over all parts."""
    found: list[list[Mistake]] = [[] for _ in range(ways)]
    counts: list[Counter[str]] = [Counter() for _ in range(ways)]
    for part in parts:
        for at, wrong in enumerate(part.mistakes):
            for one in wrong:
                counts[at][one["truth"]] += 1
                if counts[at][one["truth"]] <= MOST_SHOWN:
                    found[at].append(one)
    return found


def told(results: Sequence[Compared], truths: Sequence[Mapping[str, object]], edition: Edition) -> dict[str, object]:
    """The comparison as JSON: the edition, what was linked, and each way with intervals, seed by seed, and mistakes."""
    return {
        "edition": edition.note.id, "trial": edition.trial, "samples": list(truths),
        "assumed": {"reviewers_a_day_per_payment": CAPACITY, "reviewer_right": RIGHT},
        "ways": [_way_json(one) for one in results],
    }  # fmt: skip


def summary(truth: Truth) -> dict[str, object]:
    """What is known of one sample: how many payments, how many linked, and where the signs of their value stand."""
    signs, linked = np.array(truth.signs()), float(truth.dollars[truth.linked].sum())
    where = {name: float(truth.dollars[truth.linked & (signs == name)].sum()) for name in SIGNS if name != "harmless"}
    causes = Counter(one[0] for one, is_linked in zip(truth.reasons, truth.linked.tolist(), strict=True) if is_linked)
    return {
        "seed": truth.seed, "payments": len(truth.reasons), "linked": int(truth.linked.sum()),
        "linked_by_cause": dict(sorted(causes.items())),
        "linked_value_by_sign": {name: round(value / linked, 6) for name, value in where.items()} if linked else {},
    }  # fmt: skip


def _way_json(one: Compared) -> dict[str, object]:
    measures = {
        name: None if value is None else {key: round(number, 6) for key, number in value.items()}
        for name, value in one.pooled.items()
    }
    return {
        "name": one.way.name, "told": one.way.told, "measures": measures,
        "by_seed": list(one.by_seed), "mistakes": list(one.mistakes),
    }  # fmt: skip
