"""What is left over on both sides of two names and contradicts: another number, place, father, given name, business.

Every step here only takes away. A contradiction counts however much the rest agrees: "Subordinate Institution 25" is
not "Subordinate Institution 210", so each holds the name below a most.
"""

from __future__ import annotations

from dataclasses import replace

from brightline.names.acronym import acronym_length
from brightline.names.read import Name
from brightline.names.slips import alike
from brightline.names.weights import Weights
from brightline.names.words import Word
from brightline.terms import Step
from brightline.text.countries import country_code, is_city

_NOT_WHO = frozenset({"title", "father", "article", "particle", "kunya", "patronymic"})
_ENDINGS = (
    "iovic",
    "evic",
    "ovic",
    "avic",
    "ilic",
    "ic",
    "evna",
    "ovna",
    "ivna",
    "icna",
    "auna",
    "euna",
    "na",
    "oglu",
    "kizi",
)


def gender_steps(ours: Name, theirs: Name, places: list[tuple[int, int]], numbers: Weights) -> list[tuple[Step, int]]:
    """A man's and a woman's family name, where no given name agrees: "A. Ivanov" and "A. Ivanova"."""
    found: list[tuple[Step, int]] = []
    agreed = False
    for at, place in places:
        one, other = ours.words[at], theirs.words[place]
        if _as_man(one.sound) == _as_man(other.sound) and (one.sound == _as_man(one.sound)) != (
            other.sound == _as_man(other.sound)
        ):
            step = Step("gender-differs", one.written, other.written, numbers.gender_differs)
            found.append((step, _ANY))
        elif one.role != "patronymic" and len(one.plain) > 1 and len(other.plain) > 1 and one.key == other.key:
            agreed = True
    return [] if agreed else found[:1]


def _as_man(its_sound: str) -> str:
    """The sound of a Slavic family name as a man bears it; other names stay."""
    for woman, man in (("skaia", "ski"), ("ckaia", "cki"), ("ova", "ov"), ("eva", "ev"), ("ina", "in")):
        if its_sound.endswith(woman) and len(its_sound) > 5:
            return its_sound[: -len(woman)] + man
    return its_sound


def _left(name: Name, places: tuple[int, ...]) -> list[Word]:
    """The words left over. One that looks like a patronymic is a family name where another one found its partner."""
    words = [name.words[at] for at in places]
    if sum(word.patronymic for word in name.words) == sum(word.patronymic for word in words):
        return words
    return [replace(word, role="name") if word.patronymic else word for word in words]


_ANY = 10**9  # no most: the step alone takes away
_BEFORE = frozenset({"bin", "ibn", "ben", "bn", "bint", "binti", "binte", "bent", "ould", "wuld"})


def order_steps(ours: Name, theirs: Name, places: list[tuple[int, int]], numbers: Weights) -> list[tuple[Step, int]]:
    """Where the father on one side is the son on the other: "X bin Y" and "Y bin X". `places`: of the words paired."""
    mine, others = _father_places(ours), _father_places(theirs)
    crossing = {at in mine for at, place in places if (at in mine) != (place in others)}
    if len(crossing) < 2:
        return []
    written = [" ".join([word.written for word in name.words]) for name in (ours, theirs)]
    return [(Step("order-differs", written[0], written[1], numbers.order_differs), numbers.order_most)]


def _father_places(name: Name) -> set[int]:
    """The places of fathers' names: behind "bin", before "oglu"."""
    places = set()
    for at, word in enumerate(name.words):
        if word.role == "father":
            step = 1 if word.plain in _BEFORE else -1
            at += step
            while 0 <= at < len(name.words) and name.words[at].role in ("article", "title"):
                at += step
            places.add(at)
    return places


def opposed_steps(
    ours: Name, theirs: Name, extra: tuple[int, ...], missing: tuple[int, ...], numbers: Weights
) -> list[tuple[Step, int]]:
    """Contradictions among the words left over, each with the most that the name may still weigh."""
    mine, others = _left(ours, extra), _left(theirs, missing)
    person = ours.person or theirs.person
    if not mine or not others:
        return [] if person else _marks(ours if mine else theirs, extra or missing, bool(mine), numbers)
    series = [_numbered(words, person) for words in (mine, others)]
    found = [_step("number-differs", series[0], series[1], numbers.number_differs, numbers.number_most)]
    if person:
        found.append(_fathers(mine, others, numbers))
        found.append(_persons(mine, others, numbers))
    elif not acronym_length(ours, theirs):
        found.append(_places(mine, others, numbers) or _bodies(mine, others, numbers))
    return [one for one in found if one]


def _step(name: str, ours: list[Word], theirs: list[Word], weight: int, most: int) -> tuple[Step, int] | None:
    """One contradiction, where both sides have a word for it."""
    if not ours or not theirs:
        return None
    written = [" ".join([word.written for word in words]) for words in (ours, theirs)]
    return Step(name, written[0], written[1], weight), most


def _numbered(words: list[Word], person: bool) -> list[Word]:
    """The words with digits; of bodies and ships the single letters too, which number a series."""
    return [
        word
        for word in words
        if any(letter.isdigit() for letter in word.plain) or (len(word.plain) == 1 and not person)
    ]


def _marks(name: Name, left: tuple[int, ...], mine: bool, numbers: Weights) -> list[tuple[Step, int]]:
    """A number or a single letter that only one side has, and nothing else, at its end: one of a series."""
    words = [name.words[at] for at in left]
    last = not left or left[-1] == len(name.words) - 1
    if not last or not all(len(word.plain) == 1 or (word.plain.isdigit() and len(word.plain) < 5) for word in words):
        return []
    written = " ".join([word.written for word in words])
    return [(Step("mark-extra", *((written, "") if mine else ("", written)), numbers.mark_extra), numbers.mark_most)]


def _of(words: list[Word], role: str) -> list[Word]:
    """The words that play a part."""
    return [word for word in words if word.role == role]


def _fathers(mine: list[Word], others: list[Word], numbers: Weights) -> tuple[Step, int] | None:
    """Two patronymics of different roots."""
    ours, theirs = _of(mine, "patronymic"), _of(others, "patronymic")
    if any(_one_father(_root(one), _root(other)) for one in ours for other in theirs):
        return None
    return _step("patronymic-differs", ours, theirs, numbers.patronymic_differs, numbers.patronymic_most)


def _root(word: Word) -> str:
    """The father's name in a patronymic."""
    ending = next((ending for ending in _ENDINGS if word.sound.endswith(ending)), "")
    return word.sound.removesuffix(ending)


def _one_father(one: str, other: str) -> bool:
    """Whether two fathers' names may be one: the beginning of the other, or a spelling of it."""
    return one.startswith(other[:5]) or other.startswith(one[:5]) or alike(one, other)


def _persons(mine: list[Word], others: list[Word], numbers: Weights) -> tuple[Step, int] | None:
    """Two different given or family names, or an initial that fits none of the names left."""
    ours, theirs = _names(mine), _names(others)
    if any(_may_be_one(one, other) for one in ours for other in theirs):
        return None
    return _step("name-differs", ours, theirs, numbers.name_differs, numbers.name_most)


def _names(words: list[Word]) -> list[Word]:
    """Words that name a person: no title, no "bin"."""
    return [word for word in words if word.role not in _NOT_WHO and word.plain.isalpha()]


def _may_be_one(one: Word, other: Word) -> bool:
    """Whether two words could be one name badly written; two known given names are not."""
    if (one.role == other.role == "given" and one.key != other.key) or of_two_genders(one, other):
        return False
    return alike(one.sound, other.sound) or alike(one.plain, other.plain) or _within(one.sound, other.sound)


_FEMALE = ("a", "e", "ia", "la", "le", "na", "ne", "ina", "ine")


def of_two_genders(one: Word, other: Word) -> bool:
    """Whether one word is a given name and the other its form for the other gender: Gabriel and Gabriela. Symmetric.

    Not where only the longer one is a known name: "Nadezhd" is Nadezhda with a letter lost.
    """
    if "given" not in (one.role, other.role) or one.key == other.key:
        return False
    short, long = sorted((one, other), key=lambda word: len(word.plain))
    if len(short.plain) == len(long.plain):
        return short.plain[:-1] == long.plain[:-1] and {short.plain[-1:], long.plain[-1:]} == {"a", "o"}
    if not long.plain.startswith(short.plain) or long.plain[len(short.plain) :] not in _FEMALE:
        return False
    return short.role == "given" or long.role != "given"


def _within(one: str, other: str) -> bool:
    """Whether one of two texts of three letters and more is a part of the other."""
    return min(len(one), len(other)) > 2 and (one in other or other in one)


def _places(mine: list[Word], others: list[Word], numbers: Weights) -> tuple[Step, int] | None:
    """Two places; Moscow does not contradict Russia."""
    ours, theirs = [word for word in mine if word.place], [word for word in others if word.place]
    if any(_may_be_one_place(one, other) for one in ours for other in theirs):
        return None
    return _step("place-differs", ours, theirs, numbers.place_differs, numbers.place_most)


def _may_be_one_place(one: Word, other: Word) -> bool:
    """Whether one of two places may lie in the other: two cities do not, a city and its country do."""
    here, there = country_code(one.plain), country_code(other.plain)
    return here == there and not (is_city(one.plain) and is_city(other.plain))


def _says_who(word: Word, numbers: Weights) -> bool:
    """Whether a word of a body's name says who it is: a rare word, or where it is."""
    return word.weight >= numbers.says_who or (word.place and is_city(word.plain))


def _bodies(mine: list[Word], others: list[Word], numbers: Weights) -> tuple[Step, int] | None:
    """Two bodies: words that say who on both sides, or two kinds of business.

    Words of two scripts contradict nothing: one may translate the other.
    """
    if {word.written.isascii() for word in mine}.isdisjoint({word.written.isascii() for word in others}):
        return None
    who = [[word for word in words if word.plain.isalpha() and _says_who(word, numbers)] for words in (mine, others)]
    if any(one.place and other.place for one in who[0] for other in who[1]):
        return None
    if any(alike(one.sound, other.sound) for one in who[0] for other in who[1]):
        return None
    if who[0] and who[1]:
        return _step("word-differs", who[0], who[1], numbers.word_differs, numbers.word_most)
    kinds = [[w for w in words if w.weight > numbers.says_nothing and not w.place] for words in (mine, others)]
    if any(_within(one.key.lstrip("="), other.key.lstrip("=")) for one in kinds[0] for other in kinds[1]):
        return None  # "import-export" and "export"
    return _step("kind-differs", kinds[0], kinds[1], numbers.kind_differs, numbers.kind_most)
