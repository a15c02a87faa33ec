"""Words bent or cut: "Kazanskii" and "Kazan", "TECHNOLO" at the end of a field and "TECHNOLOGY".

Made for names of bodies: in a person's name an ending makes another family name of one.
"""

from __future__ import annotations

from functools import lru_cache

# Sounds of Russian and Ukrainian endings of adjectives and cases, then of English and German plurals.
_SPELLED = (
    "evskogo ovskogo evskaia ovskaia evskoe ovskoe evski ovski skogo skaia skoe skoi ski ske cki ckaia ckoe "
    "nogo naia noe noi ni ne skih nih ogo aia oe oi ov ei am ah om a i u e s"
)
_ENDINGS = _SPELLED.split(" ")
_SHORTEST = 4
_CUT_FROM = 5


@lru_cache(maxsize=131072)
def stem_of(its_sound: str) -> str:
    """The sound without its ending; the sound itself where less than four letters would stay."""
    if len(its_sound) <= _SHORTEST or not its_sound.isalpha():
        return its_sound
    for ending in _ENDINGS:
        if its_sound.endswith(ending) and len(its_sound) - len(ending) >= _SHORTEST:
            return its_sound[: -len(ending)]
    return its_sound


def beginning_of(plain: str) -> str:
    """What a cut word and the whole one share; empty for words too short to be cut."""
    return plain[:_CUT_FROM] if len(plain) >= _CUT_FROM and plain.isalpha() else ""


def is_cut(ours: str, theirs: str) -> bool:
    """Whether one of two words is the beginning of the other, and long enough to tell. Symmetric."""
    shorter, longer = sorted((ours, theirs), key=len)
    return len(shorter) >= _CUT_FROM and len(shorter) < len(longer) and longer.startswith(shorter) and longer.isalpha()
