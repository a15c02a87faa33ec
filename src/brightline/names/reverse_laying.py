"""The loop of `reverse`, compiled: which readings of a book may reach a weight with a row of a small list."""

from __future__ import annotations

from typing import NamedTuple

from brightline.names.block import Array
from brightline.names.columns import BASE, KIND, TOTAL
from brightline.names.compiled import compiled


class Readings(NamedTuple):
    """Readings of a book, those of reading i at `[i]`; its words from `start[i]` on.

    `total`: what they weigh; `rest`: what the name has without pairs; `person`: whether a person bears it; `need`: what
    it needs beside a row of each kind of bearer (`bounds.bearer_kind`), less `country_most` in a country of `country`
    and `born_most` beside a birth in the year `born`.
    """

    start: Array
    word: Array
    total: Array
    rest: Array
    person: Array
    need: Array
    country: Array
    country_most: Array
    born: Array
    born_most: Array


class Answers(NamedTuple):
    """For each word of the book the rows it may gain in, those of word i from `start[i]` on.

    `gain`: how much, where a person is on either side and between bodies. Of the rows `facts` as in `columns`,
    `countries` as bits, years of birth from `birth_start` on. `least` (of bodies, of persons), `whole`: as in
    `columns.Needed`.
    """

    start: Array
    row: Array
    gain: Array
    facts: Array
    countries: Array
    birth_start: Array
    birth: Array
    least: Array
    whole: int


@compiled
def readings_reaching(readings: Readings, answers: Answers, given: Array, rows: Array, found: Array) -> None:
    """Mark in `found` the readings to which their words give what is needed in any row; see `laying.rows_given`.

    `given` (for persons, for bodies), `rows`: room for all rows, noughts, left as it was.
    """
    for at in range(len(readings.total)):
        size = 0
        for place in range(readings.start[at], readings.start[at + 1]):
            word = readings.word[place]
            for one in range(answers.start[word], answers.start[word + 1]):
                row = answers.row[one]
                if given[1, row] == 0:
                    rows[size] = row
                    size += 1
                given[0, row] += answers.gain[one, 0]
                given[1, row] += answers.gain[one, 1]
        for one in range(size):
            row = rows[one]
            kind = answers.facts[row, KIND]
            person = readings.person[at] == 1 or kind == 1
            has = given[0 if person else 1, row] + answers.facts[row, BASE] + readings.rest[at]
            given[0, row] = 0
            given[1, row] = 0
            need = readings.need[at, kind]
            if readings.country[at] & answers.countries[row]:
                need -= readings.country_most[at]
            if readings.born_most[at] and has < need:
                for year in range(answers.birth_start[row], answers.birth_start[row + 1]):
                    if answers.birth[year] == readings.born[at]:
                        need -= readings.born_most[at]
                        break
            total = max(answers.facts[row, TOTAL], readings.total[at])
            least = answers.least[1 if person else 0]
            if has >= min(need * max(min(total, answers.whole), least) // answers.whole, need):
                found[at] = True
