"""Legal forms: ООО, LLC, GmbH, 有限公司 → the kind of form and its countries. Tables in the folder `legal_forms`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from brightline.text.fold import fold
from brightline.text.scripts import is_han
from brightline.text.translit import latin

_REGIONS = ("former_soviet", "europe", "asia", "middle_east_africa", "english_latin")
_FEW = 6  # a form of more countries points to none


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form. `countries`: ISO alpha-2 codes of the few countries whose form it is; empty where they are many."""

    kind: str
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Forms:
    """`spaced`: first word → (words, form), longest first; `han`: the forms in Chinese signs."""

    spaced: dict[str, tuple[tuple[tuple[str, ...], Form], ...]]
    han: dict[str, Form]


def form_rows() -> list[tuple[str, tuple[str, ...], str]]:
    """Kind, countries and spelling, one by one, as the tables say them."""
    found = []
    for region in _REGIONS:
        text = files("brightline.names").joinpath(f"legal_forms/{region}.tsv").read_text(encoding="utf-8")
        for line in text.splitlines():
            if line and not line.startswith("#"):
                kind, countries, spellings = line.split("\t")
                where = () if countries == "-" else tuple(countries.split())
                found += [(kind, where, spelling) for spelling in spellings.split("|")]
    return found


def _written(spelling: str) -> list[tuple[str, ...]]:
    """A spelling as folded words; one with dots also without the spaces that they leave."""
    words = tuple(fold(spelling).split())
    short = "." in spelling and all(len(word) == 1 for word in words)
    return [words, ("".join(words),)] if short else [words]


def _shared(known: Form | None, form: Form) -> Form:
    """A spelling that several rows claim: the kind of the first, the countries of all; none if one has too many."""
    if known is None:
        return form
    both = tuple(dict.fromkeys((*known.countries, *form.countries)))
    return Form(known.kind, both if known.countries and form.countries and len(both) <= _FEW else ())


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    """The tables, read once. The first row that claims a spelling keeps it."""
    spaced: dict[str, dict[tuple[str, ...], Form]] = {}
    han: dict[str, Form] = {}
    for kind, countries, spelling in form_rows():
        for words in _written(spelling):
            known = spaced.setdefault(words[0], {})
            form = known[words] = _shared(known.get(words), Form(kind, countries))
            if is_han(words[0][0]):
                han["".join(words)] = form
    ordered = {
        first: tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))
        for first, found in spaced.items()
    }
    return _Forms(ordered, han)


@lru_cache(maxsize=1)
def form_words() -> frozenset[str]:
    """Every word of a legal form, folded and in Latin letters: what does not tell one firm's name from another's."""
    written = (words for _, _, spelling in form_rows() for words in _written(spelling))
    return frozenset(latin(word) for words in written for word in words)


def _at(words: Sequence[str], at: int) -> tuple[int, Form | None]:
    """The longest form at a place, and how many words it has."""
    for form, what in _forms().spaced.get(words[at], ()):
        if form == tuple(words[at : at + len(form)]):
            return len(form), what
    return 0, None


def form_at(words: Sequence[str], at: int) -> tuple[int, str | None]:
    """How many folded words at this place are a legal form, and its kind; (0, None) if none."""
    length, form = _at(words, at)
    return length, form.kind if form else None


def han_form(part: str) -> str | None:
    """The kind of a legal form in Chinese signs."""
    form = _forms().han.get(part)
    return form.kind if form else None


def countries_of_form(written: str) -> tuple[str, ...]:
    """The countries that a written legal form (alone, in any spelling of the tables) points to.

    ISO alpha-2 codes, the likeliest first; empty for a form of many countries (Ltd, S.A.) and for what is no form.
    """
    words = fold(written).split()
    if not words:
        return ()
    length, form = _at(words, 0)
    return form.countries if form and length == len(words) else ()
