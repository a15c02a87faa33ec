"""The laying of `align` on numbers of words, compiled: what rows weigh before anything but numbers contradicts.

Pairs, their order, lacking words and their caps, short names and legal forms are those of `align`; a name equal as a
whole and an acronym are found by their hashes instead (`bounds.asked_hashes`). `tests/names/test_bounds.py` lays both
beside each other.
"""

from __future__ import annotations

import numpy as np

from brightline.names.block import Array
from brightline.names.columns import BASE, FORM, KIND, START, TOTAL, Columns, Listed, Needed, Scratch, Whole
from brightline.names.compiled import compiled

_PLACES = 128  # of words and of pieces of a key: more than a name has words
_GAINS = 1 << 30
_INITIAL = 8  # added to the count of a pair that is a letter of ours and a word that begins with it


@compiled
def rows_given(listed: Listed, columns: Columns, seeds: Array, also: Array, needed: Needed, room: Scratch) -> Array:
    """Rows to which the seeds give what is needed, all that they give added up; and the rows of `also`."""
    given, rows, found = room.given, room.rows, 0
    for at in range(len(columns.word)):
        if seeds[columns.of[at]]:
            word = columns.word[at]
            gain = max(columns.gains[at, 0], columns.gains[at, 1], columns.gains[at, 2])
            for place in range(listed.posting_start[word], listed.posting_start[word + 1]) if gain > 0 else range(0):
                row = listed.posting_row[place]
                if given[row] == 0:
                    rows[found] = row
                    found += 1
                given[row] += gain
    for column in range(len(columns.first)):
        if seeds[column]:
            for place in range(columns.join_from[column], columns.join_to[column]):
                row = listed.join_row[place]
                if given[row] == 0:
                    rows[found] = row
                    found += 1
                given[row] += listed.join_lack[place] + columns.join_gain[column]
    kept = np.empty(found + len(also), np.int32)
    size = 0
    for at in range(found):
        row = rows[at]
        total = max(listed.row_facts[row, TOTAL], needed.total)
        most = needed.weight * max(min(total, needed.whole), needed.least) // needed.whole
        if given[row] + listed.row_facts[row, BASE] + needed.rest >= min(most, needed.weight):
            kept[size] = row
            size += 1
            given[row] = -1
    for row in also:
        if given[row] != -1:
            kept[size] = row
            size += 1
    for at in range(found):
        given[rows[at]] = 0
    return kept[:size]


@compiled
def _raised(weight: int, over: int, total: int, times: int, whole_name: int) -> int:
    """`align`, "short-name": `over`, what initials give more than they weigh; `times`, how often a weight may count."""
    if weight <= over or total >= whole_name:
        return weight
    counted = weight - over
    return weight + min(counted * (times - 1), counted * (whole_name - total) // total)


@compiled
def _key(gain: int, ours: int, theirs: int, ours_count: int, theirs_count: int) -> int:
    """A pair as one number, in the order in which `align` takes pairs."""
    place = (ours * _PLACES + theirs) * _PLACES + ours_count
    return (_GAINS - gain) * _PLACES**4 + place * _PLACES + theirs_count


@compiled
def _gain(gains: Array, columns: Columns, column: int, person: bool, words: int, length: int, last: bool) -> int:
    """What a pair gains where it stands: `last`, whether the listed word ends a name of several."""
    if person:
        return int(gains[0])
    ours_last = columns.first[column] == words - 1 and words > 1
    ends = ours_last if columns.length[column] < length else last
    return int(gains[2] if ends else gains[1])


@compiled
def _search(values: Array, first: int, last: int, wanted: int) -> int:
    """Where a number begins in a sorted stretch."""
    while first < last:
        middle = (first + last) // 2
        if values[middle] < wanted:
            first = middle + 1
        else:
            last = middle
    return first


@compiled
def _pairs(
    listed: Listed, columns: Columns, whole: Whole, row: int, following: Array, room: Scratch
) -> tuple[int, int]:
    """All pairs of a row as keys in `room.keys`; how many, and what each word gains at most with the best of ours.

    There is room for all pairs that names of `MOST_WORDS` words can make (`columns.MOST_PAIRS`).
    """
    found, most = 0, 0
    begin, end = listed.row_facts[row, START], listed.row_facts[row + 1, START]
    person = whole.person == 1 or listed.row_facts[row, KIND] == 1
    for at in range(begin, end):
        last = at == end - 1 and end - begin > 1
        found, best = _of_word(listed, columns, whole, at, at - begin, person, last, following, room, found)
        found, letter = _of_letters(listed, columns, whole, at, at - begin, person, following, room, found)
        most += max(best, letter)
    return _of_joins(listed, columns, row, room, found, most)


@compiled
def _of_word(
    listed: Listed, columns: Columns, whole: Whole, at: int, place: int, person: bool, last: bool,
    following: Array, room: Scratch, found: int,
) -> tuple[int, int]:  # fmt: skip
    """The pairs of one listed word with the asked ones related to it, and the most that one of them gains."""
    word, best = listed.row_word[at], 0
    entry = room.head[word]
    while entry >= 0:
        column = columns.of[entry]
        gain = int(columns.gains[entry, 0])
        if columns.many[column] == 1:
            gain = _gain(columns.gains[entry], columns, column, person, whole.words, listed.word_length[word], last)
        if gain > 0:
            room.keys[found] = _key(gain, columns.first[column], place, columns.many[column], 1)
            found += 1
            best = max(best, gain)
        entry = following[entry]
    return found, best


@compiled
def _of_letters(
    listed: Listed, columns: Columns, whole: Whole, at: int, place: int, person: bool,
    following: Array, room: Scratch, found: int,
) -> tuple[int, int]:  # fmt: skip
    """The pairs of one listed word with single letters of ours that it begins with, and the most that one gains."""
    word, best = listed.row_word[at], 0
    for column in range(len(columns.letter)):
        if columns.letter[column] and columns.letter[column] == listed.word_first[word]:
            ends = columns.first[column] == whole.words - 1 and whole.words > 1
            if (person or ends) and not _related(columns, room.head[word], column, following):
                gain = columns.letter_gain[column] + min(listed.word_lack[word], whole.initial_lack)
                room.keys[found] = _key(gain, columns.first[column], place, 1, 1 + _INITIAL)
                found += 1
                best = max(best, gain)
    return found, best


@compiled
def _related(columns: Columns, entry: int, wanted: int, following: Array) -> bool:
    """Whether a listed word, whose relations begin here, is related to an asked one by more than its first letter."""
    while entry >= 0:
        if columns.of[entry] == wanted:
            return True
        entry = following[entry]
    return False


@compiled
def _of_joins(listed: Listed, columns: Columns, row: int, room: Scratch, found: int, most: int) -> tuple[int, int]:
    """The pairs of asked words with neighbouring words of the row that read as one."""
    for column in range(len(columns.join_from)):
        last = columns.join_to[column]
        if columns.join_from[column] < last:
            at, best = _search(listed.join_row, columns.join_from[column], last, row), 0
            while at < last and listed.join_row[at] == row:
                gain, place = columns.join_gain[column] + listed.join_lack[at], listed.join_place[at]
                room.keys[found] = _key(gain, columns.first[column], place // 4, 1, place % 4)
                found += 1
                best = max(best, gain)
                at += 1
            most += best
    return found, most


@compiled
def _lay(
    listed: Listed, columns: Columns, whole: Whole, row: int, keys: Array, ours: Array, theirs: Array, stamp: int
) -> tuple[int, int, bool]:
    """The weight of the pairs taken one after the other, less what lacks.

    And what initials give more than they weigh; and whether numbers left over contradict.
    """
    keys.sort()
    begin, end = listed.row_facts[row, START], listed.row_facts[row + 1, START]
    extra, missing, weight, over = whole.lack, 0, 0, 0
    for at in range(begin, end):
        missing += listed.word_lack[listed.row_word[at]]
    for key in keys:
        initial, theirs_count = key % _PLACES // _INITIAL, key % _INITIAL
        ours_count, place = key // _PLACES % _PLACES, key // _PLACES**2 % _PLACES
        first = key // _PLACES**3 % _PLACES
        if _free(ours, first, ours_count, stamp) and _free(theirs, place, theirs_count, stamp):
            mine, others = 0, 0
            for at in range(first, first + ours_count):
                ours[at] = stamp
                mine += columns.lack[at]
            for at in range(place, place + theirs_count):
                theirs[at] = stamp
                others += listed.word_lack[listed.row_word[begin + at]]
            extra, missing = extra - mine, missing - others
            gained = _GAINS - key // _PLACES**4 - mine - others
            weight += gained
            if initial:
                over += gained - min(columns.weight[first], listed.word_weight[listed.row_word[begin + place]])
    weight -= min(extra, whole.cap_ours) + min(missing, whole.cap_theirs)
    return weight, over, _numbers_differ(listed, columns, whole, row, ours, theirs, stamp)


@compiled
def _free(used: Array, first: int, count: int, stamp: int) -> bool:
    """Whether none of these places is taken."""
    taken = 0
    for at in range(first, first + count):
        taken += used[at] == stamp
    return taken == 0


@compiled
def _numbers_differ(
    listed: Listed, columns: Columns, whole: Whole, row: int, ours: Array, theirs: Array, stamp: int
) -> bool:
    """Whether numbers or series are left over on both sides."""
    begin, end = listed.row_facts[row, START], listed.row_facts[row + 1, START]
    least = 2 if whole.person == 1 or listed.row_facts[row, KIND] == 1 else 1
    left, others = 0, 0
    for at in range(whole.words):
        if ours[at] != stamp:
            left = max(left, columns.series[at])
    for at in range(begin, end):
        if theirs[at - begin] != stamp:
            others = max(others, listed.word_series[listed.row_word[at]])
    return left >= least and others >= least


@compiled
def _need(whole: Whole, kind: int) -> int:
    """What a row of this kind of bearer must reach."""
    if kind == 1:
        return whole.need_person
    return whole.need_body if kind == 2 else whole.need_any


@compiled
def rows_laid(listed: Listed, columns: Columns, whole: Whole, rows: Array, room: Scratch) -> tuple[Array, Array]:
    """Of these rows those that reach what they need before any but numbers contradict, and what they weigh then."""
    following = np.empty(len(columns.word), np.int32)
    for entry in range(len(columns.word)):
        following[entry] = room.head[columns.word[entry]]
        room.head[columns.word[entry]] = entry
    kept, weights = np.empty(len(rows), np.int32), np.empty(len(rows), np.int64)
    ours, theirs = np.full(2 * _PLACES, -1, np.int64), np.full(2 * _PLACES, -1, np.int64)
    size = 0
    for at in range(len(rows)):
        row = rows[at]
        kind = listed.row_facts[row, KIND]
        if whole.who != 2 and whole.who != (kind == 1):
            continue
        need = _need(whole, kind)
        found, most = _pairs(listed, columns, whole, row, following, room)
        total = max(listed.row_facts[row, TOTAL], whole.total, 1)
        times = whole.times_person if whole.person == 1 or kind == 1 else whole.times_body
        weight = _raised(listed.row_facts[row, BASE] + whole.without + most, 0, total, times, whole.whole_name)
        if weight >= need and whole.laid:
            weight, over, differ = _lay(listed, columns, whole, row, room.keys[:found], ours, theirs, at)
            weight = _raised(weight, over, total, times, whole.whole_name)
            if whole.form and listed.row_facts[row, FORM]:
                weight += whole.form_same if whole.form == listed.row_facts[row, FORM] else whole.form_differs
            if differ:
                weight = min(weight + whole.number_differs, whole.number_most)
            weight = max(weight, whole.least_name)
        if weight >= need:
            kept[size], weights[size] = row, weight
            size += 1
    for word in columns.word:
        room.head[word] = -1
    return kept[:size], weights[:size]
