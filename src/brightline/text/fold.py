"""One plain form of a written text: no accents, no case, no punctuation, no look-alike letters.

The script stays: Cyrillic remains Cyrillic and Chinese Chinese, in simplified signs; `translit` goes further.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from brightline.text.scripts import is_han, script_of
from brightline.text.tables import rows

# Letters that carry a stroke or a tail and so have no decomposition.
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n",
    "ə": "a", "ǝ": "a", "ɛ": "e", "ƒ": "f", "ŀ": "l", "ĸ": "k", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ʻ": "",
    "ß": "ss",
}  # fmt: skip
# Signs that stand inside a word and do not part it: apostrophes, soft-sign marks, ayn and hamza, the Arabic tatweel.
_INSIDE = frozenset("'’‘`´ʹʺʼʽʾʿ‛′″ـ״׳")
_VOICED = "\u3099\u309a"  # the marks that make か into が: parts of the letter, as the breve of й is not

_LATIN_LIKE = "acekmoptxyhbisjv"
_CYRILLIC_LIKE = "асекмортхунвіѕјѵ"
_GREEK_LIKE = "αϲεκμορτχυηβιѕϳν"
_TO_CYRILLIC = {ord(a): b for a, b in zip(_LATIN_LIKE, _CYRILLIC_LIKE, strict=True)}
_TO_LATIN = {ord(a): b for a, b in zip(_CYRILLIC_LIKE + _GREEK_LIKE, _LATIN_LIKE * 2, strict=True)}


class _Letters(dict[int, str]):
    """A translation table that works out each character once."""

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        self[point] = plain = _plain(letter)
        return plain


def _plain(letter: str) -> str:
    """What one decomposed, case-folded character becomes."""
    if letter in _LETTERS:
        return _LETTERS[letter]
    if letter in _INSIDE or (unicodedata.combining(letter) and letter not in _VOICED):
        return ""
    category = unicodedata.category(letter)
    if category == "Cf":
        return ""  # right-to-left marks, joiners, soft hyphens: invisible, never part of a name
    if category == "Nd":
        return str(unicodedata.digit(letter))
    if is_han(letter):
        return _simplified().get(letter, letter)
    return letter if category[0] in "LN" or category in ("Mc", "Mn") else " "


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    """Traditional Chinese sign → the simplified one."""
    return {row[0]: row[1] for row in rows("simplified.tsv")}


_TABLE = _Letters()
_ASCII = {point: (_plain(chr(point).lower()) if point != 0x27 else "") for point in range(128)}


def _one_script(word: str) -> str:
    """A word with look-alike letters of another script put back: a Latin "a" in a Cyrillic word, and so on.

    It becomes of the script that all its letters can be of; where that leaves a choice, of the one most letters are of.
    """
    scripts = [script_of(letter) for letter in word]
    counts = {script: scripts.count(script) for script in ("latin", "cyrillic", "greek")}
    if sum(1 for count in counts.values() if count) < 2:
        return word
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    if _is_wholly(cyrillic, "cyrillic") != _is_wholly(latin, "latin"):
        return latin if _is_wholly(latin, "latin") else cyrillic
    return cyrillic if counts["cyrillic"] >= max(counts["latin"], 1) else latin


def _is_wholly(word: str, script: str) -> bool:
    """Whether all letters of a word are of one script."""
    return all(script_of(letter) in (script, "") for letter in word)


def fold(text: str) -> str:
    """The plain form of a text: decomposed, accents off, lower case, punctuation as single spaces, look-alikes mended.

    Apostrophes and invisible marks vanish without parting a word. Folding twice is folding once.
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    plain = unicodedata.normalize("NFKD", text.replace("№", " No ")).casefold()
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKD", plain).translate(_TABLE))
    return " ".join([word if word.isascii() else _one_script(word) for word in plain.split()])


def tokens(text: str) -> tuple[str, ...]:
    """The words of the folded text."""
    return tuple(fold(text).split())


def visible(text: str) -> str:
    """The text as an eye reads it: invisible signs gone, full-width and other digits and letters as plain ones.

    Case, punctuation, accents and script stay; a text without such signs stays as it is.
    """
    if text.isascii():
        return text
    seen = "".join([letter for letter in unicodedata.normalize("NFKC", text) if unicodedata.category(letter) != "Cf"])
    return "".join([str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in seen])
