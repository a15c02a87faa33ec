"""Names shortened to the first letters of their words: "ROC" for "Russian Oil Company"."""

from __future__ import annotations

from functools import lru_cache

from brightline.names.forms import form_at
from brightline.names.read import Name
from brightline.names.words import Word

_LEFT_OUT = frozenset({"=and", "=of"})
_LONGEST_FORM = 4  # letters of a short form, which is left in a reading that looks for none
_SHORTEST, _LONGEST = 3, 8


def acronym_of(name: Name) -> str:
    """The first letters of the words of a body's name, without "and" and "of"; empty for fewer than three words."""
    if name.person or any(map(_is_form, name.words)):
        return ""
    letters = [word.plain[0] for word in name.words if word.key not in _LEFT_OUT]
    return "".join(letters) if _SHORTEST <= len(letters) <= _LONGEST else ""


@lru_cache(maxsize=16384)
def _is_form(word: Word) -> bool:
    """Whether a word is a legal form: its letter is none of the name's."""
    return word.plain == "limited" or (1 < len(word.plain) <= _LONGEST_FORM and form_at([word.plain], 0)[0] == 1)


def may_be_acronym(name: Name) -> str:
    """The one word of a body's name, where it may be an acronym; else empty."""
    if name.person or len(name.words) != 1 or not _SHORTEST <= len(name.words[0].plain) <= _LONGEST:
        return ""
    return name.words[0].plain


def acronym_length(ours: Name, theirs: Name) -> int:
    """How many letters an acronym has that one side writes for the words of the other; 0 without one. Symmetric."""
    for short, long in ((may_be_acronym(ours), acronym_of(theirs)), (may_be_acronym(theirs), acronym_of(ours))):
        if short and short == long:
            return len(short)
    return 0
