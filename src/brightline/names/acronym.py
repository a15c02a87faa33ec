"""Names shortened to the first letters of their words: "ROC" for "Russian Oil Company"."""

from __future__ import annotations

from brightline.names.read import Name

_LEFT_OUT = frozenset({"=and", "=of"})
_FORMS = frozenset({"inc", "ltd", "llc", "limited", "pvt"})  # left in a reading that looks for no legal form
_SHORTEST, _LONGEST = 3, 8


def acronym_of(name: Name) -> str:
    """The first letters of the words of a body's name, without "and" and "of"; empty for fewer than three words."""
    if any(word.plain in _FORMS for word in name.words):
        return ""
    letters = [word.plain[0] for word in name.words if word.key not in _LEFT_OUT]
    return "".join(letters) if not name.person and _SHORTEST <= len(letters) <= _LONGEST else ""


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
