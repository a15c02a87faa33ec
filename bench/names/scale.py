"""How the name index grows: time a query, time to build, size and time to open for 10,000 to 3,000,000 entities.

    python -m bench.names.scale                 10,000 to 1,000,000, each in a process of its own; writes scale.json
    python -m bench.names.scale 10000 100000    these sizes alone, printed and not kept
    python -m bench.names.scale --in FOLDER     keeps the indexes in a folder, and builds none that is there

The entities are made of the words of real ones (`recombined`). Of the names asked for a third are listed and damaged,
two thirds are made like the listed ones and not listed. No name is asked twice; reading it is part of the time, which
is that of the processor. So is the decoding of the entities found, as from a frozen list; making them up is not. The
first query, which reads the tables of words, is told apart.
"""

from __future__ import annotations

import gc
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import overload

from bench.names.exact import damaged
from bench.names.recombined import Recombined

from brightline.lists.payload import pack, unpack
from brightline.names.index import NameIndex, build
from brightline.names.scores import SHIPPED_THRESHOLD, weight_of
from brightline.terms import ListedEntity, Query

SIZES = (10_000, 100_000, 1_000_000)
QUERIES = 3_000
KEPT = Path(__file__).with_name("scale.json")


class Stored(Sequence[ListedEntity]):
    """Made-up entities as a frozen list gives them: decoded when asked for. `making`: seconds spent making them."""

    def __init__(self, made: Recombined) -> None:
        self._made, self.making = made, 0.0

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> ListedEntity: ...

    @overload
    def __getitem__(self, index: slice) -> list[ListedEntity]: ...

    def __getitem__(self, index: int | slice) -> ListedEntity | list[ListedEntity]:
        assert isinstance(index, int)
        begun = time.process_time()
        payload = pack(self._made[index])
        self.making += time.process_time() - begun
        return unpack(payload)


def measured(size: int, folder: Path) -> dict[str, float]:
    """The figures of one size: seconds, milliseconds a query, bytes a name, GiB at most while building."""
    entities = Recombined(size)
    path = folder / f"{size}.names"
    told = path.with_suffix(".json")
    if not path.exists():
        begun = time.perf_counter()
        path.write_bytes(build(entities))
        built, most = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        told.write_text(json.dumps({"build_s": round(built, 1), "build_most_gib": round(most / 2**20, 2)}))
    stored = Stored(entities)
    begun = time.perf_counter()
    index = NameIndex.open(path, stored)
    opened = time.perf_counter() - begun
    asked = _asked(index, stored, *queries_for(entities))
    sizes = {"bytes_a_name": round(path.stat().st_size / index.names), "open_ms": round(opened * 1000, 1)}
    return {"entities": size, "names": index.names, **asked, **json.loads(told.read_text()), **sizes}


def _asked(index: NameIndex, stored: Stored, queries: list[Query], wanted: list[int]) -> dict[str, float]:
    """The times of all queries but the first, and what was found."""
    times: list[float] = []
    found = candidates = 0
    gc.collect()
    gc.freeze()  # the names made for the bench are not the index's
    for query, entry in zip(queries, wanted, strict=True):
        begun, making = time.process_time(), stored.making
        answer = index.find(query, weight_of(SHIPPED_THRESHOLD))
        times.append((time.process_time() - begun - (stored.making - making)) * 1000)
        found += entry in [one.position for one in answer]
        candidates += len(answer)
    first, *rest = times
    rest.sort()
    return {
        "names_a_second": round(1000 * len(rest) / sum(rest)),
        "ms_median": round(rest[len(rest) // 2], 3),
        "ms_p99": round(rest[len(rest) * 99 // 100], 3),
        "ms_most": round(rest[-1], 3),
        "ms_first": round(first, 1),
        "candidates_a_query": round(candidates / len(times), 2),
        "damaged_found": round(found / sum(entry >= 0 for entry in wanted), 4),
    }


def queries_for(entities: Recombined) -> tuple[list[Query], list[int]]:
    """Queries, and for each the place of the entity meant; -1 for a name that is not listed."""
    rng, strange = random.Random(7), Recombined(QUERIES, seed=11)
    queries, wanted = [], []
    for number in range(QUERIES):
        place = rng.randrange(len(entities)) if number % 3 == 0 else -1
        entity = entities[place] if place >= 0 else strange[number]
        name = rng.choice(entity.names).value
        queries.append(Query(damaged(name, rng) if place >= 0 else name, entity.schema))
        wanted.append(place)
    return queries, wanted


def main(arguments: list[str]) -> None:
    """Measure each size in a new process, so that none profits from what another left behind."""
    if arguments[:1] == ["--one"]:
        print(json.dumps(measured(int(arguments[1]), Path(arguments[2]))))
        return
    with tempfile.TemporaryDirectory() as made:
        folder = made
        if arguments[:1] == ["--in"]:
            folder, arguments = arguments[1], arguments[2:]
        rows = []
        for size in [int(argument) for argument in arguments] or SIZES:
            call = [sys.executable, "-m", "bench.names.scale", "--one", str(size), folder]
            rows.append(json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout))
            print(rows[-1], flush=True)
    if not arguments:
        KEPT.write_text("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
