"""How many payments a second the service takes in, decides and stores, with this client on the same machine.

    python -m bench.load [--db URL] [--rate 100] [--seconds 120] [--known 0.5] [--workers N]

Starts `brightline serve` over the complete SDN list, posts at a steady rate, and asks for every decision again.
`--known`: the share of parties' names that were seen before, for customers come again; the others are new each time.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.inputs import NOT_HERE, SDN, SHARED
from bench.load_client import Connection, Measured, found_again, post_steadily
from bench.table import Row, table
from brightline.cases.actors import ADMINISTRATOR, ANALYST, Actor
from brightline.cases.api_keys import make_key
from brightline.cases.database import open_store
from brightline.cases.journal.signing import open_signer
from brightline.cases.people import add_person
from brightline.cases.permissions import SCOPES

CONNECTIONS = 32
WARMING = 5.0  # seconds of posting before what is measured
P99 = 0.080
_AT = re.compile(rb"http://([\d.]+):(\d+)/")


def main(arguments: Sequence[str]) -> int:
    """Measure, print the table, and answer 1 where a target is missed."""
    asked = _arguments(arguments)
    if not (SHARED / SDN).is_file():
        print(NOT_HERE)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _brightline(home, "lists", "import", str(SHARED / SDN))
        url = asked.db or f"sqlite:///{home / 'cases.db'}"
        key = _new_key(url, home)
        with _serving(home, url, asked.workers) as (process, host, port):
            rows = asyncio.run(_measure(process, [Connection(host, port, key) for _ in range(CONNECTIONS)], asked))
    print(table(rows, {}))
    return 1 if any(row.holds == "NO" for row in rows) else 0


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.load")
    parser.add_argument("--db")
    parser.add_argument("--rate", type=float, default=100.0)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--known", type=float, default=0.5)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    return parser.parse_args(arguments)


def _brightline(home: Path, *call: str) -> None:
    subprocess.run([sys.executable, "-m", "brightline", "--home", str(home), *call], check=True, capture_output=True)


def _new_key(url: str, home: Path) -> str:
    store = open_store(url, signer=open_signer(home))
    by = Actor("cli", "the bench", ADMINISTRATOR, "cli")
    person = add_person(store, f"load {os.getpid()}", ANALYST, None, by)
    secret = make_key(store, person.id, "load", SCOPES, by)[1]
    store.close()
    return secret


@contextmanager
def _serving(home: Path, url: str, workers: int) -> Iterator[tuple[int, str, int]]:
    """The service as a process of its own: its number, and where it listens."""
    call = [sys.executable, "-m", "brightline", "--home", str(home), "serve", "--port", "0", "--db", url]
    log = (home / "serve.log").open("wb")
    with subprocess.Popen([*call, "--workers", str(workers)], stderr=subprocess.PIPE) as server:
        assert server.stderr is not None
        try:
            said = server.stderr.readline()
            while not (at := _AT.search(said)):
                if not said:
                    raise SystemExit("the service did not start")
                said = server.stderr.readline()
            pump = subprocess.Popen(["cat"], stdin=server.stderr, stdout=log)
            yield server.pid, at[1].decode(), int(at[2])
        finally:
            server.terminate()
            server.wait(60)
    pump.wait(10)
    log.close()


def _core_seconds(process: int) -> float:
    """Processor seconds a process and its children have used so far."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    fields = [Path(f"/proc/{one}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split() for one in children]
    fields.append(Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split())
    return sum(int(one[11]) + int(one[12]) for one in fields) / os.sysconf("SC_CLK_TCK")


async def _measure(process: int, connections: list[Connection], asked: argparse.Namespace) -> list[Row]:
    await post_steadily(connections, asked.rate, WARMING, 0.0)
    before = _core_seconds(process)
    measured = await post_steadily(connections, asked.rate, asked.seconds, asked.known)
    core = (_core_seconds(process) - before) / max(1, len(measured.latencies))
    found = await found_again(connections, measured.decisions)
    for error in measured.errors[:5]:
        print(error, file=sys.stderr)
    return [*_rows(measured, found, asked.rate), Row("service, processor time a payment", core * 1000, "ms")]


def _rows(measured: Measured, found: int, rate: float) -> list[Row]:
    answered, errors = len(measured.latencies), len(measured.errors)
    ordered = sorted(measured.latencies) or [float("inf")]
    quantiles = {part: ordered[min(len(ordered) - 1, int(part * len(ordered)))] for part in (0.5, 0.95, 0.99)}
    return [
        Row("payments answered", answered, ""),
        Row("rate", answered / measured.seconds, "/s", rate * 0.99),
        Row("errors", errors, "", 0, least=False),
        Row("p50", quantiles[0.5] * 1000, "ms"),
        Row("p95", quantiles[0.95] * 1000, "ms"),
        Row("p99", quantiles[0.99] * 1000, "ms", P99 * 1000, least=False),
        Row("decisions found again, equal", found, "", len(measured.decisions)),
        Row("decisions answered", len(measured.decisions), "", answered),
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
