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
HTTP, OTHERS, WORKERS = "HTTP", "writing and handing on", "deciding"
_STAGE = re.compile(rb'brightline_stage_seconds_sum\{stage="(\w+)"\} (\S+)')
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


def _core_seconds(process: int) -> dict[str, float]:
    """Processor seconds used so far: by the thread that speaks HTTP, by the other threads, by the workers."""
    tasks = list(Path(f"/proc/{process}/task").iterdir())
    children = [one for task in tasks for one in (task / "children").read_text(encoding="ascii").split()]
    others = sum(_used(task / "stat") for task in tasks if task.name != str(process))
    workers = sum(_used(Path(f"/proc/{one}/stat")) for one in children)
    return {HTTP: _used(Path(f"/proc/{process}/task/{process}/stat")), OTHERS: others, WORKERS: workers}


def _used(stat: Path) -> float:
    fields = stat.read_text(encoding="utf-8").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _measure(process: int, connections: list[Connection], asked: argparse.Namespace) -> list[Row]:
    await post_steadily(connections, asked.rate, WARMING, 0.0)
    before, counted = _core_seconds(process), await _stages(connections[0])
    measured = await post_steadily(connections, asked.rate, asked.seconds, asked.known)
    number = max(1, len(measured.latencies))
    core = {name: (now - before[name]) * 1000 / number for name, now in _core_seconds(process).items()}
    stages = {name: (now - counted[name]) * 1000 / number for name, now in (await _stages(connections[0])).items()}
    found = await found_again(connections, measured.decisions)
    for error in measured.errors[:5]:
        print(error, file=sys.stderr)
    told = [Row(f"stage {name}, mean with waiting", took, "ms") for name, took in sorted(stages.items())]
    told += [Row(f"processor time a payment, {name}", took, "ms") for name, took in core.items()]
    return [*_rows(measured, found, asked.rate), *told, Row("processor time a payment", sum(core.values()), "ms")]


async def _stages(connection: Connection) -> dict[str, float]:
    """Seconds all payments together have spent in each stage so far, as the service counts them."""
    status, text = await connection.ask("GET", "/metrics")
    if status != 200:
        raise SystemExit(f"/metrics answers {status}")
    return {one[1].decode(): float(one[2]) for one in _STAGE.finditer(text)}


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
