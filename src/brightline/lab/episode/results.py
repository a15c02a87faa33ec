"""A whole run as one JSON content: months, bands, what was not fitted, what-ifs, spread, causes, what moves what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

import numpy as np

from brightline.lab.episode.causes import tests_of_cause
from brightline.lab.episode.plan import AS_IT_WAS, FIT, QUIET, Plan, movable
from brightline.lab.episode.tables import EXPORTS, IMPORTS, customs
from brightline.lab.episode.targets import NEEDED, Months, reached, targets
from brightline.lab.episode.world import month_name

Told = Mapping[str, Sequence[Months]]  # label of a task → its runs, a seed each
_LEVELS = (5, 50, 95)
_COMPARED = (
    "returned", "days_of_direct", "through_agents", "harmless_sent_back", "harmless_paid_by_banks",
    "linked_paid_by_banks", "market_closed", "energy_returned",
)  # fmt: skip
_WATCHED = ("march", "april", "returned", "days_after", "agents", "priority", "small_harder")
_FIRST_LATER = 2  # what-ifs are summed from January 2024 on


def gather(labels: Iterable[str], made: Iterable[Months]) -> Told:
    """The runs by label, in the order of the tasks."""
    found: dict[str, list[Months]] = {}
    for label, told in zip(labels, made, strict=True):
        found.setdefault(label, []).append(told)
    return found


def results(plan: Plan, told: Told) -> dict[str, object]:
    """The content of `episode.json`, from the runs alone."""
    base = told[AS_IT_WAS]
    names = [month_name(place) for place in range(plan.world.months)]
    return {
        "seed": plan.world.seed, "seeds": plan.seeds, "firms": plan.world.firms, "edition": plan.world.rates.edition,
        "month": names,
        "customs": {flow: [customs().get((key, name)) for name in names] for flow, key in
                    (("exports", EXPORTS), ("imports", IMPORTS))},
        "months": {name: _spread([one[name] for one in base]) for name in base[0]},
        "bands": _bands(base), "not_fitted": _not_fitted(base, names), "fits": _fits(plan, told),
        "what_ifs": [_what_if(scenario.name, scenario.told, base, told) for scenario in plan.scenarios],
        "causes": tests_of_cause(base, told.get(f"what-if {QUIET}", ())),
        "sensitivity": _sensitivity(told),
    }  # fmt: skip


def _spread(runs: Sequence[Sequence[float | None]]) -> dict[str, list[float | None]]:
    """5, 50 and 95 of a hundred seeds, month by month."""
    made: dict[str, list[float | None]] = {"low": [], "median": [], "high": []}
    for values in zip(*runs, strict=True):
        some = [one for one in values if one is not None]
        for key, level in zip(made, _LEVELS, strict=True):
            made[key].append(round(float(np.percentile(some, level)), 6) if some else None)
    return made


def _bands(base: Sequence[Months]) -> list[dict[str, object]]:
    found = [reached(one) for one in base]
    if not found[0]:
        return []
    return [
        {"name": name, "told": band.told, "low": band.low, "high": band.high, "unit": band.unit, "source": band.source,
         "least": min(one[name] for one in found), "median": round(median(one[name] for one in found), 6),
         "most": max(one[name] for one in found), "met": sum(band.met(one[name]) for one in found)}
        for name, band in targets().items()
    ]  # fmt: skip


def _not_fitted(base: Sequence[Months], names: Sequence[str]) -> list[dict[str, object]]:
    """From May 2024 on: exports against a year before, as customs told them and as the runs have them."""
    made = []
    for place in range(NEEDED, len(names)):
        true = customs()[EXPORTS, names[place]] / customs()[EXPORTS, f"2023{names[place][4:]}"] - 1
        run = median(float(one["exports_against_year_before"][place] or 0.0) for one in base)
        made.append(
            {"month": names[place], "customs": round(true, 4), "run": round(run, 4), "miss": round(run - true, 4)}
        )
    return made


def _fits(plan: Plan, told: Told) -> list[dict[str, object]]:
    return [
        {"settings": dict(settings), "bands": dict(reached(told[f"{FIT} {place + 1}"][0])),
         "exports": [round(one or 0.0) for one in told[f"{FIT} {place + 1}"][0]["exports"]]}
        for place, settings in enumerate(plan.fits)
    ]  # fmt: skip


def _what_if(name: str, said: str, base: Sequence[Months], told: Told) -> dict[str, object]:
    """A what-if against the same seeds as it was: means from January 2024 on, and exports by month."""
    runs = told[f"what-if {name}"]
    pairs = list(zip(base, runs, strict=False))
    measures = {one: _mean_pair([(_mean(was[one]), _mean(now[one])) for was, now in pairs]) for one in _COMPARED}
    flows = {
        flow: _mean_pair([(_total(was[flow]), _total(now[flow])) for was, now in pairs])
        for flow in ("exports", "imports", "priority_exports")
    }
    closed = max(float(one or 0.0) for run in runs for one in run["market_closed"])
    return {
        "name": name, "told": said, "seeds": len(runs), "measures": {**flows, **measures},
        "most_closed": round(closed, 4), "exports": _spread([one["exports"] for one in runs])["median"],
    }  # fmt: skip


def _later(values: Sequence[float | None]) -> list[float]:
    return [one for one in values[_FIRST_LATER:] if one is not None]


def _mean(values: Sequence[float | None]) -> float:
    some = _later(values)
    return sum(some) / len(some) if some else 0.0


def _total(values: Sequence[float | None]) -> float:
    return sum(_later(values))


def _mean_pair(pairs: Sequence[tuple[float, float]]) -> dict[str, float]:
    """Mean as it was and as it would have been, and the least and most difference of a seed."""
    changes = [now - was for was, now in pairs]
    return {
        "was": round(sum(was for was, _ in pairs) / len(pairs), 6),
        "would_be": round(sum(now for _, now in pairs) / len(pairs), 6),
        "least_change": round(min(changes), 6), "most_change": round(max(changes), 6),
    }  # fmt: skip


def _sensitivity(told: Told) -> list[dict[str, object]]:
    """Each setting at the ends of its range: how far the bands' measures move, the strongest first.

    `weight`: the greatest move over the half width of its band.
    """
    if "moved" not in told:
        return []
    usual = reached(told["moved"][0])
    rows = []
    for name, (low, high, source, words) in movable().items():
        moves = [reached(told[f"moved {side} {name}"][0]) for side in ("low", "high")]
        change = {one: [round(move[one] - usual[one], 4) for move in moves] for one in _WATCHED}
        weight = max(max(map(abs, both)) / _half(one) for one, both in change.items())
        rows.append({"name": name, "low": low, "high": high, "source": source, "told": words, "change": change,
                     "weight": round(weight, 2)})  # fmt: skip
    return sorted(rows, key=lambda row: (-float(str(row["weight"])), str(row["name"])))


def _half(name: str) -> float:
    band = targets()[name]
    return (band.high - band.low) / 2
