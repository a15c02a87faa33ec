"""The most that a comparison can give, from the words alone: all that the index knows of the model of `align`.

Whatever in `align` adds to the weight of a name must be seen here, or the index would lose it; steps that only take
away need not. No function says less than the truth: `tests/names/test_bounds.py` lays each beside the comparison.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from brightline.names.acronym import acronym_of, may_be_acronym
from brightline.names.align import relate
from brightline.names.read import Name
from brightline.names.scanned import looks_of
from brightline.names.stems import beginning_of, stem_of
from brightline.names.weights import weights
from brightline.names.words import Word, word_of
from brightline.terms import ListedEntity, Query
from brightline.text.block import hash64


@dataclass(frozen=True, slots=True)
class Bearer:
    """The most that what else is known can add: beside an equal country, and beside an equal year of birth."""

    country: int
    born: int


def whole_hashes(name: Name) -> tuple[int, ...]:
    """What two names share that are equal in all words or in all letters, or of which one is the other's acronym."""
    letters = [letters for letters in (acronym_of(name), may_be_acronym(name)) if letters]
    return *_own_hashes(name), *[hash64("A " + one) for one in letters]


def asked_hashes(name: Name) -> tuple[int, ...]:
    """The hashes under which names equal to this one are looked up: its own, and that without its places.

    Names that share none of them, nor an acronym, weigh no more than their words give.
    """
    return (*_own_hashes(name), *([hash64("W " + " ".join(name.anywhere))] if name.anywhere else []))


def _own_hashes(name: Name) -> tuple[int, int]:
    """What names share that are equal in all words, and in all letters."""
    return hash64("W " + " ".join(name.whole)), hash64("C " + name.compact)


def acronyms_asked(name: Name) -> list[tuple[int, bool, int]]:
    """The hashes under which a name is looked up as an acronym or by its own.

    With each whether it must be the only word of the listed name, and the most that its pairs are raised to.
    """
    most, found = weights().acronym, []
    for letters, alone in ((acronym_of(name), True), (may_be_acronym(name), False)):
        if letters:
            raised = most[min(len(letters), len(most) - 1)] + (weights().form_same if name.form else 0)
            found.append((hash64("A " + letters), alone, raised))
    return found


def ours_without_pairs(name: Name) -> int:
    """What a reading of the query weighs before any of its words finds a partner: the form, less all that lacks."""
    numbers = weights()
    return (numbers.form_same if name.form else 0) - min(numbers.lack_cap_ours, sum([word.lack for word in name.words]))


def theirs_without_pairs(name: Name) -> int:
    """The same for a listed reading; no pair of its words can bring it above nought."""
    return -min(weights().lack_cap_theirs, sum([word.lack for word in name.words]))


def pair_gains(ours: Word, theirs: Word) -> tuple[int, int, int]:
    """What two words give when laid against each other, and what they then no longer cost; 0 if they are unrelated.

    Where a person is on either side; between bodies; between bodies where the shorter word ends its name.
    """
    related = relate(ours, theirs, weights())
    if related is None:
        return 0, 0, 0
    if related[0] in ("word-bent", "word-cut", "word-initial"):
        return _gain(ours, theirs, False, False, True), _gain(ours, theirs, True, False, False), _gain(ours, theirs)
    gain = related[1] + ours.lack + theirs.lack
    return gain, gain, gain


def _gain(ours: Word, theirs: Word, bent: bool = True, cut: bool = True, initial: bool = True) -> int:
    """The same where words with other endings, words cut off and initials count, or do not."""
    related = relate(ours, theirs, weights(), bent, cut)
    if related is None or (related[0] == "word-initial" and not initial):
        return 0
    return related[1] + ours.lack + theirs.lack


def meeting_hashes(word: Word) -> list[int]:
    """What words share that are related by more than slips of the pen or an initial.

    A sound, a meaning, a kin, a stem, how it looks, or (where one of them may be cut off) a beginning.
    """
    shared = {f"K {key}" for key in (word.key, *[key for key, _ in word.kin])}
    shared.add("T " + stem_of(word.sound))
    if looks := looks_of(word.plain):
        shared.add("L " + looks)
    if begins := beginning_of(word.plain):
        shared.add("B " + begins)
    return [sound_hash(word.sound), *[hash64(key) for key in sorted(shared)]]


def sound_hash(sound: str) -> int:
    """What words of one sound share."""
    return hash64("S " + sound)


def joined_gain(word: Word) -> int:
    """What a word gives when neighbouring words of the other side make it, without what those no longer cost."""
    return word.weight * weights().joined_percent // 100 + word.lack


def initial_gain(initial: Word) -> int:
    """The most that a single letter of ours gives beside any word that begins with it, without that word's lack."""
    return weights().initial + min(initial.lack, weights().initial_lack)


def initial_saves() -> int:
    """The most that the partner of a single letter no longer costs."""
    return weights().initial_lack


def first_letter(word: Word) -> int:
    """The letter that a single letter beside this word must be, as a number; 0 for words that none fits."""
    return ord(word.plain[0]) if len(word.plain) > 1 and word.plain.isalpha() else 0


def fitting_initial(word: Word) -> Word | None:
    """The single letter that a word fits, if it fits one."""
    return word_of(word.plain[0], word.plain[0]) if first_letter(word) else None


def is_initial(word: Word) -> bool:
    """Whether a word is a single letter, which fits every word that begins with it."""
    return len(word.plain) == 1 and word.plain.isalpha()


def initial_counts(initial: Word) -> int:
    """The most of `initial_gain` that counts where short names are raised: a fitting initial as its letter alone."""
    return initial.weight + min(initial.lack, weights().initial_lack)


def times_most(person: bool, total: int) -> tuple[int, int]:
    """The most, as a fraction, that what agrees counts for in a name, since short ones are raised.

    `person`: whether a person is on either side for sure; `total`: what the words of either side weigh at least.
    """
    whole, times = weights().whole_name, weights().short_name_times
    return whole, max(min(total, whole), whole // (times[1] if person else max(times)), 1)


def greatest_total(given: int, counted: int, needed: int) -> int:
    """The most that the words of a name may weigh for pairs that come to `given` to be raised to a weight.

    `counted`: what of them counts where short names are raised.
    """
    return weights().whole_name * max(counted, 0) // max(needed - given + counted, 1) + 1


def numbers_series(word: Word) -> int:
    """Whether a word left over numbers a series, as `opposed` tells: 2 anywhere, 1 in bodies' names, 0 nowhere."""
    if any(letter.isdigit() for letter in word.plain):
        return 2
    return 1 if len(word.plain) == 1 else 0


def form_number(form: str | None) -> int:
    """A legal form as a number, equal for equal forms; 0 for none."""
    return crc32(form.encode()) >> 1 | 1 if form else 0


def bearer_kind(schema: str) -> int:
    """Who bears a listed name: 1 a person, 2 a body or craft, 0 whoever it may be."""
    return 1 if schema == "Person" else 0 if schema in ("", "LegalEntity") else 2


def kinds_most(query: Query) -> tuple[int, int, int]:
    """The most that the kinds of the query and of the listed bearer add, for each `bearer_kind`."""
    numbers = weights()
    if query.schema in (None, "", "LegalEntity"):
        return 0, 0, 0
    if query.schema == "Person":
        return 0, numbers.schema_same, numbers.schema_differs
    return 0, numbers.schema_differs, numbers.schema_same


def weak_most() -> int:
    """No weak alias weighs more."""
    return weights().weak_alias_most


def bearer_most(query: Query) -> Bearer:
    """The most that `bearer_steps` add for this query beside `kinds_most`, where no identifier is shared."""
    numbers = weights()
    born = max(numbers.birth_day_same, numbers.birth_month_same, numbers.birth_year_same)
    return Bearer(
        numbers.country_same if query.countries else 0,
        born if query.birth_date else 0,
    )


def country_bits(countries: Iterable[str]) -> int:
    """Countries as bits of one number: those of two sides that share a country share a bit."""
    bits = 0
    for country in countries:
        bits |= 1 << hash64(country) % 64
    return bits


def birth_keys(entity: ListedEntity) -> set[int]:
    """The years in which a listed entity may be born."""
    return {birth_key(date) for date in entity.birth_dates}


def birth_key(date: str) -> int:
    """What dates of one year share."""
    return hash64(date.split("-")[0])
