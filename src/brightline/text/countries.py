"""Countries as people write them → ISO 3166 alpha-2.

Three tables beside this file: `territories.tsv` (the Unicode CLDR's names in nineteen languages), `countries.tsv`
(spellings of the lists, formal names, adjectives), `places.tsv` (cities and ports). Read once, at the first question.

A word that is also something else (Georgia the US state, Jordan the man, Chad, Turkey) is read as the country: a
country wrongly seen makes a person look, one not seen does not. What has its own entry wins by length: "New Mexico",
"Moscow, Idaho".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from brightline.text.fold import fold
from brightline.text.scripts import is_han
from brightline.text.tables import rows

# Languages whose plain names are also looked for inside free text; the others only where a whole field is a country.
_IN_TEXT = ("en", "ru", "uk", "zh", "zh_Hant", "fr", "de", "es")
# Names of one language that are everyday words of another: never looked for inside free text.
_NOT_IN_TEXT = frozenset({"sin", "man", "chili", "polish"})
# Words that formal names wear: taken off when nothing else is known ("Republic of X", "X, Kingdom of").
_FORMAL = re.compile(
    r"\b(the|republic|kingdom|state|states|sultanate|emirate|principality|commonwealth|grand|duchy|union|federal|federative"
    r"|federation|democratic|peoples|people|s|islamic|arab|socialist|cooperative|plurinational|bolivarian|independent|of|and"
    r"|country|region|nationality|citizen|citizenship|national|nationals|pob|республика|республики|город|г)\b"
)
_CURRENCY = frozenset(
    ("yuan", "renminbi", "rmb", "franc", "francs", "dollar", "dollars", "pound", "pounds", "lira", "yen")
)
# States with towns named after Russian and Ukrainian ones; a code that is also a word needs a postal code behind it.
_STATE_NAMES = """idaho florida pennsylvania tennessee texas ohio maine minnesota indiana wisconsin kansas missouri
michigan vermont iowa alabama delaware illinois nebraska arkansas california colorado oregon"""
_STATE_CODES = "fl pa tn tx oh mn wi ks mo mi vt ia il ne ca"
_STATES = frozenset(f"{_STATE_NAMES} {_STATE_CODES}".split())
_NAMESAKES = frozenset(("RU", "UA", "BY"))
_STATES_BEFORE_A_CODE = frozenset(("id", "me", "in", "or", "al", "de", "co", "ar"))
_RUSSIAN_ENDINGS = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")


@dataclass(frozen=True, slots=True)
class _Tables:
    """`whole`: folded name → code; `phrases`: first word → (words, code), longest first; `han`: names to search for.

    `nationalities`: those of `whole` that are a nationality and no place.
    """

    whole: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    han: re.Pattern[str]
    han_codes: dict[str, str]
    adjectives: frozenset[str]
    nationalities: frozenset[str]
    codes: frozenset[str]


def _cases(word: str) -> tuple[str, ...]:
    """A Russian name with the endings it takes in a sentence (one word only)."""
    if " " in word or len(word) < 4 or not ("а" <= word[-1] <= "я"):
        return (word,)
    if word.endswith("ия"):
        endings = [word[:-1] + ending for ending in ("и", "ю", "еи")]
    elif word[-1] in "ая":
        endings = [word[:-1] + ending for ending in ("ы", "и", "е", "у", "ю", "ои", "еи")]
    elif word[-1] in "ьи":
        endings = [word[:-1] + ending for ending in ("я", "ю", "и", "е", "ем", "ью")]
    elif word[-1] in "оеыу":
        endings = []
    else:
        endings = [word + ending for ending in ("а", "у", "е", "ом")]
    return (word, *endings)


class _Gathering:
    """The tables while they are being filled. The first row that claims a name keeps it."""

    def __init__(self) -> None:
        self.whole: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.adjectives: set[str] = set()
        self.nationalities: set[str] = set()

    def add(self, name: str, code: str, in_text: bool) -> None:
        """Claim a name for a code; `in_text`: also inside free text, with its Russian endings."""
        folded = fold(name)
        self.whole.setdefault(folded, code)
        if in_text and folded not in _NOT_IN_TEXT and len(folded) > 1:
            for form in _cases(folded):
                self.texts.setdefault(form, code)
                self.whole.setdefault(form, code)

    def add_adjective(self, written: str, code: str) -> None:
        """Claim an adjective; a Russian stem (`*`) with its endings."""
        stem = fold(written.rstrip("*"))
        forms = [fold(stem + ending) for ending in _RUSSIAN_ENDINGS] if written.endswith("*") else [stem]
        for form in forms:
            self.add(form, code, True)
            self.adjectives.add(form)


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    """Read and index the three tables, ours first."""
    gathering = _Gathering()
    for code, how, names in rows("countries.tsv"):
        for name in names.split("|"):
            if how == "adjective":
                gathering.add_adjective(name, code)
            else:
                gathering.add(name, code, how not in ("formal", "nationality"))
            if how == "nationality":
                gathering.nationalities.add(fold(name))
    territories = rows("territories.tsv")
    for code, language, name in territories:
        gathering.add(name, code, language in _IN_TEXT)
    for code, names in rows("places.tsv"):
        for name in names.split("|"):
            gathering.add(name, code, True)
    return _indexed(gathering, frozenset(row[0] for row in territories))


def _indexed(gathering: _Gathering, codes: frozenset[str]) -> _Tables:
    """The filled tables, arranged for looking up."""
    spaced: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    han = {name: code for name, code in gathering.texts.items() if is_han(name[0])}
    for name, code in gathering.texts.items():
        words = tuple(name.split())
        if name not in han and words:
            spaced.setdefault(words[0], []).append((words, code))
    phrases = {
        first: tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0]))) for first, found in spaced.items()
    }
    pattern = re.compile("|".join(sorted(map(re.escape, han), key=lambda name: (-len(name), name))))
    apart = frozenset(gathering.adjectives), frozenset(gathering.nationalities)
    return _Tables(gathering.whole, phrases, pattern, han, *apart, codes)


@lru_cache(maxsize=65536)
def country_code(written: str) -> str | None:
    """The ISO 3166 alpha-2 code of a country, well-known city, region or nationality written in a field, or None.

    Two- and three-letter codes count, names in nineteen languages, "Korea, North", "Region: Crimea" (UA),
    "USSR (now Russian Federation)"; of "Moscow, Russia" the one country that is named.
    """
    tables = _tables()
    folded = fold(written[:400])
    if len(folded) == 2 and folded.upper() in tables.codes:
        return folded.upper()
    if folded in tables.whole:
        return tables.whole[folded]
    return _loosely(written[:400], folded, tables)


def _loosely(written: str, folded: str, tables: _Tables) -> str | None:
    """A country behind formal words, or the only one named in the field."""
    bare = " ".join(_FORMAL.sub(" ", folded).split())
    if bare in tables.whole and len(bare) > 3:
        return tables.whole[bare]
    now = re.search(r"\bnow\s+(.+?)\)?$", written, re.IGNORECASE)
    if now and (code := tables.whole.get(fold(now.group(1)))):
        return code
    named = dict.fromkeys(countries_in(written))
    return next(iter(named)) if len(named) == 1 else None


def countries_in(text: str) -> tuple[str, ...]:
    """The countries named in a free text, each once, in order of appearance; cities and nationalities count.

    Whole words only (Chinese names anywhere, as Chinese is written without spaces). Two-letter codes are not looked
    for, of the longer ones only those that spell no word (RUS, CHN, UAE, DPRK…).
    """
    return _remembered(text) if len(text) <= 1000 else _named_in(text)


@lru_cache(maxsize=16384)
def _remembered(text: str) -> tuple[str, ...]:
    """The answer for a short text, kept: addresses and remittance lines repeat."""
    return _named_in(text)


def _named_in(text: str) -> tuple[str, ...]:
    """Walk over the words once; at each the longest name that begins there."""
    tables = _tables()
    folded = fold(text)
    words = folded.split()
    found: dict[str, None] = {}
    skip_to = 0
    ascii_only = folded.isascii()
    for at, word in enumerate(words):
        if not ascii_only and any(map(is_han, word)):
            for match in tables.han.finditer(word):
                found.setdefault(tables.han_codes[match.group()])
        if at < skip_to or word not in tables.phrases:
            continue
        for phrase, code in tables.phrases[word]:
            if phrase == tuple(words[at : at + len(phrase)]):
                skip_to = at + len(phrase)
                code = "US" if code in _NAMESAKES and _american(words[skip_to : skip_to + 2]) else code
                if not (word in tables.adjectives and skip_to < len(words) and words[skip_to] in _CURRENCY):
                    found.setdefault(code)
                break
    return tuple(found)


def _american(after: list[str]) -> bool:
    """Whether a town's name is followed by a state of the United States, an ambiguous code by a postal code too."""
    if not after:
        return False
    numbered = len(after) > 1 and len(after[1]) == 5 and after[1].isdigit()
    return after[0] in _STATES or (after[0] in _STATES_BEFORE_A_CODE and numbered)


def is_city(text: str) -> bool:
    """Whether a whole text is the name of a city, port or region, and of no country."""
    return fold(text) in _cities()


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    """The folded names of the table of places."""
    return frozenset([fold(name) for _, names in rows("places.tsv") for name in names.split("|")])


def is_place(text: str) -> bool:
    """Whether a whole text is nothing but the name of a country or place."""
    folded, tables = fold(text), _tables()
    return folded in tables.whole and folded not in tables.nationalities


def han_places() -> frozenset[str]:
    """The Chinese names of countries and cities that we know, as folded."""
    return frozenset(_tables().han_codes)


def country_of_bic(bic: str) -> str | None:
    """The country inside a BIC of eight or eleven characters; None if it is not shaped like one."""
    shaped = re.fullmatch(r"[A-Z0-9]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?", bic.strip().upper())
    return shaped.group(1) if shaped and shaped.group(1) in _tables().codes else None
