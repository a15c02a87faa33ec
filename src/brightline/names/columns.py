"""What laying is given: the arrays of a frozen index, what is asked for column by column, the numbers of the model."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from brightline.names.block import Array
from brightline.names.tokens import MOST_WORDS

# The facts of a row, side by side because memory far away is slow: where its words begin, its weight before any pair,
# what its words weigh, its legal form and the kind of its bearer as `bounds` numbers them.
START, BASE, TOTAL, FORM, KIND = range(5)
FACTS = 5

# Pairs that two names of so many words can make: each word, and each two or three neighbours read as one, of ours with
# each of theirs; each letter with each word; each word of ours with neighbours of theirs.
MOST_PAIRS = 6 * MOST_WORDS**2


class Listed(NamedTuple):
    """The arrays of a frozen index that laying needs, `row_facts` with a line a row and one more behind the last."""

    row_facts: Array
    row_word: Array
    posting_start: Array
    posting_row: Array
    join_row: Array
    join_lack: Array
    join_place: Array
    word_first: Array
    word_lack: Array
    word_weight: Array
    word_length: Array
    word_series: Array


class Columns(NamedTuple):
    """What is asked for, a column each: words of ours, then neighbours of ours read as one.

    `first`, `many`: which of our words; `lack`, `weight`, `length`: what they cost and weigh, how many letters;
    `series`: as in `bounds.numbers_series`; `letter`, `letter_gain`: as in `vocabulary.Asked`; `join_from`, `join_to`,
    `join_gain`: listed neighbours that read as the word. `word`, `of`, `gains`: each listed word that is related to a
    column, that column, and what the pair gains among persons, among bodies, and among bodies where the shorter word
    ends its name.
    """

    first: Array
    many: Array
    lack: Array
    weight: Array
    length: Array
    series: Array
    letter: Array
    letter_gain: Array
    join_from: Array
    join_to: Array
    join_gain: Array
    word: Array
    of: Array
    gains: Array


class Whole(NamedTuple):
    """What is asked for as a whole, and the numbers of the model; whole numbers all.

    `who`: which rows are looked at: 1 those of persons, 0 the others, 2 all. `laid`: whether words are
    laid one against one (0: every listed word with the word of ours best for it, a bound).
    `need_any`, `need_person`, `need_body`: what rows must reach, by `bounds.bearer_kind`.
    """

    who: int
    laid: int
    person: int
    words: int
    lack: int
    total: int
    form: int
    without: int
    need_any: int
    need_person: int
    need_body: int
    cap_ours: int
    cap_theirs: int
    whole_name: int
    times_body: int
    times_person: int
    form_same: int
    form_differs: int
    initial_lack: int
    number_differs: int
    number_most: int
    least_name: int


class Needed(NamedTuple):
    """What the words of a row must come to: `weight`, less in short names by the fraction `least` of `whole` at most.

    `total`: what the words of ours weigh; `rest`: what we weigh before any pair and columns that are no seeds give.
    """

    weight: int
    total: int
    least: int
    whole: int
    rest: int


class Scratch(NamedTuple):
    """Room that is left as it was found: `given` and `head` by row and by word, `rows` for rows, `keys` for pairs."""

    given: Array
    head: Array
    rows: Array
    keys: Array


def scratch(rows: int, words: int) -> Scratch:
    """Room for an index of so many rows and words."""
    return Scratch(
        np.zeros(rows, np.int32), np.full(words, -1, np.int32), np.zeros(rows, np.int32), np.zeros(MOST_PAIRS, np.int64)
    )
