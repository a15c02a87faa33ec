"""Where a copy says something else than the others: entities, numbers, times, opposites, speakers, garbled terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

from brightline.media.figures import figures_in
from brightline.media.speakers import speaker_of
from brightline.media.times import MONTHS, WEEKDAYS, against_its_verb, times_in
from brightline.media.words import stem, terms_of
from brightline.terms.press import Difference, Place

_DEMONYM = re.compile(r"(?:ese|ian|ish|ean|ench|erman|reek|utch|wiss|foreign|domestic|western|american)$", re.I)
_WORD = re.compile(r"[^\W_]+")
_NO_NATION = frozenset({"foreign", "domestic", "western"})
_ALIKE, _ONE_NAME = 0.7, 0.7  # sentences alike enough to compare word by word; names spelt alike enough to be one
_SURE_TIMES = frozenset({"early year", "late year"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells a claim. `worn`: its article is as the agency wrote it (0), translated (1) or spun (2)."""

    place: Place
    text: str
    worn: int = 0


def differences_of(tellings: Sequence[Telling], claim: str) -> tuple[Difference, ...]:
    """What each telling of one claim says that no other bears out, each once."""
    found: list[Difference] = []
    for at, one in enumerate(tellings):
        others = [
            other for place, other in enumerate(tellings) if place != at and other.place.article != one.place.article
        ]
        found += _alone(one, claim)
        if others and not _better(one, others):
            found += _beside(one, others, claim)
    return tuple(dict.fromkeys(found))


def _better(one: Telling, others: Sequence[Telling]) -> bool:
    """Where two stand against each other, the more worn is the one that differs."""
    return len({other.place.article for other in others}) == 1 and one.worn < min(other.worn for other in others)


def _alone(one: Telling, claim: str) -> Iterator[Difference]:
    """What is wrong by itself: a time its verb denies, a garbled term of art."""
    for time in against_its_verb(one.text):
        yield Difference(one.place, "date", time.printed, "a time that the verb beside it denies", "critical", claim)
    for garbled, term in garbled_terms(one.text):
        yield Difference(one.place, "wording", garbled, term, "major", claim)


def _beside(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    yield from _numbers(one, others, claim)
    yield from _times(one, others, claim)
    yield from _opposites(one, others, claim)
    swapped = list(_swapped(one, others, claim))
    yield from swapped
    named = {word for found in swapped for word in found.says.split()}
    yield from (found for found in _entities(one, others, claim) if found.says.split()[0] not in named)
    yield from _speakers(one, others, claim)


def _numbers(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """Another value of the same unit than the others print."""
    mine = {(unit, value): words for value, unit, _, words in figures_in(one.text)}
    theirs: dict[str, dict[str, str]] = {}
    for other in others:
        for value, unit, _, words in figures_in(other.text):
            theirs.setdefault(unit, {})[value] = words
    for (unit, value), words in mine.items():
        if unit in theirs and value not in theirs[unit]:
            yield Difference(one.place, "number", words, ", ".join(sorted(theirs[unit].values())), "critical", claim)


def _times(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """A word of time that no other telling has, where the others agree on one of the same kind that this one lacks."""
    mine = {time.key: time.printed for time in times_in(one.text)}
    each = [{time.key: time.printed for time in times_in(other.text)} for other in others]
    theirs = {key: printed for times in each for key, printed in times.items()}
    for key, printed in mine.items():
        if key in theirs:
            continue
        rivals = [other for other in theirs if other not in mine and _kind(other) == _kind(key)]
        if rivals:
            told = ", ".join(theirs[other] for other in rivals)
            yield Difference(one.place, "date", printed, told, "major" if _kind(key) != "weekday" else "minor", claim)


def _kind(key: str) -> str:
    """Times that may contradict each other are of one kind: last week and last year, March and May."""
    if key.endswith(" year") and key in _SURE_TIMES:
        return "part of the year"
    if key.startswith(("last ", "next ", "this ")):
        return "relative"
    if key.isdigit():
        return "year"
    if key.endswith("day"):
        return "weekday"
    return "span" if key.split()[-1] in ("days", "weeks", "months", "years") else "month"


@cache
def _pairs() -> tuple[tuple[str, str, re.Pattern[str], re.Pattern[str]], ...]:
    rows = [line.split("\t") for line in _lines("opposites.tsv")]
    return tuple((kind, severity, _any(one), _any(other)) for kind, severity, one, other in rows)


def _any(words: str) -> re.Pattern[str]:
    each = [
        re.escape(one).replace(r"\ ", r"\s+(?:\w+\s+){0,2}?") + (r"\w{0,4}" if " " not in one else "")
        for one in words.split("|")
    ]
    return re.compile(rf"\b(?:{'|'.join(each)})\b", re.I)


def _opposites(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """One side of a pair of opposites here, only the other side elsewhere, beside a word both tell."""
    for kind, severity, left, right in _pairs():
        for here, there in ((left, right), (right, left)):
            mine = here.search(one.text)
            if mine is None or there.search(one.text):
                continue
            found = [there.search(other.text) for other in others]
            if any(here.search(other.text) for other in others) or not any(found):
                continue
            near = next(other for other, hit in zip(others, found, strict=True) if hit)
            hit = there.search(near.text)
            if hit and _same_surroundings(one.text, mine, near.text, hit):
                yield Difference(one.place, kind, mine[0], hit[0], severity, claim)


def _swapped(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """A word here in the very place where the telling most like it has its opposite, or another name or weekday."""
    ours = _WORD.findall(one.text)
    near = max(others, key=lambda other: SequenceMatcher(None, ours, _WORD.findall(other.text), autojunk=False).ratio())
    theirs = _WORD.findall(near.text)
    laid = SequenceMatcher(None, ours, theirs, autojunk=False)
    for what, at, end, place, to in laid.get_opcodes():
        mine, said = " ".join(ours[at:end]), " ".join(theirs[place:to])
        for kind, severity, left, right in _pairs() if what == "replace" and max(end - at, to - place) <= 3 else ():
            if any(here.fullmatch(mine) and there.fullmatch(said) for here, there in ((left, right), (right, left))):
                yield Difference(one.place, kind, mine, said, severity, claim)
        if what == "replace" and at > 0 and place > 0 and laid.ratio() >= _ALIKE:
            yield from _renamed(one, mine, said, others, claim)


def _renamed(one: Telling, mine: str, said: str, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """One name or weekday for another of the same length in words, which no other telling has."""
    words, names = mine.split(), said.split()
    if len(words) != len(names) or len(words) > 2 or any(mine in other.text for other in others) or said in one.text:
        return
    if not all(word[0].isupper() and word[1:].islower() for word in (*words, *names)):
        return
    if all(word.lower() in WEEKDAYS for word in (mine, said)):
        yield Difference(one.place, "date", mine, said, "major", claim)
    elif not any(_calendar(word) for word in (*words, *names)) and not _spelt_alike(mine, said):
        yield Difference(one.place, "entity", mine, said, "critical", claim)


def _calendar(word: str) -> bool:
    return word.lower() in WEEKDAYS or word.lower() in MONTHS  # months are compared as times


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two names are spellings of one, or a nationality and its country: "Gabuev", "Gabuyev"."""
    return one[:3] == other[:3] or SequenceMatcher(None, one.lower(), other.lower()).ratio() >= _ONE_NAME


def _same_surroundings(one: str, mine: re.Match[str], other: str, theirs: re.Match[str]) -> bool:
    """Whether the words around two hits are partly the same: they speak of the same thing."""
    ours = {term.key for term in terms_of(one[max(0, mine.start() - 45) : mine.end() + 45])}
    around = {term.key for term in terms_of(other[max(0, theirs.start() - 45) : theirs.end() + 45])}
    return len(ours & around) >= 2


def _entities(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """Another name or nationality before the same word: "foreign banks" where the others say "Chinese banks"."""
    for here, thing in _qualified(one.text):
        said = {}
        for other in others:
            for qualifier, noun in _qualified(other.text):
                if noun.rstrip("s") == thing.rstrip("s"):
                    said[stem(qualifier)[:4]] = qualifier
        known = {term.key[:4] for other in others for term in terms_of(other.text)}
        if said and stem(here)[:4] not in said and stem(here)[:4] not in known:
            told = ", ".join(f"{qualifier} {thing}" for qualifier in sorted(set(said.values())))
            yield Difference(one.place, "entity", f"{here} {thing}", told, "critical", claim)


def _qualified(text: str) -> Iterator[tuple[str, str]]:
    """A word of nationality, or a name, and the noun it qualifies."""
    for found in re.finditer(r"\b([A-Za-z]{4,}) ([a-z]{4,})\b", text):
        named = found[1][0].isupper() and text[: found.start()].rstrip()[-1:] not in ("", ".", "“", '"')
        nation = _DEMONYM.search(found[1]) and (found[1][0].isupper() or found[1].lower() in _NO_NATION)
        if named or nation:
            yield found[1], found[2]


def _speakers(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """Another speaker than the others name for the same words."""
    mine = speaker_of(one.text)
    if mine is None or mine.pronoun:
        return
    said = [speaker for other in others if (speaker := speaker_of(other.text)) and not speaker.pronoun]
    if not said or any(_one_speaker(mine.who, other.who) for other in said):
        return
    if any({stem(word) for word in mine.who.split()} & {term.key for term in terms_of(other.text)} for other in others):
        return
    yield Difference(
        one.place, "attribution", mine.who, ", ".join(dict.fromkeys(other.who for other in said)), "major", claim
    )


def _one_speaker(one: str, other: str) -> bool:
    ours, theirs = {stem(word)[:6] for word in one.split()}, {stem(word)[:6] for word in other.split()}
    return bool(ours & theirs)


@cache
def _arts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for line in _lines("terms_of_art.tsv"):
        term, *words = line.split("\t")
        between = r"[\s-]+(?:of\s+)?"
        pattern = between.join("(?:" + "|".join(map(re.escape, one.split("|"))) + ")" for one in words)
        found.append((term, re.compile(rf"\b{pattern}\b", re.I)))
    return tuple(found)


@cache
def _any_art() -> re.Pattern[str]:
    """The first words of all terms of art: most sentences hold none of them."""
    firsts = {word for line in _lines("terms_of_art.tsv") for word in line.split("\t")[1].split("|")}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(firsts)))})\b", re.I)


def garbled_terms(text: str) -> Iterator[tuple[str, str]]:
    """Terms of art with a word swapped for one a thesaurus offers: "battle of anger" for "war of aggression"."""
    for term, pattern in _arts() if _any_art().search(text) else ():
        for found in pattern.finditer(text):
            if _folded(found[0]) != _folded(term):
                yield found[0], term


def _folded(text: str) -> str:
    return re.sub(r"[\s-]+", " ", text.lower()).replace("defence", "defense").replace("honour", "honor")


def _lines(name: str) -> list[str]:
    text = files("brightline.media").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
