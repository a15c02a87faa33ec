"""The corridor lab on a fixed seed: its speed, and what the shipped policy makes of its payments."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np

from bench.clock import took
from bench.table import Row
from brightline.cli.lab_decider import Decider
from brightline.cli.lab_files import truth_of, write_traffic
from brightline.cli.open import open_starter
from brightline.lab.compare import measured
from brightline.lab.measures import Sums
from brightline.lab.messages import messages
from brightline.lab.observation import Observed
from brightline.lab.traffic import make_traffic
from brightline.lab.ways import built_in
from brightline.lab.world import World, make_world
from brightline.law.book import read_book
from brightline.screen.edition import make_edition
from brightline.screen.policy import read_policy, shipped_text

SEED, PAYMENTS, MANY = 7, 1_500, 20_000
_WARM = 500  # payments decided before the clock starts
_AIMS = (
    ("linked_value_with_a_sign_held", "lab: linked value with a sign held", 97.0, True, 100),
    ("harmless_released_at_once", "lab: harmless released at once", 90.0, True, 100),
    ("reviews_per_thousand_mainland", "lab: reviews per thousand, mainland", 60.0, False, 1),
)


def rows(home: Path) -> Iterator[Row]:
    """Rates of one core, then the shipped policy with papers over the fixed seed."""
    yield from _made()
    folder = home / "lab"
    folder.mkdir()
    write_traffic(folder, _world(PAYMENTS), "table")
    decider, truth = _decider(), truth_of(folder)
    parts = [decider((folder, 0, _WARM, False))]
    began = time.process_time()
    parts.append(decider((folder, _WARM, PAYMENTS, False)))
    each = 1000 * (time.process_time() - began) / (PAYMENTS - _WARM)
    yield Row("lab: payment decided in six ways", each, "ms of one core", 2.4, least=False)
    outcomes = np.concatenate([one.outcomes for one in parts])
    told = Sums.values(measured(decider.ways, truth, outcomes)[-1])
    for name, title, aim, least, times in _AIMS:
        value = told[name]
        yield Row(title, None if value is None else value * times, "%" if times == 100 else "", aim, least=least)


def _made() -> Iterator[Row]:
    made: list[dict[str, str]] = []
    core = took(lambda: made.extend(Observed(make_traffic(_world(MANY))).table().to_pylist())).core
    yield Row("lab: payments generated as columns", MANY / core, "/s and core", 20_000)
    core = took(lambda: list(messages(made, "mixed"))).core
    yield Row("lab: payments written as messages", MANY / core, "/s and core", 2_000)


def _world(payments: int) -> World:
    return make_world(SEED, payments, date(2024, 7, 3), date(2024, 7, 31))


def _decider() -> Decider:
    book = read_book()
    policy = read_policy(shipped_text(), "shipped policy", book.rule_names)
    return Decider(built_in(policy), make_edition([open_starter()], book, policy, trial=True))
