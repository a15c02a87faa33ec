"""Legal forms written badly, put right: "JOINT SOCK COMPANY", "LIMITED LIABILITY COMPAN", "PJSCMIKRON".

Spaces do not count: the letters of neighbouring words are laid against the letters of whole forms. So a form may be
joined to the name, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from brightline.names.forms import form_at, form_rows
from brightline.names.words import word_of
from brightline.text.fold import fold

_SHORTEST = 7  # letters of a form that is known with a slip in it
_TWO_SLIPS = 14  # letters from which on it is known with two
_MOST_WORDS, _LONGEST = 8, 80
_EDGE = 3  # letters at the beginning or at the end of a form that stay right
_GLUED = (
    "sarl",
    "ltda",
    "asbl",
    "bvba",
    "pjsc",
    "ojsc",
    "cjsc",
    "gmbh",
    "jsc",
    "llc",
    "ltd",
    "fze",
    "ooo",
    "oao",
    "ооо",
    "оао",
    "пао",
    "зао",
)
_LEFT = 3  # letters that a word keeps at least when a form is taken from it

Forms = dict[str, tuple[tuple[str, tuple[str, ...]], ...]]


@lru_cache(maxsize=1)
def _by_edge() -> Forms:
    """Long forms, their letters and their words, by their first letters (key "^abc") and their last ("abc$")."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for _, _, spelling in form_rows():
        words = tuple(fold(spelling).split())
        letters = "".join(words)
        if len(letters) >= _SHORTEST:
            for edge in ("^" + letters[:_EDGE], letters[-_EDGE:] + "$"):
                found.setdefault(edge, {}).setdefault(letters, words)
    return {edge: tuple(sorted(forms.items(), key=lambda form: -len(form[0]))) for edge, forms in found.items()}


def mended(words: Sequence[str]) -> list[str]:
    """Folded words with the legal forms among them spelled right; a form joined to a word parted from it."""
    left: list[str] = []
    at = 0
    while at < len(words):
        length = form_at(words, at)[0]
        whole = (length, words[at : at + length]) if length else None
        slipped = _slipped(words, at, length)
        least = len("".join(slipped[1] if slipped else words[at : at + length]))
        found = _long_joined(words, at, least) or slipped or whole or _glued(words[at])
        left += found[1] if found else (words[at],)
        at += found[0] if found else 1
    return left


def _slipped(words: Sequence[str], at: int, known: int) -> tuple[int, Sequence[str]] | None:
    """How many words at a place are a long form with slips or, at the end of the name, cut off; and its words.

    `known`: so many words at the place are a form without slips; only a much longer one is better.
    """
    found = []
    letters = "".join(words[at : at + known])
    least = max(len(letters) + _EDGE, _SHORTEST - 2)
    for count in range(known + 1, min(_MOST_WORDS, len(words) - at) + 1):
        letters += words[at + count - 1]
        if least < len(letters) <= _LONGEST:
            cut = at > 0 and at + count == len(words) and len(letters) >= _TWO_SLIPS
            for form, parts in _near(letters):
                slips = 0 if cut and form.startswith(letters) else _slips(letters, form)
                found += [(slips, count, parts)] if slips is not None else []
    best = min(found, default=None)
    return best[1:] if best and not (best[0] and _is_word_before(words, at, best[1])) else None


def _is_word_before(words: Sequence[str], at: int, count: int) -> bool:
    """Whether the first of so many words is a short one before a whole form, and no slip in it."""
    return count > 1 and len(words[at]) <= _EDGE and form_at(words, at + 1)[0] >= count - 1


def _near(letters: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The forms that begin or end alike."""
    forms = _by_edge()
    return forms.get("^" + letters[:_EDGE], ()) + forms.get(letters[-_EDGE:] + "$", ())


def _slips(letters: str, form: str) -> int | None:
    """How many slips are between letters and a form; None for more than one, in a long form two."""
    most = (len(form) >= _SHORTEST) + (len(form) >= _TWO_SLIPS)
    if abs(len(letters) - len(form)) > most:
        return None
    slips = OSA.distance(letters, form, score_cutoff=most)
    return slips if slips <= most else None


def _glued(word: str) -> tuple[int, Sequence[str]] | None:
    """A word that begins or ends with a short form, parted from that."""
    parts = [(short, word[len(short) :]) for short in _GLUED if word.startswith(short)]
    parts += [(word[: -len(short)], short) for short in _GLUED if word.endswith(short)]
    whole = [both for both in parts if min(map(len, both)) >= _LEFT and max(map(len, both)) < len(word)]
    return (1, min(whole, key=_rank)) if whole else None


def _rank(parts: Sequence[str]) -> tuple[bool, int]:
    """Parts with a word of kind come first ("groupjsc" is no "grou"), then those with the longest form."""
    return all(word_of(part, part).role != "generic" for part in parts), -min(map(len, parts))


def _long_joined(words: Sequence[str], at: int, least: int) -> tuple[int, Sequence[str]] | None:
    """The same of long forms: "OBSHCHESTVOSITIBAIK", "NFCJOINT STOCK COMPANY".

    `least`: the letters of the form that the words are otherwise taken for; only one of more letters is better.
    """
    forms, letters = _by_edge(), "".join(words[at : at + _MOST_WORDS])
    for form, parts in forms.get("^" + letters[:_EDGE], ()):
        if len(form) > least and letters.startswith(form) and (found := _parted(words, at, len(form))):
            return found[0], (*parts, found[1])
    for skip in range(_LEFT, len(words[at]) - 1) if not least else ():
        for form, parts in forms.get("^" + letters[skip : skip + _EDGE], ()):
            if letters.startswith(form, skip) and (count := _whole_words(words, at, skip + len(form))):
                return count, (words[at][:skip], *parts)
    return None


def _parted(words: Sequence[str], at: int, end: int) -> tuple[int, str] | None:
    """How many words reach beyond so many letters, and what the last of them has behind them."""
    count = 0
    while end > 0 and at + count < len(words):
        end -= len(words[at + count])
        count += 1
    return (count, words[at + count - 1][end:]) if end <= -2 and -end < len(words[at + count - 1]) else None


def _whole_words(words: Sequence[str], at: int, end: int) -> int:
    """How many words have so many letters exactly; 0 where the last of them has more."""
    count = 0
    while end > 0 and at + count < len(words):
        end -= len(words[at + count])
        count += 1
    return count if end == 0 else 0
