"""Names that are written in one word or in several: Abd, the article, al-Din, Allah, zadeh; and Belarusian endings.

Each spelling comes to one, so that "Badreddine" is "Badr al-Din" and "Abdurrahman" is "Abd al-Rahman".
"""

from __future__ import annotations

import re

# The article before a sun letter takes its sound: ash-Sharif, az-Zawahiri.
_ARTICLES = {"as": "s", "ar": "r", "an": "n", "at": "t", "ad": "d", "az": "z", "ash": "sh", "adh": "dh", "ath": "th"}
_SERVED = ("din", "dine", "deen", "diin")
_BEFORE_DIN = frozenset(("al", "el", "ul", "ud", "ed", "ad", "id"))
_ABD = re.compile(
    r"(abd[aeou]l|abdl(?![aeiou])|abdu[rs]|abde[rn]|abdoul)(?=[a-z]{4})(?!la[hy]?|l?a[ey]*v|.*(?:[eo]va?|ova?)$)"
)
_COMPOUNDS = (
    (re.compile("([a-z]{3,}?|)(?:[uea]dd|[uea]ld|ett)(?:ine?|een|ien)"), "din"),
    (re.compile("([a-z]{3,}?|)(?:[aeiou]u?l{2,}|[ou]l)ah"), "allah"),
    (re.compile("([a-z]{3,}?)z[ao]d(?:ah?|eh?)"), "zadeh"),
    (re.compile("([a-z]{3,}?)re[zd]h?a"), "reza"),
)
_ENDS = ("in", "ine", "een", "ien", "lah", "da", "dah", "deh", "de", "eza", "eda", "edha")
_BELARUSIAN = re.compile(r".{3,}(?:avich|auna|euna)|uladz\w+|siarh\w+|dzmitr\w+|ali?aksandr\w*|mikalai|yauhen\w*|ihar")
_BELARUSIAN_END = re.compile("(?<=.{3})(?:([ao])|i?e)u(?=$|sk|na$)")


def beside(piece: str, after: str) -> list[str]:
    """One folded word, knowing the next one: the article before a sun letter as "al", before "din" as nothing."""
    if piece in _BEFORE_DIN and after in _SERVED:
        return []
    if piece in _ARTICLES and after.startswith(_ARTICLES[piece]) and len(after) > 3:
        return ["al"]
    return in_parts(piece)


def in_parts(word: str) -> list[str]:
    """A plain Latin word, in its two parts if it is a compound Arabic or Persian name."""
    if word in _SERVED:
        return ["din"]
    if word.startswith("abd"):
        abd = _ABD.match(word)
        return ["abdul", word[abd.end() :]] if abd else [word]
    for pattern, second in _COMPOUNDS if word.endswith(_ENDS) else ():
        if whole := pattern.fullmatch(word):
            return [part for part in (whole.group(1), second) if part]
    return [word]


def in_russian(words: list[str]) -> list[str] | None:
    """The words of a Belarusian person's name with Russian endings (Navumau, Navumov); None for other names."""
    if not any(map(_BELARUSIAN.fullmatch, words)):
        return None
    return [_BELARUSIAN_END.sub(lambda end: "ov" if end.group(1) else "ev", word) for word in words]
