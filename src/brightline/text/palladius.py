"""Chinese names in Cyrillic letters, as Russian writes them (Palladius): Чжао Инкуй → zhao yingkui.

Each syllable of pinyin has one spelling. Of several ways to part a word the one counts in which no syllable ends in "н"
before a vowel, where the system would write a hard sign (Чанъань).
"""

from __future__ import annotations

import re
from functools import lru_cache

from brightline.text.wade_giles import pinyin_syllables

# First consonants and ends of syllables; a first consonant stands here where Cyrillic writes another one.
_FIRSTS = {
    "zh": "чж", "ch": "ч", "sh": "ш", "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л",
    "g": "г", "k": "к", "h": "х", "j": "цз", "q": "ц", "x": "с", "r": "ж", "z": "цз", "c": "ц", "s": "с", "": "",
}  # fmt: skip
_ENDS = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь", "ang": "ан",
    "eng": "эн", "ong": "ун", "er": "эр", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь",
    "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн", "u": "у", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй",
    "uan": "уань", "un": "унь", "uang": "уан", "ue": "юэ",
}  # fmt: skip
_SOFT = {"u": "юй", "ue": "юэ", "uan": "юань", "un": "юнь"}  # behind j, q, x
_WHOLE = {
    "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "zi": "цзы", "ci": "цы", "si": "сы", "hui": "хуэй",
    "ya": "я", "yan": "янь", "yang": "ян", "yao": "яо", "ye": "е", "yi": "и", "yin": "инь", "ying": "ин", "yo": "йо",
    "yong": "юн", "you": "ю", "yu": "юй", "yuan": "юань", "yue": "юэ", "yun": "юнь", "wa": "ва", "wai": "вай",
    "wan": "вань", "wang": "ван", "wei": "вэй", "wen": "вэнь", "weng": "вэн", "wo": "во", "wu": "у",
}  # fmt: skip
_LONGEST = 30  # letters of a word
_VOWELS = "аеиоуыэюя"
_ONE_LETTER = str.maketrans("ійєё", "ииее")  # as folded, and as Ukrainian writes


def _spelled(syllable: str) -> str:
    """A syllable of pinyin in Cyrillic."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    first = next(first for first in _FIRSTS if syllable.startswith(first))
    end = syllable.removeprefix(first)
    soft = _SOFT.get(end) if first in ("j", "q", "x") else None
    return _FIRSTS[first] + (soft or _ENDS[end])


@lru_cache(maxsize=1)
def _syllables() -> dict[str, str]:
    """Cyrillic spelling → pinyin; "эн", "эй" behind a consonant also with "е" (Чень, Вей), and "люй", "нюй"."""
    found = {"люи": "lu", "нюи": "nu"}
    for syllable in sorted(pinyin_syllables()):
        found.setdefault(_spelled(syllable).translate(_ONE_LETTER), syllable)
    for spelling in list(found):
        if re.fullmatch("[^э]+э(?:нь?|и)", spelling):
            found.setdefault(spelling.replace("э", "е"), found[spelling])
    return found


@lru_cache(maxsize=16384)
def palladius(word: str) -> str | None:
    """A folded Cyrillic word in pinyin; None where it is not made of Chinese syllables, or longer than any name."""
    if len(word) > _LONGEST:
        return None
    read = [_parted(part.translate(_ONE_LETTER)) for part in word.split("ъ")]
    return "".join([part for part in read if part]) if read and all(read) else None


@lru_cache(maxsize=16384)
def _parted(word: str) -> str | None:
    """Syllable by syllable, the longest first."""
    if not word:
        return ""
    for length in range(min(6, len(word)), 0, -1):
        pinyin, rest = _syllables().get(word[:length]), word[length:]
        if pinyin and not (word[length - 1] == "н" and rest[:1] and rest[0] in _VOWELS):
            after = _parted(rest)
            if after is not None:
                return pinyin + after
    return None
