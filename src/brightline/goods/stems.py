"""Words brought to one form: English plurals, Russian endings, Russian in Latin letters, traditional Chinese signs.

Crude, and alike on both sides: the tables and the texts go through the same functions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from brightline.text.fold import fold
from brightline.text.tables import rows

_RUSSIAN = """
иями ями ами ыми ими ого его ому ему ая яя ое ее ые ие ый ий ой ей ых их ым им ом ем ам ям ах ях ов ев ую юю
ия ии ию а я о е ы и у ю ь й
"""
_ENDINGS = tuple(sorted({fold(ending) for ending in re.findall(r"\w+", _RUSSIAN)}, key=lambda end: (-len(end), end)))
# Letter by letter, after BGN/PCGN without its signs; `_SAME` brings the other tables in use to the same spelling.
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_SAME = (
    ("shch", "S"), ("sch", "S"), ("skh", "S"), ("sh", "S"), ("zh", "Z"), ("kh", "h"), ("ch", "C"), ("tz", "c"),
    ("ts", "c"),
    ("yu", "u"), ("ju", "u"), ("iu", "u"), ("ya", "a"), ("ja", "a"), ("ia", "a"), ("ye", "e"), ("ie", "e"), ("je", "e"),
    ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("ii", "i"),
)  # fmt: skip
_LATIN_ENDINGS = (
    "iami", "ami", "imi", "ogo", "omu", "emu", "ego", "ov", "ev", "oi", "ei", "ih", "im", "om", "em", "am", "ah", "oe",
    "e", "a", "o", "i", "u",
)  # fmt: skip


@lru_cache(maxsize=1)
def _to_simplified() -> dict[int, str]:
    return {ord(row[0]): row[1] for row in rows("simplified.tsv")}


def simplified(text: str) -> str:
    """The text with traditional Chinese signs written as simplified ones, sign for sign."""
    return text.translate(_to_simplified())


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """A folded word without its grammatical ending."""
    first = word[:1]
    if "а" <= first <= "я":
        return _without(word, _ENDINGS, 3)
    return _singular(word) if first.isascii() else word


@lru_cache(maxsize=32768)
def latin_stem(word: str) -> str:
    """A folded Latin word as if it were Russian in Latin letters: one spelling for the several tables in use."""
    for written, plain in _SAME:
        word = word.replace(written, plain)
    return _without(word, _LATIN_ENDINGS, 4)


def in_latin(word: str) -> str:
    """A folded Russian word in Latin letters."""
    return "".join(_LATIN.get(letter, letter) for letter in word)


def _without(word: str, endings: tuple[str, ...], least: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ses", "xes", "ches", "shes", "zes")) else word[:-1]
