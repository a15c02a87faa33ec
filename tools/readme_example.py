"""Puts what the demo prints for some samples into the README."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
PLACE = re.compile(r"(<!-- demo -->\n```text\n).*?(```)", re.S)
CHOSEN = ("08-", "13-", "11-", "15-", "01-", "16-")


def main() -> int:
    """Write the lines between the marks in the README."""
    text = README.read_text(encoding="utf-8")
    README.write_text(PLACE.sub(lambda found: found[1] + example() + found[2], text), encoding="utf-8")
    return 0


def example() -> str:
    """The chosen samples of a demo run here and now, and what it says at its end."""
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, "-m", "brightline", "demo"]
        done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=True)
    samples = re.findall(r"^\S.*\n(?:    .*\n)+", done.stdout, re.M)
    chosen = [sample for sample in samples if sample.split()[1].startswith(CHOSEN)]
    return "".join([*chosen, "\n", done.stderr.strip().splitlines()[-1], "\n"])


if __name__ == "__main__":
    sys.exit(main())
