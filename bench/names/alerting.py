"""How many invented harmless names alert against the SDN list, and how long one takes."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator

from bench.names.finding import index_of
from bench.names.loading import entities_of, rows_of
from bench.table import Row

from brightline.names.scores import SHIPPED_THRESHOLD, weight_of
from brightline.terms import Query

LIST = "ofac/sdn_2024-07-02.csv.gz"
SAMPLE = 5_000
ALERTS_SHOWN = 40


def negatives(full: bool) -> Iterator[Row]:
    """The share of queries with a candidate at the shipped threshold: of a seeded sample, or of all 50,000."""
    index = index_of(entities_of(LIST))
    names = [row["full_name"] for row in rows_of("names/yente_negatives_us.csv.gz")]
    names = names if full else random.Random(1).sample(names, SAMPLE)
    alerts, times = [], []
    for name in names:
        begun = time.process_time()
        found = index.find(Query(name, "Person"), weight_of(SHIPPED_THRESHOLD))
        times.append(time.process_time() - begun)
        if found:
            alerts.append(f"{name} | {found[0].name} {found[0].score}")
    for line in alerts[:ALERTS_SHOWN]:
        print(f"   alert: {line}", file=sys.stderr)
    times.sort()
    yield Row(f"harmless names that alert ({len(names)})", 100 * len(alerts) / len(names), "%", 0.5, least=False)
    yield Row("harmless names asked of the SDN", len(times) / sum(times), "/s and core", 2000)
    yield Row("one harmless name, 99 of 100 within", 1000 * times[len(times) * 99 // 100], "ms", 3, least=False)
