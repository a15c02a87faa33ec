"""Ways of being careful side by side as one self-contained page: the frontier, the measures, and the mistakes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from brightline.report.page import asset, digest_of, environment
from brightline.report.reading import NAME, Json, part, parts, whole, word

MEASURES = (
    ("linked_value_held", "Linked value held", 100),
    ("linked_value_with_a_sign_held", "Of linked value that shows a sign, held", 100),
    ("linked_payments_with_a_sign_held", "Of linked payments that show a sign, held", 100),
    ("linked_value_kept_in_the_end", "Linked value not let go in the end", 100),
    ("harmless_released_at_once", "Harmless released at once", 100),
    ("harmless_released_in_the_end", "Harmless released in the end", 100),
    ("days_of_delay_of_harmless", "Days of delay of a harmless payment", 1),
    ("reviews_per_thousand", "Reviews per thousand", 1),
    ("reviews_per_thousand_mainland", "Reviews per thousand, mainland route", 1),
    ("value_held", "Value held", 100),
)
_LABEL = 3.2  # height of a label of the frontier
_SIGNS = ("message", "papers", "register", "history", "none")


def comparison_page(content: Mapping[str, object]) -> bytes:
    """The page as UTF-8 HTML, from `comparison.json` alone; the same bytes for the same content."""
    ways, samples, script = parts(content, "ways"), parts(content, "samples"), asset("comparison.js")
    page = (
        environment()
        .get_template("comparison.html")
        .render(
            css=Markup(asset("style.css") + asset("comparison.css")),
            script=Markup(script),
            script_digest=digest_of(script),
            world=part(content, "world"),
            seeds=len(samples),
            linked=sum(whole(one, "linked") for one in samples),
            trial=content.get("trial") is True,
            signs=_signs(samples),
            settings=[_setting(one) for one in parts(part(content, "world"), "settings")],
            names=[word(one, "name", NAME) for one in ways],
            rows=[(label, [_cell(one, name, times) for one in ways]) for name, label, times in MEASURES],
            points=_apart([_point(one) for one in ways]),
            ways=[_way(one) for one in ways],
            cases=[_case(one) for one in parts(content, "hand_made")],
        )
    )
    return page.encode("utf-8")


def _signs(samples: Sequence[Json]) -> list[tuple[str, str]]:
    """Where the signs of linked value stand, as a mean over the samples."""
    each = [part(one, "linked_value_by_sign") for one in samples]
    values = {name: [float(one) for some in each if isinstance(one := some.get(name), int | float)] for name in _SIGNS}
    return [(name, _percent(sum(found) / len(found) if found else None)) for name, found in values.items()]


def _setting(one: Json) -> dict[str, str]:
    limits = one.get("range")
    told = " to ".join(f"{limit:g}" for limit in limits) if isinstance(limits, list) else ""
    return {"name": word(one, "name", NAME), "value": word(one, "value"), "range": told, "source": word(one, "source")}


def _value(way: Json, name: str, key: str = "value") -> float | None:
    found = part(part(way, "measures"), name).get(key)
    return float(found) if isinstance(found, int | float) else None


def _cell(way: Json, name: str, times: int) -> dict[str, str]:
    """A measure with its interval over payments, and that over seeds where there are several."""
    value, low, high = (_value(way, name, key) for key in ("value", "low", "high"))
    if value is None or low is None or high is None:
        return {"value": "nothing to measure", "payments": "", "seeds": ""}
    first, last = (_value(way, name, key) for key in ("seeds_low", "seeds_high"))
    seeds = "" if first is None or last is None else f"seeds {first * times:.1f} to {last * times:.1f}"
    told = f"{value * times:.1f}{' %' if times == 100 else ''}"
    return {"value": told, "payments": f"{low * times:.1f} to {high * times:.1f}", "seeds": seeds}


def _percent(value: object) -> str:
    return f"{value * 100:.1f} %" if isinstance(value, int | float) else "nothing linked"


def _point(way: Json) -> dict[str, object]:
    """A place of the frontier: harmless stopped to the right, linked value missed upwards."""
    right = [_axis(1 - (_value(way, "harmless_released_at_once", key) or 0)) for key in ("value", "high", "low")]
    up = [_axis(1 - (_value(way, "linked_value_held", key) or 0)) for key in ("value", "high", "low")]
    return {
        "name": word(way, "name", NAME), "x": right[0], "x1": right[1], "x2": right[2],
        "y": 100 - up[0], "y1": 100 - up[1], "y2": 100 - up[2],
    }  # fmt: skip


def _apart(points: list[dict[str, object]]) -> list[dict[str, object]]:
    """The points with the height of their labels (`label`), none of which covers the one above it."""
    last = -_LABEL
    told: dict[str, dict[str, object]] = {}
    for point in sorted(points, key=lambda one: float(str(one["y"]))):
        last = max(float(str(point["y"])) - 1.4, last + _LABEL)
        told[str(point["name"])] = point | {"label": round(last, 2)}
    return [told[str(one["name"])] for one in points]


def _axis(share: float) -> float:
    return round(10 + 82 * min(max(share, 0.0), 1.0), 2)


def _way(way: Json) -> dict[str, object]:
    wrong = _mistakes(way)
    return {
        "name": word(way, "name", NAME), "told": word(way, "told"), "mistakes": wrong,
        "causes": sorted({one["truth"] for one in wrong}),
    }  # fmt: skip


def _mistakes(way: Json) -> list[dict[str, str]]:
    keys = ("payment_id", "outcome", "truth", "sign", "amount", "debtor", "creditor", "text", "why")
    return [
        {key: word(one, key) for key in keys} | {"kind": "missed" if one.get("outcome") == "release" else "held"}
        for one in parts(way, "mistakes")
    ]


def _case(one: Json) -> dict[str, object]:
    linked = one.get("linked") is True
    made = [part(part(one, "ways"), name) for name in part(one, "ways")]
    told = [(word(way, "outcome"), word(way, "why")) for way in made]
    cells = [{"outcome": out, "why": why, "right": (out == "release") is not linked} for out, why in told]
    return {"name": word(one, "name"), "pattern": word(one, "pattern"), "linked": linked, "cells": cells}
