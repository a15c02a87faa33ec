"""Arabic, Persian and Hebrew words → Latin letters. These scripts leave short vowels out; known names get them back.

Long vowels are read from their letters (w, y and alif between consonants). A word whose consonants are those of a
name in `vowels.tsv`, and whose written vowels that name has in the same places, is read as that name: the nearest
to what is written, the commonest of equals. Other words keep the bare letters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from brightline.text.tables import letter_tables, rows

_LONG = {"arabic": {"و": "u", "ي": "i", "ی": "i"}, "hebrew": {"ו": "o", "י": "i"}}
_GLIDES = {"و": "w", "ي": "y", "ی": "y", "ו": "v", "י": "y"}
_OPEN = frozenset("اآאه")  # beside these a glide is a consonant
_ARTICLE = re.compile(r"^(?:وال|ال|ٱل)(?=..)")
# Consonants that Latin spellings of these scripts exchange, each class as one sign; in this order.
_CLASSED = "tch=C dsch=J dzh=J dj=J kh=X gh=k sh=S ch=C zh=Z th=t dh=d ph=f ck=k q=k g=k c=k j=J w=v p=b"
_CLASSES = tuple((pair.partition("=")[0], pair.partition("=")[2]) for pair in _CLASSED.split(" "))
_VOWELS = re.compile(r"[aeiouyj]+")
# A consonant at the beginning before another, or followed by two more; sounds written with two letters are one.
_SAID = "(?:sh|kh|gh|th|dh|ch|zh|ts|[b-df-hj-np-tv-xz])"
_CLUSTER = re.compile(f"((?:^{_SAID}(?={_SAID}))|(?<=[b-df-hj-np-tv-xz]){_SAID}(?={_SAID}))")
_SOFT = str.maketrans("eoy", "iui")


def consonants(latin: str) -> str:
    """The classes of the consonants of a Latin spelling, doubled ones once; a silent h at its end is none."""
    plain = latin.removesuffix("h")
    for spelling, sign in _CLASSES:
        plain = plain.replace(spelling, sign)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", plain))


@lru_cache(maxsize=1)
def known_consonants() -> dict[str, str]:
    """The consonants of known names → the names as the table has them. Read once."""
    return {row[0]: row[1] for row in rows("vowels.tsv")}


def known_names(key: str) -> list[tuple[str, int]]:
    """The known names of these consonants, with how often they stand in lists."""
    names = [one.partition(":") for one in known_consonants().get(key, "").split()]
    return [(name, int(count)) for name, _, count in names]


def _softened(latin: str) -> str:
    """A spelling with e as i and o as u, consonants by class: what Arabic letters tell apart."""
    for spelling, sign in _CLASSES:
        latin = latin.replace(spelling, sign)
    return latin.translate(_SOFT)


def _holds(name: str, read: str) -> bool:
    """Whether a name has the letters read in their order, with more vowels between; a first alif may be any vowel."""
    if read[0] == "a" and name[0] in "aeiou":
        read, name = read[1:], name[1:]
    soft, letters = _softened(name), _softened(read)
    rest = iter(soft)
    return all(letter in rest for letter in letters) and soft[-1:] in (letters[-1:], "h")


@lru_cache(maxsize=16384)
def _restored(reads: tuple[str, ...]) -> str | None:
    """The known name of which one of these is the spelling without short vowels."""
    fits = []
    for read in reads:
        key = consonants(read)
        for name, count in known_names(key):
            first = 1 if read[0] == "a" and name[0] in "aeiou" else 0
            added = OSA.distance(_softened(name[first:]), _softened(read[first:]))
            if added <= max(2, len(key) // 2) and _holds(name, read):
                fits.append((added, -count, name))
    return min(fits)[-1] if fits else None


def _letters(word: str, script: str, glides: bool) -> str:
    """A word by its letters; w and y as long vowels where they stand behind a consonant, unless `glides`."""
    table, long = letter_tables()[script], _LONG[script]
    read = []
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at], word[at + 1 : at + 2]
        if letter == "ع" and before and after:
            read.append("aa")
        elif letter not in long:
            read.append(table.get(letter, letter))
        elif at == 0 or (after and (glides or before in _OPEN or after in _OPEN or (letter in "وו" and after in long))):
            read.append(_GLIDES[letter])
        else:
            read.append(long[letter])
    plain = "".join(read)
    return plain.replace("tsh", "ch").replace("dj", "j") if script == "arabic" else plain


def _spaced(letters: str) -> str:
    """Bare letters with an a where no language could say them: behind the first of two, inside three."""
    return _CLUSTER.sub(r"\1a", letters)


def abjad(word: str, script: str, bare: bool = False) -> str:
    """A folded word of script "arabic" or "hebrew" in Latin letters, the article and Abd parted by spaces.

    `bare`: by its letters alone, without known names.
    """
    if script == "arabic" and (bare or word not in letter_tables()["arabic-names"]):
        if (article := _ARTICLE.match(word)) and len(word) - article.end() > 1:
            return "al " + _read(word[article.end() :], script, bare)
        if word.startswith("عبدال") and len(word) > 6:
            return "abdul " + _read(word[5:], script, bare)
    return _read(word, script, bare)


def _read(word: str, script: str, bare: bool) -> str:
    """A word without article: whole if it is a known one, else by its letters."""
    if not bare and word in letter_tables()[f"{script}-names"]:
        return letter_tables()[f"{script}-names"][word]
    letters = _letters(word, script, glides=False)
    if bare:
        return letters
    return _restored((letters, _letters(word, script, glides=True))) or _spaced(letters)
