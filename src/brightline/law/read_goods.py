"""goods/: lists of tariff codes, each code with its dated membership."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brightline.law.shapes import Act, Cite, GoodsCode, Span
from brightline.law.spans import join_spans, read_cites, read_span
from brightline.text.marks import Entry, Value

_CODE = re.compile(r"\d{4}(\d{2})?")
_BREADTHS = ("exact", "wider")

History = tuple[tuple[Span, Cite], ...]


def read_goods(files: Sequence[Value], acts: Mapping[str, Act]) -> dict[str, tuple[GoodsCode, ...]]:
    """Every goods list by its name. Raises LawError where a file says something we do not understand."""
    lists: dict[str, tuple[GoodsCode, ...]] = {}
    for file in files:
        entry = file.entry()
        name = entry.take("list").text()
        entry.take("asks").text()
        own = entry.take("codes_given_by").word(("publisher", "own-mapping")) == "own-mapping"
        histories = _read_histories(entry.take("histories").entry(), acts)
        items = entry.take("items").items()
        entry.close()
        if name in lists:
            raise file.refuse(f"the goods list {name} a second time", "one file per list")
        lists[name] = tuple(code for item in items for code in _read_item(item, histories, own))
        _no_doubles(file, lists[name])
    return lists


def _read_histories(entry: Entry, acts: Mapping[str, Act]) -> dict[str, History]:
    """`histories:` since when an item stands on the list, each dated stretch with its citation."""
    histories: dict[str, History] = {}
    for name in tuple(entry.left):
        values = entry.take(name).items()
        read = [_read_version(value.entry(), acts) for value in values]
        spans = join_spans([(value, span) for value, (span, _) in zip(values, read, strict=True)])
        histories[name] = tuple((span, cite) for span, (_, cite) in zip(spans, read, strict=True))
    return histories


def _read_item(item: Value, histories: Mapping[str, History], own: bool) -> list[GoodsCode]:
    entry = item.entry()
    word, title = entry.take("item").text("a tier or class, such as 3.B in quotes"), entry.take("title").text()
    edition = entry.take("hs").word(("2017", "2022", "2017 and 2022"))
    codes = _read_codes(entry)
    history = entry.take("history", "Say since when the item stands on the list").word(tuple(histories))
    entry.close()
    return [
        GoodsCode(code, edition, word, title, span, exact, own, cite)
        for code, exact in codes
        for span, cite in histories[history]
    ]


def _read_codes(entry: Entry) -> list[tuple[str, bool]]:
    """`codes:` by breadth: exact (the code is the goods named) or wider (the code holds other goods too)."""
    breadths = entry.take("codes").entry()
    found: list[tuple[str, bool]] = []
    for breadth in _BREADTHS:
        value = breadths.take_optional(breadth)
        for item in value.items() if value else ():
            if not _CODE.fullmatch(item.text()):
                raise item.refuse(
                    repr(item.text()), 'a heading or code of four or six digits in quotes, such as "848210"'
                )
            found.append((item.text(), breadth == "exact"))
    breadths.close()
    return found


def _read_version(entry: Entry, acts: Mapping[str, Act]) -> tuple[Span, Cite]:
    cites = read_cites(entry, acts)
    span = read_span(entry, acts, cites)
    entry.close()
    return span, cites[0]


def _no_doubles(file: Value, codes: Sequence[GoodsCode]) -> None:
    seen: set[tuple[str, str, object]] = set()
    for code in codes:
        key = (code.code, code.item, code.span.from_day)
        if key in seen:
            raise file.refuse(f"the code {code.code} twice under {code.item}", "each code once under an item")
        seen.add(key)
