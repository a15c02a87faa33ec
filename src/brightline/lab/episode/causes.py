"""Was it the threats? The fall of March and April 2024 against New Year, working days, the base month and a control.

The press says "after", not "because". Each test says what would be left of the fall if something else explained it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from brightline.lab.episode.tables import EXPORTS, IMPORTS, customs, works
from brightline.lab.episode.targets import Months

_MARCH, _APRIL = 4, 5
_SPRING = ("03", "04")


def tests_of_cause(base: Sequence[Months], quiet: Sequence[Months]) -> list[Mapping[str, object]]:
    """Each test with its figure (a share) and what it says; the last ones compare runs with and without threats."""
    told = [
        _test("as told", _fall(EXPORTS, *_SPRING), "exports of March and April 2024 against a year before (C36)"),
        _test("New Year", _fall(EXPORTS, "01", "02", "03"), "January to March together, whatever New Year moves"),
        _test("working days in March", _by_day("03"), "March for each working day: 2024 had fewer"),
        _test("working days in April", _by_day("04"), "April for each working day: 2024 had more"),
        _test("base month", _near_base(), "against the mean of February to May 2023 (March had jumped, C37)"),
        _test("pace before", _pace(), "against the pace of January and February 2024 (C37)"),
        _test("control", _fall(IMPORTS, *_SPRING), "imports in the same months and base year (C38; of low confidence)"),
    ]  # fmt: skip
    if quiet and len(base[0]["exports"]) > _APRIL:
        told += _by_model(base, quiet)
    return told


def _test(name: str, value: float, told: str) -> Mapping[str, object]:
    return {"name": name, "value": round(value, 4), "told": told}


def _sum(flow: str, year: int, months: Sequence[str]) -> float:
    return sum(customs()[flow, f"{year}-{month}"] for month in months)


def _fall(flow: str, *months: str) -> float:
    return _sum(flow, 2024, months) / _sum(flow, 2023, months) - 1


def _by_day(month: str) -> float:
    days = [_days(year, int(month)) for year in (2023, 2024)]
    return customs()[EXPORTS, f"2024-{month}"] / days[1] / (customs()[EXPORTS, f"2023-{month}"] / days[0]) - 1


def _days(year: int, month: int) -> int:
    first = date(year, month, 1)
    days = [first + timedelta(days=step) for step in range(31)]
    return sum(one.month == month and works(one) for one in days)


def _near_base() -> float:
    return _sum(EXPORTS, 2024, _SPRING) / 2 / (_sum(EXPORTS, 2023, ("02", "03", "04", "05")) / 4) - 1


def _pace() -> float:
    return (1 + _fall(EXPORTS, *_SPRING)) / (1 + _fall(EXPORTS, "01", "02")) - 1


def _spring(told: Months) -> float:
    return float(told["exports"][_MARCH] or 0) + float(told["exports"][_APRIL] or 0)


def _by_model(base: Sequence[Months], quiet: Sequence[Months]) -> list[Mapping[str, object]]:
    pairs = [(_spring(one), _spring(other)) for one, other in zip(base, quiet, strict=False)]
    before = _sum(EXPORTS, 2023, _SPRING)
    without = sum(other for _, other in pairs) / len(pairs) / before - 1
    lost = sum(one / other - 1 for one, other in pairs) / len(pairs)
    missed = without - _fall(EXPORTS, *_SPRING)
    return [
        _test("model without threats", without, "growth and other causes alone, against a year before"),
        _test("left unexplained without threats", missed, "how far that model misses the two months"),
        _test("lost to the threats, in the model", lost, "with threats against without, seed by seed"),
    ]  # fmt: skip
