"""Sentences as bags of what they say: stems, groups of like meaning, names and numbers, and what each is worth."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from brightline.media.speakers import speaker_of
from brightline.media.vocabulary import vocabulary

_HAN = r"\u4e00-\u9fff"  # written without blanks: each sign counts with the one behind it
_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|[{_HAN}](?=(?P<next>[{_HAN}]))?|[^\W\d_{_HAN}]+(?:['’][^\W\d_{_HAN}]+)?")
_DOUBLED = frozenset({"bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt"})  # "dropped" is of "drop"
_KINDS, _WHO_SAYS = {"word": 1.0, "name": 1.3, "number": 1.5}, 0.3


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a sentence: its group of meaning, as printed, its place; `kind`: word, name or number."""

    key: str
    printed: str
    start: int
    kind: str


@cache
def _groups() -> Mapping[str, str]:
    text = files("brightline.media").joinpath("synonyms.tsv").read_text(encoding="utf-8")
    groups: dict[str, str] = {}
    for line in text.splitlines():
        words = [form for one in line.split() for form in _forms(one)] if not line.startswith("#") else []
        for word in words:
            groups.setdefault(word, groups.get(words[0], words[0]))
    return groups


def _forms(word: str) -> Iterator[str]:
    """The stems of a word and of the forms it takes."""
    for ending in ("", "s", "es", "ed", "ing", "er"):
        yield stem(word + ending)
        yield stem(word.removesuffix("e") + ending)


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """A word without its ending, roughly: `shipments` and `shipment` become one, `said` stays."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for suffix in vocabulary().endings:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)] + ("y" if suffix in ("ies", "ied") else "")
            word = word[:-1] if word[-2:] in _DOUBLED else word
            break
    return word.rstrip("e") if len(word) > 4 else word


@lru_cache(maxsize=1 << 16)
def terms_of(text: str) -> tuple[Term, ...]:
    """The telling words of a sentence, in order; words that say nothing by themselves are left out."""
    found = []
    for match in _TOKEN.finditer(text):
        printed = match[0] + (match["next"] or "")
        plain = printed.lower().replace("’", "'").removesuffix("'s")
        if plain in vocabulary().says_nothing:
            continue
        if printed[0].isdigit():
            found.append(Term(printed.replace(",", ""), printed, match.start(), "number"))
            continue
        name = printed[0].isupper() and match.start() > 0 and text[: match.start()].rstrip()[-1:] not in ("“", '"', ".")
        key = stem(plain)
        found.append(Term(_groups().get(key, key), printed, match.start(), "name" if name else "word"))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _rare(sentences: int, holding: int) -> float:
    return max(0.2, math.log((1 + sentences) / (0.5 + holding)))


@dataclass(frozen=True, slots=True)
class Worth:
    """What each word is worth: the rarer among the sentences at hand, the more (inverse document frequency)."""

    sentences: int
    seen: Mapping[str, int]

    def of(self, term: Term) -> float:
        """The worth of one word; a name or a number tells more."""
        return _rare(self.sentences, self.seen.get(term.key, 0)) * _KINDS[term.kind]


def worth_of(sentences: Iterable[str]) -> Worth:
    """Worths counted over sentences."""
    seen: Counter[str] = Counter()
    count = 0
    for one in sentences:
        seen.update({term.key for term in terms_of(one)})
        count += 1
    return Worth(count, seen)


Vector = Mapping[str, float]


def vector(text: str, worth: Worth) -> Vector:
    """A sentence as weights of its words, of length one. Who says it weighs little beside what is said."""
    weights: dict[str, float] = {}
    speaker = speaker_of(text)
    first, end = speaker.span if speaker else (0, 0)
    for term in terms_of(text):
        said = _WHO_SAYS if first <= term.start < end else 1.0
        weights[term.key] = max(weights.get(term.key, 0.0), said * worth.of(term))
    length = math.sqrt(math.fsum(value * value for value in weights.values())) or 1.0
    return {key: value / length for key, value in weights.items()}


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two sentences, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(value * other[key] for key, value in one.items() if key in other)


def covered(one: Vector, others: Sequence[Vector]) -> float:
    """The share of a sentence's weight whose words stand in any of the others, 0 to 1."""
    whole = math.fsum(value * value for value in one.values()) or 1.0
    return math.fsum(value * value for key, value in one.items() if any(key in other for other in others)) / whole
