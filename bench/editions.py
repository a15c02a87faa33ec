"""How long it takes to build an edition of the complete SDN list and to open it."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.clock import took
from bench.inputs import NOT_HERE, PUBLISHED, SDN, real_list
from bench.table import Row
from brightline.cli.home import open_list, store_list, stored_lists
from brightline.law.book import read_book
from brightline.lists.edition import FrozenList, freeze
from brightline.lists.gather import gather
from brightline.lists.source import SourceFile
from brightline.names.index import build
from brightline.screen.edition import Edition, make_edition
from brightline.screen.policy import read_policy, shipped_text

OPENING = """
import sys, time
from pathlib import Path
from brightline.cli.home import open_list, stored_lists
from brightline.terms import Query
began = time.perf_counter()
(stored,) = stored_lists(Path(sys.argv[1]))
opened = open_list(stored)
opened.names.find(Query("Nobody In Particular"), 8000)
print(time.perf_counter() - began)
"""


def rows(home: Path) -> Iterator[Row]:
    """Build the list into `home`; open it in a process that never saw it."""
    data = real_list()
    if data is None:
        yield Row("edition built", None, "s", why=NOT_HERE)
        yield Row("edition opened", None, "s", why=NOT_HERE)
        return
    built = took(lambda: build_into(home, data))
    bare = took(lambda: list(csv.reader(io.StringIO(data.decode("ascii", "replace"))))).wall
    yield Row(
        "edition built", built.wall, "s", 30, least=False, against="csv.reader over the file", ratio=built.wall / bare
    )
    call = [sys.executable, "-c", OPENING, str(home)]
    opened = min(float(subprocess.run(call, capture_output=True, check=True, text=True).stdout) for _ in range(3))
    yield Row("edition opened, first name found", opened, "s", 1, least=False)


def build_into(home: Path, data: bytes) -> None:
    """Import, freeze, index and store, as `brightline lists import` does."""
    (result,) = gather([SourceFile(Path(SDN).name.removesuffix(".gz"), data, None)], published=PUBLISHED)
    if result.version is None:
        raise result.error or RuntimeError("no list and no error")
    frozen = freeze(result.version, result.entities)
    store_list(home, result.version, frozen, build(FrozenList.from_bytes(frozen)))


def open_home(home: Path) -> Edition:
    """An edition of what stands in the home, under the shipped law and policy."""
    book = read_book()
    policy = read_policy(shipped_text(), "shipped policy", book.rule_names)
    return make_edition([open_list(one) for one in stored_lists(home)], book, policy, trial=False)
