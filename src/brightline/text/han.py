"""Chinese signs → Latin letters: pinyin, and where a person's name may be meant otherwise Cantonese, Korean, Japanese.

Texts come folded, so all signs are simplified ones. Pinyin is read by pypinyin without tones; the other readings by the
tables beside this file.
"""

from __future__ import annotations

import re
from functools import lru_cache

from brightline.text.tables import letter_tables, rows

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


def han_person(run: str) -> tuple[str, str]:
    """Family name and given name of a Chinese person's name in pinyin, each as one word."""
    cut = family_signs(run)
    family = letter_tables()["han-family"].get(run[:cut]) or "".join(han_syllables(run[:cut]))
    return family, "".join(han_syllables(run[cut:]))


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


def cantonese_person(run: str) -> tuple[str, ...] | None:
    """Family name and the syllables of the given name as written in Hong Kong; None where a sign is not known."""
    cut = family_signs(run)
    family = letter_tables()["cantonese-family"].get(run[:cut])
    given = [_jyutping().get(sign) for sign in run[cut:]]
    known = [_as_in_hong_kong(one) for one in given if one]
    return (family, *known) if family and len(known) == len(given) else None


def korean_person(run: str) -> tuple[str, ...] | None:
    """Family name and given name as a Korean bearer reads the signs; None where a sign is not known."""
    read = [letter_tables()["korean-han"].get(sign) for sign in run]
    known = [one for one in read if one]
    return (known[0], "".join(known[1:])) if len(run) == 3 and len(known) == 3 else None


def japanese_person(run: str) -> tuple[str, ...] | None:
    """Family name and given name as a Japanese bearer reads the signs; None where either is not known."""
    for cut in (3, 2, 1):
        family = letter_tables()["japanese-family"].get(run[:cut])
        given = letter_tables()["japanese-given"].get(run[cut:])
        if family and given:
            return family, given
    return None
