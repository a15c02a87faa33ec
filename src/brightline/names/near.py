"""Words at most two slips of the pen apart, found by the letters they have left when some are taken out.

Two words within n slips (optimal string alignment) share a form made by taking at most n letters out of each: the
symmetric delete method of W. Garbe (SymSpell, 2012). So looking up such forms misses no pair that
`align.slip_percent` relates.
"""

from __future__ import annotations

from zlib import crc32


def depth_of(sound: str) -> int:
    """How many letters are taken out of a word: as many as the slips it may be compared at; -1 for never compared."""
    if not 4 <= len(sound) <= 40 or not sound.isalpha():
        return -1
    return 2 if 8 <= len(sound) <= 24 else 1


def forms_left(sound: str) -> set[str]:
    """What is left of a word with up to `depth_of` letters taken out, the word itself among it."""
    depth = depth_of(sound)
    left = {sound} if depth >= 0 else set()
    for _ in range(depth):
        left = left.union(*map(forms_with_one_out, left))
    return left


def forms_with_one_out(word: str) -> set[str]:
    """A word, and what is left of it with one letter taken out."""
    return {word, *[word[:at] + word[at + 1 :] for at in range(len(word))]}


def hashes_left(plain: str, sound: str) -> list[int]:
    """The forms left of a word's letters and of its sound, as sorted 32-bit checksums.

    Two forms of one checksum only cost a needless comparison.
    """
    forms = forms_left(plain)
    if sound != plain:
        forms |= forms_left(sound)
    return sorted({crc32(form.encode()) for form in forms})
