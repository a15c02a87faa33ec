"""What every verb shares: settings, how to speak, and the editions of the home."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from brightline.cli.settings import Settings


def counted(count: int, one: str, many: str) -> str:
    """`1 day`, `2 days`."""
    return f"{count} {one if count == 1 else many}"


@dataclass(frozen=True, slots=True)
class Context:
    """One call: its settings, whether it speaks JSON lines, and a console on stderr for people."""

    settings: Settings
    as_json: bool
    console: Console

    @property
    def home(self) -> Path:
        """The home in use."""
        return self.settings.home

    def say(self, message: str) -> None:
        """A sentence for a person, on stderr, as written: no markup is read in it."""
        self.console.print(message, markup=False, highlight=False, soft_wrap=True)

    def put(self, content: Mapping[str, object]) -> None:
        """One machine-readable line on stdout."""
        sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")

    def print(self, message: str) -> None:
        """A line of the answer for a person, on stdout."""
        sys.stdout.write(message + "\n")
