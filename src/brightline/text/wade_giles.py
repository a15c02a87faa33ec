"""Chinese names in Wade-Giles spelling (Chang Chia-cheng) → pinyin (zhang jia zheng).

Most bearers leave the apostrophes of the system out, so that ch may be zh, ch, j or q and t may be d or t: a name has
several readings, the plain consonants first, as they are the commoner ones in names.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Pinyin by first consonant: everything a syllable can be.
_PINYIN = """
b a ai an ang ao ei en eng i ian iao ie in ing o u|p a ai an ang ao ei en eng i ian iao ie in ing o ou u
m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u|f a an ang ei en eng o ou u
d a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo
t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ue
l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ue
g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j i ia ian iang iao ie in ing iong iu u uan ue un|q i ia ian iang iao ie in ing iong iu u uan ue un
x i ia ian iang iao ie in ing iong iu u uan ue un
zh a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r an ang ao e en eng i ong ou u uan ui un uo
z a ai an ang ao e ei en eng i ong ou u uan ui un uo|c a ai an ang ao e en eng i ong ou u uan ui un uo
s a ai an ang ao e en eng i ong ou u uan ui un uo
y a an ang ao e i in ing ong ou u uan ue un|w a ai an ang ei en eng o u|- a ai an ang ao e ei en er o ou
"""
_FIRSTS = {
    "p": "b p", "t": "d t", "k": "g k", "ch": "zh j ch q", "ts": "z c", "tz": "z c", "hs": "x", "j": "r",
    "sh": "sh", "ss": "s", "sz": "s", "s": "s", "m": "m", "n": "n", "l": "l", "f": "f", "h": "h", "w": "w", "y": "y",
    "": "-",
}  # fmt: skip
_SYLLABLE = re.compile(r"(ch|ts|tz|hs|sh|ss|sz|[ptkjsmnlfhwy]?)('?)([aeiou][a-z]*|ih)")
_MOST = 4
_NO_NAME = "kuo"  # a syllable of pinyin, but of no family name; in Wade-Giles the name Guo


@lru_cache(maxsize=1)
def _pinyin() -> dict[str, frozenset[str]]:
    """First consonant → the ends it can have."""
    rows = [row.split() for row in _PINYIN.replace("|", "\n").split("\n") if row]
    return {row[0]: frozenset(row[1:]) for row in rows}


@lru_cache(maxsize=1)
def pinyin_syllables() -> frozenset[str]:
    """Every syllable of pinyin."""
    return frozenset([first.removeprefix("-") + end for first, ends in _pinyin().items() for end in ends])


_FIRST = re.compile("[zcs]h|[b-df-hj-np-tv-z]?")


def two_syllables(one: str, other: str) -> bool:
    """Whether two words are syllables of pinyin that end otherwise: Fang and Feng, but not Jiang and Qiang.

    Those that begin otherwise may be one name, as Wade-Giles writes both "ch".
    """
    return is_pinyin(one) and is_pinyin(other) and _FIRST.sub("", one, count=1) != _FIRST.sub("", other, count=1)


def is_pinyin(syllable: str) -> bool:
    """Whether a word is one syllable of pinyin."""
    return syllable in pinyin_syllables()


def _ends(first: str, end: str) -> list[str]:
    """What an end of Wade-Giles is in pinyin behind a first consonant of pinyin."""
    if end == "erh":
        return ["er"]
    if end == "ih" or (end == "u" and first in ("z", "c", "s")):
        return ["i"]
    plain = {"ien": "ian", "ieh": "ie", "ueh": "ue", "uei": "ui", "eh": "e"}.get(end, end.replace("ung", "ong"))
    if end == "o":
        return ["e", "uo"] if first in ("g", "k", "h") else ["uo", "o", "e"]
    if first == "y":
        return {"en": ["an"], "u": ["u", "ou"], "eh": ["e"]}.get(end, [plain])
    return [plain]


@lru_cache(maxsize=4096)
def _syllable(written: str) -> tuple[str, ...]:
    """The pinyin syllables that one of Wade-Giles may be; an apostrophe says which of two. Empty for none."""
    parts = _SYLLABLE.fullmatch(written)
    if not parts or written == "i":
        return ("yi",) if parts else ()
    first, mark, end = parts.groups()
    firsts = _FIRSTS[first].split()
    if mark:
        firsts = firsts[len(firsts) // 2 :]
    found = [one + rest for one in firsts for rest in _ends(one, end) if rest in _pinyin()[one]]
    return tuple(dict.fromkeys([one.removeprefix("-") for one in found]))


def wade_giles(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The pinyin readings of a name in Wade-Giles, syllable by syllable, four at the most; none for any other name.

    `words` are plain Latin, apostrophes inside them kept where they were written. A name is taken for Wade-Giles
    when it has two to four syllables of that system and at least one of them is no syllable of pinyin.
    """
    if not 2 <= len(words) <= 4 or all(is_pinyin(word) and word != _NO_NAME for word in words):
        return ()
    options = []
    for word in words:
        options.append(_syllable(word))
        if not options[-1]:
            return ()
    first = tuple([option[0] for option in options])
    others = [(*first[:at], option[1], *first[at + 1 :]) for at, option in enumerate(options) if len(option) > 1]
    return (first, *others)[:_MOST]
