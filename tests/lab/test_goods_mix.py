"""The goods of the mix agree with the law's lists."""

from __future__ import annotations

from datetime import UTC, datetime

from brightline.lab.goods_mix import KINDS, by_kind, shipped_goods
from brightline.law.book import read_book

MOMENT = datetime(2024, 7, 3, tzinfo=UTC)


def test_only_priority_goods_are_listed() -> None:
    book = read_book()
    for kind, lines in by_kind(shipped_goods()).items():
        for line in lines:
            listed = line.hs in book.tiers_on(MOMENT) or book.critical_item(line.hs, MOMENT) is not None
            assert listed == (kind == "priority"), line


def test_every_kind_has_goods() -> None:
    assert all(by_kind(shipped_goods())[kind] for kind in KINDS)
