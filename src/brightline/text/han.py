"""Chinese signs → Latin letters: pinyin, and where a person's name may be meant otherwise Cantonese, Korean, Japanese.

Texts come folded, so all signs are simplified ones. Pinyin is read by pypinyin without tones; the other readings by the
tables beside this file.
"""

from __future__ import annotations

import re
from functools import lru_cache

from brightline.text.tables import letter_tables, rows

MANDARIN = "mandarin"
_FAMILIES = {
    MANDARIN: "han-family",
    "cantonese": "cantonese-family",
    "korean": "korean-han",
    "japanese": "japanese-family",
}
MANNERS = tuple(_FAMILIES)  # how the signs of a person's name may be read

# Jyutping → the spelling of Hong Kong's names, first consonants and ends.
_JYUTPING = re.compile("(gw|kw|ng|[bpmfdtnlgkhzcsjw]?)([a-z]*)")
_FIRSTS = {"gw": "kw", "b": "p", "d": "t", "g": "k", "z": "ch", "c": "ch", "j": "y"}
_ENDS = {
    "aa": "a", "oeng": "eung", "oek": "euk", "oe": "eu", "eoi": "ui", "eon": "un", "eot": "ut", "ou": "o", "yun": "uen",
    "yut": "uet", "yu": "u", "i": "ee", "eng": "ing", "ek": "ik", "u": "oo",
}  # fmt: skip
_WHOLE = {
    "m": "ng", "si": "sze", "zi": "chi", "ci": "chi", "ji": "yee", "fu": "fu", "wu": "wu", "jyun": "yuen", "jyu": "yu",
}  # fmt: skip


def han_syllables(run: str) -> tuple[str, ...]:
    """The syllables of a run of Chinese signs in pinyin; phrases decide between readings where pypinyin knows them."""
    from pypinyin import Style, lazy_pinyin  # slow to load: only when a Chinese name is met

    read = lazy_pinyin(run, style=Style.NORMAL, errors="ignore")
    return tuple([syllable.replace("ü", "u").replace("v", "u") for syllable in read if syllable])


def family_signs(run: str) -> int:
    """How many signs at the beginning of a person's name are the family name."""
    return 2 if run[:2] in letter_tables()["han-compound-family"] and len(run) > 2 else 1


@lru_cache(maxsize=1)
def _jyutping() -> dict[str, str]:
    """Sign → Cantonese syllable."""
    return {sign: syllable for syllable, signs in rows("cantonese.tsv") for sign in signs}


def _as_in_hong_kong(syllable: str) -> str:
    """A syllable of Jyutping as Hong Kong's names are spelled."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    parts = _JYUTPING.fullmatch(syllable)
    assert parts is not None
    first, end = parts.groups()
    for theirs, ours in _ENDS.items():
        if end == theirs or (theirs == "aa" and end.startswith(theirs)):
            end = ours + end[len(theirs) :]
            break
    return _FIRSTS.get(first, first) + end


def han_family(signs: str, manner: str = MANDARIN) -> str | None:
    """A family name in Latin letters as read in this manner; None where the manner does not know it."""
    known = letter_tables()[_FAMILIES[manner]].get(signs)
    return known or ("".join(han_syllables(signs)) if manner == MANDARIN else None)


def han_given(signs: str, manner: str = MANDARIN) -> tuple[str, ...] | None:
    """A given name: its syllables one by one in Cantonese, in one word in the other manners; None where not known."""
    if manner == MANDARIN:
        return ("".join(han_syllables(signs)),)
    if manner == "japanese":
        whole = letter_tables()["japanese-given"].get(signs)
        return (whole,) if whole else None
    table = _jyutping() if manner == "cantonese" else letter_tables()["korean-han"]
    read = [table[sign] for sign in signs if sign in table]
    if len(read) < len(signs) or (manner == "korean" and len(signs) != 2):
        return None
    return tuple(map(_as_in_hong_kong, read)) if manner == "cantonese" else ("".join(read),)


def han_person(run: str, manner: str = MANDARIN) -> tuple[int, tuple[str, ...]] | None:
    """How many signs of a person's name are the family name, and that name and the given name in Latin letters.

    `manner`: one of MANNERS. None where the manner does not know the name.
    """
    cuts = (3, 2, 1) if manner == "japanese" else (family_signs(run),)
    for cut in cuts:
        family = han_family(run[:cut], manner)
        given = han_given(run[cut:], manner) if family and len(run) > cut else None
        if family and given:
            return cut, (family, *given)
    return None
