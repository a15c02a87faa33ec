"""Which licence or exemption a payment seems to fall under: the activity it names, the licences that cover it.

A licence matters only where something would otherwise bar the payment for a person of the United States: a party
blocked there, or goods that stand on a list and go with a tie to Russia. Where nothing does, nothing is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

from brightline.law.activities import WITH_A_PARTY
from brightline.law.book import LawBook
from brightline.law.licence import Alive, Licence, NamedParty
from brightline.nexus.facts import Facts, Matched
from brightline.nexus.make_word_table import read_table
from brightline.nexus.word_table import Hit, WordTable
from brightline.terms import Answer, Payment
from brightline.text.fold import fold

_FIRST_ON_EARTH = timezone(timedelta(hours=14))
PROGRAMME = "eo14024_programmes"
# Activities that the name of a party can tell of; a trading firm's name tells nothing of what is paid for.
_IN_NAMES = frozenset(
    {"ngo", "international-organisation", "us-government", "diplomatic", "journalism", "telecom", "marine-rescue"}
    | {"project:sakhalin-2", "project:caspian-pipeline", "project:tengizchevroil", "project:karachaganak"}
    | {"project:paks-2", "civil-nuclear", "european-union"}
)
_BY_KIND = {"oil": ("energy", "oil-loaded")}
# First digits of tariff codes, chapters and headings of the Harmonised System → activity; our own reading.
_BY_CODE = {
    **dict.fromkeys(("2709", "2710"), "oil"),
    **dict.fromkeys(("2701", "2702", "2704", "2711", "2716", "2612", "44"), "energy"),
    **dict.fromkeys(("284410", "284420", "840110", "840130"), "civil-nuclear"),
    **dict.fromkeys(("10", "11", "12", "15", "23", "30", "31", "02", "03", "04", "07", "08"), "agriculture-medicine"),
    **dict.fromkeys(("9018", "9019", "9021", "9022"), "agriculture-medicine"),
    "49": "information",
    "7102": "diamonds",
}
_DIGITS = (6, 4, 2)


@dataclass(frozen=True, slots=True)
class Activity:
    """Something a payment seems to be for that a licence could cover. `by`: code, words, or party (its mere part)."""

    name: str
    words: str
    path: str
    by: str


@dataclass(frozen=True, slots=True)
class Apparent:
    """The licence that seems to apply (the liveliest of several), why, whether it lives now, and the other ones."""

    licence: Licence
    activity: Activity
    now: Alive
    others: tuple[str, ...]


def blocked_parties(facts: Facts, book: LawBook, moment: datetime) -> tuple[Matched, ...]:
    """Matches with entries that block under the law of the United States and are not shown to be somebody else."""
    return tuple(one for one in facts.matched if _is_blocked(one, book, moment))


def _is_blocked(one: Matched, book: LawBook, moment: datetime) -> bool:
    if one.same is Answer.NO or "blocking" not in one.entity.measures:
        return False
    return one.regime == "us" or under_programme(one, book, moment)


def under_programme(one: Matched, book: LawBook, moment: datetime) -> bool:
    """Whether the entry is listed under E.O. 14024, of which the licences speak."""
    words = {word.casefold() for word in book.parameter(PROGRAMME, moment).words}
    return any(programme.strip().casefold() in words for programme in one.entity.programs)


def listed_goods(facts: Facts) -> tuple[str, ...]:
    """Goods of a list or class in a payment tied to Russia or Belarus, by code or words."""
    if not facts.nexus:
        return ()
    return tuple(one.hs or one.words or "goods" for one in facts.goods if one.tier or one.critical)


def apparent(facts: Facts, book: LawBook, moment: datetime, blocked: tuple[Matched, ...]) -> Apparent | None:
    """The licence that seems to apply: alive before unknown before ended, then by id. None where none does."""
    found: dict[str, tuple[Licence, Activity]] = {}
    named = activities_of(facts)
    wanted = {one.name for one in named} | WITH_A_PARTY
    for licence in book.licences.values():
        if wanted.isdisjoint(licence.covers):
            continue
        activity = _activity_for(licence, named, blocked)
        if activity is not None:
            found[licence.id] = (licence, activity)
    living = {name: licence.alive(moment) for name, (licence, _) in found.items()}
    ranked = sorted(found, key=lambda name: _rank(*found[name], living[name], blocked))
    if not ranked:
        return None
    return Apparent(*found[ranked[0]], living[ranked[0]], tuple(ranked[1:]))


def _rank(
    licence: Licence, activity: Activity, alive: Alive, blocked: tuple[Matched, ...]
) -> tuple[int, int, int, str]:
    """Named outright before through a party's mere part; alive first; one that names a party of the payment first."""
    names_one = any(party_of(one, licence) for one in blocked)
    life = (Answer.YES, Answer.UNKNOWN, Answer.NO).index(alive.answer)
    return (int(activity.by == "party"), life, int(not names_one), licence.id)


def _activity_for(licence: Licence, named: tuple[Activity, ...], blocked: tuple[Matched, ...]) -> Activity | None:
    """What in the payment the licence covers: an activity named, or for dealings with a party that party's part."""
    dealing = [name for name in licence.covers if name in WITH_A_PARTY]
    for one in blocked if dealing else ():
        if party_of(one, licence):
            return Activity(dealing[0], one.ours, one.path, "party")
    outright = [one for one in named if one.name in licence.covers and one.name not in WITH_A_PARTY]
    return next((one for one in outright if one.by == "code"), outright[0] if outright else None)


def party_of(one: Matched, licence: Licence) -> NamedParty | None:
    """The party named by a licence that a listed entry is: by the BIC of the entry, else by a word of its names."""
    bics = {number.value[:6].upper() for number in one.entity.identifiers if number.scheme == "BIC"}
    names = tuple(name.value for name in one.entity.names)
    return next((party for party in licence.parties if bics & set(party.bics) or _bears(names, party.words)), None)


@lru_cache(maxsize=4096)
def _bears(names: tuple[str, ...], words: tuple[str, ...]) -> bool:
    folded = [f" {fold(name)} " for name in names]
    return any(f" {fold(word)} " in name for word in words for name in folded)


def activities_of(facts: Facts) -> tuple[Activity, ...]:
    """Every activity a payment names, by tariff code, by words of texts and goods, by the names of its parties."""
    return tuple(dict.fromkeys(_activities(facts)))


def _activities(facts: Facts) -> Iterator[Activity]:
    for line in facts.payment.goods:
        code = "".join(sign for sign in line.hs or "" if sign.isdigit())
        kind = next((_BY_CODE[code[:size]] for size in _DIGITS if code[:size] in _BY_CODE), None)
        if kind is not None:
            yield from _named(kind, f"HS {code}", line.path, "code")
        yield from _in_text(line.words or "", line.path)
    for text in facts.payment.texts:
        for value in (text.value, *(form.value for form in text.forms)):
            yield from _in_text(value, text.path)
    yield from _in_names(facts.payment)


def _in_text(text: str, path: str) -> Iterator[Activity]:
    for found in _phrases_in(text):
        yield from _named(found.kind, found.words, path, "words")


def _in_names(payment: Payment) -> Iterator[Activity]:
    for party in payment.parties:
        for found in _phrases_in(party.name or ""):
            if found.kind in _IN_NAMES:
                yield Activity(found.kind, found.words, party.path, "words")


def _named(kind: str, words: str, path: str, by: str) -> Iterator[Activity]:
    yield from (Activity(name, words, path, by) for name in _BY_KIND.get(kind, (kind,)))


@lru_cache(maxsize=8192)
def _phrases_in(text: str) -> tuple[Hit, ...]:
    return _table().find(text) if text else ()


@lru_cache(maxsize=1)
def _table() -> WordTable:
    return read_table("activities.yaml")


def alive_on_day(licence: Licence, written: str | None) -> tuple[Answer, str]:
    """Whether a licence lives through the whole of a day, and in words why.

    The day is taken from its first moment on Earth to its end where the licence counts its days: nothing settles west
    of there. A day in which the licence begins or ends is unknown: the hour of settlement would tell.
    """
    try:
        day = date.fromisoformat(written or "")
    except ValueError:
        return Answer.UNKNOWN, "the payment gives no value date"
    first = datetime.combine(day, time.min, _FIRST_ON_EARTH)
    last = datetime.combine(day, time.max, licence.versions[0].span.zone)
    hours = [licence.alive(moment) for moment in (first, first + (last - first) / 2, last)]
    if len({one.answer for one in hours}) == 1:
        return hours[0].answer, f"value date {day}: {hours[-1].told}"
    return Answer.UNKNOWN, f"on the value date {day} it depends on the hour and the place: {hours[-1].told}"
