"""How far a long run is: rows, rate and time left, on stderr."""

from __future__ import annotations

import time
from pathlib import Path

from brightline.cli.book_files import Shard
from brightline.cli.context import Context
from brightline.cli.rescreen_parts import Part

EVERY = 10.0  # seconds between two lines


class Progress:
    """A line every few seconds; rows that an earlier call had done count for no rate."""

    def __init__(self, ours: Context) -> None:
        self._ours = ours
        self._began = self._told = time.monotonic()
        self._rows = self._fresh = 0
        self._before = 0.0  # the share of the book that an earlier call had done

    def indexed(self, shard: Shard) -> None:
        """One shard more stands in the index of the book."""
        self.tell(Part(Path(), shard.rows.num_rows, 0, 0, 0), shard)

    def tell(self, part: Part, shard: Shard, *, held: bool = False) -> None:
        """One shard more is done; `held`: by an earlier call."""
        self._rows += part.rows
        if held:
            self._began, self._before = time.monotonic(), shard.done
            return
        self._fresh += part.rows
        now = time.monotonic()
        if now - self._told >= EVERY:
            self._told = now
            self._ours.say(self._line(shard.done, now - self._began))

    def _line(self, done: float, seconds: float) -> str:
        rate = self._fresh / max(seconds, 0.001)
        share = done - self._before
        left = f", {_words(seconds * (1 - done) / share)} left" if share > 0 else ""
        return f"{self._rows:,} rows, {done:.0%} of the book, {rate:,.0f} rows a second{left}"


def _words(seconds: float) -> str:
    whole = round(seconds)
    if whole >= 5400:
        return f"{whole / 3600:.1f} hours"
    return f"{whole // 60} min {whole % 60:02} s" if whole >= 60 else f"{whole} s"
