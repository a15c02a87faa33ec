"""In which language a text is written: English, French, Russian, Chinese, or not said."""

from __future__ import annotations

import re

from brightline.media.vocabulary import vocabulary

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
    counts = {name: sum(word in known for word in words) for name, known in vocabulary().language.items()}
    best = max(counts, key=lambda name: (counts[name], name))
    return best if counts[best] * 10 >= len(words) and words else "und"
