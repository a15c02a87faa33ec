"""One run told: exports, payments, banks and imports, month by month."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.lab.episode.course import run_episode
from brightline.lab.episode.imports import imports_by_month
from brightline.lab.episode.months import Column, by_month
from brightline.lab.episode.world import Episode


def tell(world: Episode) -> Mapping[str, Column]:
    """Run a world and tell it by month. A pure function of the world, so workers may share it."""
    course = run_episode(world)
    return {**by_month(world, course), **imports_by_month(world, course)}
