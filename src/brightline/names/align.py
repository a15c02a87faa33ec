"""Two readings of names, laid word against word: what the words give and lacking ones cost, in thousandths of a nat."""

from __future__ import annotations

from dataclasses import dataclass, replace

from brightline.names.acronym import acronym_length
from brightline.names.opposed import gender_steps, of_two_genders, opposed_steps, order_steps
from brightline.names.read import Join, Name
from brightline.names.scanned import looks_of
from brightline.names.slips import close_percent
from brightline.names.stems import is_cut, stem_of
from brightline.names.weights import Weights, weights
from brightline.names.words import Word, kinship
from brightline.terms import Step
from brightline.text.wade_giles import two_syllables


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

    def turned(self) -> Pair:
        """The same seen from the other side."""
        return Pair(self.kind, self.weight, self.gain, self.theirs, self.theirs_count, self.ours, self.ours_count)


@dataclass(frozen=True, slots=True)
class Aligned:
    """The best laying found: pairs, the words left over, and the weight of the whole name."""

    weight: int
    pairs: tuple[Pair, ...]
    extra: tuple[int, ...]  # places of our words without a partner
    missing: tuple[int, ...]  # places of theirs
    rest: tuple[Step, ...]  # steps on the name as a whole


def relate(ours: Word, theirs: Word, numbers: Weights, bent: bool = True, cut: bool = True) -> tuple[str, int] | None:
    """How two words hang together and what that weighs; None if they do not. Symmetric in the two words.

    `bent`, `cut`: whether words with other endings, and words cut off, count where these two stand.
    """
    if ours.plain == theirs.plain:
        return "word-same", ours.weight
    if ours.key == theirs.key:
        kind = "word-sounds-same" if ours.sound == theirs.sound else "word-means-same"
        return kind, ours.weight * numbers.meaning_percent // 100
    if ours.kin or theirs.kin:
        grade = kinship(ours, theirs)
        if grade:
            percent = numbers.diminutive_percent if grade == "diminutive" else numbers.cousin_percent
            return f"word-{grade}", min(ours.weight, theirs.weight) * percent // 100
    if near := _near(ours, theirs, numbers, bent, cut):
        return near[1], min(ours.weight, theirs.weight) * near[0] // 100
    if (len(ours.plain) == 1) != (len(theirs.plain) == 1) and _fits(ours.plain, theirs.plain):
        over = max(0, ours.lack - numbers.initial_lack) + max(0, theirs.lack - numbers.initial_lack)
        return "word-initial", numbers.initial - over
    return None


def _near(ours: Word, theirs: Word, numbers: Weights, bent: bool, cut: bool) -> tuple[int, str] | None:
    """The best of a slip of the pen, an ending and a cut: the share of the weight it leaves, and its name.

    Two known given names, or two words of known meanings, are no slips of each other: not Maria and Marta, not "north"
    and "south"; nor are two syllables of Chinese, or a man's name and a woman's.
    """
    known = (ours.role == theirs.role and ours.role in ("given", "generic", "place")) or of_two_genders(ours, theirs)
    known = known or two_syllables(ours.plain, theirs.plain)
    ways = []
    if not known:
        typed = _is_mistaken(ours, theirs) or _is_mistaken(theirs, ours)
        close = close_percent(ours.plain, ours.sound, theirs.plain, theirs.sound, numbers, typed)
        looks = numbers.looks_percent if len(ours.plain) > 4 and looks_of(ours.plain) == looks_of(theirs.plain) else 0
        ways = [(max(close, looks), "word-close")]
    if bent and stem_of(ours.sound) == stem_of(theirs.sound):
        ways.append((numbers.bent_percent, "word-bent"))
    if cut and is_cut(ours.plain, theirs.plain):
        ways.append((numbers.cut_percent, "word-cut"))
    best = max(ways, key=lambda way: way[0], default=(0, ""))
    return best if best[0] > 0 else None


def _is_mistaken(word: Word, known: Word) -> bool:
    """Whether a word is likelier another one of known meaning with a slip in it than a name by itself."""
    return word.least < word.weight and known.role == "generic" and known.weight < word.weight


def _fits(ours: str, theirs: str) -> bool:
    """Whether two words of letters begin alike."""
    return ours[0] == theirs[0] and ours.isalpha() and theirs.isalpha()


def _at_end(ours: Name, at: int, theirs: Name, place: int) -> bool:
    """Whether the shorter of two words stands at the end of its name, where a field may have cut it off."""
    name, last = (ours, at) if len(ours.words[at].plain) < len(theirs.words[place].plain) else (theirs, place)
    return last == len(name.words) - 1 and last > 0


def _joined(joins: tuple[Join, ...], words: tuple[Word, ...], numbers: Weights) -> list[tuple[int, int, int, int, int]]:
    """Joins of one side that sound like a word of the other: weight, gain, place, count, place of the word."""
    found = []
    for join in joins:
        for at, word in enumerate(words):
            if join.sound == word.sound:
                weight = word.weight * numbers.joined_percent // 100
                found.append((weight, weight + join.lack + word.lack, join.first, join.count, at))
    return found


def _pairs(ours: Name, theirs: Name, numbers: Weights) -> list[Pair]:
    """Everything that could be laid against each other and gains by it.

    In a person's name an ending makes another name, so there words are neither bent nor cut; bodies have no initials.
    """
    pairs = []
    person = ours.person or theirs.person
    for at, word in enumerate(ours.words):
        for place, other in enumerate(theirs.words):
            cut = not person and _at_end(ours, at, theirs, place)
            related = relate(word, other, numbers, not person, cut)
            if related and (person or cut or related[0] != "word-initial"):
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
    rest: list[Step] = []
    rest += _caps(ours, theirs, extra, missing, numbers)
    rest += _short(ours, theirs, pairs, weight + sum([step.weight for step in rest]), numbers)
    for found in (_whole, _forms):
        rest += found(ours, theirs, extra, missing, weight + sum([step.weight for step in rest]), numbers)
    against = opposed_steps(ours, theirs, extra, missing, numbers) if extra or missing else []
    if ours.person and theirs.person:
        against += order_steps(ours, theirs, [(pair.ours, pair.theirs) for pair in pairs], numbers)
        against += gender_steps(ours, theirs, [(pair.ours, pair.theirs) for pair in pairs], numbers)
    rest += _lowered(against, weight + sum([step.weight for step in rest]))
    rest += _least(weight + sum([step.weight for step in rest]), numbers)
    return Aligned(weight + sum([step.weight for step in rest]), tuple(pairs), extra, missing, tuple(rest))


_Places = tuple[int, ...]


def _caps(ours: Name, theirs: Name, extra: _Places, missing: _Places, numbers: Weights) -> list[Step]:
    """Many words too many, or too few, cost no more than a cap."""
    steps = []
    for name, words, cap in (
        ("extra", [ours.words[at] for at in extra], numbers.lack_cap_ours),
        ("missing", [theirs.words[at] for at in missing], numbers.lack_cap_theirs),
    ):
        over = sum([word.lack for word in words]) - cap
        if over > 0:
            steps.append(Step(f"words-{name}-capped", "", "", over))
    return steps


def _short(ours: Name, theirs: Name, pairs: list[Pair], weight: int, numbers: Weights) -> list[Step]:
    """Names of short or common words: what agrees counts as its share of a whole name, so that a slip is no cliff.

    One word alone of a person's two is not the name.
    """
    person = ours.person or theirs.person
    one_word = person and len(pairs) == 1 and len(ours.words) != len(theirs.words)
    if weight <= 0 or one_word or max(ours.total, theirs.total) >= numbers.whole_name:
        return []
    total = max(_total(ours, theirs, pairs), _total(theirs, ours, [pair.turned() for pair in pairs]))
    if total >= numbers.whole_name:
        return []
    weight -= sum([_over(ours, theirs, pair) for pair in pairs if pair.kind == "word-initial"])
    most = weight * (numbers.short_name_times[person] - 1)
    return [Step("short-name", "", "", min(most, weight * (numbers.whole_name - total) // total))] if weight > 0 else []


def _over(ours: Name, theirs: Name, pair: Pair) -> int:
    """How much more a fitting initial gives than the letter weighs: two letters are no name, however short."""
    return pair.weight - min(ours.words[pair.ours].weight, theirs.words[pair.theirs].weight)


def _total(ours: Name, theirs: Name, pairs: list[Pair]) -> int:
    """What the words of our side weigh; one that is a common word of theirs with a slip in it weighs like that."""
    total = sum([word.weight for word in ours.words])
    for pair in pairs:
        word = ours.words[pair.ours]
        if pair.kind == "word-close" and word.least < word.weight:
            total -= max(0, word.weight - max(word.least, theirs.words[pair.theirs].weight))
    return total


def _whole(ours: Name, theirs: Name, extra: _Places, missing: _Places, weight: int, numbers: Weights) -> list[Step]:
    """A name equal in all its words (or letters) weighs a least amount.

    Not where words are left over on both sides, so that two different patronymics are not overlooked. Ours may name a
    place more ("ALFA BANK MOSCOW"): where a bearer is, is often written behind its name.
    """
    both_left = bool(extra and missing)
    equal = ours.compact == theirs.compact or (ours.whole == theirs.whole and not both_left)
    elsewhere = not equal and bool(ours.anywhere) and ours.anywhere == theirs.whole and not both_left
    elsewhere = elsewhere and max([word.weight for word in theirs.words]) >= numbers.says_who
    if equal or elsewhere:
        least = numbers.whole_name - (numbers.whole_name_elsewhere if elsewhere else 0)
        spare = (min(ours.total, theirs.total) - numbers.whole_name_from) // 2
        least += min(numbers.whole_name_most, max(0, spare))
        return _raised("whole-name-same", ours, theirs, weight, least)
    letters = acronym_length(ours, theirs)
    return _raised("acronym", ours, theirs, weight, numbers.acronym[min(letters, len(numbers.acronym) - 1)])


def _raised(step: str, ours: Name, theirs: Name, weight: int, least: int) -> list[Step]:
    """A step that brings the weight up to a least amount."""
    if not least or weight >= least:
        return []
    written = [" ".join([word.written for word in name.words]) for name in (ours, theirs)]
    return [Step(step, written[0], written[1], least - weight)]


def _forms(ours: Name, theirs: Name, extra: _Places, missing: _Places, weight: int, numbers: Weights) -> list[Step]:
    """The legal forms: of one kind, of two, or one or both without."""
    if not ours.form or not theirs.form:
        return []
    if ours.form == theirs.form:
        return [Step("legal-form-same", ours.form_written, theirs.form_written, numbers.form_same)]
    return [Step("legal-form-differs", ours.form_written, theirs.form_written, numbers.form_differs)]


def _lowered(against: list[tuple[Step, int]], weight: int) -> list[Step]:
    """What contradicts, each step down to the most that the name may still weigh."""
    steps: list[Step] = []
    for step, most in against:
        steps.append(replace(step, weight=min(step.weight, most - weight)))
        weight += steps[-1].weight
    return steps


def _least(weight: int, numbers: Weights) -> list[Step]:
    """Any name weighs no less than the floor."""
    return [Step("name-capped", "", "", numbers.least_name - weight)] if weight < numbers.least_name else []


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
