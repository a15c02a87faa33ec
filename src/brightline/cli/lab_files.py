"""The folder of a lab's traffic: written by `lab generate`, read by `lab compare`."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from brightline.beside.book import BesideBook, Part
from brightline.beside.papers import read_papers
from brightline.beside.profiles import read_profiles
from brightline.cli.files import read_text, write_whole
from brightline.cli.history_files import read_history_files
from brightline.errors import CallError, PathError
from brightline.lab import beside_files
from brightline.lab.compare import Truth
from brightline.lab.messages import messages
from brightline.lab.observation import YUAN, Observed
from brightline.lab.traffic import make_traffic
from brightline.lab.world import World, read_world, world_json
from brightline.lists.source import SourceFile
from brightline.lists.sources.owners_csv.read import read as read_owners
from brightline.ownership.book import Register
from brightline.ownership.graph import OwnerGraph
from brightline.payments.read import read_table
from brightline.terms import Payment

PAYMENTS, TRUTH, WORLD = "payments.parquet", "truth.parquet", "world.json"
PAPERS, OWNERS, PROFILES, HISTORY = "papers.json", "owners.csv", "profiles.json", "history.jsonl"
_EXPECTED = "a folder that `brightline lab generate` wrote"
_MAKERS = {
    PAPERS: beside_files.papers, OWNERS: beside_files.register,
    PROFILES: beside_files.profiles, HISTORY: beside_files.history,
}  # fmt: skip


def folder_for(place: Path) -> Path:
    """A folder to write to, made where its parent is there. Raises PathError otherwise."""
    if place.exists() and not place.is_dir():
        raise PathError(str(place), "a file", "a folder to write to")
    if not place.absolute().parent.is_dir():
        raise PathError(str(place), "no such folder around it", "a folder to write to in one that is there")
    place.mkdir(exist_ok=True)
    return place


def write_traffic(place: Path, world: World, chosen: str) -> int:
    """Write a world's traffic: payments, truth, what comes beside, the world, messages. Returns how many are linked."""
    seen = Observed(make_traffic(world))
    table = seen.table()
    write_whole(place / PAYMENTS, _parquet(table))
    write_whole(place / TRUTH, _parquet(seen.truth()))
    for name, make in _MAKERS.items():
        write_whole(place / name, make(seen))
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


def world_of(place: Path) -> World:
    """The world of a folder. Raises CallError or PathError where there is none."""
    return read_world(read_text(place / WORLD, _EXPECTED), str(place / WORLD))


def truth_of(place: Path) -> Truth:
    """The truth of a folder, in the order of its payments. Raises CallError or PathError where it is not whole."""
    world, table = world_of(place), _table(place)
    try:
        known = {one["payment_id"]: one for one in _read(place / TRUTH).to_pylist()}
        names = table["end_to_end_id"].to_pylist()
        told = [known[name] for name in names]
        days = np.array(table["value_date"].to_pylist(), dtype="datetime64[D]").astype(np.int64)
        return Truth(
            world.seed, np.array([int(name[1:], 16) for name in names], dtype=np.uint64),
            np.array([bool(one["linked"]) for one in told]), [one["reason_codes"] for one in told],
            _dollars(table), days - days.min(initial=0),
        )  # fmt: skip
    except (pa.ArrowException, KeyError, ValueError) as broken:
        raise CallError(str(place / TRUTH), f"{broken}", f"the truth of each payment of {PAYMENTS}") from None


def _dollars(table: pa.Table) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    amounts = np.array(table["amount"].to_pylist(), dtype=float)
    return np.where(np.array(table["currency"].to_pylist()) == "CNY", amounts / YUAN, amounts)


@lru_cache(maxsize=1)
def _table(place: Path) -> pa.Table:
    return _read(place / PAYMENTS)


def _read(path: Path) -> pa.Table:
    if not path.is_file():
        raise PathError(str(path), "no such file", _EXPECTED)
    try:
        return pq.read_table(path)
    except pa.ArrowException as broken:
        raise CallError(str(path), f"{broken}", "a Parquet file") from None


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of traffic, open: its truth, what comes beside the payments, and its register of owners."""

    place: Path
    truth: Truth
    book: BesideBook
    register: Register

    def payments(self, first: int, last: int) -> Sequence[Payment]:
        """The payments from one place to before another."""
        part = _table(self.place).slice(first, last - first)
        return [one for one in read_table(_parquet(part), PAYMENTS) if isinstance(one, Payment)]


@lru_cache(maxsize=1)
def open_traffic(place: Path) -> Folder:
    """Open a folder. Raises CallError or PathError, with the file, where anything in it is lacking or wrong."""
    truth = truth_of(place)
    given: dict[str, Part] = {
        "papers": read_papers(read_text(place / PAPERS, _EXPECTED), PAPERS),
        "profiles": read_profiles(read_text(place / PROFILES, _EXPECTED), PROFILES),
        "history": read_history_files([place / HISTORY]),
    }
    owners = read_owners([SourceFile(OWNERS, read_text(place / OWNERS, _EXPECTED).encode())])
    return Folder(place, truth, BesideBook(given), Register("lab-owners", OwnerGraph.of(owners.nodes, owners.edges)))
