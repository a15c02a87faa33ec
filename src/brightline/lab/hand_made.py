"""Cases made by hand after public patterns of enforcement, decided in every way beside the generated traffic."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib import resources

import yaml

from brightline.beside.book import BesideBook
from brightline.beside.papers import read_papers
from brightline.lab.ways import Bank, Way
from brightline.payments.shape import from_json
from brightline.screen.edition import Edition
from brightline.terms import AsOf, Payment


@dataclass(frozen=True, slots=True)
class HandMade:
    """One case: what it shows, the public source of its pattern, and whether it is linked."""

    name: str
    pattern: str
    linked: bool
    payment: Payment


@lru_cache(maxsize=1)
def hand_made() -> tuple[tuple[HandMade, ...], BesideBook]:
    """The cases, and their papers."""
    text = resources.files("brightline.lab").joinpath("hand_made.yaml").read_text(encoding="utf-8")
    said = yaml.safe_load(text)
    cases = [
        HandMade(one["name"], one["pattern"], one["linked"], from_json(one["payment"], "hand-made")) for one in said
    ]
    papers = {one["payment"]["end_to_end_id"]: one["papers"] for one in said if "papers" in one}
    return tuple(cases), BesideBook({"papers": read_papers(json.dumps(papers), "hand_made.yaml")})


def hand_made_json(ways: Sequence[Way], edition: Edition) -> list[dict[str, object]]:
    """What every way makes of each case, in the order of the ways, and why."""
    cases, book = hand_made()
    bank = Bank(ways, edition, book)
    told = []
    for case in cases:
        moment = datetime.fromisoformat(f"{case.payment.value_date}T09:00:00+08:00")
        rulings = bank.rulings(case.payment, AsOf(moment, moment))
        made = {
            way.name: {"outcome": one.outcome.value, "why": "; ".join(one.because)}
            for way, one in zip(ways, rulings, strict=True)
        }
        told.append({"name": case.name, "pattern": case.pattern, "linked": case.linked, "ways": made})
    return told
