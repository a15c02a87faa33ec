"""Every way of being careful over the same traffic: what it catches, what it costs, and which payments it got wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from brightline.beside.book import BesideBook
from brightline.lab.bank import CAPACITY, RELEASED, REVIEWED, RIGHT, STOPPED, handle
from brightline.lab.measures import Known, Ratio, ratios, with_intervals
from brightline.lab.streams import Real, Whole
from brightline.lab.ways import Ruling, Way, rulings
from brightline.screen.edition import Edition
from brightline.terms import AsOf, Outcome, Payment

_CODES = {Outcome.RELEASE: RELEASED, Outcome.REVIEW: REVIEWED, Outcome.STOP: STOPPED}
_OPENS = "T09:00:00+08:00"  # the moment of its value day at which a bank decides
MOST_SHOWN = 40  # payments of each kind of mistake kept for a person to read


@dataclass(frozen=True, slots=True)
class Sample:
    """Traffic as one seed gives it: payments, what came beside them, and the truth in the same order.

    `reasons`: the reason codes of each payment. `entity`: names the streams of the bank's reviewers.
    """

    seed: int
    payments: Sequence[Payment]
    beside: BesideBook
    linked: NDArray[np.bool_]
    reasons: Sequence[Sequence[str]]
    dollars: Real

    @property
    def entity(self) -> Whole:
        """A number for each payment, from its identifier alone."""
        return np.array([int(str(one.end_to_end_id)[1:], 16) for one in self.payments], dtype=np.uint64)

    def sign_of(self, place: int) -> str:
        """Where the sign of a link stands, as its reason codes say."""
        return next((one.removeprefix("sign:") for one in self.reasons[place] if one.startswith("sign:")), "none")


@dataclass(frozen=True, slots=True)
class Compared:
    """One way: its measures, pooled over the seeds and for each of them, and examples of what it got wrong."""

    way: Way
    pooled: Mapping[str, tuple[float, float, float] | None]
    by_seed: Sequence[Mapping[str, float | None]]
    mistakes: Sequence[Mapping[str, str]]


def decide_part(
    sample: Sample, ways: Sequence[Way], edition: Edition, places: Iterable[int]
) -> list[tuple[Ruling, ...]]:
    """What each way makes of the payments at some places, in order. A pure function, so workers may share it."""
    made = []
    for payment in (sample.payments[place] for place in places):
        moment = datetime.fromisoformat(f"{payment.value_date}{_OPENS}")
        made.append(rulings(payment, ways, edition, AsOf(moment, moment), sample.beside))
    return made


def compared(
    ways: Sequence[Way], samples: Sequence[Sample], made: Sequence[list[tuple[Ruling, ...]]]
) -> list[Compared]:
    """The measures of every way over the samples, `made` being their rulings."""
    return [_compared(at, way, samples, [[one[at] for one in some] for some in made]) for at, way in enumerate(ways)]


def _compared(at: int, way: Way, samples: Sequence[Sample], made: Sequence[list[Ruling]]) -> Compared:
    each = [_ratios(sample, some) for sample, some in zip(samples, made, strict=True)]
    pooled = {name: (_joined(each, name, 0), _joined(each, name, 1)) for name in each[0]}
    by_seed = [{name: _value(ratio) for name, ratio in one.items()} for one in each]
    mistakes = _mistakes(samples[0], made[0])
    return Compared(way, with_intervals(pooled, samples[0].seed), by_seed, mistakes)


def _joined(each: Sequence[Mapping[str, Ratio]], name: str, side: int) -> Real:
    return np.concatenate([one[name][side] for one in each])


def _value(ratio: Ratio) -> float | None:
    below = float(ratio[1].sum())
    return float(ratio[0].sum()) / below if below else None


def _ratios(sample: Sample, made: Sequence[Ruling]) -> dict[str, Ratio]:
    outcome = np.array([_CODES[one.outcome] for one in made], dtype=np.int64)
    signs = [sample.sign_of(place) for place in range(len(made))]
    mainland = np.array(["route:mainland" in one for one in sample.reasons])
    days = np.array([str(one.value_date) for one in sample.payments], dtype="datetime64[D]").astype(np.int64)
    suspect = sample.linked & np.array([sign in ("message", "papers") for sign in signs])
    handled = handle(sample.seed, sample.entity, days - days.min(initial=0), outcome, suspect)
    return ratios(Known(sample.linked, signs, sample.dollars, mainland), outcome, handled)


def _mistakes(sample: Sample, made: Sequence[Ruling]) -> list[dict[str, str]]:
    """The first linked payments that were released, then the first harmless ones that were held, and why."""
    missed, held = list[dict[str, str]](), list[dict[str, str]]()
    for place, ruling in enumerate(made):
        released, linked = ruling.outcome is Outcome.RELEASE, bool(sample.linked[place])
        kept = missed if linked else held
        if released == linked and len(kept) < MOST_SHOWN:
            kept.append(_mistake(sample, place, ruling))
    return [*missed, *held]


def _mistake(sample: Sample, place: int, ruling: Ruling) -> dict[str, str]:
    payment = sample.payments[place]
    names = {party.role: party.name or "" for party in payment.parties}
    sign = sample.sign_of(place)
    why = f"released; the sign of the link: {sign}" if ruling.outcome is Outcome.RELEASE else "; ".join(ruling.because)
    return {
        "payment_id": str(payment.end_to_end_id), "outcome": ruling.outcome.value, "truth": sample.reasons[place][0],
        "amount": f"{payment.currency} {payment.amount}", "debtor": names.get("debtor", ""),
        "creditor": names.get("creditor", ""), "text": payment.texts[0].value if payment.texts else "", "why": why,
    }  # fmt: skip


def told(results: Sequence[Compared], samples: Sequence[Sample], edition: Edition) -> dict[str, object]:
    """The comparison as JSON: the edition, the ceiling, and each way with intervals, every seed and its mistakes."""
    linked = sum(float(one.dollars[one.linked].sum()) for one in samples)
    return {
        "edition": edition.note.id, "trial": edition.trial,
        "linked": sum(int(one.linked.sum()) for one in samples),
        "linked_value_without_any_sign": round(sum(_unseen(one) for one in samples) / linked, 6) if linked else None,
        "assumed": {"reviewers_a_day_per_payment": CAPACITY, "reviewer_right": RIGHT},
        "ways": [_way_json(one) for one in results],
    }  # fmt: skip


def _unseen(sample: Sample) -> float:
    unseen = [place for place in np.flatnonzero(sample.linked).tolist() if sample.sign_of(place) == "none"]
    return float(sample.dollars[unseen].sum())


def _way_json(one: Compared) -> dict[str, object]:
    measures = {
        name: None if value is None else dict(zip(("value", "low", "high"), (round(x, 6) for x in value), strict=True))
        for name, value in one.pooled.items()
    }
    return {
        "name": one.way.name, "told": one.way.told, "measures": measures,
        "by_seed": list(one.by_seed), "mistakes": list(one.mistakes),
    }  # fmt: skip
