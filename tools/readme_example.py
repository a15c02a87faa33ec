"""Puts what the demo prints into the README: of three samples, the lines a newcomer looks for first."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
PLACE = re.compile(r"(<!-- demo -->\n```text\n).*?(```)", re.S)
PARTIES = r"^    (debtor|creditor|remittance): "
CHOSEN = (
    ("01-", rf"^01|{PARTIES}|Answer: |Released because"),
    ("15-", rf"^15|{PARTIES}|Answer: |\(chpl-goods, the|high priority list\?|Not known \(chpl"),
    ("13-", rf"^13|{PARTIES}|Answer: |; stops|^    listed: | ->  "),
)


def main() -> int:
    """Write the lines between the marks in the README."""
    text = README.read_text(encoding="utf-8")
    README.write_text(PLACE.sub(lambda found: found[1] + example() + found[2], text), encoding="utf-8")
    return 0


def example() -> str:
    """The chosen lines of a demo run here and now; `…` stands for what is left out."""
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, "-m", "brightline", "demo"]
        done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=True)
    blocks = done.stdout.split("\n\n")
    chosen = [line for start, pattern in CHOSEN for line in (*_lines(_block(blocks, start), pattern), "")]
    return "\n".join([*chosen, done.stderr.strip().splitlines()[-1], ""])


def _block(blocks: Sequence[str], start: str) -> list[str]:
    return next(block.splitlines() for block in blocks if block.startswith(start))


def _lines(block: Sequence[str], pattern: str) -> Iterator[str]:
    """The lines that are looked for, each once; a mark where some are left out."""
    seen: set[str] = set()
    left_out = False
    for line in block:
        if re.search(pattern, line) and line not in seen:
            if left_out:
                yield "    …"
            yield line
            seen.add(line)
            left_out = False
        else:
            left_out = True


if __name__ == "__main__":
    sys.exit(main())
