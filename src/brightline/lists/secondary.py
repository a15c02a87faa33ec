"""Which foreign secondary sanctions a publisher's text attaches to an entry.

Section 11 of E.O. 14024 has had two wordings: from 2024-02-23 "this person is designated for operating or having
operated in a sector of the Russian Federation economy determined to support Russia's military-industrial base
pursuant to section 11 of Executive Order 14024, as amended by Executive Order 14114", and since 2024-06-12 "See
Section 11 of Executive Order 14024." Both mean the same, in any letter case, and also where OFAC's CSV form cuts
the text after 1,000 characters.
"""

from __future__ import annotations

import re
from functools import lru_cache

LABEL = "secondary sanctions risk"

_WORDINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("s11", re.compile(r"section 11 of (?:the )?(?:executive order|e\.? ?o\.?) ?14024")),
    ("s11", re.compile(r"determined to support russia'?s military-industrial base")),
    ("ukraine-589", re.compile(r"31 c\.?f\.?r\.? (?:part )?589|ukraine-?/russia-related sanctions regulations")),
    (
        "north-korea",
        re.compile(r"north korea sanctions regulations, sections? 510\.2|31 c\.?f\.?r\.? (?:part )?510\.2"),
    ),
    ("eo13224", re.compile(r"(?:executive order|e\.? ?o\.?) ?13224")),
    ("hizballah", re.compile(r"hi[sz]ballah financial sanctions regulations")),
    ("iran", re.compile(r"additional sanctions information\s*-?\s*subject to secondary sanctions(?! pursuant)")),
    ("caatsa", re.compile(r"\bcaatsa\b|countering america's adversaries")),
)
_CUT_WORDINGS: tuple[tuple[str, str], ...] = (
    ("s11", "see section 11 of executive order 14024"),
    (
        "s11",
        "this person is designated for operating or having operated in a sector of the russian federation economy "
        "determined to support russia's military-industrial base pursuant to section 11",
    ),
    ("ukraine-589", "ukraine-/russia-related sanctions regulations, 31 cfr 589.201"),
    ("north-korea", "north korea sanctions regulations, sections 510.201 and 510.210"),
    ("eo13224", "section 1(b) of executive order 13224"),
)
_FEWEST_OF_A_CUT_WORDING = 3  # letters; shorter than this, a cut text says nothing


@lru_cache(maxsize=4096)
def secondary_of(text: str) -> tuple[str, ...]:
    """The tags of every secondary sanction that a whole text names; `other` for a risk in words we do not know."""
    lowered = " ".join(text.replace("\u2019", "'").casefold().split())
    found = tuple(dict.fromkeys(tag for tag, wording in _WORDINGS if wording.search(lowered)))
    if not found and (LABEL in lowered or "subject to secondary sanctions" in lowered):
        return ("other",)
    return found


def secondary_of_cut(text: str) -> tuple[str, ...]:
    """The same for the last words before OFAC's cut: a known wording that the text begins counts as the wording."""
    lowered = " ".join(text.replace("\u2019", "'").casefold().split())
    whole = tuple(tag for tag in secondary_of(text) if tag != "other")
    if whole or LABEL not in lowered:
        return whole
    begun = lowered.partition(LABEL)[2].lstrip(": ")
    if len(begun) < _FEWEST_OF_A_CUT_WORDING:
        return ("other",)
    tags = tuple(dict.fromkeys(tag for tag, wording in _CUT_WORDINGS if wording.startswith(begun)))
    return tags or ("other",)
