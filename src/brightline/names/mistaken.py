"""Words that are in no table but one slip from a word that is: "deartment". They may be it, and weigh as little."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.names.near import forms_with_one_out

SHORTEST = 5  # letters of a word that is known with a slip in it
_STEM_FROM = 6


class Mistaken:
    """What words may weigh that are a known one with a slip. `known`: weight by sound; `stems`: by beginning."""

    def __init__(self, known: Mapping[str, int], stems: Mapping[str, int]) -> None:
        self._known = _left(known, SHORTEST)
        self._stems = _left(stems, _STEM_FROM)
        self._longest = max(map(len, stems), default=0) + 1

    def least(self, its_sound: str, weight: int) -> int:
        """The least weight of the known words that may be one slip from this one; `weight` if there is none."""
        if len(its_sound) < SHORTEST or not its_sound.isalpha():
            return weight
        found = [self._known[form] for form in forms_with_one_out(its_sound) if form in self._known]
        for length in range(_STEM_FROM, min(len(its_sound), self._longest)):
            for form in forms_with_one_out(its_sound[:length]):
                if form in self._stems:
                    found.append(self._stems[form])
        return min(found, default=weight)


def _left(weights: Mapping[str, int], shortest: int) -> dict[str, int]:
    """What is left of long enough words with up to one letter taken out, and the least that a word it is of weighs."""
    left: dict[str, int] = {}
    for word, weight in weights.items():
        for form in forms_with_one_out(word) if len(word) >= shortest else ():
            left[form] = min(weight, left.get(form, weight))
    return left
