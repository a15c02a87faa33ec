"""Shares as whole numbers that keep open ends through addition.

A hundredth of a percent is a million grains and some (2**20), and an open end stands one grain inside its bound: more
than 25 % is one grain above 25 %. So "more than 25 and more than 25" is more than 50, and "less than 50" never reaches
50, without any rounding.
"""

from __future__ import annotations

from brightline.terms.owned import ALL, Portion

GRAINS = 1 << 20  # in a hundredth of a percent
WHOLE = ALL * GRAINS


def bounds(portion: Portion | None) -> tuple[int, int]:
    """The least and greatest of a share, in grains; what nobody says lies between nothing and all."""
    if portion is None:
        return 0, WHOLE
    return portion.least * GRAINS + portion.above, portion.greatest * GRAINS - portion.below


def portion_of(least: int, greatest: int) -> Portion:
    """The share between two bounds in grains."""
    return Portion(least // GRAINS, -(-greatest // GRAINS), least % GRAINS > 0, greatest % GRAINS > 0)


def percent(hundredths: int) -> str:
    """Hundredths of a percent as people write them: `25`, `33.3`, `12.05`."""
    return f"{hundredths // 100}.{hundredths % 100:02d}".rstrip("0").rstrip(".")


def told(portion: Portion | None) -> str:
    """A share in words: `60 %`, `25 to 50 %`, `more than 25 and at most 50 %`, `a share nobody states`."""
    if portion is None:
        return "a share nobody states"
    least, greatest, above, below = portion
    if least == greatest:
        return f"{percent(least)} %"
    if not above and not below:
        return f"{percent(least)} to {percent(greatest)} %"
    first = f"more than {percent(least)}" if above else f"at least {percent(least)}"
    return f"{first} and {'less than' if below else 'at most'} {percent(greatest)} %"
