"""A client that posts payments at a steady rate over a few connections, and asks for every decision again.

Open loop: a payment is due at its moment whether or not earlier ones were answered, and its latency counts from that
moment, so that a service that stalls cannot hide it by being sent less.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources

from bench.inputs import made_up_name

PATH = "/v1/payments?as_of=2024-07-03T09:00:00Z"  # the day after the list: on a later one it would be too old
XML, MT = "01-childrens-clothes-pacs008.xml", "02-tea-mt103.fin"
_NAME = re.compile(rb"(<(?:Dbtr|Cdtr)>\s*<Nm>)[^<]*")
_FIN_NAME = re.compile(rb"(\n1/)[^\r\n]*")
_REFERENCE = re.compile(rb"(<EndToEndId>|:20:)[^<\r\n]*")


@dataclass(slots=True)
class Measured:
    """What a run came to. `latencies` in seconds, of every answer; `decisions`: the answered lines by their ids."""

    latencies: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    decisions: dict[str, bytes] = field(default_factory=dict)
    seconds: float = 0.0


def messages(known: float, customers: int) -> Iterator[tuple[str, bytes]]:
    """Payments without end, pacs.008 and MT103 in turn, each with its own reference.

    `known`: the share of party names that come from a set of so many customers; the others were never seen before.
    """
    folder = resources.files("brightline.cli").joinpath("samples")
    shapes = [("application/xml", folder.joinpath(XML).read_bytes(), _NAME)]
    shapes.append(("text/plain", folder.joinpath(MT).read_bytes(), _FIN_NAME))
    number = 0
    while True:
        kind, shape, names = shapes[number % 2]
        number += 1
        counter = iter(range(number * 10, number * 10 + 10))

        def renamed(found: re.Match[bytes], counter: Iterator[int] = counter) -> bytes:
            at = next(counter)
            name = made_up_name(at % customers if (at * 7919 % 1000) / 1000 < known else 10**6 + at)
            return found[1] + name[:35].encode()

        reference = b"\\g<1>LOAD%d" % number
        yield kind, _REFERENCE.sub(reference, names.sub(renamed, shape))


class Connection:
    """One kept-alive connection that sends a request at a time."""

    def __init__(self, host: str, port: int, key: str) -> None:
        self._host, self._port, self._key = host, port, key
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> tuple[int, bytes]:
        """Status and body of an answer."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port)
        reader, writer = self._streams
        head = f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\nX-API-Key: {self._key}\r\n"
        head += f"Content-Type: {kind}\r\n" if kind else ""
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        try:
            answered = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = int(answered.split("content-length:", 1)[1].split("\r\n", 1)[0])
            return int(answered.split(" ", 2)[1]), await reader.readexactly(length)
        except BaseException:
            self._streams = None
            raise


async def post_steadily(connections: list[Connection], rate: float, seconds: float, known: float) -> Measured:
    """Post at a steady rate; a payment waits where every connection is busy, and its waiting counts."""
    free: asyncio.Queue[Connection] = asyncio.Queue()
    for one in connections:
        free.put_nowait(one)
    measured, made = Measured(), messages(known, 2000)
    began = time.perf_counter()

    async def post(due: float, kind: str, body: bytes) -> None:
        connection = await free.get()
        try:
            _note(measured, *await connection.ask("POST", PATH, body, kind))
            measured.latencies.append(time.perf_counter() - due)
        except (OSError, asyncio.IncompleteReadError) as broken:
            measured.errors.append(f"{type(broken).__name__}: {broken}")
        finally:
            free.put_nowait(connection)

    async with asyncio.TaskGroup() as group:
        for number in range(int(rate * seconds)):
            due = began + number / rate
            if (ahead := due - time.perf_counter()) > 0:
                await asyncio.sleep(ahead)
            group.create_task(post(due, *next(made)))
    measured.seconds = time.perf_counter() - began
    return measured


def _note(measured: Measured, status: int, body: bytes) -> None:
    if status != 201:
        measured.errors.append(f"{status}: {body[:200]!r}")
        return
    line = body.removeprefix(b'{"decisions":[').removesuffix(b"]}")
    measured.decisions[json.loads(line)["id"]] = line


async def found_again(connections: list[Connection], decisions: dict[str, bytes]) -> int:
    """How many decisions are given back byte for byte as they were answered."""
    waiting = iter(decisions.items())
    counts = [0] * len(connections)

    async def ask(at: int, connection: Connection) -> None:
        for name, line in waiting:
            counts[at] += await connection.ask("GET", f"/v1/decisions/{name}") == (200, line)

    await asyncio.gather(*(ask(at, one) for at, one in enumerate(connections)))
    return sum(counts)
