"""Writes tests/golden/*.txt: every sample decided and explained, so that a change shows as a diff people can read.

Digests and ids are left out, since they change with every change of the code. Read the diff before it is committed.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from brightline.screen.explain import explain

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "golden"
DIGEST = re.compile(r"\b[0-9a-f]{12,64}\b")


def main() -> int:
    """Write a file for each sample; remove those of samples that are gone."""
    made = golden()
    for path in FOLDER.glob("*.txt"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def golden() -> Mapping[str, str]:
    """The explanations of each sample file, by file name."""
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, "-m", "brightline", "demo", "--json"]
        done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=True)
    found: dict[str, str] = {}
    for line in done.stdout.splitlines():
        decision = json.loads(line)
        name = str(decision["payment"]["source"]).partition("#")[0] + ".txt"
        found[name] = found.get(name, "") + DIGEST.sub("…", "\n".join(explain(decision))) + "\n\n"
    return {name: text.rstrip() + "\n" for name, text in found.items()}


if __name__ == "__main__":
    sys.exit(main())
