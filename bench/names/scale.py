"""How the name index grows: time a query, time to build, size and time to open for 10,000 to 3,000,000 entities.

    python -m bench.names.scale                 all sizes, each in a process of its own; writes bench/names/scale.json
    python -m bench.names.scale 10000 100000    these sizes alone, printed and not kept

The entities are made of the words of real ones (`recombined`). Of the names asked for a third are listed and damaged,
two thirds are made like the listed ones and not listed. No name is asked twice; reading it is part of the time, which
is that of the processor.
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
from pathlib import Path

from bench.names.exact import damaged
from bench.names.recombined import Recombined

from brightline.names.index import NameIndex, build
from brightline.names.scores import SHIPPED_THRESHOLD, weight_of
from brightline.terms import Query

SIZES = (10_000, 100_000, 1_000_000, 3_000_000)
QUERIES = 3_000
KEPT = Path(__file__).with_name("scale.json")


def measured(size: int) -> dict[str, float]:
    """The figures of one size: seconds, milliseconds a query, bytes a name, GiB at most while building."""
    entities = Recombined(size)
    queries, wanted = queries_for(entities)
    begun = time.perf_counter()
    frozen = build(entities)
    built, most = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.idx"
        path.write_bytes(frozen)
        begun = time.perf_counter()
        index = NameIndex.open(path, entities)
        opened = time.perf_counter() - begun
        times, found, candidates = [], 0, 0
        gc.collect()
        gc.freeze()  # the million names made for the bench are not the index's
        for query, entry in zip(queries, wanted, strict=True):
            begun = time.process_time()
            answer = index.find(query, weight_of(SHIPPED_THRESHOLD))
            times.append((time.process_time() - begun) * 1000)
            found += entry in [one.position for one in answer]
            candidates += len(answer)
    names = index.names
    times.sort()
    return {
        "entities": size,
        "names": names,
        "names_a_second": round(1000 * len(times) / sum(times)),
        "ms_median": round(times[len(times) // 2], 3),
        "ms_p99": round(times[len(times) * 99 // 100], 3),
        "ms_most": round(times[-1], 3),
        "candidates_a_query": round(candidates / len(times), 2),
        "damaged_found": round(found / sum(entry >= 0 for entry in wanted), 4),
        "build_s": round(built, 1),
        "build_most_gib": round(most / 2**20, 2),
        "bytes_a_name": round(len(frozen) / names),
        "open_ms": round(opened * 1000, 1),
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
        print(json.dumps(measured(int(arguments[1]))))
        return
    rows = []
    for size in [int(argument) for argument in arguments] or SIZES:
        call = [sys.executable, "-m", "bench.names.scale", "--one", str(size)]
        rows.append(json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout))
        print(rows[-1], flush=True)
    if not arguments:
        KEPT.write_text("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
