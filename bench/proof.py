"""`make proof`: the long proofs. Prints each with its counts and writes proof/last.txt; answers 1 where one fails.

    python -m bench.proof            everything, about half an hour on two cores
    python -m bench.proof --short    a tenth of it, proof/last.txt untouched
    python -m bench.proof --only the index finds    the proofs with these words in their title; the others' lines stay

Every case is made from a number, so a failure names a number and can be made again.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bench.prove_determinism import prove_determinism
from bench.prove_index import prove_index
from bench.prove_lists import prove_lists
from bench.prove_readers import prove_readers
from bench.prove_sizes import prove_sizes
from bench.prove_store import prove_store

LAST = Path(__file__).resolve().parent.parent / "proof" / "last.txt"
PROOFS: tuple[tuple[str, Callable[[int], Iterator[str]]], ...] = (
    ("the same bytes for any number of workers, any seed of hashing, any zone of the machine", prove_determinism),
    ("the readers of messages never raise, whatever they are given", prove_readers),
    ("input of any size is told within 20 s of a processor and 1.5 GB", prove_sizes),
    ("the readers of lists read whole or refuse, whatever they are given", prove_lists),
    ("killed at random under load, the store has every answer once and its journal holds", prove_store),
    ("the index finds what comparing with every entry finds", prove_index),
)


def main() -> int:
    """Run every proof asked for; a broken one does not keep the others from running."""
    asked = sys.argv[1:]
    share = 10 if "--short" in asked else 100
    only = " ".join(asked[asked.index("--only") + 1 :]) if "--only" in asked else ""
    told, failed = _kept() if only else {}, False
    for title, prove in PROOFS:
        if only in title:
            began = time.monotonic()
            lines, held = _run(prove, share)
            failed = failed or not held
            told[title] = [f"{'holds' if held else 'FAILS'}: {title}", *(f"    {line}" for line in lines)]
            told[title].append(f"    {time.monotonic() - began:.0f} s")
            print("\n".join([*told[title], ""]), flush=True)
    if share == 100:
        _keep(told)
    return 1 if failed else 0


def _kept() -> dict[str, list[str]]:
    """The lines of the last run, by title."""
    blocks = [block.split("\n") for block in LAST.read_text(encoding="utf-8").strip().split("\n\n")[1:]]
    return {block[0].partition(": ")[2]: block for block in blocks}


def _keep(told: Mapping[str, list[str]]) -> None:
    """Write the lines of each proof, in the order of the proofs."""
    machine = f"make proof, {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    LAST.parent.mkdir(exist_ok=True)
    blocks = ["\n".join(told[title]) for title, _ in PROOFS if title in told]
    LAST.write_text("\n\n".join([machine, *blocks]) + "\n", encoding="utf-8")


def _run(prove: Callable[[int], Iterator[str]], share: int) -> tuple[list[str], bool]:
    lines: list[str] = []
    try:
        lines.extend(prove(share))
    except AssertionError as broken:
        return [*lines, f"broken by: {broken}"], False
    return lines, True


if __name__ == "__main__":
    sys.exit(main())
