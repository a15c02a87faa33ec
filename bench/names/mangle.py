"""Damages names as people, forms and scanners damage them: seeded, one fault at a time, the kind of fault told.

A word of fewer than five letters keeps its letters, and so does a name of fewer than ten beside its legal form: with a
slip in it nobody could tell which name was meant.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

from bench.names.plain_words import own_words

LEAST_LETTERS = 5
LEAST_LETTERS_IN_ALL = 10
LINE = 35  # letters a line of a payment message has
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_BESIDE = {
    letter: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in _ROWS for at, letter in enumerate(row) if row
}
_READ_AS = (
    *(("O", "0"), ("o", "0"), ("l", "1"), ("I", "l"), ("I", "1"), ("rn", "m"), ("m", "rn"), ("S", "5"), ("B", "8")),
    *(("cl", "d"), ("G", "6"), ("Z", "2"), ("e", "c"), ("RN", "M"), ("VV", "W"), ("D", "O"), ("О", "0")),
)
_SPELLED = (
    *(("kh", "h"), ("iy", "y"), ("yu", "iu"), ("ya", "ia"), ("ts", "c"), ("zh", "j"), ("ks", "x"), ("ey", "ei")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"), ("ck", "k"), ("yev", "ev"), ("ch", "tch"), ("sh", "ch")),
    *(("mohammad", "muhammad"), ("mohamed", "mohammed"), ("aleksandr", "alexander"), ("al-", "el "), ("ё", "е")),
    *(("qa", "ka"), ("gh", "g"), ("aa", "a"), ("dh", "d"), ("y ", "i "), ("w", "v"), ("й", "и"), ("sc", "shch")),
)

Fault = Callable[[str, random.Random], str]


def _word(name: str, chance: random.Random) -> tuple[int, int] | None:
    """Where a word that is long enough for a slip begins and ends."""
    found = _long_words(name)
    return chance.choice(found) if found else None


def _long_words(name: str) -> list[tuple[int, int]]:
    if sum(map(len, own_words(name))) < LEAST_LETTERS_IN_ALL:
        return []
    words = [match.span() for match in re.finditer(r"[^\W\d_]+", name)]
    return [(start, end) for start, end in words if end - start >= LEAST_LETTERS]


def _in_word(change: Callable[[str, int, random.Random], str]) -> Fault:
    """A fault at one letter inside a long enough word, never its first."""

    def fault(name: str, chance: random.Random) -> str:
        span = _word(name, chance)
        if not span:
            return name
        start, end = span
        at = chance.randrange(start + 1, end)
        return name[:start] + change(name[start:end], at - start, chance) + name[end:]

    return fault


def _as_case(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter


def _beside(word: str, at: int, chance: random.Random) -> str:
    """A neighbour on the keyboard in place of a letter."""
    near = _BESIDE.get(word[at].lower(), "")
    return word[:at] + _as_case(chance.choice(near), word[at]) + word[at + 1 :] if near else word


def _dropped(word: str, at: int, chance: random.Random) -> str:
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int, chance: random.Random) -> str:
    return word[:at] + word[at] + word[at:]


def _swapped(word: str, at: int, chance: random.Random) -> str:
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at > 1 else word


def _split(word: str, at: int, chance: random.Random) -> str:
    """A blank inside a long word, with three letters at least on both sides."""
    return f"{word[:at]} {word[at:]}" if 3 <= at <= len(word) - 3 else word


def _joined(name: str, chance: random.Random) -> str:
    """A blank between two words lost."""
    places = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", name)]
    if not places:
        return name
    at = chance.choice(places)
    return name[:at] + name[at + 1 :]


def _turned(name: str, chance: random.Random) -> str:
    """The first word last, or the last first with a comma; a listed comma gone."""
    if name.count(",") == 1:
        last, first = name.split(",")
        return f"{first.strip()} {last.strip()}"
    words = name.split()
    if len(words) < 2:
        return name
    return f"{words[-1]}, {' '.join(words[:-1])}" if chance.random() < 0.5 else " ".join([*words[1:], words[0]])


def _shortened(name: str, chance: random.Random) -> str:
    """A middle word as its first letter, where two full words are left."""
    words = name.split()
    if len(words) < 3 or len(words[-1]) < LEAST_LETTERS:
        return name
    at = len(words) - 1 if "," in words[0] else 1
    return " ".join([*words[:at], words[at][0] + ".", *words[at + 1 :]])


def _without_middle(name: str, chance: random.Random) -> str:
    """A word in the middle gone, where two full words are left."""
    words = name.split()
    if len(words) not in (3, 4) or min(map(len, words)) < 4:
        return name
    at = len(words) - 1 if "," in words[0] else 1
    return " ".join(words[:at] + words[at + 1 :])


def _replaced(table: tuple[tuple[str, str], ...], folded: bool) -> Fault:
    """One place where a spelling of the table stands, changed to the other; `folded`: also in capital letters."""

    def fault(name: str, chance: random.Random) -> str:
        cased = [(each, one) for here, there in table for each, one in ((here, there), (here.upper(), there.upper()))]
        places = [
            (match.start(), here, there)
            for here, there in dict.fromkeys(cased if folded else table)
            for match in re.finditer(re.escape(here), name)
            if _long_enough(name, match.start())
        ]
        if not places:
            return name
        at, here, there = chance.choice(places)
        return name[:at] + there + name[at + len(here) :]

    return fault


def _long_enough(name: str, at: int) -> bool:
    return any(start <= at < end for start, end in _long_words(name))


def _cut(name: str, chance: random.Random) -> str:
    """The name as far as a line of a payment message goes, where that leaves most of it."""
    cut = name[:LINE].rstrip()
    lengths = [sum(map(len, own_words(one))) for one in (name, cut)]
    return cut if lengths[1] * 3 >= lengths[0] * 2 else name


def _points(name: str, chance: random.Random) -> str:
    """Hyphens and marks as blanks, or gone."""
    return re.sub(r"\s+", " ", re.sub(r"[-'’.,\"‘“”«»]", chance.choice((" ", "")), name)).strip() if name else name


SLIPS: Mapping[str, Fault] = {
    "key": _in_word(_beside),
    "dropped": _in_word(_dropped),
    "doubled": _in_word(_doubled),
    "swapped": _in_word(_swapped),
    "split": _in_word(_split),
    "joined": _joined,
    "points": _points,
    "spelling": _replaced(_SPELLED, folded=True),
    "scan": _replaced(_READ_AS, folded=False),
    "cut": _cut,
    "order": _turned,
}
PERSONS_ONLY: Mapping[str, Fault] = {"initial": _shortened, "middle": _without_middle}
_ALSO_FIRMS = tuple(kind for kind in SLIPS if kind != "order")
# How often each befalls a name, of a hundred: our estimate of what is typed, scanned and sent in payments.
OFTEN: Mapping[str, int] = {
    "key": 12,
    "dropped": 12,
    "doubled": 8,
    "swapped": 12,
    "spelling": 16,
    "order": 10,
    "points": 8,
    "joined": 5,
    "split": 3,
    "scan": 4,
    "cut": 4,
    "initial": 3,
    "middle": 3,
}


def mangle(name: str, chance: random.Random, person: bool, kinds: tuple[str, ...] = ()) -> tuple[str, str]:
    """The name with one fault, and the kind of fault (`none` where none of the kinds would change the name).

    `kinds`: those to choose from; by default all that befall a person's name, or a firm's, as often as they do.
    """
    table = {**SLIPS, **PERSONS_ONLY}
    left = kinds or (tuple(table) if person else _ALSO_FIRMS)
    for kind in sorted(left, key=lambda kind: -(chance.random() ** (1 / OFTEN[kind]))):
        damaged = table[kind](name, chance)
        if damaged != name and damaged.strip():
            return damaged, kind
    return name, "none"
