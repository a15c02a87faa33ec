"""A small world of the episode, with answers of the engine as they were measured once on generated payments."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from brightline.lab.episode.plan import shipped_settings
from brightline.lab.episode.rates import PHASES, Answer, Rates
from brightline.lab.episode.scenario import Scenario, Words, read_scenario, shipped_scenarios
from brightline.lab.episode.tables import events
from brightline.lab.episode.world import Episode

_SIGNED = {
    "end-user-on-paper": 0.72, "goods-coded": 1.0, "goods-worded": 1.0, "listed-buyer": 1.0, "look-alike": 0.0,
    "minority-owner": 0.0, "misdescribed": 0.32, "near-goods": 0.0, "no-sign": 0.0, "owner-on-register": 0.8,
    "plain": 0.0, "sent-again": 0.0, "sent-again-disguised": 1.0, "vague-words": 0.0,
}  # fmt: skip
# kind → released and reviewed; what is left is stopped
_PAPERS = {
    "end-user-on-paper": (0.28, 0.04), "goods-coded": (0, 0), "goods-worded": (0, 0.44), "listed-buyer": (0, 0),
    "look-alike": (0.52, 0.48), "minority-owner": (0.83, 0.17), "misdescribed": (0.48, 0.2), "near-goods": (1, 0),
    "no-sign": (0.72, 0.16), "owner-on-register": (0.16, 0.16), "plain": (0.88, 0.12), "sent-again": (0.84, 0.16),
    "sent-again-disguised": (0, 0), "vague-words": (0.52, 0.48),
}  # fmt: skip
_LISTS = {**dict.fromkeys(_SIGNED, (1.0, 0.0)), "look-alike": (0.64, 0.36), "listed-buyer": (0.04, 0.04)}
_OIL = {"energy": (1.0, 0.0), "energy-listed-bank": (0.0, 1.0), "energy-listed-bank-unlicensed": (0.0, 0.0)}
_WAYS: Mapping[str, Mapping[str, tuple[float, float]]] = {
    "block-all": {**dict.fromkeys(_SIGNED, (0.0, 0.0)), **dict.fromkeys(_OIL, (0.0, 0.0))},
    "list-only": {**_LISTS, **_OIL, "energy-listed-bank": (0.0, 0.0)},
    "shipped": {**_PAPERS, **_OIL},
    "shipped-with-papers": {**_PAPERS, **_OIL},
}
WORDS = Words(tuple(_WAYS), ("GL-8", "GL-6"))


@lru_cache(maxsize=1)
def measured_once() -> Rates:
    """Answers of four ways; a release of a list-only bank leaks every sign there is."""
    answers = {}
    for way, kinds in _WAYS.items():
        for kind, (released, reviewed) in kinds.items():
            signed = min(released, _SIGNED.get(kind, 0.0)) if way == "list-only" else 0.0
            told = Answer(released, reviewed, round(1 - released - reviewed, 6), signed, 25)
            answers.update({(way, phase, kind): told for phase in PHASES})
    return Rates("measured-once", answers, _SIGNED)


def episode(seed: int = 1, months: int = 6, firms: int = 1_500, **changed: float) -> Episode:
    """The shipped world, smaller."""
    return Episode(seed, months, firms, {**shipped_settings(), **changed}, events(), measured_once())


def shipped(name: str) -> Scenario:
    """A scenario that ships."""
    return read_scenario(shipped_scenarios()[name], name, WORDS)
