"""Ways of being careful side by side as one self-contained page: the frontier, the measures, and the mistakes."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from brightline.report.page import asset, environment
from brightline.report.reading import NAME, Json, part, parts, shown, whole, word

MEASURES = (
    ("linked_value_held", "Linked value held", 100),
    ("linked_value_with_a_sign_held", "Of linked value that shows a sign, held", 100),
    ("linked_value_kept_in_the_end", "Linked value not let go in the end", 100),
    ("harmless_released_at_once", "Harmless released at once", 100),
    ("harmless_released_in_the_end", "Harmless released in the end", 100),
    ("days_of_delay_of_harmless", "Days of delay of a harmless payment", 1),
    ("reviews_per_thousand", "Reviews per thousand", 1),
    ("reviews_per_thousand_mainland", "Reviews per thousand, mainland route", 1),
    ("value_held", "Value held", 100),
)


def comparison_page(content: Mapping[str, object]) -> bytes:
    """The page as UTF-8 HTML, from `comparison.json` alone; the same bytes for the same content."""
    ways = parts(content, "ways")
    page = (
        environment()
        .get_template("comparison.html")
        .render(
            css=Markup(asset("style.css")),
            world=part(content, "world"),
            linked=whole(content, "linked"),
            trial=content.get("trial") is True,
            ceiling=shown(_percent(content.get("linked_value_without_any_sign")), NAME),
            names=[word(one, "name", NAME) for one in ways],
            rows=[(label, [_cell(one, name, times) for one in ways]) for name, label, times in MEASURES],
            points=[_point(one) for one in ways],
            ways=[
                {"name": word(one, "name", NAME), "told": word(one, "told"), "mistakes": _mistakes(one)} for one in ways
            ],
        )
    )
    return page.encode("utf-8")


def _value(way: Json, name: str, key: str = "value") -> float | None:
    found = part(part(way, "measures"), name).get(key)
    return float(found) if isinstance(found, int | float) else None


def _cell(way: Json, name: str, times: int) -> str:
    value, low, high = (_value(way, name, key) for key in ("value", "low", "high"))
    if value is None or low is None or high is None:
        return "nothing to measure"
    sign = " %" if times == 100 else ""
    return f"{value * times:.1f}{sign} ({low * times:.1f} to {high * times:.1f})"


def _percent(value: object) -> str:
    return f"{value * 100:.1f} %" if isinstance(value, int | float) else "nothing linked"


def _point(way: Json) -> dict[str, object]:
    """A place of the frontier in percent: harmless stopped to the right, linked value missed upwards."""
    stopped, missed = 1 - (_value(way, "harmless_released_at_once") or 0), 1 - (_value(way, "linked_value_held") or 0)
    return {"name": word(way, "name", NAME), "right": f"{8 + 84 * stopped:.2f}", "down": f"{92 - 84 * missed:.2f}"}


def _mistakes(way: Json) -> list[dict[str, str]]:
    keys = ("payment_id", "outcome", "truth", "amount", "debtor", "creditor", "text", "why")
    return [{key: word(one, key) for key in keys} for one in parts(way, "mistakes")]
