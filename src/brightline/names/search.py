"""Which rows may reach a weight: first those that hold a word they cannot do without, then those whose words reach it.

The words with the most rows (generic words, usual given names) are passed over for as long as they do not reach the
weight among themselves; only rows that hold one of the others are looked at (the MaxScore method of Turtle and Flood,
1995, with upper bounds of weights). The loops stand in `laying`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from brightline.names.block import Array
from brightline.names.bounds import (
    form_number,
    greatest_total,
    numbers_series,
    ours_without_pairs,
    times_most,
)
from brightline.names.columns import FACTS, Columns, Listed, Needed, Scratch, Whole, scratch
from brightline.names.read import Name
from brightline.names.vocabulary import Asked, Vocabulary
from brightline.names.weights import weights
from brightline.names.words import Word


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the words and neighbouring words of a reading, and it as a whole.

    `asked`: the columns that any listed word answers; `numbers`: which columns those are. `whole`: the facts of the
    reading as `laying.Whole` has them, but for what rows need.
    """

    columns: Columns
    asked: tuple[Asked, ...]
    numbers: tuple[int, ...]
    whole: tuple[int, ...]
    without: int
    total: int


_Column = tuple[int, int, int, int, int, int, Asked]  # as the first fields of `Columns`, and what answers
_PERSON, _WORDS = 1, 2  # places in `Request.whole`
_NONE = np.zeros(0, np.int32)


def request_of(name: Name, vocabulary: Vocabulary) -> Request:
    """A reading of a query as a request."""
    kind = "person" if name.person else "body"
    columns: list[_Column] = [
        (at, 1, word.lack, word.weight, len(word.plain), numbers_series(word), vocabulary.ask(word, kind))
        for at, word in enumerate(name.words)
    ]
    columns += [(join.first, join.count, join.lack, 0, 0, 0, asked) for join, asked in vocabulary.ask_joins(name.joins)]
    lack, without = sum([word.lack for word in name.words]), ours_without_pairs(name)
    whole = (1, int(name.person), len(name.words), lack, name.total, form_number(name.form), without)
    return _request(columns, whole, without, name.total)


def request_for(words: Iterable[Word], vocabulary: Vocabulary) -> Request:
    """Any of these words, each as often as a listed name holds it: nothing is taken off for those it does not have."""
    columns: list[_Column] = [(0, 1, 0, 0, len(word.plain), 0, vocabulary.ask(word, "text")) for word in words]
    whole = (0, 0, len(columns), 0, weights().whole_name, 0, 0)
    return _request(columns, whole, 0, weights().whole_name)


def _request(columns: list[_Column], whole: tuple[int, ...], without: int, total: int) -> Request:
    """A request from its columns."""
    asked = [column[6] for column in columns]
    numbers = [at for at, one in enumerate(asked) if one.size or one.letter]
    facts = [[*column, one.letter, one.letter_gain, *one.joins, one.join_gain] for *column, one in columns]
    table = np.array(facts, dtype=np.int64).reshape(-1, 11).T.copy()
    words = np.concatenate([np.zeros(0, np.int32), *[one.words for one in asked]])
    gains = np.concatenate([np.zeros((0, 3), np.int32), *[one.gains for one in asked]])
    of = np.repeat(np.arange(len(asked), dtype=np.int32), [len(one.words) for one in asked])
    columns_of = Columns(*[*table, words, of, gains])
    return Request(columns_of, tuple(asked), tuple(numbers), whole, without, total)


def _by_bearer(request: Request) -> list[tuple[int, Request]]:
    """The request, or two: one for persons' rows, one for the others (as `laying.Whole.who`).

    Beside a body's name only a letter at the end of ours is an initial.
    """
    letters = [at for at in request.numbers if request.asked[at].letter]
    if request.whole[_PERSON] or not letters:
        return [(2, request)]
    asked = tuple(
        replace(one, letter=0, letter_gain=0, most=one.most_else, greatest=one.greatest_else)
        if one.letter and not 0 < at == request.whole[_WORDS] - 1
        else one
        for at, one in enumerate(request.asked)
    )
    letter = np.array([one.letter for one in asked], dtype=np.int64)
    others = replace(
        request,
        asked=asked,
        columns=request.columns._replace(letter=letter),
        numbers=tuple([at for at in request.numbers if asked[at].size or asked[at].letter]),
    )
    return [(1, request), (0, others)]


class Rows:
    """The rows of a frozen index, and the `columns` facts of each."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self.facts = arrays["row_facts"].reshape(-1, FACTS)
        self._listed = Listed(self.facts, *[arrays[label] for label in Listed._fields[1:]])
        self._scratch: Scratch | None = None

    def reaching(self, request: Request, needs: tuple[int, int, int]) -> tuple[Array, Array]:
        """The rows that may weigh as much as needed, and the most that each can weigh.

        `needs`: by `bounds.bearer_kind`. A name equal as a whole, or an acronym, may weigh more than is told here.
        """
        if self._scratch is None:
            self._scratch = scratch(len(self.facts), len(self._arrays["word_weight"]))
        found = [self._reaching(one, needs, who, self._scratch) for who, one in _by_bearer(request)]
        return np.concatenate([rows for rows, _ in found]), np.concatenate([weights for _, weights in found])

    def _reaching(self, request: Request, needs: tuple[int, int, int], who: int, room: Scratch) -> tuple[Array, Array]:
        """The same for the rows of persons alone, of others alone, or of all."""
        from brightline.names.laying import rows_laid  # here, so that who searches no names does not wait for numba

        numbers = weights()
        facts = (
            who, *request.whole, *needs, numbers.lack_cap_ours, numbers.lack_cap_theirs, numbers.whole_name,
            *numbers.short_name_times, numbers.form_same, numbers.form_differs, numbers.initial_lack,
            numbers.number_differs, numbers.number_most, numbers.least_name,
        )  # fmt: skip
        least = (min(needs[0], needs[2]), needs[1], min(needs))[who]
        rows = self._worth_laying(request, least, who, room)
        return rows_laid(self._listed, request.columns, Whole(*facts), rows, room)

    def _worth_laying(self, request: Request, need: int, who: int, room: Scratch) -> Array:
        """The rows that hold one of the words that a row cannot do without; rows of few letters where it can."""
        times = times_most(bool(request.whole[_PERSON]) or who == 1, request.total)
        seeds, skipped = _parted(request, need, times)
        if seeds is not None:
            return self._given(
                request, seeds, _NONE, Needed(need, request.total, *times[::-1], request.without + skipped), room
            )
        seeds, skipped = _parted(request, need, (1, 1))
        if seeds is None:
            return np.arange(len(self.facts) - 1, dtype=np.int32)
        given = [request.without + sum([getattr(one, part) for one in request.asked]) for part in ("most", "counted")]
        most = greatest_total(given[0], given[1], need)
        short = [self._short(label, most) for at, label in ((1, "person"), (0, "other")) if who in (at, 2)]
        return self._given(
            request, seeds, np.concatenate(short), Needed(need, 0, 1, 1, request.without + skipped), room
        )

    def _short(self, label: str, most: int) -> Array:
        """The rows of persons, or others, whose words weigh no more than this."""
        totals = self._arrays[f"short_{label}_total"]
        last = totals.searchsorted(totals.dtype.type(min(most, np.iinfo(totals.dtype).max)), "right")
        return self._arrays[f"short_{label}_row"][:last]

    def _given(self, request: Request, seeds: Sequence[int], also: Array, needed: Needed, room: Scratch) -> Array:
        """The rows to which these columns give what is needed, and the others."""
        from brightline.names.laying import rows_given

        chosen = np.zeros(len(request.asked), np.uint8)
        chosen[list(seeds)] = 1
        return rows_given(self._listed, request.columns, chosen, also, needed, room)


def _parted(request: Request, need: int, times: tuple[int, int]) -> tuple[list[int] | None, int]:
    """The columns of which a row must hold one (None: it need hold none), and the most that the others gain.

    `times`: the most that what agrees counts for, a fraction. The others must stay below the need, so raised.
    """
    given = counted = request.without
    asked, seeds, greatest = request.asked, [], 0
    for number in sorted(request.numbers, key=lambda number: (not asked[number].letter, -asked[number].size)):
        one = asked[number]
        if _raised(given + one.most, counted + one.counted, times) < need:
            given, counted, greatest = given + one.most, counted + one.counted, greatest + one.greatest
        else:
            seeds.append(number)
    if _raised(given, counted, times) >= need or any(asked[number].letter for number in seeds):
        return None, 0
    return seeds, greatest


def _raised(given: int, counted: int, times: tuple[int, int]) -> int:
    """What pairs come to at most in a short name; see `bounds.times_most`."""
    return given + max(0, counted) * (times[0] - times[1]) // times[1]
