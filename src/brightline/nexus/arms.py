"""Words and codes for arms, as `words/arms.yaml` and `arms_codes.yaml` have them: sure, maybe, or not after all.

A code outweighs words beside it only where it says arms: ammunition declared as furniture stays ammunition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from brightline.nexus.hinted import hinted
from brightline.nexus.make_word_table import read_table
from brightline.nexus.word_table import Hit, WordTable
from brightline.text.fold import visible

_BESIDE = 5  # words to either side among which a toy or a game makes a word harmless
_UNIT = hinted(
    r"(?<!\w)(?:в\s?[/\\.]\s?ч\.?|v\s?/\s?ch\.?|(?:войсков|воинск)\w+\sчаст\w+|vo[ijyn]+sk\w+\schast\w*|military\sunit)"
    r"\s{0,2}(?:№|n|no\.?)?\s{0,2}\d{4,5}(?!\d)",
    *("ч", "ch", "military"),
)
_NUMBER = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class ArmsSign:
    """What a text or code says. `kind`: sure or maybe; `words`: what says so, as read."""

    kind: str
    words: str


@lru_cache(maxsize=16384)
def arms_in(text: str) -> ArmsSign | None:
    """The gravest word for arms in a text that no toy, game, sport or hunt stands beside; None without one."""
    hits = _hits(text)
    innocent = [hit.at for hit in hits if hit.kind == "not"]
    for kind in ("sure", "maybe"):
        for hit in hits:
            if hit.kind == kind and not any(abs(hit.at - at) <= _BESIDE for at in innocent):
                return ArmsSign(kind, hit.words)
    return None


@lru_cache(maxsize=4096)
def arms_of_code(code: str, words: str = "") -> ArmsSign | None:
    """What a tariff code says, beside the words of its line; None for one of no arms, or of arms for sport and hunting.

    Words for sport, hunting or toys leave a code of arms open: the code is declared, and so are they.
    """
    fitting = [(len(known), kind) for known, kind in _codes().items() if code.startswith(known)]
    kind = max(fitting)[1] if fitting else "not"
    if kind == "sure" and any(hit.kind == "not" for hit in _hits(words)):
        kind = "maybe"
    return None if kind == "not" else ArmsSign(kind, f"HS {code}")


@lru_cache(maxsize=16384)
def armed_forces_in(text: str) -> ArmsSign | None:
    """Armed forces in a name or text: a military unit by its number is `sure`, a ministry or an army `maybe`."""
    if _NUMBER.search(text) and (match := _UNIT.search(visible(text))):
        return ArmsSign("sure", match.group())
    return next((ArmsSign("maybe", hit.words) for hit in _hits(text) if hit.kind == "user"), None)


@lru_cache(maxsize=16384)
def _hits(text: str) -> tuple[Hit, ...]:
    return _words().find(text)


@lru_cache(maxsize=1)
def _words() -> WordTable:
    return read_table("arms.yaml")


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    said = yaml.safe_load(files("brightline.nexus").joinpath("arms_codes.yaml").read_text(encoding="utf-8"))
    return {code: kind for kind, codes in said.items() for code in codes}
