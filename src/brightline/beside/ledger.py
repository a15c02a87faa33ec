"""The ledger of earlier payments: rows in order of time, found by who paid, who was paid, owner group and reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from brightline.beside.amounts import Whole
from brightline.beside.earlier_rows import NO_MOMENT, Rows
from brightline.beside.party_keys import ROLES, group_key, keys_of
from brightline.beside.references import references_in, same_transfer
from brightline.text.block import hash64

_CODED = (
    *("currency", "outcome", "determination", "hs", "goods", "remittance", "debtor_name", "creditor_name"),
    *("debtor_country", "creditor_country", "debtor_agent_bic", "creditor_agent_bic"),
    *("debtor_group", "creditor_group"),
)

EXPOSED = ("linked", "cannot-tell")  # determinations that the ledger of exposure counts

MOST_HELD = 8192  # answers that are kept

Places = NDArray[np.int64]  # of rows, ascending: oldest first
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Coded:
    """A column as numbers: each distinct text once, and which of them stands in each row. `empty`: of nothing said."""

    texts: Sequence[str]
    at: NDArray[np.int32]
    empty: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """Earlier payments, oldest first, whatever order they were handed in. `columns`: the cells as printed.

    `months`: of each row as `month_number` counts them.
    `keys` and `rows`: hashes of what names a party or a group, ascending, and the row of each. `exposed`: whether a row
    was linked or undecided, or not released and nobody said why. `open_rows`: rows that were not released, `open_days`
    their days, `is_open` the same for each row; `references`: what they name a transfer or a deal by, with their rows.
    `answered`: for each row the later row by which the same transfer was released, else -1.
    """

    columns: Mapping[str, Any]
    days: Whole
    months: Whole
    moments: Whole
    amounts: Whole
    coded: Mapping[str, Coded]
    keys: NDArray[np.uint64]
    rows: Places
    exposed: NDArray[np.bool_]
    open_rows: Places
    open_days: Whole
    is_open: NDArray[np.bool_]
    answered: Places
    references: Mapping[str, Sequence[int]]
    legal_words: frozenset[str]
    held: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, files: Sequence[Rows], legal_words: frozenset[str] = frozenset()) -> Ledger:
        """The ledger of the rows of one or more files."""
        import pyarrow as pa

        days, moments, amounts = (
            np.concatenate([getattr(one, part) for one in files]) for part in ("days", "moments", "amounts")
        )
        table = pa.concat_tables([one.table for one in files], promote_options="default")
        order = _in_time(table, days, moments)
        table = table.take(order).combine_chunks()
        coded = {column: _coded(table, column) for column in _CODED}
        keys, rows = _index(table, legal_words)
        released = _stands(coded["outcome"], ("released",))
        exposed = _stands(coded["determination"], EXPOSED) | (_stands(coded["determination"], ("",)) & ~released)
        open_rows = np.flatnonzero(~released)
        said = [column for column in table.column_names if table[column].null_count < table.num_rows]
        columns = {column: table[column].combine_chunks() for column in said}
        return cls(
            columns, days[order], _months(days[order]), moments[order], amounts[order], coded, keys, rows,
            exposed, open_rows, days[order][open_rows], ~released,
            _answered(table, released), _references(table, open_rows), legal_words,
        )  # fmt: skip

    def once(self, question: object, work_out: Callable[[], Told]) -> Told:
        """What is told of the same rows again and again, worked out once; `question` says of which rows, and what."""
        found: Told | None = self.held.get(question)
        if found is None:
            if len(self.held) >= MOST_HELD:
                self.held.clear()
            found = self.held[question] = work_out()
        return found

    def found(self, asked: Sequence[Iterable[str]], moment: datetime) -> list[Places]:
        """For each set of keys the rows of any of them that lie before a moment."""
        sets = [[_hash(key) for key in keys] for keys in asked]
        wanted = np.array([one for keys in sets for one in keys], np.uint64)
        first = iter(np.searchsorted(self.keys, wanted, "left").tolist())
        last = iter(np.searchsorted(self.keys, wanted, "right").tolist())
        spans = [[self.rows[next(first) : next(last)] for _ in keys] for keys in sets]
        return [self.before(_together([span for span in one if span.size]), moment) for one in spans]

    def before(self, places: Places, moment: datetime) -> Places:
        """Those of the rows that lie before a moment; a row that gives its day alone, before its day."""
        if not places.size or self.days[places[-1]] < moment.toordinal() - 1:  # a day earlier in any zone
            return places
        days, moments = self.days[places], self.moments[places]
        earlier = np.where(moments == NO_MOMENT, days < moment.toordinal(), moments < moment.timestamp())
        return places[earlier]

    def since(self, places: Places, ordinal: int) -> Places:
        """Those of the rows that lie on a day or after it."""
        return places[np.searchsorted(self.days[places], ordinal) :] if places.size else places

    def texts(self, column: str, places: Places) -> list[str]:
        """What stands in a coded column of the rows."""
        coded = self.coded[column]
        return [coded.texts[code] for code in coded.at[places].tolist()]

    def distinct(self, column: str, places: Places) -> list[str]:
        """What stands in a coded column of any of the rows, each text once, in order."""
        coded = self.coded[column]
        return sorted(coded.texts[code] for code in set(coded.at[places].tolist()))

    def last_said(self, column: str, places: Places) -> str:
        """What stands in a coded column of the newest of the rows in which anything does."""
        coded = self.coded[column]
        codes = coded.at[places]
        said = codes[codes != coded.empty]
        return coded.texts[int(said[-1])] if said.size else ""

    def cells(self, place: int) -> dict[str, str]:
        """The cells of a row by column, empty ones left out."""
        said = ((column, values[place].as_py()) for column, values in self.columns.items())
        return {column: value for column, value in said if value}


def month_number(year: int, month: int) -> int:
    """A month as one number, so that months follow each other."""
    return year * 12 + month - 1


@lru_cache(maxsize=1024)
def month_of(number: int) -> str:
    """A month by its number, as ISO writes it."""
    year, month = divmod(number, 12)
    return f"{year:04d}-{month + 1:02d}"


def _months(days: Whole) -> Whole:
    """The number of each day's month; days are few, so each is worked out once."""
    distinct, at = np.unique(days, return_inverse=True)
    dates = [date.fromordinal(day) for day in distinct.tolist()]
    return np.array([month_number(one.year, one.month) for one in dates], np.int64)[at]


@lru_cache(maxsize=65536)
def _hash(key: str) -> int:
    return hash64(key)


def _together(spans: Sequence[Places]) -> Places:
    if len(spans) < 2:
        return spans[0] if spans else np.empty(0, np.int64)
    return np.unique(np.concatenate(spans))


def shared(some: Places, others: Places) -> Places:
    """The rows that stand in both, each ascending."""
    if not some.size or not others.size:
        return some[:0]
    at = np.minimum(np.searchsorted(others, some), others.size - 1)
    found: Places = some[others[at] == some]
    return found


def _in_time(table: Any, days: Whole, moments: Whole) -> Places:
    """The order of time; of rows at one time by what they say, so that the order of files and lines tells nothing."""
    told = [
        table[column].combine_chunks().fill_null("").dictionary_encode()
        for column in ("creditor_name", "debtor_name", "amount", "outcome", "end_to_end_id")
        if column in table.column_names
    ]
    ranks = [
        np.argsort(np.argsort(np.array(one.dictionary.to_pylist(), object)))[one.indices.to_numpy()] for one in told
    ]
    return np.lexsort((*ranks, moments, days)).astype(np.int64)


def _coded(table: Any, column: str) -> Coded:
    if column not in table.column_names:
        return Coded(("",), np.zeros(table.num_rows, np.int32), 0)
    found = table[column].combine_chunks().fill_null("").dictionary_encode()
    texts = found.dictionary.to_pylist()
    return Coded(texts, found.indices.to_numpy(), texts.index("") if "" in texts else -1)


def _stands(coded: Coded, texts: Sequence[str]) -> NDArray[np.bool_]:
    """For each row whether one of the texts stands in it."""
    meant: NDArray[np.bool_] = np.array([text in texts for text in coded.texts], np.bool_)[coded.at]
    return meant


def _index(table: Any, legal: frozenset[str]) -> tuple[NDArray[np.uint64], Places]:
    """Hashes of keys in order, each with its rows in order."""
    parts = list(_hashed(table, legal))
    keys, rows = (np.concatenate([part[at] for part in parts]) for at in (0, 1))
    order = np.lexsort((rows, keys))
    return keys[order], rows[order]


def _hashed(table: Any, legal: frozenset[str]) -> Iterator[tuple[NDArray[np.uint64], Places]]:
    yield np.empty(0, np.uint64), np.empty(0, np.int64)
    for side, roles in ROLES.items():
        for role in roles:
            for part in ("name", "account", "id"):
                coded = _coded(table, f"{role}_{part}")
                yield from _spread(coded, [_keys_of(side, part, text, legal) for text in coded.texts])
        coded = _coded(table, f"{roles[0]}_group")
        yield from _spread(coded, [[f"{side} {key}"] if (key := group_key(text)) else [] for text in coded.texts])


def _keys_of(side: str, part: str, text: str, legal: frozenset[str]) -> list[str]:
    given = {"name": "", "account": "", "id": "", part: text}
    return list(keys_of(side, given["name"], given["account"], given["id"], legal))


def _spread(coded: Coded, keys: Sequence[Sequence[str]]) -> Iterator[tuple[NDArray[np.uint64], Places]]:
    """The keys of each distinct text, for each row in which the text stands."""
    for nth in range(max(map(len, keys), default=0)):
        hashes = np.array([hash64(one[nth]) if nth < len(one) else 0 for one in keys], np.uint64)[coded.at]
        rows = np.flatnonzero(hashes)
        yield hashes[rows], rows


def _answered(table: Any, released: NDArray[np.bool_]) -> Places:
    """For each row the last row, after it, that released the same transfer; -1 where there is none."""
    answered = np.full(table.num_rows, -1, np.int64)
    for column in ("end_to_end_id", "uetr"):
        coded = _coded(table, column)
        last = np.full(len(coded.texts), -1, np.int64)
        rows = np.flatnonzero(released)
        last[coded.at[rows]] = rows  # in order of time, so the last one stays
        last[[at for at, text in enumerate(coded.texts) if not same_transfer(text)]] = -1
        answered = np.maximum(answered, last[coded.at])
    return np.where(answered > np.arange(table.num_rows), answered, -1)


def _references(table: Any, open_rows: Places) -> dict[str, list[int]]:
    columns = [column for column in ("end_to_end_id", "uetr", "remittance") if column in table.column_names]
    cells = table.select(columns).take(open_rows).to_pylist()
    found: dict[str, list[int]] = {}
    for row, said in zip(open_rows.tolist(), cells, strict=True):
        for reference in references_in(said.get("end_to_end_id"), said.get("uetr"), said.get("remittance") or ""):
            found.setdefault(reference, []).append(row)
    return found
