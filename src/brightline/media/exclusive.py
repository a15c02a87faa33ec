"""Words of which only one can be true in one place: rose and fell, lawyer and prosecutor, yuan and rouble.

The sets are a table, `exclusive.tsv`. A copy that has one where the others have another says something else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from brightline.media.telling import Telling, outvoted, surroundings
from brightline.media.words import stem
from brightline.terms.press import Difference

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DENIED = re.compile(
    r"\b(?:not|never|no longer|cannot|\w+n['’]t)\s+(?:(?:been|be|yet|have|the|any)\s)?(?P<word>[a-z]{4,})"
)
_DENIES = re.compile(
    r"\b(?:not|no|never|always|little|hardly|barely|few|none|nor|neither|nobody|nothing|without|cannot|un\w+|refus\w+|den\w+|fail\w+|\w+n['’]t)\b"
)
_LINKS = frozenset({"because", "only", "just", "even", "with", "from", "that", "until", "more", "less", "than"})
_OPPOSING = ("un", "in", "il", "im", "ir", "dis", "non-", "non")


@dataclass(frozen=True, slots=True)
class Side:
    """A word of a set, where it stands: `row` and `member` are the places of the set and of the word's side in it."""

    row: int
    member: int
    printed: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.printed)


@dataclass(frozen=True, slots=True)
class _Sets:
    kinds: tuple[tuple[str, str], ...]  # kind and severity of each set
    words: Mapping[str, tuple[tuple[int, int], ...]]
    phrases: tuple[tuple[int, int, re.Pattern[str]], ...]


@cache
def _sets() -> _Sets:
    text = files("brightline.media").joinpath("exclusive.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    words: dict[str, list[tuple[int, int]]] = {}
    phrases = []
    for row, (_, _, *members) in enumerate(rows):
        for member, said in enumerate(members):
            for one in said.split("|"):
                if " " in one or "-" in one:
                    between = re.escape(one).replace(r"\ ", r"\s+(?:\w+\s+){0,2}?")
                    phrases.append((row, member, re.compile(rf"\b{between}\b", re.I)))
                elif (row, member) not in words.setdefault(stem(one), []):
                    words[stem(one)].append((row, member))
    return _Sets(tuple((row[0], row[1]) for row in rows), {key: tuple(at) for key, at in words.items()}, tuple(phrases))


@lru_cache(maxsize=1 << 15)
def sides_in(text: str) -> tuple[Side, ...]:
    """Every word of a set in a text, in order of the sets."""
    table = _sets()
    found = [
        Side(row, member, word[0], word.start())
        for word in _WORD.finditer(text)
        for row, member in table.words.get(stem(word[0]), ())
    ]
    found += [
        Side(row, member, hit[0], hit.start())
        for row, member, pattern in table.phrases
        for hit in pattern.finditer(text)
    ]
    return tuple(sorted(found, key=lambda side: (side.row, side.start)))


def excluded(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """More of one side of a set here than in any other telling, and less of another side than those that have it."""
    mine, theirs = _by_row(one), [(other, _by_row(other)) for other in others]
    for row, sides in mine.items():
        counts = Counter(side.member for side in sides)
        told = [(other, here) for other, rows in theirs if (here := rows.get(row))]
        for member, count in counts.items():
            if told and count > max(sum(side.member == member for side in here) for _, here in told):
                yield from _other_side(one, row, [side for side in sides if side.member == member], counts, told, claim)


def _by_row(telling: Telling) -> dict[int, list[Side]]:
    rows: dict[int, list[Side]] = {}
    for side in sides_in(telling.text):
        rows.setdefault(side.row, []).append(side)
    return rows


def _other_side(
    one: Telling,
    row: int,
    mine: Sequence[Side],
    counts: Mapping[int, int],
    told: Sequence[tuple[Telling, Sequence[Side]]],
    claim: str,
) -> Iterator[Difference]:
    """The side that the others have in the same surroundings, if they have one and this telling has less of it."""
    pairs = [
        (len(_around(one, side) & _around(other, rival)), -at, other, side, rival)
        for at, (other, here) in enumerate(told)
        for rival in here
        if rival.member != mine[0].member
        and sum(each.member == rival.member for each in here) > counts.get(rival.member, 0)
        for side in mine
    ]
    near = [pair for pair in pairs if pair[0]]
    if near and outvoted(one, [pair[2] for pair in near]):
        _, _, _, side, rival = max(near, key=lambda pair: pair[:2])
        kind, severity = _sets().kinds[row]
        yield Difference(one.place, kind, side.printed, rival.printed, severity, claim)


def _around(telling: Telling, side: Side) -> frozenset[str]:
    return surroundings(telling.text, side.start, side.end)


def denied(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """A word denied here that all others affirm, or the other way round; also `legal` against `illegal`."""
    mine = _denials(one.text)
    words = _stems(one.text)
    some = any(_DENIES.search(each.text) for each in (one, *others))
    for key in sorted(words) if some else ():
        known = [other for other in others if key in _stems(other.text)]
        against = [other for other in known if _denies(other.text, key) == (key not in mine)]
        if known and len(against) == len(known) and key not in mine and _DENIES.search(one.text):
            continue  # denied here too, in other words
        if known and len(against) == len(known) and outvoted(one, against):
            says, said = ("not ", "") if key in mine else ("", "not ")
            yield Difference(one.place, "polarity", says + words[key], said + words[key], "critical", claim)
    for key in sorted(words):
        if not any(key in _stems(other.text) for other in others):
            yield from _negated(one, key, others, claim)


def _negated(one: Telling, key: str, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """`legal` here where the others have `illegal`, or the other way round."""
    words = _stems(one.text)
    for opposite in _prefixed(key):
        against = [other for other in others if opposite in _stems(other.text)]
        exact = {words[key].lower(), *(_stems(other.text)[opposite].lower() for other in against)}
        plain = not _DENIES.search(one.text) and not any(_DENIES.search(other.text) for other in against)
        if opposite not in words and plain and _one_negates(exact) and outvoted(one, against):
            yield Difference(one.place, "polarity", words[key], _stems(against[0].text)[opposite], "critical", claim)


@lru_cache(maxsize=1 << 16)
def _denies(text: str, key: str) -> bool | None:
    """Whether a text denies a word; None where it denies something, and it cannot be told what."""
    if key in _denials(text):
        return True
    return None if _DENIES.search(text) else False


def _one_negates(words: set[str]) -> bool:
    """Whether of two words one is the other with a prefix and nothing else: `imprisonment` is not of `prison`."""
    longer = max(words, key=len)
    return any(longer == prefix + other for other in words for prefix in _OPPOSING)


def _prefixed(key: str) -> Iterator[str]:
    for prefix in _OPPOSING:
        if len(key) > 4:
            yield prefix + key
        if key.startswith(prefix) and len(key) - len(prefix) > 4:
            yield key[len(prefix) :]


@lru_cache(maxsize=1 << 14)
def _denials(text: str) -> frozenset[str]:
    return frozenset(stem(found["word"]) for found in _DENIED.finditer(text) if found["word"] not in _LINKS)


@lru_cache(maxsize=1 << 14)
def _stems(text: str) -> Mapping[str, str]:
    """The longer words of a text by their stems, as printed."""
    return {stem(word[0]): word[0] for word in _WORD.finditer(text) if len(word[0]) > 3}
