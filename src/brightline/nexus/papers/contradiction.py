"""Two values that cannot both be so, with their places; and what of a payment its message alone says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, product

from brightline.names.forms import form_words
from brightline.names.pairs import score_pair
from brightline.terms import Answer, Evidence, Party, Payment
from brightline.terms.beside import on_paper
from brightline.text.fold import tokens


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What stands at `path`, and what stands at `other_path`. `answer`: unknown where the two cannot be compared."""

    path: str
    words: str
    other_path: str
    other_words: str
    answer: Answer = Answer.YES

    def told(self) -> str:
        """Both values side by side, each with its place."""
        return f"{self.words} ({self.path}) beside {self.other_words} ({self.other_path})"

    def evidence(self, kind: str = "contradiction") -> Evidence:
        """The same as evidence."""
        return Evidence(
            kind=kind, path=self.path, words=self.words,
            other_path=self.other_path, other_words=self.other_words,
        )  # fmt: skip


def message_of(payment: Payment) -> Payment:
    """The payment without what papers added to it."""
    return replace(
        payment,
        parties=tuple(one for one in payment.parties if not on_paper(one.path)),
        texts=tuple(one for one in payment.texts if not on_paper(one.path)),
        goods=tuple(one for one in payment.goods if not on_paper(one.path)),
        codes=tuple(one for one in payment.codes if not on_paper(one.path)),
        identifiers=tuple(one for one in payment.identifiers if not on_paper(one.path)),
    )


def customers(payment: Payment) -> tuple[Party, ...]:
    """Who pays and who is paid, banks left out."""
    return tuple(party for party in payment.parties if not party.role.endswith("_agent"))


def is_disclosed(party: Party, message: Payment) -> bool:
    """Whether somebody named in a paper is named in the message: as a party, by a number, or in a text.

    Another script, spelling or legal form is the same name: the names are compared as with lists.
    """
    numbers = {(one.scheme, one.value) for one in party.identifiers}
    if any(numbers & {(one.scheme, one.value) for one in other.identifiers} for other in customers(message)):
        return True
    ours, theirs = tuple(_names(party)), [name for other in customers(message) for name in _names(other)]
    return (
        not set(ours).isdisjoint(theirs)
        or _in_text(ours, message)
        or any(alike(name, other) for name in ours for other in theirs)
    )


@lru_cache(maxsize=16384)
def alike(name: str, other: str) -> bool:
    """Whether two names may be of one bearer, as the comparison of names sees it."""
    words, others = tokens(name), tokens(other)
    if sorted(words) == sorted(others):
        return True
    return not _nothing_in_common(words, others) and score_pair("LegalEntity", name, other).match


def _nothing_in_common(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names in plain Latin letters have no word that begins and goes on alike, and none is an acronym.

    Such names are never alike, and most pairs of a buyer and a seller are such; it saves the comparison.
    """
    if not all(word.isascii() for word in (*words, *others)):
        return False
    ours, theirs = ([word for word in several if word not in form_words()] for several in (words, others))
    if not ours or not theirs or any(_goes_on_alike(*pair) for pair in product(ours, theirs)):
        return False
    return not (_begins(ours, theirs) or _begins(theirs, ours))


def _begins(short: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the one word of a name may be the first letters of the other's words."""
    return len(short) == 1 and set(short[0]) <= {word[0] for word in words}


def _goes_on_alike(word: str, other: str) -> bool:
    """Whether two words begin with one letter, and share two letters in a row or one of them is an initial."""
    if word[0] != other[0]:
        return False
    return len(word) == 1 or len(other) == 1 or not _pairs_of(word).isdisjoint(_pairs_of(other))


@lru_cache(maxsize=16384)
def _pairs_of(word: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(word)))


def _names(party: Party) -> Iterator[str]:
    yield from filter(None, (party.name, *(form.value for form in party.forms if not form.kind.endswith("address"))))


def _in_text(names: Iterable[str], message: Payment) -> bool:
    """Whether a text holds all words of a name, at least two of them."""
    texts: Sequence[frozenset[str]] = [frozenset(tokens(text.value)) for text in message.texts]
    return any(len(words := set(tokens(name))) > 1 and any(words <= text for text in texts) for name in names)
