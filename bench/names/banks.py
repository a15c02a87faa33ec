"""How many of the world's large banks are taken for listed namesakes when they stand in a chain under their own BIC."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.names.alerting import LIST
from bench.names.finding import index_of
from bench.names.loading import entities_of
from bench.table import Row

from brightline.names.scores import SHIPPED_THRESHOLD, weight_of
from brightline.screen.facts import query_of
from brightline.terms import Party

BANKS = Path(__file__).with_name("world_banks.tsv")


def world_banks() -> Iterator[Row]:
    """The number of unlisted banks that alert against the SDN list."""
    index = index_of(entities_of(LIST))
    lines = [line for line in BANKS.read_text("utf-8").splitlines() if not line.startswith("#")]
    banks = list(csv.DictReader(lines, delimiter="\t"))
    alerts = 0
    for bank in banks:
        party = Party("creditor_agent", "", bank["name"], country=bank["bic"][4:6], bic=bank["bic"])
        for found in index.find(query_of(party), weight_of(SHIPPED_THRESHOLD))[:1]:
            alerts += 1
            print(f"   alert: {bank['name']} | {found.name} {found.score}", file=sys.stderr)
    yield Row(f"unlisted banks under their own BIC that alert ({len(banks)})", alerts, "", 0, least=False)
