"""Figures of an episode as SVG and PDF, drawn by matplotlib where it is installed (`brightline[lab]`)."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from brightline.report.reading import Json, part, parts, word

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_STYLE = {
    "svg.hashsalt": "brightline", "svg.fonttype": "none", "font.size": 9, "axes.spines.top": False,
    "axes.spines.right": False, "font.family": "sans-serif", "pdf.fonttype": 42,
}  # fmt: skip
_FITTED = 5.5  # the fit ends between the sixth and the seventh month
_BLUE, _RED, _GREY, _GREEN = "#1f5fa8", "#b3261e", "#777777", "#2e7d32"


def figures(content: Json) -> Mapping[str, bytes]:
    """File name → picture, the same bytes for one content and release of matplotlib; empty where it is not there."""
    if find_spec("matplotlib") is None:
        return {}
    import matplotlib
    from matplotlib.figure import Figure

    made: dict[str, bytes] = {}
    with matplotlib.rc_context(_STYLE):  # type: ignore[arg-type]
        for name, draw in _DRAWINGS.items():
            figure = Figure(figsize=(7.2, 3.6), layout="constrained")
            draw(figure, content)
            made[f"{name}.svg"] = _saved(figure, "svg", {"Date": None})
            made[f"{name}.pdf"] = _saved(figure, "pdf", {"CreationDate": None})
    return made


def _saved(figure: Figure, form: str, told: Mapping[str, None]) -> bytes:
    sink = io.BytesIO()
    figure.savefig(sink, format=form, metadata=dict(told))
    return sink.getvalue()


def _numbers(values: object, scale: float = 1.0) -> list[float]:
    """The numbers of a list, `nan` where there is none."""
    some = values if isinstance(values, Sequence) else ()
    return [float(one) * scale if isinstance(one, int | float) else float("nan") for one in some]


def _measure(content: Json, name: str, level: str = "median", scale: float = 1.0) -> list[float]:
    return _numbers(part(part(content, "months"), name).get(level), scale)


def _names(content: Json) -> list[str]:
    given = content.get("month")
    return [str(one) for one in given] if isinstance(given, list) else []


def _months(axes: Axes, content: Json) -> None:
    names = _names(content)
    axes.set_xticks(range(len(names)), [name[2:] for name in names], rotation=60)
    if len(names) > _FITTED:
        axes.axvline(_FITTED, color=_GREY, linewidth=0.8, linestyle=":")
        axes.text(_FITTED + 0.1, axes.get_ylim()[1], "not fitted", va="top", color=_GREY, fontsize=8)


def _lines(axes: Axes, content: Json, lines: Mapping[str, tuple[str, str]], scale: float = 100.0) -> None:
    """Medians with a band from 5 to 95 of a hundred seeds."""
    places = range(len(_names(content)))
    for name, (label, colour) in lines.items():
        axes.plot(places, _measure(content, name, scale=scale), color=colour, label=label)
        low, high = (_measure(content, name, level, scale) for level in ("low", "high"))
        axes.fill_between(places, low, high, color=colour, alpha=0.2, linewidth=0)


def _exports(figure: Figure, content: Json) -> None:
    axes, places = figure.subplots(), range(len(_names(content)))
    for place, one in enumerate(parts(content, "fits")):
        axes.plot(places, _numbers(one.get("exports"), 1e-9), color=_GREY, alpha=0.5, linewidth=0.7,
                  label="other sets that fit" if place == 0 else None)  # fmt: skip
    for one in parts(content, "what_ifs"):
        if one.get("name") == "no-threat":
            axes.plot(places, _numbers(one.get("exports"), 1e-9), color=_GREEN, linestyle="--", label="no threats")
    _lines(axes, content, {"exports": ("run, as it was", _BLUE)}, 1e-9)
    axes.plot(
        places,
        _numbers(part(content, "customs").get("exports"), 1e-9),
        "o",
        color="black",
        markersize=4,
        label="customs",
    )
    axes.set_ylabel("exports to Russia, billion USD a month")
    _months(axes, content)
    axes.legend(frameon=False, fontsize=8)


def _payments(figure: Figure, content: Json) -> None:
    left, right = figure.subplots(1, 2)
    _lines(left, content, {
        "returned": ("direct yuan payments returned", _RED), "through_agents": ("value through agents", _BLUE),
        "market_closed": ("market of closed banks", _GREY),
    })  # fmt: skip
    left.set_ylabel("percent")
    _lines(right, content, {"days_of_direct": ("days of a payment by bank", _RED)}, 1.0)
    right.set_ylabel("days")
    for axes in (left, right):
        _months(axes, content)
        axes.legend(frameon=False, fontsize=8)


def _hurt(figure: Figure, content: Json) -> None:
    left, right = figure.subplots(1, 2)
    _lines(
        left,
        content,
        {"lost_small": ("small firms", _RED), "lost_middle": ("middle", _BLUE), "lost_large": ("large", _GREEN)},
    )
    left.set_ylabel("trade lost, percent of what was wanted")
    _lines(right, content, {"harmless_sent_back": ("harmless payments sent back", _BLUE),
                            "linked_paid_by_banks": ("linked value that banks paid", _RED)})  # fmt: skip
    right.set_ylabel("percent")
    for axes in (left, right):
        _months(axes, content)
        axes.legend(frameon=False, fontsize=8)


def _what_ifs(figure: Figure, content: Json) -> None:
    axes = figure.subplots()
    rows = [one for one in parts(content, "what_ifs") if one.get("name") != "no-threat"]
    for place, one in enumerate(reversed(rows)):
        told = part(part(one, "measures"), "exports")
        was = _one(told, "was") or 1.0
        change, low, high = (100 * _one(told, key) / was for key in ("would_be", "least_change", "most_change"))
        axes.barh(place, change - 100, color=_BLUE, height=0.6)
        axes.plot([low, high], [place, place], color="black", linewidth=1)
    axes.set_yticks(range(len(rows)), [word(one, "name") for one in reversed(rows)])
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_xlabel("exports since January 2024 against the same seeds as it was, percent")


def _one(told: Json, key: str) -> float:
    value = told.get(key)
    return float(value) if isinstance(value, int | float) else 0.0


_DRAWINGS: Mapping[str, Callable[[Figure, Json], None]] = {
    "exports": _exports, "payments": _payments, "hurt": _hurt, "what-ifs": _what_ifs,
}  # fmt: skip
