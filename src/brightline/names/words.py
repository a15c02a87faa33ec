"""What a word of a name is worth: its meaning, its weight, what it costs to lack it. Shipped tables, nothing learned.

`generic/` says what kind of party ("trading", 贸易) or where, `given/` which given names are one or akin, `roles.tsv`
what part a word plays in a person's name, `words.tsv` holds the counted weights.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from brightline.names.mistaken import Mistaken
from brightline.names.sound import sound
from brightline.names.weights import weights
from brightline.text.countries import is_place
from brightline.text.fold import fold
from brightline.text.scripts import is_han
from brightline.text.translit import latin


@dataclass(frozen=True, slots=True)
class WordTables:
    """`meaning`: sound → key of its group; `weight`: key → thousandths of a nat; `han`: Chinese spelling → pinyin.

    `pinyin`: the pinyin of a Chinese word, or a short word of business → key of its group. It is no sound: "keji"
    (technology) is not "key".
    """

    meaning: dict[str, str]
    weight: dict[str, int]
    han: dict[str, str]
    stems: dict[str, str]  # beginnings of words, for languages that bend their endings
    pinyin: dict[str, str]
    kin: dict[str, tuple[tuple[str, str], ...]]  # sound → given names it may stand for: key and grade
    role: dict[str, str]  # sound → the part it plays in a person's name
    places: set[str]  # groups that are a country, region or city


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name. `plain`: folded, Latin; `key`: equal for words that mean or sound the same.

    `role`: the part the word alone shows it to play: number, patronymic, title, father (bin, oglu), kunya (abu),
    article (al), particle (von), place, given, generic (trading), else "name". `kin`: keys of given names that the
    word may stand for without being one spelling of them, each with its grade: diminutive (Sasha for Aleksandr) or
    cousin (Michael for Mikhail). Two words are akin when the key of one is among the kin of the other.
    """

    written: str
    plain: str
    sound: str
    key: str
    weight: int
    lack: int
    patronymic: bool = False
    place: bool = False  # a country or a city
    role: str = "name"
    kin: tuple[tuple[str, str], ...] = ()
    least: int = 0  # the weight, or that of a known word that this one may be with a slip in it


def _lines(name: str) -> list[str]:
    text = files("brightline.names").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


_GENERIC = ("business", "places", "trades")  # files of the folder `generic`
_GIVEN = ("slavic", "western", "arabic", "turkic", "korean")  # files of the folder `given`


def heard(spelling: str) -> str:
    """The sound of a spelling in any script."""
    return sound(latin(fold(spelling)).replace(" ", ""))


@lru_cache(maxsize=1)
def word_tables() -> WordTables:
    """The tables, read once. The first row that claims a spelling keeps it."""
    tables = WordTables({}, {}, {}, {}, {}, {}, {}, set())
    pinyin = dict(line.split("\t") for line in _lines("generic/pinyin.tsv"))
    for file, name, weight, spellings in _generic_rows():
        tables.weight.setdefault("=" + name, int(weight))
        if file == "places":
            tables.places.add("=" + name)
        for spelling in spellings.split():
            if is_han(spelling[0]):
                _claim_han(tables, "=" + name, fold(spelling), pinyin)
            else:
                _claim(tables, "=" + name, spelling)
    for line in _lines("roles.tsv"):
        role, spellings = line.split("\t")
        for spelling in spellings.split():
            tables.role.setdefault(_told_by(_letters(spelling)), role)
    _read_given(tables)
    for line in _lines("words.tsv"):
        key, weight = line.split("\t")
        tables.weight.setdefault(key, int(weight))
    return tables


def _read_given(tables: WordTables) -> None:
    """The given names: spellings of one name first, then what stands for them more weakly."""
    rows = [line.split("\t") for name in _GIVEN for line in _lines(f"given/{name}.tsv")]
    for grade, name, spellings in rows:
        if grade == "same":
            for spelling in (name, *spellings.split()):
                _claim(tables, "~" + name, spelling)
    for grade, name, spellings in rows:
        _claim(tables, "~" + name, name)
        key = meaning_in(tables, heard(name))
        for spelling in spellings.split() if grade != "same" else ():
            tables.role.setdefault(_told_by(_letters(spelling)), "given")
            kin = tables.kin.get(heard(spelling), ())
            if (key, grade) not in kin:
                tables.kin[heard(spelling)] = (*kin, (key, grade))


def _claim(tables: WordTables, key: str, spelling: str) -> None:
    """Give a spelling to a group; one that ends in a star is a beginning."""
    if spelling.endswith("*"):
        tables.stems.setdefault(heard(spelling), key)
    elif key.startswith("=") and len(_letters(spelling)) <= _SHORT:
        tables.pinyin.setdefault(_letters(spelling), key)
    else:
        tables.meaning.setdefault(heard(spelling), key)


def _claim_han(tables: WordTables, key: str, spelling: str, pinyin: dict[str, str]) -> None:
    """Give a Chinese spelling to a group."""
    tables.han.setdefault(spelling, pinyin[spelling])
    if len(spelling) > 1:  # one sign alone sounds like too many family names
        tables.pinyin.setdefault(tables.han[spelling], key)


def _generic_rows() -> list[list[str]]:
    """File, meaning, weight and spellings of each row of the folder `generic`."""
    return [[file, *line.split("\t")] for file in _GENERIC for line in _lines(f"generic/{file}.tsv")]


def han_spellings() -> set[str]:
    """The Chinese words of the tables, as folded."""
    words = {word for *_, spellings in _generic_rows() for word in spellings.split()}
    return {fold(word) for word in words if is_han(word[0])}


def _letters(spelling: str) -> str:
    """A spelling in plain Latin letters."""
    return latin(fold(spelling)).replace(" ", "")


_SHORT = 4


def _told_by(plain: str) -> str:
    """By what a word is known: its sound; a short one its letters, as "Chol" sounds like "Col." but is no colonel."""
    return plain if len(plain) <= _SHORT else sound(plain)


@lru_cache(maxsize=1)
def short_forms() -> dict[str, tuple[str, ...]]:
    """Abbreviations in Latin letters → the words they stand for."""
    rows = [line.split("\t") for line in _lines("short_forms.tsv")]
    return {latin(fold(spelling)): tuple(words.split()) for spellings, words in rows for spelling in spellings.split()}


def meaning_of(its_sound: str) -> str:
    """The group of a sound, by the whole word or the longest known beginning; the sound itself without one."""
    return meaning_in(word_tables(), its_sound)


def meaning_in(tables: WordTables, its_sound: str) -> str:
    """The group of a sound in these tables."""
    if its_sound in tables.meaning:
        return tables.meaning[its_sound]
    for length in range(len(its_sound), 4, -1):
        if its_sound[:length] in tables.stems:
            return tables.stems[its_sound[:length]]
    return its_sound


# Sounds of endings: Russian, Ukrainian (-ivna), Belarusian (-avich, -auna), Turkic.
_PATRONYMIC = ("ovic", "evic", "ovna", "evna", "icna", "ilic", "ivna", "avic", "auna", "euna", "kizi", "oglu", "ogli")


_FATHER = re.compile("(ovic|evic|avic|ilic|ic)$|(ovna|evna|ivna|avna|auna|euna|icna)$")


@lru_cache(maxsize=16384)
def _fathers_key(its_sound: str) -> str:
    """What a patronymic shares with those of other languages: the father's name, and whether son or daughter."""
    end = _FATHER.search(its_sound)
    if end is None:
        return its_sound
    root, tables = its_sound[: end.start()], word_tables()
    for name in (root, root + "i", root + "ei", root + "a", root + "e"):
        key = tables.meaning.get(name, "")
        if key.startswith("~"):
            return f"{key} {'son' if end.group(1) else 'daughter'}"
    return its_sound


def _as_for_a_man(its_sound: str) -> str:
    """The form a Russian family name has for a man: as common as that of a woman. Other words stay as they are."""
    return its_sound[:-1] if len(its_sound) > 5 and its_sound.endswith(("ova", "eva", "ina")) else its_sound


@lru_cache(maxsize=1)
def _mistaken() -> Mistaken:
    """The words of the tables, and how they are found with a slip in them."""
    tables, common = word_tables(), weights().common_word
    known = {heard: tables.weight.get(key, common) for heard, key in tables.meaning.items()}
    known |= {key: weight for key, weight in tables.weight.items() if key.isalpha()}
    return Mistaken(known, {heard: tables.weight.get(key, common) for heard, key in tables.stems.items()})


@lru_cache(maxsize=131072)
def word_of(written: str, plain: str) -> Word:
    """The word behind one plain Latin token."""
    tables, set_weights = word_tables(), weights()
    its_sound = sound(plain)
    key = tables.pinyin.get(plain) or meaning_of(its_sound)
    weight = tables.weight.get(key) or tables.weight.get(its_sound) or tables.weight.get(_as_for_a_man(key))
    known = weight is not None
    if weight is None:
        weight = set_weights.rare_word[min(max(len(its_sound), min(len(plain), 2)), len(set_weights.rare_word) - 1)]
    place = key in tables.places or is_place(plain)
    patronymic = its_sound.endswith(_PATRONYMIC) and len(its_sound) > 6
    if patronymic and key == its_sound:
        key = _fathers_key(its_sound)
    role = _role(plain, key, patronymic, place)
    if role in ("given", "name", "patronymic"):
        weight = max(weight, set_weights.common_word if len(its_sound) > 3 else 0)
    if role == "given":
        weight = min(weight, set_weights.given)
    if patronymic:
        weight = min(weight, set_weights.patronymic)
    lack = weight * set_weights.lack_percent // 100
    if role == "generic" and weight > set_weights.says_nothing:
        lack = max(lack, set_weights.lack_kind)
    if any(letter.isdigit() for letter in plain):
        lack = set_weights.lack_number
    if patronymic:
        lack = min(lack, set_weights.lack_patronymic)
    kin = tables.kin.get(its_sound, ())
    least = weight if known else min(weight, _mistaken().least(plain, its_sound, weight))
    return Word(written, plain, its_sound, key, weight, lack, patronymic, place, role, kin, least)


def _role(plain: str, key: str, patronymic: bool, place: bool) -> str:
    """The part that a word plays by itself."""
    if plain.isdigit():
        return "number"
    if patronymic:
        return "patronymic"
    if role := word_tables().role.get(_told_by(plain)):
        return role
    if place:
        return "place"
    return {"~": "given", "=": "generic"}.get(key[0], "name")


def kinship(ours: Word, theirs: Word) -> str | None:
    """How weakly two words may stand for one given name: "diminutive", "cousin" or None. Symmetric.

    Akin are a word and the name it stands for (Sasha, Aleksandr), and two words that stand for one name (Sasha, Shura).
    """
    mine, others = dict(ours.kin), dict(theirs.kin)
    grades = [mine[theirs.key]] if theirs.key in mine else []
    grades += [others[ours.key]] if ours.key in others else []
    grades += [
        "cousin" if "cousin" in (mine[key], others[key]) else "diminutive" for key in sorted(mine.keys() & others)
    ]
    return max(grades, default=None)
