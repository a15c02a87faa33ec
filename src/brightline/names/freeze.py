"""Listed names as flat arrays in one block of bytes that can be mapped into memory. Equal entities give equal bytes.

A row is one reading of one listed name. What an array holds:

| arrays | hold |
| --- | --- |
| `name_*` | for each listed name its text, entity, kind, and whether a person bears it |
| `row_*` | for each row its name, words (`row_word`), and what `columns` calls its facts |
| `short_*` | rows of persons, and others, by what their words weigh |
| `word_*` | for each distinct word its text, first letter, length, weight, lack, series; words by what they share |
| `posting_*` | for each distinct word the rows that hold it |
| `join_*` | sounds that neighbouring words of a row make when read as one; four times the first word, and how many |
| `near_*` | words by what is left of them with letters taken out |
| `whole_*` | rows by the whole of their name |
| `identifier_*`, `birth_*`, `entity_countries` | entities by number and year of birth; their countries as bits |
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from brightline.names.block import Array, pack
from brightline.names.bounds import (
    bearer_kind,
    birth_keys,
    country_bits,
    first_letter,
    form_number,
    meeting_hashes,
    numbers_series,
    sound_hash,
    theirs_without_pairs,
    whole_hashes,
)
from brightline.names.columns import FACTS, KIND, START, TOTAL
from brightline.names.identifiers import comparable, institution, values_of
from brightline.names.near import hashes_left
from brightline.names.read import Name, read_name
from brightline.names.words import Word
from brightline.terms import ListedEntity
from brightline.text.block import hash64

KINDS = ("primary", "alias", "weak", "former", "original")
WEAK = KINDS.index("weak")


def identifier_hashes(scheme: str, value: str) -> list[int]:
    """What equal identifiers share, whatever either side calls them; and what BICs of one bank share."""
    bank = institution(scheme, value)
    return [hash64(f"N {one}") for one in values_of(scheme, value)] + ([hash64(f"B {bank}")] if bank else [])


class _Pairs:
    """Pairs of a hash and a place while they are being gathered."""

    def __init__(self) -> None:
        self.keys = array("Q")
        self.values = array("i")

    def add(self, key: int, value: int) -> None:
        self.keys.append(key)
        self.values.append(value)


class _Gathering:
    """Rows while they are being gathered, as packed numbers: a million entities must fit into memory."""

    def __init__(self) -> None:
        self.text = bytearray()
        self.ints = {
            label: array("i") for label in ("name_entity", "row_name", "row_facts", "row_word", "join_row", "join_lack")
        }
        self.bytes = {label: array("B") for label in ("name_kind", "name_person", "join_place")}
        self.name_start = array("q", [0])
        self.join_hash = array("Q")
        self.countries = array("Q")
        self.words: dict[str, int] = {}
        self.word_list: list[Word] = []
        self.word_weight = array("i")
        self.word_lack = array("i")
        self.pairs = {label: _Pairs() for label in ("whole", "identifier", "birth")}

    def add(self, position: int, entity: ListedEntity) -> None:
        """One entity with all its names, and what else may be compared."""
        person, kind = entity.schema == "Person", bearer_kind(entity.schema)
        self.countries.append(country_bits(entity.countries))
        for listed in entity.names:
            self.text += listed.value.encode("utf-8", "surrogatepass")
            self.name_start.append(len(self.text))
            self.ints["name_entity"].append(position)
            self.bytes["name_kind"].append(KINDS.index(listed.kind) if listed.kind in KINDS else 1)
            self.bytes["name_person"].append(person)
            for name in read_name(listed.value, person):
                self._add_row(name, kind)
        for key in birth_keys(entity):
            self.pairs["birth"].add(key, position)
        for identifier in entity.identifiers:
            if comparable(identifier.scheme):
                for key in identifier_hashes(identifier.scheme, identifier.value):
                    self.pairs["identifier"].add(key, position)

    def _add_row(self, name: Name, kind: int) -> None:
        """One reading of the name added last, borne by this kind of bearer."""
        row, first = len(self.ints["row_name"]), len(self.ints["row_word"])
        self.ints["row_name"].append(len(self.name_start) - 2)
        self.ints["row_facts"].extend((first, theirs_without_pairs(name), name.total, form_number(name.form), kind))
        self.ints["row_word"].extend([self._word(word) for word in name.words])
        for join in name.joins:
            self.join_hash.append(sound_hash(join.sound))
            self.ints["join_row"].append(row)
            self.ints["join_lack"].append(join.lack)
            self.bytes["join_place"].append(join.first * 4 + join.count)
        for value in whole_hashes(name):
            self.pairs["whole"].add(value, row)

    def _word(self, word: Word) -> int:
        """The number of a word, by its plain letters; it counts as much as wherever it counts most."""
        at = self.words.setdefault(word.plain, len(self.word_list))
        if at == len(self.word_list):
            self.word_list.append(word)
            self.word_weight.append(word.weight)
            self.word_lack.append(word.lack)
        else:
            self.word_weight[at] = max(self.word_weight[at], word.weight)
            self.word_lack[at] = max(self.word_lack[at], word.lack)
        return at


def _sorted_pairs(keys: Array, values: Array) -> tuple[Array, Array]:
    """Keys in order, and the values beside them; equal pairs once."""
    order = np.lexsort((values, keys))
    keys, values = keys[order], values[order]
    fresh = np.ones(len(keys), dtype=bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (values[1:] != values[:-1])
    return keys[fresh], values[fresh]


def _near_arrays(words: Sequence[Word]) -> tuple[Array, Array]:
    """Checksums of the forms left of all words, sorted, and the words they are of."""
    keys, values = array("I"), array("i")
    for at, word in enumerate(words):
        found = hashes_left(word.plain, word.sound)
        keys.extend(found)
        values.extend([at] * len(found))
    return _sorted_pairs(np.array(keys, dtype=np.uint32), np.array(values, dtype=np.int32))


def _posting_arrays(row_word: Array, row_start: Array, words: int) -> tuple[Array, Array]:
    """For each word the rows that hold it, in order, once for each time; and where each word's rows begin."""
    rows = np.repeat(np.arange(len(row_start) - 1, dtype=np.int32), np.diff(row_start))
    counts = np.bincount(row_word, minlength=words)
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), rows[np.argsort(row_word, kind="stable")]


def _word_arrays(rows: _Gathering) -> dict[str, Array]:
    """The distinct words."""
    plain = [word.plain.encode("utf-8", "surrogatepass") for word in rows.word_list]
    meeting = _Pairs()
    for at, word in enumerate(rows.word_list):
        for value in meeting_hashes(word):
            meeting.add(value, at)
    named: dict[str, Array] = {
        "word_text": np.frombuffer(b"".join(plain), dtype=np.uint8),
        "word_start": np.concatenate([[0], np.cumsum([len(text) for text in plain])]).astype(np.int64),
        "word_first": np.array([first_letter(word) for word in rows.word_list], dtype=np.int32),
        "word_weight": np.array(rows.word_weight, dtype=np.int32),
        "word_lack": np.array(rows.word_lack, dtype=np.int32),
        "word_series": np.array([numbers_series(word) for word in rows.word_list], dtype=np.uint8),
        "word_length": np.array([len(word.plain) for word in rows.word_list], dtype=np.int32),
    }
    named["near_hash"], named["near_at"] = _near_arrays(rows.word_list)
    return named | _pair_arrays({"word": meeting})


def _pair_arrays(pairs: dict[str, _Pairs]) -> dict[str, Array]:
    """Sorted tables of hashes and what stands under them."""
    named = {}
    for label, found in pairs.items():
        keys, values = np.array(found.keys, dtype=np.uint64), np.array(found.values, dtype=np.int32)
        named[f"{label}_hash"], named[f"{label}_at"] = _sorted_pairs(keys, values)
    return named


def _arrays(rows: _Gathering) -> dict[str, Array]:
    """The gathered rows as arrays."""
    named: dict[str, Array] = {name: np.array(values, dtype=np.int32) for name, values in rows.ints.items()}
    named |= {name: np.array(values, dtype=np.uint8) for name, values in rows.bytes.items()}
    named["name_text"] = np.frombuffer(rows.text, dtype=np.uint8)
    named["name_start"] = np.array(rows.name_start, dtype=np.int64)
    facts = np.append(named["row_facts"], np.array([len(named["row_word"]), 0, 0, 0, 0], np.int32)).reshape(-1, FACTS)
    named["row_facts"] = facts.ravel()
    persons, totals = facts[:-1, KIND] == 1, facts[:-1, TOTAL]
    for label, which in (("person", persons), ("other", ~persons)):
        at = np.flatnonzero(which)[np.argsort(totals[which], kind="stable")]
        named[f"short_{label}_row"], named[f"short_{label}_total"] = at.astype(np.int32), totals[at]
    named["entity_countries"] = np.array(rows.countries, dtype=np.uint64)
    join_hash = np.array(rows.join_hash, dtype=np.uint64)
    order = np.lexsort((named["join_place"], named["join_row"], join_hash))
    named["join_hash"] = join_hash[order]
    for label in ("join_row", "join_lack", "join_place"):
        named[label] = named[label][order]
    named["posting_start"], named["posting_row"] = _posting_arrays(
        named["row_word"], facts[:, START], len(rows.word_list)
    )
    return named | _word_arrays(rows) | _pair_arrays(rows.pairs)


def build(entities: Iterable[ListedEntity]) -> bytes:
    """The frozen index of these entities, in this order. Equal entities give equal bytes on every machine."""
    rows = _Gathering()
    for position, entity in enumerate(entities):
        rows.add(position, entity)
    return pack(_arrays(rows), len(rows.countries))
