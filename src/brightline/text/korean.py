"""Korean words → Latin letters, syllable by syllable: the Revised Romanization, and how bearers of names spell it.

The first syllable of a name is its family name, which has usual spellings of its own. Tables in `letters/korean.tsv`.
"""

from __future__ import annotations

import re

from brightline.text.tables import letter_tables

REVISED, SIMPLE, AS_BORNE, NORTH = "revised", "simple", "as borne", "north"
KOREAN_MANNERS = (REVISED, SIMPLE, AS_BORNE, NORTH)
_LEADS, _VOWELS, _TAILS = (
    tuple(part.replace("-", "") for part in parts.split(" "))
    for parts in (
        "g kk n d tt r m b pp s ss - j jj ch k t p h",
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
        "- k k k n n n t l k m l l l l l m p p t t ng t t k t p t",
    )
)
_AS_NORTH = {"g": "k", "d": "t", "b": "p", "eo": "o", "eu": "u"}
_NORTH = re.compile("^[gdb]|eo|eu")


def korean_syllables(word: str, manner: str = REVISED, family: bool = False) -> tuple[str, ...]:
    """The syllables of a word in Hangul. `family`: the first is a family name.

    `manner`: by the Revised Romanization, the same without the first letters of eo and eu, as most bearers in the South
    spell their names (Young, Hyun), or as the North does (after McCune-Reischauer, without its marks).
    """
    read = [_in_manner(_syllable(letter), manner) for letter in word]
    if family:
        names = letter_tables()["north-korean-family" if manner == NORTH else "korean-family"]
        read[0] = names.get(word[0], read[0])
    return tuple(read)


def _in_manner(syllable: str, manner: str) -> str:
    """A syllable of the Revised Romanization as another manner spells it."""
    if manner == SIMPLE:
        return syllable.replace("eo", "o").replace("eu", "u")
    if manner == AS_BORNE:
        return letter_tables()["korean-usual"].get(syllable, syllable)
    return _NORTH.sub(lambda found: _AS_NORTH[found.group()], syllable) if manner == NORTH else syllable


def _syllable(letter: str) -> str:
    """One Hangul syllable by its parts."""
    point = ord(letter) - 0xAC00
    if not 0 <= point < 11172:
        return letter
    return _LEADS[point // 588] + _VOWELS[point % 588 // 28] + _TAILS[point % 28]
