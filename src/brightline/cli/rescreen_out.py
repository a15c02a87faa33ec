"""What a run of `rescreen` leaves: one table in order, or a folder parted by list; each whole or not there."""

from __future__ import annotations

import csv
import gzip
import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from brightline.batch.parties import HIT, HITS
from brightline.cli.context import Context
from brightline.cli.files import whole_file, why
from brightline.cli.rescreen_parts import Hit, Part, hits_of, unread_of
from brightline.errors import CallError, PathError

AT_ONCE = 20_000  # rows of a Parquet table written together
ENDINGS = (".csv", ".csv.gz", ".parquet")
UNREAD = ("party_id", "row", "found", "expected")
_OURS = "_brightline"  # marks a folder that we wrote and may replace


def check_out(out: Path) -> None:
    """Refuse a place where nothing can be written, or that would cost what we did not write."""
    if not out.absolute().parent.is_dir():
        raise PathError(str(out), "no such folder", "an output in a folder that is there")
    if out.is_dir():
        if any(out.iterdir()) and not (out / _OURS).exists():
            raise CallError(str(out), "a folder with files of others", "an empty or new folder, or one of ours")
    elif out.suffix and not out.name.lower().endswith(ENDINGS):
        raise CallError(str(out), f"a name that ends in {out.suffix!r}", f"{', '.join(ENDINGS)}, or a folder")


def write_out(out: Path, parts: Sequence[Part]) -> None:
    """The candidates of all parts where the caller wants them."""
    name = out.name.lower()
    if name.endswith(".parquet"):
        with whole_file(out) as file:
            _write_parquet(file, hits_of(parts))
    elif name.endswith((".csv", ".csv.gz")):
        with whole_file(out) as file:
            packed = gzip.GzipFile(fileobj=file, mode="wb", mtime=0) if name.endswith(".gz") else file
            text = io.TextIOWrapper(packed, "utf-8", newline="")
            _write_csv(text, hits_of(parts))
            text.detach()
            if packed is not file:
                packed.close()
    else:
        _write_folder(out, parts)


def put_out(ours: Context, parts: Sequence[Part]) -> None:
    """The candidates on stdout: a table, or a JSON object a line."""
    if ours.as_json:
        for hit in hits_of(parts):
            ours.put(dict(zip(HIT, hit, strict=True)))
    else:
        _write_csv(sys.stdout, hits_of(parts))


def _write_csv(text: TextIO, hits: Iterable[Hit]) -> None:
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HIT)
    writer.writerows((*hit[:4], f"{hit[4]:.4f}", hit[5]) for hit in hits)


def _tables(hits: Iterator[Hit]) -> Iterator[pa.Table]:
    while found := list(islice(hits, AT_ONCE)):
        columns = [pa.array(values, field.type) for values, field in zip(zip(*found, strict=True), HITS, strict=True)]
        yield pa.Table.from_arrays(columns, schema=HITS)


def _write_parquet(file: object, hits: Iterator[Hit]) -> None:
    with pq.ParquetWriter(file, HITS) as writer:
        for table in _tables(hits):
            writer.write_table(table)


def _write_folder(out: Path, parts: Sequence[Part]) -> None:
    """A folder parted by list, `list=us-ofac-sdn/part-0.parquet`: put in place in one step."""
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.absolute().parent))
    writers: dict[str, pq.ParquetWriter] = {}
    schema = pa.schema([field for field in HITS if field.name != "list"])
    try:
        for table in _tables(hits_of(parts)):
            for listed in sorted(set(table["list"].to_pylist())):
                if listed not in writers:
                    (aside / f"list={listed}").mkdir()
                    writers[listed] = pq.ParquetWriter(aside / f"list={listed}" / "part-0.parquet", schema)
                writers[listed].write_table(table.filter(pa.compute.equal(table["list"], listed)).drop_columns("list"))
        for writer in writers.values():
            writer.close()
        (aside / _OURS).touch()
        aside.chmod(0o755)
        _replace_folder(aside, out)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def _replace_folder(aside: Path, out: Path) -> None:
    old = None
    try:
        if out.exists():
            old = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.absolute().parent))
            out.rename(old / out.name)
        aside.rename(out)
    except OSError as broken:
        raise PathError(str(out), why(broken), "a folder we may write to") from None
    finally:
        if old is not None:
            shutil.rmtree(old, ignore_errors=True)


def write_unread(place: Path, parts: Sequence[Part]) -> None:
    """The rows that could not be read, beside the answer; a file of an earlier run goes where there are none."""
    if not any(part.unread for part in parts):
        place.unlink(missing_ok=True)
        return
    with whole_file(place) as file:
        text = io.TextIOWrapper(file, "utf-8", newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(UNREAD)
        for part in parts:
            writer.writerows((party, told.where, told.found, told.expected) for party, told in unread_of(part))
        text.detach()


def put_unread(ours: Context, parts: Sequence[Part], most: int | None) -> None:
    """The rows that could not be read, named on stderr (on stdout as well where lines for programs go there)."""
    say: Callable[[str], None] = ours.say
    told = ((party, one) for part in parts for party, one in unread_of(part))
    for party, one in told if most is None else islice(told, most):
        say(f"not read: {one}")
        if ours.as_json and most is None:
            error = {name: getattr(one, name) for name in ("where", "found", "expected", "advice")}
            ours.put({"party_id": party or None, "row": one.where, "outcome": "unreadable", "error": error})
