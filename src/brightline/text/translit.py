"""Other scripts → plain Latin letters, by fixed tables. One answer for each text, the same on every machine.

The tables stand in the folder `letters`, each with its standard; Chinese is read in `han`, Korean in
`korean`, Arabic and Hebrew in `abjad`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from brightline.text.abjad import abjad
from brightline.text.han import han_syllables
from brightline.text.korean import korean_syllables
from brightline.text.scripts import script_of
from brightline.text.tables import letter_tables

_UKRAINIAN = frozenset("іїєґ")
_HARD = re.compile("ъ(?=[^aeiouy])")  # a vowel in Bulgarian; Russian has it before vowels alone
# Small kana, as capitals until their syllable is made; っ doubles what follows.
_SMALL = {"ゃ": "YA", "ゅ": "YU", "ょ": "YO", "ぁ": "A", "ぃ": "I", "ぅ": "U", "ぇ": "E", "ぉ": "O", "っ": "Q"}
_GLIDED = re.compile("([a-z]{1,2}[iueo])(Y[AUO]|[AIUEO])")
_LONG = re.compile("o[ou]|uu")
_DOUBLED = re.compile("Q([a-z])")


def _cyrillic(word: str, other: bool) -> str:
    """A Cyrillic word; г is h where the word shows Ukrainian letters, `other`: where it does not."""
    table = letter_tables()["cyrillic"]
    soft = _UKRAINIAN.isdisjoint(word) == other
    read = ["h" if letter == "г" and soft else table.get(letter, letter) for letter in word]
    return _HARD.sub("a", "".join(read)).replace("ъ", "")


def _greek(word: str) -> str:
    """A Greek word, with the pairs of letters that sound as one."""
    table = letter_tables()["greek"]
    for pair in (pair for pair in table if len(pair) == 2):
        word = word.replace(pair, table[pair])
    return "".join([table.get(letter, letter) for letter in word])


@lru_cache(maxsize=65536)
def latin(word: str, manner: str = "usual") -> str:
    """One folded word in Latin letters, whatever its script; may hold spaces where the script parts what Latin joins.

    `manner`: "other g" reads the Cyrillic г the other way, "bare" Arabic and Hebrew without known names; a script that
    the manner does not touch is read as usual. Latin letters and digits stay, and a letter we have no table for.
    """
    if word.isascii():
        return word
    runs: list[tuple[str, str]] = []
    for letter in word:
        script = "katakana" if letter == "ー" else script_of(letter)
        if runs and runs[-1][0] == script:
            runs[-1] = (script, runs[-1][1] + letter)
        else:
            runs.append((script, letter))
    return "".join([_run(script, run, manner) for script, run in runs])


def _run(script: str, run: str, manner: str) -> str:
    """A run of letters of one script in Latin letters."""
    if script == "cyrillic":
        return _cyrillic(run, manner == "other g")
    if script == "greek":
        return _greek(run)
    if script in ("arabic", "hebrew"):
        return abjad(run, script, bare=manner == "bare")
    if script == "han":
        return "".join(han_syllables(run))
    if script == "hangul":
        return "".join(korean_syllables(run, family=2 <= len(run) <= 4))
    if script in ("katakana", "hiragana"):
        return _kana(run)
    table = letter_tables().get(script, {})
    return "".join([table.get(letter, letter) for letter in run])


def _kana(run: str) -> str:
    """Japanese syllable signs in Hepburn, long vowels as short ones."""
    signs = "".join([chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in run if letter != "ー"])
    table = letter_tables()["kana"]
    read = "".join([_SMALL.get(sign) or table.get(sign, sign) for sign in signs])
    return _LONG.sub(lambda long: long.group()[0], _DOUBLED.sub(r"\1\1", _GLIDED.sub(_glide, read)))


def _glide(found: re.Match[str]) -> str:
    """Two signs that are one syllable: kiYa is kya, shiYa is sha, fuI is fi."""
    before, small = found.groups()
    return before[:-1] + (small[-1] if before in ("shi", "chi", "ji") else small).lower()
