"""SWIFT-RUR 6: Russian text in the signs that MT messages allow, one sign a letter. Case carries meaning.

The table and its rules are those of the Russian SWIFT users' association (February 2004), as agreed by two independent
public programs. An apostrophe switches to plain Latin and the next one back. Messages that use it should carry
`{113:RUR6}` in block 3, but many do not; `looks_like_rur6` tells by the pattern of capitals.
"""

from __future__ import annotations

import re

_LATIN = "ABVGDEoJZIiKLMNOPRSTUFHCcQqxYXeua"
_CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_SIGNS = {"j": "'", "n": "№", "p": "%", "d": "&", "b": "!", "s": "$", "v": ";", "z": "_", "r": "=", "m": '"', "f": "*"}
_READ = str.maketrans({**dict(zip(_LATIN, _CYRILLIC, strict=True)), **_SIGNS})
_WRITE = {**dict(zip(_CYRILLIC, _LATIN, strict=True)), **{sign: letter for letter, sign in _SIGNS.items()}}

# A message in capitals has lost the difference between these pairs; the commoner letter is guessed.
_CAPITALS = str.maketrans({"C": "Ч"})
_END_Y = re.compile(r"(?<=[АЕЁИОУЫЭЮЯ])И(?!\w)")
_END_YA = re.compile(r"(?<=[ИЬ])А(?!\w)")

# Signs of the table in use: what points to it, and how much; two points are enough.
_NEVER = re.compile(r"[Wghkltwy]")
_SIGNS_OF_USE = (
    (re.compile(r"(?<=[A-Z])[aceioqux](?=[A-Z]{2})|(?<=[A-Z]{2})[aceioqux]{1,2}(?![a-z])"), 2),  # OBqESTVO, SERGEi
    (re.compile(r"(?<![A-Za-z])m[A-Z][A-Z .-]*m(?![A-Za-z])"), 2),  # mROMAQKAm
    (re.compile(r"\bTN VeD\b"), 2),
    (re.compile(r"(?<![A-Za-z])[aceiou][A-Z]{3}"), 1),  # eKSPORT
    (re.compile(r"(?<=[A-Z])[aceioqux](?=[A-Z])"), 1),
    (re.compile(r"(?<![A-Za-z])n ?\d"), 1),  # the number sign
    (re.compile(r"Q(?!U)[A-Z]"), 1),
    (re.compile(r"\(VO\d{5}\)"), 1),
)
_HARD_CAPITALS = re.compile(r"Q(?!U)[A-Z]|[A-Z]{2}X[A-Z]?\b|\b(?:SCETU|SCET|OBQESTVO|POSTAVKI? ZA)\b")
_WRITTEN_MC = re.compile(r"\bMc(?=[A-Z])")
_PLAIN = re.compile(r"'([^']*)'")


def decode_rur6(text: str) -> str:
    """The Cyrillic reading. Text between two apostrophes is Latin and stays as it is, without the apostrophes."""
    parts = _PLAIN.split(text)
    return "".join(part if place % 2 else part.translate(_READ) for place, part in enumerate(parts)).replace("'", "")


def decode_capitals(text: str) -> str:
    """The likely Cyrillic reading of a text whose case was lost: Ч for Ц, Й and Я at the end of words."""
    parts = _PLAIN.split(text.upper())
    read = [part if place % 2 else part.translate(_CAPITALS).translate(_READ) for place, part in enumerate(parts)]
    return _END_YA.sub("Я", _END_Y.sub("Й", "".join(read).replace("'", "")))


def encode_rur6(text: str) -> str:
    """Russian text, upper-cased, as SWIFT-RUR 6; stretches with Latin letters or braces go between apostrophes."""
    pieces = re.split(r"([A-Za-z{}][^А-Яа-яЁё'№%&!$;_=\"*\s]*)", text)
    return "".join(f"'{_no_braces(piece)}'" if place % 2 else _write(piece) for place, piece in enumerate(pieces))


def _no_braces(piece: str) -> str:
    return piece.replace("{", "(").replace("}", ")")


def _write(piece: str) -> str:
    return "".join(_WRITE.get(letter, letter) for letter in piece.upper())


def can_be_rur6(text: str) -> bool:
    """Whether a text has letters, and outside apostrophes none that the table does not know (W g h k l t w y)."""
    bare = _WRITTEN_MC.sub("M", _PLAIN.sub(" ", text))
    return text.isascii() and _NEVER.search(bare) is None and any(letter.isalpha() for letter in bare)


def looks_like_rur6(text: str) -> bool:
    """Whether capitals and small letters stand as in SWIFT-RUR 6: mostly capitals, small letters among them."""
    if text.isupper() or not can_be_rur6(text):
        return False
    bare = _WRITTEN_MC.sub("M", _PLAIN.sub(" ", text))
    small = sum(letter.islower() for letter in bare)
    large = sum(letter.isupper() for letter in bare)
    if not small or large < 2 * small:
        return False
    return sum(weight * len(sign.findall(text)) for sign, weight in _SIGNS_OF_USE) >= 2


def capitals_hint_rur6(text: str) -> bool:
    """Whether a text in capitals alone has letter pairs that ordinary romanisation would not write."""
    return text.isupper() and can_be_rur6(text) and len(_HARD_CAPITALS.findall(text)) >= 2
