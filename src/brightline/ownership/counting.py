"""How one regime counts shares on one day: from which share, added up or not, with a test of control or without."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from brightline.ownership.grains import GRAINS
from brightline.terms import Answer
from brightline.terms.owned import ALL

_THOUSANDTH = ALL // 1000  # hundredths of a percent in a thousandth of the whole


@dataclass(frozen=True, slots=True)
class Counting:
    """The rule of a regime. `half`: the share it looks at, in grains; `more_than`: only above it.

    `added_up`: the shares of unrelated listed owners are added together. `control`: control counts as well as shares.
    """

    regime: str
    half: int
    more_than: bool
    added_up: bool
    control: bool

    def enough(self, share: int) -> bool:
        """Whether a share in grains is one that counts."""
        return share > self.half if self.more_than else share >= self.half

    def answer(self, least: int, greatest: int) -> Answer:
        """Whether a share between two bounds counts."""
        if self.enough(least):
            return Answer.YES
        return Answer.UNKNOWN if self.enough(greatest) else Answer.NO


def counting_of(regime: str, words: Collection[str], thousandths: int) -> Counting:
    """The counting that a law states in its words (`at-least`, `added-up`, `control-counts`…) and its share."""
    return Counting(
        regime,
        half=thousandths * _THOUSANDTH * GRAINS,
        more_than="more-than" in words,
        added_up="added-up" in words,
        control="control-counts" in words,
    )
