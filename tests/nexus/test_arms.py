"""Words and codes for arms and their users; what shares their words and is none."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from brightline.nexus.arms import armed_forces_in, arms_in, arms_of_code


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("artillery shells 152mm", "sure"),
        ("оплата за снаряды", "sure"),
        ("oplata za boepripasy", "sure"),
        ("炮弹", "sure"),
        ("砲彈 彈藥", "sure"),  # traditional signs
        ("Geran-2 parts", "sure"),
        ("FPV drones", "maybe"),
        ("оптические прицелы", "maybe"),
        ("无人机", "maybe"),
        ("игрушечный дрон", None),
        ("airsoft rifles", None),
        ("охотничьи патроны", None),
        ("geraniums in pots", None),
        ("ракетки для бадминтона", None),
        ("农用无人机", None),
        ("гранаты свежие, Азербайджан", None),  # pomegranates
        ("гранаты", "maybe"),
        ("ручные гранаты", "sure"),
        ("", None),
    ],
)
def test_words_for_arms(text: str, kind: str | None) -> None:
    sign = arms_in(text)
    assert (sign.kind if sign else None) == kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [("930690", "sure"), ("871000", "sure"), ("930621", None), ("930630", "sure"), ("880622", "maybe"),
     ("930320", None), ("950300", None), ("890610", "sure"), ("890690", None)],
)  # fmt: skip
def test_codes_for_arms(code: str, kind: str | None) -> None:
    sign = arms_of_code(code)
    assert (sign.kind if sign else None) == kind


def test_words_for_hunting_leave_a_code_of_arms_open() -> None:
    sign = arms_of_code("930630", "hunting cartridges")
    assert sign is not None
    assert sign.kind == "maybe"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ФКУ в/ч 12345", "sure"),
        ("V/CH 12345 MOSKVA", "sure"),
        ("палатки для войсковой части 77112", "sure"),
        ("Military Unit No. 54321", "sure"),
        ("Министерство обороны РФ", "maybe"),
        ("俄罗斯国防部", "maybe"),
        ("ООО Ромашка, уч. 12345", None),
        ("Foshan Little Heron", None),
    ],
)
def test_armed_forces(text: str, kind: str | None) -> None:
    sign = armed_forces_in(text)
    assert (sign.kind if sign else None) == kind


@pytest.mark.parametrize("table", ["clothing", "food", "health", "household", "leisure", "services"])
def test_no_everyday_good_sounds_like_arms(table: str) -> None:
    text = files("brightline.goods").joinpath(f"words/{table}.yaml").read_text(encoding="utf-8")
    rows = [words for row in yaml.safe_load(text) for key, words in row.items() if key in ("en", "ru", "zh")]
    assert [word for words in rows for word in words if arms_in(word)] == []
