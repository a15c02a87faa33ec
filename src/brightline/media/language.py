"""In which language a text is written: English, French, Russian, Chinese, or not said."""

from __future__ import annotations

import re

_WORDS = {
    "en": frozenset(["the", "of", "and", "to", "in", "a", "that", "is", "for", "on", "with", "as", "by", "it", "its", "was", "from", "at", "are", "has", "will", "be"]),
    "fr": frozenset(["le", "la", "les", "des", "du", "de", "et", "à", "en", "un", "une", "que", "qui", "dans", "pour", "sur", "avec", "par", "est", "au", "aux", "sa", "son", "ses"]),
}
_SCRIPTS = (("zh", re.compile(r"[\u4e00-\u9fff]")), ("ru", re.compile(r"[а-яё]", re.I)))
_WORD = re.compile(r"[a-zàâçéèêëîïôûùüÿœ]+")


def language_of(text: str) -> str:
    """`en`, `fr`, `ru`, `zh`, or `und` where the words of no language we know prevail."""
    sample = text[:20000]
    letters = sum(letter.isalpha() for letter in sample) or 1
    for name, pattern in _SCRIPTS:
        if len(pattern.findall(sample)) > letters * 0.3:
            return name
    words = _WORD.findall(sample.lower())
    counts = {name: sum(word in known for word in words) for name, known in _WORDS.items()}
    best = max(counts, key=lambda name: (counts[name], name))
    return best if counts[best] * 10 >= len(words) and words else "und"
