"""A whole book of parties: the same answers as `match`, whole or not at all, and every bad row by its name."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from brightline.cli import book_files, rescreen_parts, rescreen_run

NAMED = (
    ("PRIMERSKIY PRIBORNYY ZAVOD", "-0- ", "RUSSIA-EO14024", "Tax ID No. 7701234565 (Russia)."),
    ("LUNEV, Foma Karpovich", "individual", "RUSSIA-EO14024", "DOB 03 Feb 1961; nationality Russia."),
    ("SEVERNAYA ZARYA TRADING LLC", "-0- ", "RUSSIA-EO14024", "-0- "),
)
HEADER = "id,name,schema,country,birth_date,identifiers\n"
BOOK = HEADER + (
    "c3,Foma Lunev,Person,Russia,1961-02-03,\n"
    "c1,Blue Heron Trading,Company,CN,,\n"
    "c2,Primersky Priborny Zavod,,RU,,INN:7701234565\n"
    "c0,Severnaya Zarya Trading,Company,,,\n"
)
FOUND = [("c0", "90002"), ("c2", "90000"), ("c3", "90001")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, sdn_file: Callable[..., bytes]) -> Path:
    """A home with a small list, made once."""
    from tests.cli.conftest import Desk

    folder = tmp_path_factory.mktemp("rescreen")
    (folder / "folder").mkdir()
    first = Desk(folder / "folder", folder / "home")
    first.write("sdn.csv", sdn_file(30, *NAMED))
    assert first.quick("lists", "import", "sdn.csv", "--excerpt", "--published", "2024-07-01").status == 0
    first.write("sdn.csv", sdn_file(31, (NAMED[0][0], "-0- ", "RUSSIA-EO14024", "-0- "), NAMED[1]))
    assert first.quick("lists", "import", "sdn.csv", "--excerpt", "--published", "2024-06-01").status == 0
    return first.home


@pytest.fixture
def imported(desk: Any, home: Path) -> Any:
    """A desk that uses the home, one process a call."""
    desk.home = home
    desk.environment["BRIGHTLINE_WORKERS"] = "1"
    return desk


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven rows a shard, two candidates read at once."""
    monkeypatch.setattr(book_files, "SHARD", 7)
    monkeypatch.setattr(rescreen_parts, "READ_AT_ONCE", 2)


def _table(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def _pairs(rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(row["party_id"], row["entry"]) for row in rows]


def test_candidates_by_party_in_the_columns_promised(imported: Any) -> None:
    imported.write("book.csv", BOOK)
    done = imported.quick("rescreen", "book.csv")
    assert done.status == 0, done.err
    assert done.out.splitlines()[0] == "party_id,list,entry,name,score,weight"
    assert _pairs(_table(done.out)) == FOUND
    assert "4 parties rescreened: 3 candidates" in done.err


def test_every_form_of_book_and_of_answer_says_the_same(imported: Any) -> None:
    imported.write("book.csv", BOOK)
    imported.write("book.csv.gz", gzip.compress(BOOK.replace(",", ";").encode()))
    rows = _table(BOOK)
    pq.write_table(pa.Table.from_pylist(rows), imported.folder / "book.parquet")
    for row in rows:  # partitioned by country, as other programs write it
        place = imported.folder / "parted" / f"country={row['country'] or 'CN'}"
        place.mkdir(parents=True, exist_ok=True)
        table = pa.Table.from_pylist([{name: cell for name, cell in row.items() if name != "country"}])
        pq.write_table(table, place / f"{row['id']}.parquet")
        (imported.folder / "parted" / "_SUCCESS").touch()
    assert imported.quick("rescreen", "book.csv", "--out", "a.csv").status == 0
    assert imported.quick("rescreen", "book.csv.gz", "--out", "b.parquet").status == 0
    assert imported.quick("rescreen", "book.parquet", "--out", "c").status == 0
    assert imported.quick("rescreen", "book.parquet", "--out", "c").status == 0  # ours may be written anew
    assert imported.quick("rescreen", "parted", "--out", "d.csv.gz").status == 0
    csv_rows = _table((imported.folder / "a.csv").read_text("utf-8"))
    assert _pairs(csv_rows) == FOUND
    assert [
        {name: f"{cell:.4f}" if name == "score" else str(cell) for name, cell in row.items()}
        for row in pq.read_table(imported.folder / "b.parquet").to_pylist()
    ] == csv_rows
    folder = ds.dataset(imported.folder / "c", partitioning="hive").to_table().to_pylist()
    assert sorted(_pairs(folder)) == FOUND
    assert {row["list"] for row in folder} == {"us-ofac-sdn"}
    assert _pairs(_table(gzip.decompress((imported.folder / "d.csv.gz").read_bytes()).decode())) == FOUND
    assert sorted(one.name for one in imported.folder.iterdir() if one.name.startswith(".")) == []


def _any_book(seed: int) -> list[dict[str, str]]:
    """Rows with listed names bent and mixed, and every other column now there, now not."""
    draw = random.Random(seed)
    words = [word for name, *_ in NAMED for word in name.replace(",", "").split()] + ["Blue", "Heron", "Ivan", "F"]
    rows = []
    for number in range(40):
        listed = draw.choice(NAMED)[0].replace(",", "").split()
        name = " ".join(draw.sample(listed, len(listed)) if draw.random() < 0.5 else draw.sample(words, 3))
        cut = draw.randrange(1, len(name) + 1)
        rows.append(
            {
                "id": f"p{draw.randrange(30):02}-{number}",
                "name": draw.choice([name, name[:cut] + name[cut + 1 :]]).strip() or "x",
                "schema": draw.choice(["", "Person", "Company", "Other"]),
                "country": draw.choice(["", "RU", "China"]),
                "birth_date": draw.choice(["", "1961-02-03", "1961", "1980-01"]),
                "identifiers": draw.choice(["", "", "INN:7701234565", "INN:7701234566; REG:123456"]),
            }
        )
    return rows


@pytest.mark.parametrize("seed", [1, 2])
def test_rows_are_those_that_match_gives_for_the_same_question(imported: Any, small_shards: None, seed: int) -> None:
    rows = _any_book(seed)
    book, names = io.StringIO(), io.StringIO()
    for file, columns in ((book, list(rows[0])), (names, ["name", "schema", "country", "birth_date", "id"])):
        writer = csv.writer(file)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([row["identifiers" if one == "id" and file is names else one] for one in columns])
    imported.write("book.csv", book.getvalue())
    imported.write("names.csv", names.getvalue())
    matched = [json.loads(line) for line in imported.quick("match", "--names", "names.csv", "--json").out.splitlines()]
    expected = [
        (row["id"], one["list"], one["entry"], one["name"], one["score"], one["weight"])
        for row, answer in zip(rows, matched, strict=True)
        for one in answer["candidates"]
    ]
    assert len(expected) > 10
    done = [json.loads(line) for line in imported.quick("rescreen", "book.csv", "--json").out.splitlines()]
    assert [tuple(one.values()) for one in done] == sorted(expected, key=lambda one: (one[0], -one[4], one[2]))


def test_two_processes_answer_as_one_does(imported: Any, small_shards: None) -> None:
    rows = "".join(f"x{number},Foma Lunev {number % 5},,,,\n" for number in range(60))
    imported.write("book.csv", HEADER + rows)
    one, two = (imported.quick("rescreen", "book.csv", "--workers", count).out for count in ("1", "2"))
    assert one == two
    assert len(one.splitlines()) > 50


def test_rows_that_cannot_be_read_are_named_and_the_rest_is_done(imported: Any, small_shards: None) -> None:
    bad = ["b1,Ann,,XX,,\n", "b2,Ann,,,12/31/2001x,\n", "b3,Ann\n", ",Ann,,,,\n", "b4,,,,,\n", "b5,Ann,,,,INN\n"]
    whole = HEADER + "".join(f"g{number},Foma Lunev,,,,\n" for number in range(54)) + "".join(bad)
    imported.write("book.csv", whole.encode() + b"b6,\xff\xfe,,,,\n")
    done = imported.quick("rescreen", "book.csv", "--out", "out.csv")
    assert done.status == 3
    assert len(_table((imported.folder / "out.csv").read_text("utf-8"))) == 54
    named = _table((imported.folder / "out.csv.unread.csv").read_text("utf-8"))
    assert [row["row"].partition(",")[0] for row in named] == [f"book.csv: line {line}" for line in range(56, 63)]
    assert [row["party_id"] for row in named] == ["b1", "b2", "", "", "b4", "b5", ""]
    assert "not read: book.csv: line 56, country: expected a country" in done.err
    assert "61 parties rescreened: 54 candidates; 7 rows could not be read" in done.err
    imported.write("book.csv", BOOK)
    assert imported.quick("rescreen", "book.csv", "--out", "out.csv").status == 0
    assert not (imported.folder / "out.csv.unread.csv").exists()  # it spoke of the earlier book


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("party,name\n", "no column 'id' among party, name"),
        ("id,full_name\n", "no column 'name' among id, full_name"),
        ("id,name,birthdate\n", "the column 'birthdate', perhaps 'birth_date'"),
        ("id,name,country,country\n", "the column 'country' more than once"),
        ("\n", "no column 'id' among nothing"),
    ],
)
def test_columns_missing_or_renamed_are_refused(imported: Any, header: str, told: str) -> None:
    imported.write("book.csv", header + "a,b\n")
    done = imported.quick("rescreen", "book.csv", "--out", "out.csv")
    assert done.status == 2
    assert told in done.err
    assert not (imported.folder / "out.csv").exists()


def test_files_that_are_no_book_are_refused(imported: Any) -> None:
    pq.write_table(pa.table({"id": ["a"] * 999, "name": ["b"] * 999}), imported.folder / "cut.parquet")
    data = (imported.folder / "cut.parquet").read_bytes()
    imported.write("cut.parquet", data[: len(data) // 2])
    imported.write("cut.csv.gz", gzip.compress(BOOK.encode() * 99)[:-60])
    imported.write("book.txt", BOOK)
    (imported.folder / "empty").mkdir()
    for name, told in (
        ("cut.parquet", "a whole Parquet file"),
        ("cut.csv.gz", "a file cut short or damaged"),
        ("book.txt", "ends in neither .csv"),
        ("empty", "no file in it"),
        ("nowhere.csv", "nothing there"),
    ):
        done = imported.quick("rescreen", name, "--out", "out.csv")
        assert (done.status, told in done.err) == (2, True), done.err
        assert not (imported.folder / "out.csv").exists()


def test_places_where_nothing_may_be_written_are_refused(imported: Any) -> None:
    imported.write("book.csv", BOOK)
    imported.write("theirs/notes.txt", "mine")
    for out, told in (
        ("none/out.csv", "no such folder"),
        ("out.xlsx", "ends in '.xlsx'"),
        ("theirs", "files of others"),
        ("book.csv", "a part of the book"),
    ):
        done = imported.quick("rescreen", "book.csv", "--out", out)
        assert (done.status, told in done.err) == (2, True), done.err


def test_cells_of_other_types_are_read_as_texts(imported: Any) -> None:
    table = pa.table(
        {
            "id": pa.array([7.0, None, 9.0], pa.float64()),
            "name": ["Foma Lunev", "Foma Lunev", "Foma Lunev"],
            "birth_date": pa.array([-3254, None, None], pa.date32()),
            "identifiers": [["INN:7701234565"], [], None],
        }
    )
    pq.write_table(table, imported.folder / "book.parquet", row_group_size=3)
    done = imported.quick("rescreen", "book.parquet")
    assert done.status == 3
    assert {row["party_id"] for row in _table(done.out)} == {"7", "9"}
    assert "book.parquet: row 2: expected an id and a name" in done.err


def test_a_stopped_run_goes_on_from_its_parts(
    imported: Any, small_shards: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported.write("book.csv", HEADER + "".join(f"g{number:02},Foma Lunev,,,,\n" for number in range(50)))
    whole = imported.quick("rescreen", "book.csv").out
    answer, asked = rescreen_run.rescreened, []

    def stopped(batches: Any, finder: Any) -> Any:
        asked.append(1)
        if len(asked) == 4:
            raise KeyboardInterrupt
        return answer(batches, finder)

    monkeypatch.setattr(rescreen_run, "rescreened", stopped)
    done = imported.quick("rescreen", "book.csv", "--out", "out.csv")
    assert done.status == 130
    assert "21 rows are done; the same call goes on from there" in done.err
    assert not (imported.folder / "out.csv").exists()
    assert imported.quick("rescreen", "book.csv", "--out", "out.csv").status == 0
    assert len(asked) == 4 + 5  # 50 rows are eight shards, three were done
    assert (imported.folder / "out.csv").read_text("utf-8") == whole
    assert [one.name for one in imported.folder.iterdir() if one.name.startswith(".")] == []


def test_a_fault_at_one_row_costs_no_other(imported: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from brightline.batch import rescreen

    find = rescreen.Finder.find

    def poisoned(self: Any, query: Any) -> Any:
        if query.name == "Poison":
            raise RuntimeError("a slip")
        return find(self, query)

    monkeypatch.setattr(rescreen.Finder, "find", poisoned)
    imported.write("book.csv", BOOK + "c9,Poison,,,,\n")
    done = imported.quick("rescreen", "book.csv")
    assert done.status == 1
    assert _pairs(_table(done.out)) == FOUND
    assert "book.csv: line 6: expected candidates, or none, found a fault of ours, RuntimeError: a slip" in done.err


def test_an_answer_that_does_not_account_for_every_row_is_refused(
    imported: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = rescreen_run.rescreened
    monkeypatch.setattr(
        rescreen_run, "rescreened", lambda batches, finder: answer([one[1:] for one in batches], finder)
    )
    imported.write("book.csv", BOOK)
    done = imported.quick("rescreen", "book.csv", "--out", "out.csv")
    assert done.status == 1
    assert "found an answer for 3 of 4 rows" in done.err
    assert not (imported.folder / "out.csv").exists()


SINCE = ("--since", "us-ofac-sdn@2024-06-01")


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_since_gives_the_rows_of_a_full_run_restricted_to_the_change(
    imported: Any, small_shards: None, seed: int
) -> None:
    rows = _any_book(seed)
    pq.write_table(pa.Table.from_pylist(rows), imported.folder / "book.parquet")
    full = _table(imported.quick("rescreen", "book.parquet").out)
    since = imported.quick("rescreen", "book.parquet", *SINCE)
    assert since.status == 0, since.err
    assert "1 added, 1 changed, 1 gone" in since.err
    assert _table(since.out) == [row for row in full if row["entry"] in ("90000", "90002")]
    assert 0 < len(_table(since.out)) < len(full)
    again = imported.quick("rescreen", "book.parquet", *SINCE, "--workers", "2")
    assert (again.out, "index of this book is made" in again.err) == (since.out, False)


def test_since_names_bad_rows_too_and_sees_a_book_that_changed(imported: Any) -> None:
    imported.write("book.csv", BOOK + "b1,Ann,,XX,,\n")
    done = imported.quick("rescreen", "book.csv", *SINCE, "--out", "out.csv")
    assert done.status == 3
    assert "book.csv: line 6, country" in done.err
    assert "5 parties rescreened: 2 candidates; 1 row could not be read" in done.err
    imported.write("book.csv", BOOK.replace("Severnaya Zarya", "Blue Heron"))
    done = imported.quick("rescreen", "book.csv", *SINCE, "--out", "out.csv")
    assert done.status == 0
    assert _pairs(_table((imported.folder / "out.csv").read_text("utf-8"))) == [("c2", "90000")]


def test_since_refuses_a_version_that_is_not_there(imported: Any) -> None:
    imported.write("book.csv", BOOK)
    for named in ("us-ofac-sdn@2020-01-01", "eu-fsf"):
        done = imported.quick("rescreen", "book.csv", "--since", named, "--out", "out.csv")
        assert (done.status, "no such version" in done.err) == (2, True), done.err
        assert [one.name for one in imported.folder.iterdir()] == ["book.csv"]


def test_since_the_version_in_use_nothing_changed(imported: Any) -> None:
    imported.write("book.csv", BOOK)
    done = imported.quick("rescreen", "book.csv", "--since", "us-ofac-sdn@2024-07-01")
    assert (done.status, done.out) == (0, "party_id,list,entry,name,score,weight\n")
    assert "0 added, 0 changed, 0 gone" in done.err


def test_without_spark_its_engine_is_refused(imported: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    imported.write("book.csv", BOOK)
    done = imported.quick("rescreen", "book.csv", "--engine", "spark", "--out", "out.csv")
    assert done.status == 2
    assert "Call `make spark`." in done.err
    assert [one.name for one in imported.folder.iterdir()] == ["book.csv"]
