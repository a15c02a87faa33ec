"""The tables of words."""

from __future__ import annotations

from brightline.goods.stems import simplified, stem
from brightline.goods.words import READINGS, phrases, rows
from brightline.text.fold import tokens


def test_no_phrase_says_two_things() -> None:
    said: dict[tuple[str, ...], set[str]] = {}
    for _, language, written, reading, _ in rows():
        key = (simplified(written),) if language == "zh" else tuple(stem(part) for part in tokens(written))
        said.setdefault(key, set()).add(reading)
    assert {key: readings for key, readings in said.items() if len(readings) > 1} == {}


def test_the_tables_are_large_enough_and_of_known_readings() -> None:
    known = phrases()
    held = [phrase for group in known.words.values() for phrase in group] + list(known.chinese.values())
    counts = {reading: sum(1 for phrase in held if phrase.reading == reading) for reading in READINGS.values()}
    assert counts["listed"] > 3000
    assert counts["harmless"] > 3000
    assert min(counts.values()) > 0
    assert all(phrase.hs for phrase in held if phrase.reading == "listed")
    assert all(len(written) > 1 for written in known.chinese)
