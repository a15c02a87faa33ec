"""How long the main job takes: `brightline demo` as a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from bench.clock import took
from bench.table import Row

CALL = [sys.executable, "-m", "brightline"]


def rows() -> Iterator[Row]:
    """The demo, and how much of it is starting the program."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"BRIGHTLINE_HOME": f"{folder}/home"}

        def run(*arguments: str) -> float:
            call = [*CALL, *arguments]
            return took(lambda: subprocess.run(call, cwd=folder, env=environment, capture_output=True, check=True)).wall

        whole, start = min(run("demo") for _ in range(2)), min(run("--version") for _ in range(2))
    yield Row(
        "demo, whole", whole, "s", 5, least=False, against="starting the program (--version)", ratio=whole / start
    )
