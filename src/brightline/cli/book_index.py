"""The index of a book of parties, kept in the home: made once, asked whenever a list changes.

home/books/<digest>/   the digest is over the files of the book and the program that reads names
├── 00000.rows         the rows of a shard as they came (Arrow)
├── 00000.names        their names as `names.reverse` gathers them
├── words              the distinct words of the book
└── about.json         the number of shards; written last
"""

from __future__ import annotations

import json
import mmap
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import file_digest, sha256
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa

from brightline.batch.engines.inline import in_order
from brightline.batch.parties import Row, query_of
from brightline.cli.book_files import BookFile, Shard
from brightline.cli.files import write_whole
from brightline.cli.home import INCOMING, note_text
from brightline.errors import CallError
from brightline.names.gathered import Gathered, WordKeys, Words, gather, word_keys
from brightline.screen.engine import names_digest
from brightline.terms import Query
from brightline.text.block import pack_arrays, unpack_arrays

_MAGIC, _WHAT = b"BLBOOKS1", "index of a book"
AHEAD = 3
ABOUT = "about.json"


def book_digest(files: Sequence[BookFile]) -> str:
    """What names a book: its files by path and content, and the program that reads names."""
    whole = sha256(names_digest().encode())
    for one in files:
        whole.update(f"{one.path}\0{json.dumps(dict(one.fixed), sort_keys=True)}\0".encode())
        with one.path.open("rb") as file:
            whole.update(file_digest(file, "sha256").digest())
    return whole.hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class BookIndex:
    """An index that is there, whole."""

    folder: Path
    shards: int
    words: Words
    keys: WordKeys

    def names(self, number: int) -> tuple[Gathered, list[int]]:
        """The names of a shard, and the places of rows that could not be read."""
        arrays = _read(self.folder / f"{number:05}.names")
        bad: list[int] = arrays.pop("bad").tolist()
        return Gathered(**arrays), bad

    def rows(self, number: int) -> pa.RecordBatch:
        """The rows of a shard."""
        with pa.memory_map(str(self.folder / f"{number:05}.rows")) as file:
            return pa.ipc.open_file(file).get_batch(0)


def open_index(home: Path, files: Sequence[BookFile]) -> BookIndex | None:
    """The index of a book; None where it was not made yet."""
    folder = home / "books" / book_digest(files)
    return _open(folder) if (folder / ABOUT).exists() else None


def _open(folder: Path) -> BookIndex:
    shards = int(json.loads((folder / ABOUT).read_text(encoding="utf-8"))["shards"])
    arrays = _read(folder / "words")
    words, start = Words(), arrays["start"].tolist()
    text = arrays["text"].tobytes()
    plain = [text[first:last].decode("utf-8", "surrogatepass") for first, last in pairwise(start)]
    words.numbers = dict(zip(plain, range(len(plain)), strict=True))
    words.weight, words.lack = arrays["weight"].tolist(), arrays["lack"].tolist()
    keys = WordKeys(**{field.name: arrays[field.name] for field in fields(WordKeys)})
    return BookIndex(folder, shards, words, keys)


def make_index(
    home: Path, files: Sequence[BookFile], shards: Iterator[Shard], workers: int, done: Callable[[Shard], None]
) -> BookIndex:
    """Make the index of a book: whole, or nothing is left of it. One of an earlier state of the same files goes."""
    books, paths = home / "books", [str(one.path.resolve()) for one in files]
    books.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=INCOMING, dir=books))
    try:
        words, count = Words(), 0
        for shard, gathered, bad, its_words in in_order(_gathered, shards, workers, AHEAD):
            _write_shard(aside, shard, gathered, bad, words.merge(its_words))
            count += 1
            done(shard)
        _write_words(aside, words)
        write_whole(aside / ABOUT, note_text({"shards": count, "words": len(words.weight), "files": paths}))
        _remove_earlier(books, paths)
        return _open(aside.rename(books / book_digest(files)))
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def _remove_earlier(books: Path, paths: Sequence[str]) -> None:
    """Remove what stands of earlier states of the same files."""
    for one in books.glob(f"[!.]*/{ABOUT}"):
        if json.loads(one.read_text(encoding="utf-8")).get("files") == paths:
            shutil.rmtree(one.parent, ignore_errors=True)


def _gathered(shard: Shard) -> tuple[Shard, Gathered, list[int], Words]:
    queries: list[tuple[int, Query]] = []
    bad = []
    for place, cells in enumerate(zip(*(column.to_pylist() for column in shard.rows.columns), strict=True)):
        try:
            queries.append((place, query_of(Row(*cells))))
        except CallError:
            bad.append(place)
    return shard, *_with(bad, *gather(queries))


def _with(bad: list[int], gathered: Gathered, words: Words) -> tuple[Gathered, list[int], Words]:
    return gathered, bad, words


def _write_shard(folder: Path, shard: Shard, gathered: Gathered, bad: list[int], numbers: np.ndarray) -> None:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, shard.rows.schema) as writer:
        writer.write_batch(shard.rows)
    (folder / f"{shard.number:05}.rows").write_bytes(sink.getvalue().to_pybytes())
    arrays = asdict(gathered) | {"word": numbers[gathered.word], "bad": np.array(bad, dtype=np.int32)}
    (folder / f"{shard.number:05}.names").write_bytes(pack_arrays(_MAGIC, arrays, {}))


def _write_words(folder: Path, words: Words) -> None:
    plain = [one.encode("utf-8", "surrogatepass") for one in words.numbers]
    arrays = asdict(word_keys(words)) | {
        "text": np.frombuffer(b"".join(plain), dtype=np.uint8),
        "start": np.concatenate([[0], np.cumsum([len(one) for one in plain])]).astype(np.int64),
        "weight": np.array(words.weight, dtype=np.int32),
        "lack": np.array(words.lack, dtype=np.int32),
    }
    (folder / "words").write_bytes(pack_arrays(_MAGIC, arrays, {}))


def _read(path: Path) -> dict[str, np.ndarray]:
    with path.open("rb") as file:
        return unpack_arrays(_MAGIC, memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)), _WHAT)
