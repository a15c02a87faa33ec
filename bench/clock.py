"""Measuring: seconds of one core, the best of several runs, so that other work on the machine says less."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Took:
    """What a piece of work took: processor seconds of this process, and seconds on the wall."""

    core: float
    wall: float


def took(work: Callable[[], object], times: int = 1) -> Took:
    """The least of several runs of the same work."""
    runs = [_once(work) for _ in range(times)]
    return min(runs, key=lambda run: run.core)


def _once(work: Callable[[], object]) -> Took:
    wall, core = time.perf_counter(), time.process_time()
    work()
    return Took(time.process_time() - core, time.perf_counter() - wall)
