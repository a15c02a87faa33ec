"""Books of made-up customers, of any size, drawn from a seed: names repeat as they do in a bank's book.

Persons' given names and families, and the words of firms, are drawn by rank (Zipf), so that about three rows in ten
bear a name that stood before. One row in two hundred is a listed name, as it stands or with a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

COUNTRIES = ("CN", "HK", "KZ", "AE", "TR", "RU", "KG", "DE", "US", "SG", "IN", "UZ")
_TRADES = (
    "Trading", "Import Export", "Logistics", "Electronics", "Textile", "Foods", "Furniture", "Machinery", "Plastics",
    "Chemical", "Shipping", "Metal", "Construction", "Consulting", "Technology", "Agro", "Auto Parts", "Medical",
)  # fmt: skip
_FORMS = ("LLC", "Ltd", "Co., Ltd.", "OOO", "TOO", "GmbH", "FZE", "JSC", "Limited", "A.S.", "Inc.", "Pte. Ltd.")
_SYLLABLES = (
    "ba", "be", "bor", "chen", "da", "dor", "el", "fa", "fen", "ga", "gor", "ha", "hu", "ir", "ja", "ka", "kor", "la",
    "lin", "lo", "ma", "mer", "mi", "na", "nov", "ol", "or", "pa", "per", "ra", "ren", "ro", "sa", "sel", "shi", "ta",
    "tor", "tu", "ur", "va", "ver", "vo", "wen", "xi", "ya", "yu", "za", "zen", "zhi",
)  # fmt: skip
_ENDS = ("", "ov", "in", "enko", "er", "yan", "li", "oglu", "ez", "man", "ski", "dze", "son", "ko", "ng", "ra")
PERSONS, LISTED = 0.6, 0.005
BATCH = 100_000


def write_book(path: Path, rows: int, seed: int, listed: Sequence[str] = ()) -> None:
    """A Parquet file of so many customers, some of them with listed names; equal for equal arguments."""
    draw = np.random.default_rng(seed)
    given, families, stems = _given(), _made(draw, 60_000, True), _made(draw, 40_000, False)
    writer = None
    for first in range(0, rows, BATCH):
        table = _rows(draw, first, min(BATCH, rows - first), (given, families, stems, listed))
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer:
        writer.close()


def _given() -> list[str]:
    """The given names of the package's tables."""
    folder = resources.files("brightline.names").joinpath("given")
    lines = [line for one in sorted(folder.iterdir(), key=str) for line in one.read_text("utf-8").splitlines()]
    return sorted({line.split("\t")[1].title() for line in lines if line.count("\t") > 1 and not line.startswith("#")})


def _made(draw: np.random.Generator, count: int, families: bool) -> list[str]:
    """Invented words of two or three syllables."""
    parts = draw.integers(len(_SYLLABLES), size=(count, 3))
    three, ends = draw.random(count) < 0.4, draw.integers(len(_ENDS), size=count)
    return [
        (
            _SYLLABLES[a] + _SYLLABLES[b] + (_SYLLABLES[c] if more else "") + (_ENDS[end] if families else "")
        ).capitalize()
        for (a, b, c), more, end in zip(parts.tolist(), three.tolist(), ends.tolist(), strict=True)
    ]


def _rank(draw: np.random.Generator, words: Sequence[str], size: int) -> list[str]:
    """Words drawn by their rank: the first often, the last seldom."""
    chance = 1 / np.arange(1, len(words) + 1) ** 0.9
    return [words[at] for at in draw.choice(len(words), size, p=chance / chance.sum()).tolist()]


def _rows(draw: np.random.Generator, first: int, size: int, words: tuple[Sequence[str], ...]) -> pa.Table:
    given, families, stems, listed = words
    persons = (draw.random(size) < PERSONS).tolist()
    people = [" ".join(pair) for pair in zip(_rank(draw, given, size), _rank(draw, families, size), strict=True)]
    parts = [_rank(draw, one, size) for one in (stems, _TRADES, _FORMS)]
    firms = [" ".join(three) for three in zip(*parts, strict=True)]
    names = [one if person else firm for one, firm, person in zip(people, firms, persons, strict=True)]
    for at in np.flatnonzero(draw.random(size) < LISTED).tolist() if listed else ():
        names[at] = _slip(draw, listed[int(draw.integers(len(listed)))])
    years, days = draw.integers(1940, 2006, size).tolist(), draw.integers(1, 28, size).tolist()
    return pa.table(
        {
            "id": [f"C{at:09}" for at in range(first, first + size)],
            "name": names,
            "schema": ["Person" if person else "Company" for person in persons],
            "country": [COUNTRIES[at] for at in draw.integers(len(COUNTRIES), size=size).tolist()],
            "birth_date": [
                f"{year}-{1 + day % 12:02}-{day:02}" if person else None
                for year, day, person in zip(years, days, persons, strict=True)
            ],
        }
    )


def _slip(draw: np.random.Generator, name: str) -> str:
    """The name, half the time with one letter gone."""
    at = int(draw.integers(1, max(2, len(name))))
    return name if draw.random() < 0.5 else name[:at] + name[at + 1 :]
