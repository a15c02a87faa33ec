"""Every pair of ink and ground that the desk uses has a contrast of 4.5 or more, light and dark (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from importlib import resources

import pytest

LEAST, LEAST_OF_EDGES = 4.5, 3.0
PAIR = re.compile(r"--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)")
GROUNDS = ("paper", "wash", "raise")
ON_GROUNDS = ("ink", "soft", "accent", "stop", "review", "good", "calm")
ON_WASHES = [(one, f"{one}-wash") for one in ("stop", "review", "good", "calm", "accent")]
PAIRS = [(ink, ground) for ink in ON_GROUNDS for ground in GROUNDS] + ON_WASHES + [("accent-ink", "accent")]
INKS_ON_WASHES = [("ink", f"{one}-wash") for one in ("stop", "review", "good", "calm", "accent")]


def style(name: str) -> str:
    return resources.files("brightline.desk").joinpath("static", name).read_text(encoding="utf-8")


def colours(text: str) -> dict[str, tuple[str, str]]:
    return {name: (light, dark) for name, light, dark in PAIR.findall(text)}


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), [*PAIRS, *INKS_ON_WASHES])
def test_words_can_be_read_on_their_ground(ink: str, ground: str, look: int) -> None:
    known = colours(style("desk.css"))
    assert contrast(known[ink][look], known[ground][look]) >= LEAST


@pytest.mark.parametrize("look", [0, 1], ids=["light", "dark"])
def test_marked_words_and_their_numbers_can_be_read(look: int) -> None:
    known = colours(style("desk.css"))
    marks = re.findall(r"\.m(\d) \{([^}]*)\}", style("case.css"))
    assert len(marks) == 8
    for number, rule in marks:
        own = colours(rule)
        assert contrast(known["ink"][look], own["m-ground"][look]) >= LEAST, number
        assert contrast(own["m-line"][look], own["m-ground"][look]) >= LEAST, number


@pytest.mark.parametrize("look", [0, 1], ids=["light", "dark"])
def test_edges_of_fields_and_the_focus_stand_out(look: int) -> None:
    known = colours(style("desk.css"))
    for name in ("edge", "focus"):
        for ground in ("paper", "wash"):
            assert contrast(known[name][look], known[ground][look]) >= LEAST_OF_EDGES, (name, ground)
