"""Slips of the pen between two words, and how much of a word's weight each leaves.

A vowel more or less, letters exchanged or doubled: one name written by another hand. One consonant for another, another
first letter: more often another name.
"""

from __future__ import annotations

from rapidfuzz.distance import OSA

from brightline.names.weights import Weights

_SOFT = frozenset("aeiouyhj")  # letters that romanisations add, drop and exchange
_SOUND_ALIKE = ("bp", "dt", "gk", "ckqs", "fvw", "szc", "mn", "lr", "gj", "xs", "zj", "jq")
_LOOK_ALIKE = ("il", "nh", "ce", "vu", "uv", "qg", "rn")
_PAIRS = frozenset(
    frozenset((one, other)) for group in (*_SOUND_ALIKE, *_LOOK_ALIKE) for one in group for other in group
)


def slip_percent(ours: str, theirs: str, numbers: Weights, typed: bool = False) -> int:
    """The share of its weight that a word keeps after one or two slips of the pen; 0 for another word.

    Slips: a letter more, less, another, or two neighbours exchanged (optimal string alignment). `typed`: whether only a
    slip can have made one of the two. Symmetric.
    """
    shorter = min(len(ours), len(theirs))
    if shorter < 4 or len(ours) > 40 or len(theirs) > 40:
        return 0
    most = 2 if shorter >= 8 and max(len(ours), len(theirs)) <= 24 else 1
    slips = OSA.distance(ours, theirs, score_cutoff=most)
    if slips > most:
        return 0
    table = numbers.close_percent if slips == 1 else numbers.near_percent
    hard = _at(numbers.slip_hard, shorter) if slips == 1 and not typed and _is_hard(ours, theirs) else 0
    first = _at(numbers.other_first_letter, shorter) if _begin_otherwise(ours, theirs) else 0
    return max(0, _at(table, shorter) - hard - first)


def _begin_otherwise(ours: str, theirs: str) -> bool:
    """Whether two words begin with letters that no hand writes for each other; neighbours exchanged are no others."""
    firsts = frozenset((ours[0], theirs[0]))
    return len(firsts) == 2 and firsts not in _PAIRS and ours[:2] != theirs[1::-1]


def _at(table: tuple[int, ...], length: int) -> int:
    """The number for a length; the last for all longer."""
    return table[min(length, len(table) - 1)]


def _is_hard(ours: str, theirs: str) -> bool:
    """Whether a single slip is one that makes another name of a name: a consonant more, less or for another."""
    at = 0
    while at < min(len(ours), len(theirs)) and ours[at] == theirs[at]:
        at += 1
    if len(ours) != len(theirs):
        longer = max(ours, theirs, key=len)
        return longer[at] not in _SOFT and longer[at] != longer[at - 1 : at]
    if ours[at + 1 :] != theirs[at + 1 :]:  # two neighbours exchanged
        return False
    one, other = ours[at], theirs[at]
    return one not in _SOFT and other not in _SOFT and frozenset((one, other)) not in _PAIRS


def close_percent(
    ours: str, our_sound: str, theirs: str, their_sound: str, numbers: Weights, typed: bool = False
) -> int:
    """The better of the slips between the letters and between the sounds; 0 for words that are not of letters only."""
    if not -4 < len(our_sound) - len(their_sound) < 4 or not ours.isalpha() or not theirs.isalpha():
        return 0
    heard = slip_percent(our_sound, their_sound, numbers, typed)
    if our_sound == ours and their_sound == theirs:
        return heard
    return max(heard, slip_percent(ours, theirs, numbers, typed))


def alike(ours: str, theirs: str) -> bool:
    """Whether two sounds are so near that neither contradicts the other: at least three letters in five stay."""
    return OSA.normalized_similarity(ours, theirs) >= 0.6
