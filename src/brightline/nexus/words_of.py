"""A text as its words, each in the forms by which the tables of words compare; read once for all tables."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from brightline.goods.stems import in_latin, latin_stem, simplified, stem
from brightline.text.fold import fold
from brightline.text.scripts import is_han

KEY = 3  # letters by which beginnings and ends are looked up; shorter words stand in full
_SAME = (
    ("shch", "sh"), ("sch", "sh"), ("zh", "j"), ("kh", "h"), ("tz", "c"), ("ts", "c"), ("yu", "u"), ("iu", "u"),
    ("ya", "a"), ("ia", "a"), ("ye", "e"), ("ie", "e"), ("x", "ks"), ("w", "v"), ("y", "i"), ("ii", "i"), ("ii", "i"),
)  # fmt: skip


class Word(NamedTuple):
    """A folded word; without its ending; without it as Russian in Latin letters; in the one spelling of patterns.

    `keys`: under which a table may hold phrases that begin with it.
    """

    folded: str
    stem: str
    latin: str
    spelled: str
    keys: tuple[str, str, str, str]


def stem_key(stem: str) -> str:
    """The key of words with a stem."""
    return stem


def latin_key(latin: str) -> str:
    """The key of words with a stem as Russian in Latin letters."""
    return f"~{latin}"


def first_key(spelled: str) -> str:
    """The key of words that begin alike."""
    return f"{spelled[:KEY]}*"


def last_key(spelled: str) -> str:
    """The key of words that end alike."""
    return f"*{spelled[-KEY:]}"


class Words(NamedTuple):
    """The words of a text.

    `chinese`: those that are not ASCII, joined, where one is Chinese; `places`: of each of its signs, the word's place.
    """

    words: tuple[Word, ...]
    chinese: str
    places: tuple[int, ...]


@lru_cache(maxsize=16384)
def words_of(text: str) -> Words:
    """The words of a text."""
    folded = fold(text)
    words = tuple([_word(word) for word in folded.split()])
    if folded.isascii() or not any(map(is_han, folded)):
        return Words(words, "", ())
    others = [(at, word.folded) for at, word in enumerate(words) if not word.folded.isascii()]
    return Words(words, "".join(word for _, word in others), tuple(at for at, word in others for _ in word))


def one_spelling(word: str) -> str:
    """A folded word as patterns are written: in Latin letters, the usual ways to write Russian in them made one."""
    if not word.isascii():
        if any(map(is_han, word)):
            return simplified(word)
        word = in_latin(word)
    for written, same in _SAME:
        if written in word:
            word = word.replace(written, same)
    return word


@lru_cache(maxsize=65536)
def _word(folded: str) -> Word:
    if folded.isdecimal():
        return _with_keys(folded, folded, folded, folded)
    latin = latin_stem(folded) if folded.isascii() else ""
    return _with_keys(folded, stem(folded), latin, one_spelling(folded))


def _with_keys(folded: str, stem: str, latin: str, spelled: str) -> Word:
    keys = (stem_key(stem), latin_key(latin), first_key(spelled), last_key(spelled))
    return Word(folded, stem, latin, spelled, keys)
