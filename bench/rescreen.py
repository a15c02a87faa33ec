"""How fast a book of made-up customers is compared with the complete SDN list, and asked of a change of it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa

from bench.customers import write_book
from bench.editions import build_into, open_home
from bench.inputs import NOT_HERE, real_list
from bench.table import Row, read_last, table
from brightline.batch.parties import Row as Party
from brightline.batch.parties import query_of
from brightline.batch.rescreen import Finder, rescreened
from brightline.cli.book_files import Told, book_files, shards
from brightline.names.gathered import gather, word_keys
from brightline.names.index import NameIndex, build
from brightline.names.read import read_name
from brightline.names.reverse import Asking
from brightline.names.scores import weight_of
from brightline.screen.edition import OpenList

ROWS, TEN_MILLION, CORES, CHANGED = 20_000, 10_000_000, 2, 960
THRESHOLD = weight_of(0.7)


def rows(home: Path) -> Iterator[Row]:
    """Measure on twenty thousand customers; what is said of ten million is projected from it."""
    lists = open_home(home).lists if (home / "lists").is_dir() else ()
    if not lists:
        yield Row("customers rescreened", None, "/s and core", why=NOT_HERE)
        return
    listed = [one.names[0].value for one in lists[0].entities]
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.parquet"
        write_book(book, ROWS, 7, listed)
        began = time.process_time()
        batches = [shard.rows for shard in shards(book_files(book), Told({}))]
        reading = time.process_time() - began
    yield Row("customers read", ROWS / reading, "/s and core")
    finder = Finder(lists, THRESHOLD)
    list(rescreened([batches[0][:50]], finder))  # loops are compiled before the clock runs
    took = reading + _spent(lambda: list(rescreened(batches, finder)))
    yield Row("customers rescreened", ROWS / took, "/s and core", 1400)
    projected = took * TEN_MILLION / ROWS / CORES / 60
    yield Row("ten million customers rescreened by two cores, projected", projected, "min", 60, least=False)
    yield from _changed(lists[0], batches)


def _spent(work: object) -> float:
    began = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - began


def _changed(listed: OpenList, batches: list[pa.RecordBatch]) -> Iterator[Row]:
    """The newest entries of the list as a change, asked of the book."""
    entities = tuple(listed.entities)[-CHANGED:]
    index = NameIndex.from_bytes(build(entities), entities)
    asking, finder = Asking(index), Finder([OpenList(listed.version, entities, index)], THRESHOLD)
    parties = [Party(*cells) for batch in batches for cells in zip(*(c.to_pylist() for c in batch), strict=True)]
    read_name.cache_clear()  # names are read anew, as for a book that nobody saw
    began = time.process_time()
    book, words = gather((at, query_of(party)) for at, party in enumerate(parties))
    keys, plain = word_keys(words), list(words.numbers)
    yield Row("customers put into the index of a book", ROWS / (time.process_time() - began), "/s and core")
    began = time.process_time()
    related = asking.may_relate(keys).tolist()
    answered = asking.answers({at: asking.pairs(words.word(plain[at])) for at in related}, len(plain))
    yield Row("words of a book related to a change", len(plain) / (time.process_time() - began), "/s and core")
    asking.worth(book, answered, THRESHOLD, ROWS)
    whole = pa.Table.from_batches(batches).combine_chunks()

    def ask() -> None:
        places = asking.worth(book, answered, THRESHOLD, ROWS)
        worth.append(len(places))
        list(rescreened(whole.take(pa.array(np.asarray(places))).to_batches(), finder))

    worth: list[int] = []
    spent = _spent(ask)
    yield Row("customers asked of a change", ROWS / spent, "/s and core")
    yield Row("customers compared in full for a change", 100 * worth[0] / ROWS, "%")
    projected = spent * TEN_MILLION / ROWS / CORES
    yield Row("ten million customers asked of a change by two cores, projected", projected, "s", 60, least=False)


def main() -> None:
    """These figures alone."""
    data = real_list()
    with tempfile.TemporaryDirectory() as folder:
        if data is not None:
            build_into(Path(folder), data)
        print(table(list(rows(Path(folder))), read_last()))


if __name__ == "__main__":
    main()
