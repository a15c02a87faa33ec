"""The folder of a lab's traffic: written by `lab generate`, read by `lab compare`."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from brightline.beside.book import BesideBook
from brightline.beside.papers import read_papers
from brightline.cli.files import read_text, write_whole
from brightline.errors import CallError, PathError
from brightline.lab.compare import Sample
from brightline.lab.messages import messages
from brightline.lab.observation import YUAN, Observed
from brightline.lab.traffic import make_traffic
from brightline.lab.world import World, read_world, world_json
from brightline.payments.read import read_table
from brightline.terms import Payment

PAYMENTS, TRUTH, WORLD, PAPERS = "payments.parquet", "truth.parquet", "world.json", "papers.json"
_EXPECTED = "a folder that `brightline lab generate` wrote"


def folder_for(place: Path) -> Path:
    """A folder to write to, made where its parent is there. Raises PathError otherwise."""
    if place.exists() and not place.is_dir():
        raise PathError(str(place), "a file", "a folder to write to")
    if not place.absolute().parent.is_dir():
        raise PathError(str(place), "no such folder around it", "a folder to write to in one that is there")
    place.mkdir(exist_ok=True)
    return place


def write_traffic(place: Path, world: World, chosen: str) -> int:
    """Write the traffic of a world: payments, truth, papers, the world, and messages. Returns how many are linked."""
    seen = Observed(make_traffic(world))
    table, truth = seen.table(), seen.truth()
    write_whole(place / PAYMENTS, _parquet(table))
    write_whole(place / TRUTH, _parquet(truth))
    write_whole(place / PAPERS, seen.papers())
    write_whole(place / WORLD, world_json(world))
    if chosen != "table":
        folder = folder_for(place / "messages")
        for name, content in messages(table.to_pylist(), chosen):
            write_whole(folder / name, content)
    return int(seen.traffic.linked.sum())


def _parquet(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink)
    return sink.getvalue()


def read_traffic(place: Path) -> tuple[World, Sample]:
    """The world of a folder and its traffic as it stands there. Raises CallError or PathError where it is not whole."""
    world = read_world(read_text(place / WORLD, _EXPECTED), str(place / WORLD))
    payments, truth = (_bytes(place / name) for name in (PAYMENTS, TRUTH))
    return world, _sample(world, payments, truth, read_text(place / PAPERS, _EXPECTED), str(place))


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise PathError(str(path), "no such file", _EXPECTED)
    return path.read_bytes()


def make_sample(world: World) -> Sample:
    """The traffic of a world, made in memory."""
    seen = Observed(make_traffic(world))
    return _sample(world, _parquet(seen.table()), _parquet(seen.truth()), seen.papers().decode(), "the traffic")


def _sample(world: World, payments: bytes, truth: bytes, papers: str, where: str) -> Sample:
    read = [one for one in read_table(payments, PAYMENTS) if isinstance(one, Payment)]
    try:
        known = {one["payment_id"]: one for one in pq.read_table(io.BytesIO(truth)).to_pylist()}
        told = [known[one.end_to_end_id] for one in read]
        linked = np.array([bool(one["linked"]) for one in told])
    except (pa.ArrowException, KeyError) as broken:
        raise CallError(f"{where}/{TRUTH}", f"{broken}", f"the truth of each payment of {PAYMENTS}") from None
    book = BesideBook({"papers": read_papers(papers, PAPERS)})
    return Sample(
        world.seed, read, book, linked, [one["reason_codes"] for one in told], np.array([_dollars(one) for one in read])
    )


def _dollars(payment: Payment) -> float:
    return float(payment.amount or 0) / (YUAN if payment.currency == "CNY" else 1.0)
