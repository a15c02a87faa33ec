"""An episode as one self-contained page: bands, figures, misses, what-ifs, causes, settings, and what it cannot say."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from brightline.report.page import asset, environment
from brightline.report.reading import Json, part, parts, word

CAPTIONS = {
    "exports": "Exports to Russia: customs (points), the run (5 to 95 of a hundred seeds), other sets that meet the "
    "bands, and the same world without threats.",
    "payments": "How payments went: returned, through agents, at closed banks; days from the first try to arrival.",
    "hurt": "Who was hurt: trade lost by size of firm; harmless payments sent back, linked value that banks paid.",
    "what-ifs": "Exports from January 2024 on in each what-if against the same seeds; the line spans the seeds.",
}  # fmt: skip
COMPARED = (
    ("returned", "Direct payments returned"), ("days_of_direct", "Days by bank"), ("through_agents", "Through agents"),
    ("harmless_sent_back", "Harmless sent back at first"), ("harmless_paid_by_banks", "Harmless value paid by banks"),
    ("linked_paid_by_banks", "Linked value paid by banks"), ("energy_returned", "Energy returned"),
)  # fmt: skip
FLOWS = (("exports", "Exports"), ("priority_exports", "High-priority goods"), ("imports", "Imports"))
WATCHED = ("march", "april", "returned", "days_after", "agents", "priority", "small_harder")


def episode_page(content: Json, plan: Json, pictures: Mapping[str, bytes]) -> bytes:
    """The page as UTF-8 HTML, from `episode.json`, `world.json` and the SVG figures alone."""
    page = (
        environment()
        .get_template("episode.html")
        .render(
            css=Markup(asset("style.css")),
            content=content,
            bands=[_band(one, content) for one in parts(content, "bands")],
            later=[_later(one) for one in parts(content, "not_fitted")],
            figures=[(told, _drawn(pictures[f"{name}.svg"])) for name, told in CAPTIONS.items() if pictures],
            flows=[label for _, label in FLOWS], compared=[label for _, label in COMPARED],
            what_ifs=[_what_if(one) for one in parts(content, "what_ifs")],
            causes=[_cause(one) for one in parts(content, "causes")],
            fits=[_fit(one) for one in parts(content, "fits")],
            band_names=[word(one, "name") for one in parts(content, "bands")],
            watched=WATCHED, sensitivity=[_moved(one) for one in parts(content, "sensitivity")],
            settings=parts(plan, "settings"), events=parts(plan, "events"), asked=_asked(plan),
        )
    )  # fmt: skip
    return page.encode("utf-8")


def _drawn(picture: bytes) -> Markup:
    """The drawing without the lines that only a file of its own needs; it is made of our numbers and words."""
    text = picture.decode("utf-8")
    return Markup(text[text.index("<svg") :])


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _percent(value: object) -> str:
    number = _number(value)
    return "" if number is None else f"{number * 100:+.1f} %"


def _in(unit: str, value: object) -> str:
    number = _number(value)
    if number is None:
        return ""
    return f"{number:.1f} days" if unit == "days" else f"{number * 100:.1f} %"


def _band(one: Json, content: Json) -> Mapping[str, str]:
    unit = word(one, "unit")
    return {
        **{key: _in(unit, one.get(key)) for key in ("low", "high", "least", "median", "most")},
        "told": word(one, "told"), "source": word(one, "source"),
        "met": f"{one.get('met')} of {content.get('seeds')}",
    }  # fmt: skip


def _cause(one: Json) -> tuple[str, str, str]:
    return word(one, "name"), _percent(one.get("value")), word(one, "told")


def _later(one: Json) -> tuple[str, ...]:
    return word(one, "month"), *(_percent(one.get(key)) for key in ("customs", "run", "miss"))


def _what_if(one: Json) -> Mapping[str, object]:
    measures = part(one, "measures")
    changes = []
    for name, _ in FLOWS:
        told = part(measures, name)
        was, now = _number(told.get("was")), _number(told.get("would_be"))
        changes.append(_percent(now / was - 1) if was and now is not None else "")
    both = [
        tuple(
            _in("days" if name.startswith("days") else "share", part(measures, name).get(key))
            for key in ("was", "would_be")
        )
        for name, _ in COMPARED
    ]
    closed = _number(one.get("most_closed")) or 0.0
    return {
        "name": word(one, "name"),
        "told": word(one, "told"),
        "changes": changes,
        "both": both,
        "closed": closed >= 0.999,
    }


def _fit(one: Json) -> Mapping[str, object]:
    bands = part(one, "bands")
    return {
        "settings": ", ".join(f"{name} {_number(value) or 0:g}" for name, value in part(one, "settings").items()),
        "bands": [f"{_number(value) or 0.0:.3f}" for value in bands.values()],
    }  # fmt: skip


def _moved(one: Json) -> Mapping[str, object]:
    change = part(one, "change")
    cells = []
    for name in WATCHED:
        both = change.get(name)
        cells.append(" / ".join(f"{value:+.3f}" for value in both) if isinstance(both, list) else "")
    return {"name": word(one, "name"), "span": f"{one.get('low')} to {one.get('high')}", "source": word(one, "source"),
            "weight": one.get("weight"), "cells": cells}  # fmt: skip


def _asked(plan: Json) -> list[Mapping[str, str]]:
    """What the engine answered, a row a kind and phase, for the ways that banks of the episode use by themselves."""
    rows = parts(part(plan, "engine"), "answers")
    return [
        {"way": word(one, "way"), "phase": word(one, "phase"), "kind": word(one, "kind"), "asked": word(one, "asked"),
         **{key: _in("share", one.get(key)) for key in ("released", "reviewed", "stopped")}}
        for one in rows
        if one.get("way") in ("list-only", "block-all", "shipped-with-papers")
    ]  # fmt: skip
