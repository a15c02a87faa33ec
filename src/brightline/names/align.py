"""Two readings of names, laid word against word: what the words give and lacking ones cost, in thousandths of a nat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from brightline.names.read import Join, Name
from brightline.names.weights import Weights, weights
from brightline.names.words import Word
from brightline.terms import Step

_PLACES = frozenset({"=moscow", "=petersburg", "=russian", "=china", "=iran", "=north", "=south", "=east", "=west"})

_COUNTRY_OF = {"=moscow": "=russian", "=petersburg": "=russian"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of ours laid against words of theirs. `gain`: its weight and the lacking it saves on both sides."""

    kind: str
    weight: int
    gain: int
    ours: int
    ours_count: int
    theirs: int
    theirs_count: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """The best laying found: pairs, the words left over, and the weight of the whole name."""

    weight: int
    pairs: tuple[Pair, ...]
    extra: tuple[int, ...]  # places of our words without a partner
    missing: tuple[int, ...]  # places of theirs
    rest: tuple[Step, ...]  # steps on the name as a whole


def slip_percent(ours: str, theirs: str, numbers: Weights) -> int:
    """The share of its weight that a word keeps after one or two slips of the pen; 0 for another word.

    Slips: a letter more, less, another, or two neighbours exchanged (optimal string alignment). Symmetric.
    """
    shorter = min(len(ours), len(theirs))
    if shorter < 4 or len(ours) > 40 or len(theirs) > 40:
        return 0
    most = 2 if shorter >= 8 and max(len(ours), len(theirs)) <= 24 else 1
    slips = OSA.distance(ours, theirs, score_cutoff=most)
    if slips > most:
        return 0
    table = numbers.close_percent if slips == 1 else numbers.near_percent
    return table[min(shorter, len(table) - 1)] - (numbers.other_first_letter if ours[0] != theirs[0] else 0)


def close_percent(ours: str, our_sound: str, theirs: str, their_sound: str, numbers: Weights) -> int:
    """The better of the slips between the letters and between the sounds; 0 for words that are not of letters only."""
    if not -4 < len(our_sound) - len(their_sound) < 4 or not ours.isalpha() or not theirs.isalpha():
        return 0
    heard = slip_percent(our_sound, their_sound, numbers)
    if our_sound == ours and their_sound == theirs:
        return heard
    return max(heard, slip_percent(ours, theirs, numbers))


def relate(ours: Word, theirs: Word, numbers: Weights) -> tuple[str, int] | None:
    """How two words hang together and what that weighs; None if they do not. Symmetric in the two words."""
    if ours.plain == theirs.plain:
        return "word-same", ours.weight
    if ours.key == theirs.key:
        kind = "word-sounds-same" if ours.sound == theirs.sound else "word-means-same"
        return kind, ours.weight * numbers.meaning_percent // 100
    percent = close_percent(ours.plain, ours.sound, theirs.plain, theirs.sound, numbers)
    if percent > 0:
        return "word-close", min(ours.weight, theirs.weight) * percent // 100
    if (len(ours.plain) == 1) != (len(theirs.plain) == 1) and _fits(ours.plain, theirs.plain):
        over = max(0, ours.lack - numbers.initial_lack) + max(0, theirs.lack - numbers.initial_lack)
        return "word-initial", numbers.initial - over
    return None


def _fits(ours: str, theirs: str) -> bool:
    """Whether two words of letters begin alike."""
    return ours[0] == theirs[0] and ours.isalpha() and theirs.isalpha()


def _joined(joins: tuple[Join, ...], words: tuple[Word, ...], numbers: Weights) -> list[tuple[int, int, int, int, int]]:
    """Joins of one side that sound like a word of the other: weight, gain, place, count, place of the word."""
    found = []
    for join in joins:
        for at, word in enumerate(words):
            if join.word.sound == word.sound:
                weight = word.weight * numbers.joined_percent // 100
                found.append((weight, weight + join.lack + word.lack, join.first, join.count, at))
    return found


def _pairs(ours: Name, theirs: Name, numbers: Weights) -> list[Pair]:
    """Everything that could be laid against each other and gains by it."""
    pairs = []
    for at, word in enumerate(ours.words):
        for place, other in enumerate(theirs.words):
            related = relate(word, other, numbers)
            if related:
                kind, weight = related
                pairs.append(Pair(kind, weight, weight + word.lack + other.lack, at, 1, place, 1))
    for weight, gain, first, count, at in _joined(ours.joins, theirs.words, numbers):
        pairs.append(Pair("word-joined", weight, gain, first, count, at, 1))
    for weight, gain, first, count, at in _joined(theirs.joins, ours.words, numbers):
        pairs.append(Pair("word-joined", weight, gain, at, 1, first, count))
    return pairs


def _lay(pairs: list[Pair]) -> tuple[list[Pair], set[int], set[int]]:
    """Pairs that do not share a word, the greatest gain first; and the words they use on both sides."""
    pairs.sort(key=lambda pair: (-pair.gain, pair.ours, pair.theirs, pair.ours_count, pair.theirs_count))
    taken: list[Pair] = []
    ours: set[int] = set()
    theirs: set[int] = set()
    for pair in pairs:
        mine = range(pair.ours, pair.ours + pair.ours_count)
        others = range(pair.theirs, pair.theirs + pair.theirs_count)
        if pair.gain > 0 and ours.isdisjoint(mine) and theirs.isdisjoint(others):
            taken.append(pair)
            ours.update(mine)
            theirs.update(others)
    return taken, ours, theirs


def align(ours: Name, theirs: Name) -> Aligned:
    """Lay two readings against each other. The weight is that of all pairs, lacking words and steps on the whole."""
    numbers = weights()
    pairs, mine, others = _lay(_pairs(ours, theirs, numbers))
    extra = tuple([at for at in range(len(ours.words)) if at not in mine])
    missing = tuple([at for at in range(len(theirs.words)) if at not in others])
    weight = sum([pair.weight for pair in pairs])
    weight -= sum([ours.words[at].lack for at in extra]) + sum([theirs.words[at].lack for at in missing])
    rest = _rest(ours, theirs, extra, missing, numbers)
    weight += sum([step.weight for step in rest])
    closing = _closing(ours, theirs, weight, bool(extra and missing))
    return Aligned(weight + sum([step.weight for step in closing]), tuple(pairs), extra, missing, (*rest, *closing))


def _rest(ours: Name, theirs: Name, extra: tuple[int, ...], missing: tuple[int, ...], numbers: Weights) -> list[Step]:
    """Steps on the leftovers and the legal forms."""
    steps = []
    mine, others = [ours.words[at] for at in extra], [theirs.words[at] for at in missing]
    for words, cap, name in ((mine, numbers.lack_cap_ours, "extra"), (others, numbers.lack_cap_theirs, "missing")):
        over = sum([word.lack for word in words]) - cap
        if over > 0:
            steps.append(Step(f"words-{name}-capped", "", "", over))
    steps += _against(mine, others, _is_number, Step("number-differs", "", "", numbers.number_differs))
    steps += _against(
        _apart(mine, others), _apart(others, mine), _is_place, Step("place-differs", "", "", numbers.place_differs)
    )
    steps += _against(mine, others, _is_patronymic, Step("patronymic-differs", "", "", numbers.patronymic_differs))
    if ours.form and theirs.form:
        same = ours.form == theirs.form
        weight = numbers.form_same if same else numbers.form_differs
        steps.append(
            Step("legal-form-same" if same else "legal-form-differs", ours.form_written, theirs.form_written, weight)
        )
    return steps


def _apart(words: list[Word], others: list[Word]) -> list[Word]:
    """Words without those cities whose country the other side names: Moscow does not contradict Russia."""
    keys = {word.key for word in others}
    return [word for word in words if _COUNTRY_OF.get(word.key) not in keys]


def _is_number(word: Word) -> bool:
    return word.plain.isdigit()


def _is_place(word: Word) -> bool:
    return word.key in _PLACES


def _is_patronymic(word: Word) -> bool:
    return word.patronymic


def _against(ours: list[Word], theirs: list[Word], kind: Callable[[Word], bool], step: Step) -> list[Step]:
    """One step where both sides have a word of a kind and not the same one."""
    mine, others = [word.written for word in ours if kind(word)], [word.written for word in theirs if kind(word)]
    return [replace(step, ours=" ".join(mine), theirs=" ".join(others))] if mine and others else []


def _closing(ours: Name, theirs: Name, weight: int, both_left: bool) -> list[Step]:
    """A name equal in all its words (or letters) weighs a least amount; any name weighs no less than the floor.

    `both_left`: words are left over on both sides, so that two different patronymics are not overlooked. Ours may
    name a place more ("ALFA BANK MOSCOW"): where a bearer is, is often written behind its name.
    """
    numbers = weights()
    equal = ours.compact == theirs.compact or (ours.whole == theirs.whole and not both_left)
    elsewhere = not equal and bool(ours.anywhere) and ours.anywhere == theirs.whole and not both_left
    if equal or elsewhere:
        least = numbers.whole_name - (numbers.whole_name_elsewhere if elsewhere else 0)
        if len(ours.whole) > 1 and len(theirs.whole) > 1:
            given = min([sum([word.weight for word in name.words]) for name in (ours, theirs)])
            spare = (given - numbers.whole_name_from) // 2
            least += min(numbers.whole_name_most, max(0, spare))
        if weight < least:
            written = [" ".join([word.written for word in name.words]) for name in (ours, theirs)]
            return [Step("whole-name-same", written[0], written[1], least - weight)]
    if weight < numbers.least_name:
        return [Step("name-capped", "", "", numbers.least_name - weight)]
    return []


def steps_of(ours: Name, theirs: Name, aligned: Aligned) -> tuple[Step, ...]:
    """The laying as steps, in the order of our words; they sum to its weight."""
    steps = []
    for pair in sorted(aligned.pairs, key=lambda pair: pair.ours):
        mine = " ".join([word.written for word in ours.words[pair.ours : pair.ours + pair.ours_count]])
        other = " ".join([word.written for word in theirs.words[pair.theirs : pair.theirs + pair.theirs_count]])
        steps.append(Step(pair.kind, mine, other, pair.weight))
    steps += [Step("word-extra", ours.words[at].written, "", -ours.words[at].lack) for at in aligned.extra]
    steps += [Step("word-missing", "", theirs.words[at].written, -theirs.words[at].lack) for at in aligned.missing]
    return (*steps, *aligned.rest)
