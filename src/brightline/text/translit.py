"""Other scripts → plain Latin letters, by fixed tables. One answer for each text, the same on every machine.

The tables stand in `letters.tsv`, each with its standard; Korean follows the Revised Romanization, Chinese is read by
pypinyin without tones.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from brightline.text.scripts import script_of

_UKRAINIAN = frozenset("іїєґ")
_LEADS = "g kk n d tt r m b pp s ss - j jj ch k t p h"
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_TAILS = "- k k k n n n t l k m l l l l l m p p t t ng t t k t p t"


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    """The tables of `letters.tsv` by name."""
    tables: dict[str, dict[str, str]] = {}
    for line in files("brightline.text").joinpath("letters.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            table, written, plain = line.split("\t")
            tables.setdefault(table, {})[written] = plain
    return tables


@lru_cache(maxsize=1)
def _jamo() -> tuple[tuple[str, ...], ...]:
    """Initial consonants, vowels and final consonants of Korean syllables, in Unicode order."""
    return tuple(tuple(part.replace("-", "") for part in parts.split()) for parts in (_LEADS, _VOWELS, _TAILS))


def _cyrillic(word: str) -> str:
    """A Cyrillic word; г is h where the word shows Ukrainian letters."""
    table = _tables()["cyrillic"]
    if _UKRAINIAN.isdisjoint(word):
        return "".join([table.get(letter, letter) for letter in word])
    return "".join(["h" if letter == "г" else table.get(letter, letter) for letter in word])


def _greek(word: str) -> str:
    """A Greek word, with the pairs of letters that sound as one."""
    table = _tables()["greek"]
    for pair in (pair for pair in table if len(pair) == 2):
        word = word.replace(pair, table[pair])
    return "".join([table.get(letter, letter) for letter in word])


def _arabic(word: str) -> str:
    """An Arabic or Persian word; known names whole, the article parted."""
    names = _tables()["arabic-names"]
    if word in names:
        return names[word]
    if word.startswith("ال") and len(word) > 4:
        return "al " + _arabic(word[2:])
    if word.startswith("عبدال") and len(word) > 6:
        return "abd al " + _arabic(word[5:])
    table = _tables()["arabic"]
    return "".join([table.get(letter, letter) for letter in word])


def korean_syllables(word: str) -> tuple[str, ...]:
    """The syllables of a Hangul word in Latin letters; a leading family name as it is usually written."""
    given = [_syllable(letter) for letter in word]
    family = _tables()["korean-family"]
    if 2 <= len(word) <= 4 and word[0] in family:
        given[0] = family[word[0]]
    return tuple(given)


def _syllable(letter: str) -> str:
    """One Hangul syllable by its parts."""
    point = ord(letter) - 0xAC00
    if not 0 <= point < 11172:
        return letter
    leads, vowels, tails = _jamo()
    return leads[point // 588] + vowels[point % 588 // 28] + tails[point % 28]


def han_syllables(run: str) -> tuple[str, ...]:
    """The syllables of a run of Chinese characters; phrases decide between readings where pypinyin knows them."""
    from pypinyin import Style, lazy_pinyin  # slow to load: only when a Chinese name is met

    return tuple(syllable for syllable in lazy_pinyin(run, style=Style.NORMAL, errors="ignore") if syllable)


def han_person(run: str) -> tuple[str, str]:
    """Family name and given name of a Chinese person's name, each as one Latin word."""
    cut = 2 if run[:2] in _tables()["han-compound-family"] and len(run) > 2 else 1
    return "".join(han_syllables(run[:cut])), "".join(han_syllables(run[cut:]))


@lru_cache(maxsize=65536)
def latin(word: str) -> str:
    """One folded word in Latin letters, whatever its script; may hold spaces where the script parts what Latin joins.

    Latin letters and digits stay; a letter we have no table for stays as it is.
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
    return "".join([_run(script, run) for script, run in runs])


def _run(script: str, run: str) -> str:
    """A run of letters of one script in Latin letters."""
    if script == "cyrillic":
        return _cyrillic(run)
    if script == "greek":
        return _greek(run)
    if script == "arabic":
        return _arabic(run)
    if script == "han":
        return "".join(han_syllables(run))
    if script == "hangul":
        return "".join(korean_syllables(run))
    if script == "katakana":
        run = "".join([chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else "" for letter in run])
        return "".join([_tables()["kana"].get(letter, letter) for letter in run])
    table = _tables().get("kana" if script == "hiragana" else script, {})
    return "".join([table.get(letter, letter) for letter in run])
