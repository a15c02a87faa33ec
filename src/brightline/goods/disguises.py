"""Words that hide or spoil a word of the tables: look-alike letters, digits for letters, one letter off.

Only words that no table knows come here. A long word one letter off is found through an index of the words for listed
and sensitive goods with one letter left out, built once; the first letter must be right. Words for other goods are not
looked for: nothing is released on a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from brightline.goods.stems import latin_stem, stem
from brightline.goods.words import phrases

_SHORTEST = 7  # letters of a stem that may be one letter off: its word has eight or so
_SHORTEST_LATIN = 8  # the same of Russian in Latin letters, where spellings drift anyway
_LEAST_LETTERS = 4  # beside digits that stand for letters
_LATIN, _CYRILLIC = "acekmoptxyhbisjv", "асекмортхунвіѕјѵ"
_TO_LATIN, _TO_CYRILLIC = str.maketrans(_CYRILLIC, _LATIN), str.maketrans(_LATIN, _CYRILLIC)
_DIGITS = tuple(str.maketrans("01345789", letters) for letters in ("oieastbg", "oleastbg"))
_CYRILLIC_DIGITS = (str.maketrans("03468", "озчбв"),)


def mended(folded: str) -> tuple[str, str] | None:
    """The stem, and the stem as Russian in Latin letters, of the word of a table that a folded word hides.

    None where it hides none. One of the two is empty.
    """
    return _in_other_letters(folded) or _one_letter_off(folded)


def _in_other_letters(folded: str) -> tuple[str, str] | None:
    known = phrases()
    for written in _other_letters(folded):
        if (plain := stem(written)) in known.words:
            return plain, ""
        if written.isascii() and (latin := latin_stem(written)) in known.latin:
            return "", latin
    return None


def _other_letters(folded: str) -> Iterator[str]:
    """The word with other letters that look the same, where that makes it a word of one script without digits."""
    digits = sum(1 for letter in folded if letter.isdigit())
    if digits and len(folded) - digits >= _LEAST_LETTERS > digits:
        tables = _DIGITS if folded.isascii() else _CYRILLIC_DIGITS
        yield from (written for table in tables if (written := folded.translate(table)).isalpha())
    elif not digits and len(folded) >= _LEAST_LETTERS:
        other = folded.translate(_TO_CYRILLIC if folded.isascii() else _TO_LATIN)
        if other.isascii() or (folded.isascii() and not any("a" <= letter <= "z" for letter in other)):
            yield other


def _one_letter_off(folded: str) -> tuple[str, str] | None:
    if len(folded) < _SHORTEST or not folded.isalpha():
        return None
    plain = stem(folded)
    if found := _nearest(plain, _SHORTEST, _index()):
        return found, ""
    if folded.isascii() and (found := _nearest(latin_stem(folded), _SHORTEST_LATIN, _latin_index())):
        return "", found
    return None


def _nearest(written: str, shortest: int, index: Mapping[str, tuple[str, ...]]) -> str | None:
    if len(written) < shortest:
        return None
    near = {word for key in _with_one_out(written) for word in index.get(key, ())}
    return min((word for word in near if _one_off(written, word)), default=None)


@lru_cache(maxsize=1)
def _index() -> Mapping[str, tuple[str, ...]]:
    return _by_letters_out(phrases().grave, _SHORTEST)


@lru_cache(maxsize=1)
def _latin_index() -> Mapping[str, tuple[str, ...]]:
    return _by_letters_out(phrases().grave_latin, _SHORTEST_LATIN)


def _by_letters_out(stems: frozenset[str], shortest: int) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(stems):
        if len(word) >= shortest and word.isalpha():
            for key in _with_one_out(word):
                found.setdefault(key, []).append(word)
    return {key: tuple(words) for key, words in found.items()}


def _with_one_out(word: str) -> set[str]:
    """The word, and the word without one of its letters; its first letter stays."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


def _one_off(one: str, other: str) -> bool:
    """Whether one letter is put in, left out, changed, or changed places with its neighbour."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])
