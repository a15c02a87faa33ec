"""Sets of the episode's settings that fit as well as the shipped one: drawn about it, kept where every band is met.

    python -m bench.episode_fit [--draws 300] [--keep 8]

writes `src/brightline/lab/episode/fits.yaml`. Only settings that say `fitted` move, within their ranges, and nothing
after April 2024 takes part. A set is kept if it meets every band with three seeds.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from brightline.cli.lab_run import EACH
from brightline.cli.open import open_starter
from brightline.lab.episode.engine import Question, measure
from brightline.lab.episode.plan import shipped_settings
from brightline.lab.episode.plan_file import checked_settings
from brightline.lab.episode.tables import events, parameters
from brightline.lab.episode.targets import NEEDED, reached, targets
from brightline.lab.episode.told import tell
from brightline.lab.episode.world import Episode
from brightline.lab.ways import built_in
from brightline.law.book import read_book
from brightline.screen.edition import make_edition
from brightline.screen.policy import read_policy, shipped_text

KEPT = Path(__file__).resolve().parent.parent / "src" / "brightline" / "lab" / "episode" / "fits.yaml"
HEAD = """# Other sets of the fitted settings that meet every band with three seeds, drawn about the shipped set.
# `python -m bench.episode_fit` writes this file.
"""
MOVED, STEP = 0.4, 0.2  # share of the settings moved in a draw, and how far, as a part of their range
SEEDS, FIRMS = (1, 2, 3), 5_000


def draws(count: int) -> Iterator[Mapping[str, float]]:
    """Settings about the shipped ones, cut at the ends of their ranges."""
    drawn = np.random.default_rng(1)
    fitted = [one for one in parameters().values() if one.fitted]
    for _ in range(count):
        moves = drawn.normal(0.0, STEP, len(fitted)) * (drawn.random(len(fitted)) < MOVED)
        yield {
            one.name: round(min(max(one.value + move * (one.high - one.low), one.low), one.high), 4)
            for one, move in zip(fitted, moves.tolist(), strict=True)
        }


def meets(world: Episode) -> bool:
    """Whether a world meets every band."""
    found = reached(tell(world))
    return all(band.met(found[name]) for name, band in targets().items())


def main() -> None:
    """Draw, keep and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=300)
    parser.add_argument("--keep", type=int, default=8)
    asked = parser.parse_args()
    book = read_book()
    policy = read_policy(shipped_text(), "shipped policy", book.rule_names)
    opened = make_edition([open_starter()], book, policy, trial=True)
    rates = measure(Question(opened, built_in(policy), EACH, ("GL-8",)))
    base = Episode(SEEDS[0], NEEDED, FIRMS, shipped_settings(), events(), rates)
    kept: list[Mapping[str, float]] = []
    for settings in draws(asked.draws):
        world = replace(base, settings=checked_settings(settings, "a draw"))
        if len(kept) < asked.keep and all(meets(replace(world, seed=seed)) for seed in SEEDS):
            kept.append(settings)
            print(f"{len(kept)}: {settings}")
    lines = ("- {" + ", ".join(f"{name}: {value}" for name, value in one.items()) + "}" for one in kept)
    KEPT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
