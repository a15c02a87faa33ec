"""Words that are in no table but one slip from a word that is: "deartment". They may be it, and weigh as little."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.names.near import forms_with_one_out

SHORTEST = 5  # letters of a word that is known with a slip in it
_STEM_FROM = 6
_AS_HEARD = str.maketrans("yjw", "iiv")  # letters of a word that a slip has made sound otherwise


class Mistaken:
    """What words may weigh that are a known one with a slip. `known`: weight by sound; `stems`: by beginning."""

    def __init__(self, known: Mapping[str, int], stems: Mapping[str, int]) -> None:
        self._known = _left(known, SHORTEST)
        self._stems = _left(stems, _STEM_FROM)
        self._longest = max(map(len, stems), default=0) + 1

    def least(self, plain: str, its_sound: str, weight: int) -> int:
        """The least weight of the known words that may be one slip from this one; `weight` if there is none."""
        ways = {its_sound, plain.translate(_AS_HEARD)} if plain.isalpha() else ()
        return min([found for way in ways for found in self._found(way)], default=weight)

    def _found(self, word: str) -> list[int]:
        """The weights of the known words and beginnings within a slip of a word, or of its beginning."""
        if len(word) < SHORTEST:
            return []
        found = [self._known[form] for form in forms_with_one_out(word) if form in self._known]
        for length in range(_STEM_FROM, min(len(word), self._longest)):
            found += [self._stems[form] for form in forms_with_one_out(word[:length]) if form in self._stems]
        return found


def _left(weights: Mapping[str, int], shortest: int) -> dict[str, int]:
    """What is left of long enough words with up to one letter taken out, and the least that a word it is of weighs."""
    left: dict[str, int] = {}
    for word, weight in weights.items():
        for form in forms_with_one_out(word) if len(word) >= shortest else ():
            left[form] = min(weight, left.get(form, weight))
    return left
