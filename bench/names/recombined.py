"""Any number of listed entities, made of the words of real ones: entry n is the same on every machine, made when asked.

Each takes the shape of a real entry (its names, kinds, countries, dates) and exchanges each word that says who for such
a word of a real name, drawn as often as it occurs there; the same word for the same word in all its names. Legal forms,
numbers and words that say what kind of body it is stay. A word that is a whole name is put together from the beginning
of one word and the end of another: a million bodies do not share a few thousand names of one word.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import overload

from bench.names.loading import entities_of

from brightline.names.forms import form_at
from brightline.terms import ListedEntity, ListedName
from brightline.text.fold import fold

LISTS = (
    ("ofac/sdn_2024-07-02.csv.gz",),
    tuple(f"ofac/set_2023-12-28/{part}" for part in ("sdn.csv.gz", "alt.csv.gz", "add.csv.gz", "sdn_comments.csv")),
    ("us_csl/consolidated_2022-05.csv.gz",),
    ("un/consolidated_2026-02-27.xml.gz",),
    ("eu/consolidated/32014R0269.csv.gz",),
    ("eu/consolidated/32014R0833.csv.gz",),
    ("uk/conlist_2016-02-12.csv.gz",),
)
_SEED = 20240702
_USUAL = 500  # one name in so many holds a word that says what kind of body it is


@cache
def real_entities() -> tuple[ListedEntity, ...]:
    """The entries of the public lists at hand, one list after the other."""
    return tuple(entity for files in LISTS for entity in entities_of(*files))


@cache
def _usual() -> frozenset[str]:
    """Words of the names of companies, craft and other bodies that many of them hold, and words of legal forms."""
    names = [name.value for one in real_entities() if one.schema != "Person" for name in one.names]
    counts = Counter(word for name in names for word in {_bare(word) for word in name.split()})
    return frozenset(word for word, count in counts.items() if count * _USUAL > len(names) or form_at([word], 0)[0])


def _bare(written: str) -> str:
    """A word without case and signs."""
    return fold(written).strip()


@cache
def _says_who(written: str) -> bool:
    """Whether a written word says who: letters only, no legal form, no particle, nothing that many names hold."""
    bare = _bare(written)
    return len(bare) > 2 and bare.isalpha() and bare not in _usual()


@cache
def _words(person: bool, ascii_only: bool) -> tuple[str, ...]:
    """Every word that says who in a real name of a person, or of others, as often as it occurs; in Latin or not."""
    names = [name.value for one in real_entities() if (one.schema == "Person") == person for name in one.names]
    return tuple(word for name in names for word in name.split() if word.isascii() == ascii_only and _says_who(word))


def _exchanged(word: str, person: bool, alone: bool, rng: random.Random) -> str:
    """A word in the place of this one."""
    if not _says_who(word):
        return word
    pool = _words(person, word.isascii())
    one, other = pool[rng.randrange(len(pool))], pool[rng.randrange(len(pool))]
    return one[: (len(one) + 1) // 2] + other[len(other) // 2 :] if alone else one


class Recombined(Sequence[ListedEntity]):
    """So many entities, made of real words. `seed` makes other ones."""

    def __init__(self, count: int, seed: int = _SEED) -> None:
        self._count, self._seed = count, seed

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> ListedEntity: ...

    @overload
    def __getitem__(self, index: slice) -> list[ListedEntity]: ...

    def __getitem__(self, index: int | slice) -> ListedEntity | list[ListedEntity]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        rng = random.Random(self._seed * 10_000_000 + index)
        real = real_entities()[rng.randrange(len(real_entities()))]
        put: dict[str, str] = {}
        names = []
        for name in real.names:
            parts = name.value.split()
            for word in parts:
                if word not in put:
                    put[word] = _exchanged(word, real.schema == "Person", len(parts) == 1, rng)
            names.append(ListedName(" ".join(put[word] for word in parts), name.kind))
        return replace(
            real,
            list="made-up",
            entry=str(index),
            names=tuple(dict.fromkeys(names)),
            identifiers=(),
            remarks=(),
            kept=(),
        )

    def __iter__(self) -> Iterator[ListedEntity]:
        return (self[index] for index in range(self._count))
