"""Each dated value carries its own citation, each act its link and the status of our reading; read as plain YAML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

LAW = Path(__file__).resolve().parents[2] / "src" / "brightline" / "law"
STATUS = {"verified", "secondary", "unverified"}
FILES = sorted(
    path for folder in ("parameters", "places", "goods", "licences", "rules") for path in (LAW / folder).glob("*.yaml")
)
ACTS = sorted((LAW / "acts").glob("*.yaml"))


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _dated(said: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything with a day from which it holds."""
    if isinstance(said, dict):
        if "from" in said:
            yield place, said
        for key, value in said.items():
            yield from _dated(value, f"{place}/{key}")
    elif isinstance(said, list):
        for number, value in enumerate(said):
            yield from _dated(value, f"{place}[{number}]")


def _cites(said: dict[str, Any]) -> list[dict[str, Any]]:
    cite = said.get("cite") or []
    return cite if isinstance(cite, list) else [cite]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_dated_value_carries_its_own_citation(path: Path) -> None:
    acts = {_read(act)["act"] for act in ACTS}
    dated = list(_dated(_read(path)))
    assert dated, f"{path.name} states nothing by date"
    for place, value in dated:
        cites = _cites(value)
        assert cites, f"{path.name} {place}: no citation"
        for cite in cites:
            assert cite["act"] in acts, f"{path.name} {place}: {cite['act']} has no file under acts/"
            assert str(cite["place"]).strip(), f"{path.name} {place}: no place in the act"
            assert cite.get("status", "verified") in STATUS


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_dates_stand_in_order(path: Path) -> None:
    """The values of one thing go forward in time, so that a reader finds the day at a glance."""

    def lists(said: Any) -> Iterator[list[Any]]:
        if isinstance(said, list) and said and all(isinstance(one, dict) and "from" in one for one in said):
            yield said
        children = said.values() if isinstance(said, dict) else said if isinstance(said, list) else ()
        for child in children:
            yield from lists(child)

    for values in lists(_read(path)):
        days = [str(value["from"]) for value in values]
        assert days == sorted(set(days)), f"{path.name}: {days}"


@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.stem)
def test_every_act_has_its_link_and_the_status_of_our_reading(path: Path) -> None:
    act = _read(path)
    assert str(act["url"]).startswith("https://")
    assert act["status"] in STATUS
    assert act["title"]
    assert act["publisher"]
    assert act["act"].lower() == path.stem


def test_every_act_is_cited_somewhere() -> None:
    """An act nobody cites is dead weight, or a citation was forgotten."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    lonely = [act for act in (_read(path)["act"] for path in ACTS) if act not in text]
    assert lonely == []


def test_there_is_law_to_look_at() -> None:
    assert len(ACTS) >= 10
    assert {path.stem for path in FILES if path.parent.name == "rules"} >= {"listed-party", "s11-designated"}
