"""Where a copy says something else than the others: names, quantities, times, opposites, speakers, garbled terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from brightline.media.agreement import against_agreement
from brightline.media.exclusive import denied, excluded
from brightline.media.moments import denied_times, other_times
from brightline.media.names_apart import other_names, qualified_otherwise, renamed
from brightline.media.quantities import other_quantities
from brightline.media.speakers import Speaker, speaker_of
from brightline.media.telling import Telling, outvoted
from brightline.media.wording import garbled, wrong_senses
from brightline.media.words import stem, terms_of
from brightline.terms.press import Difference

_WORD = re.compile(r"[^\W_]+")
_MOST = 16  # tellings that stand for all
_ALIKE = 0.7  # sentences alike enough to compare word by word
_PERSON = re.compile(r"(?:[A-Z][\w’'.-]+ )*[A-Z][\w’'-]+$")
_NO_PERSON = re.compile(
    r"\b(?:United|States|Union|Ministry|Minister|Bank|Kremlin|Moscow|Washington|Beijing|Treasury|Court|House|Council|Officials?|Group)\b"
)
_PRESS = re.compile(r"\b(?:television|TV|newspaper|news agency|broadcaster|daily|radio)\b", re.I)


def differences_of(tellings: Sequence[Telling], claim: str, *, sure_alone: bool = False) -> tuple[Difference, ...]:
    """What each telling of one claim says that no other bears out, each once.

    `sure_alone`: without what rests on knowing which copies are worn. A wording is compared once, however many copies
    have it, with those of the others that most copies have.
    """
    found: list[Difference] = []
    panel = _panel(tellings)
    known: dict[str, tuple[Difference, ...]] = {}
    for one in sorted(tellings, key=lambda one: one.worn):
        if one.text not in known:
            known[one.text] = tuple(_against(one, panel, claim, sure_alone))
        found += (replace(each, place=one.place) for each in known[one.text])
    places = {one.place: at for at, one in enumerate(tellings)}
    return tuple(dict.fromkeys(sorted(found, key=lambda one: places[one.place])))


def _panel(tellings: Sequence[Telling]) -> list[Telling]:
    """The wordings that most copies have, each told by two copies at most; all of them where they are few."""
    wordings: dict[str, list[Telling]] = {}
    for one in tellings:
        wordings.setdefault(one.text, []).append(one)
    common = sorted(wordings.values(), key=lambda told: (-len(told), min(one.worn for one in told)))
    chosen = {one.place for told in common for one in sorted(told, key=lambda one: one.worn)[:2]}
    most = [one for told in common for one in told if one.place in chosen][:_MOST]
    kept = {one.place for one in most}
    return [one for one in tellings if one.place in kept]


def _against(one: Telling, panel: Sequence[Telling], claim: str, sure_alone: bool) -> Iterator[Difference]:
    others = [other for other in panel if other.place.article != one.place.article]
    alone = list(_once((*denied_times(one, claim), *garbled(one, others, claim))))
    yield from alone
    if others and any(outvoted(one, [other]) for other in others):
        told = [*alone, *_once(_beside(one, others, claim), alone)]
        yield from told[len(alone) :]
        if not sure_alone:
            yield from _once(against_agreement(one, others, claim), told)


def _once(found: Iterator[Difference] | Sequence[Difference], known: Sequence[Difference] = ()) -> Iterator[Difference]:
    """Each fault of a sentence once: what shares a word with one already told of it is the same fault."""
    told = [set(_WORD.findall(one.says.lower())) for one in known]
    for one in found:
        words = set(_WORD.findall(one.says.lower()))
        if not any(words & other for other in told):
            yield one
        told.append(words)


def _beside(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    yield from other_times(one, others, claim)
    yield from other_quantities(one, others, claim)
    yield from excluded(one, others, claim)
    yield from denied(one, others, claim)
    yield from _in_its_place(one, others, claim)
    yield from other_names(one, others, claim)
    yield from qualified_otherwise(one, others, claim)
    yield from wrong_senses(one, others, claim)
    yield from _speakers(one, others, claim)


def _in_its_place(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """A name or weekday in the very place where the telling most like it has another."""
    ours = _WORD.findall(one.text)
    words = set(ours)
    theirs = max(
        (_WORD.findall(other.text) for other in others), key=lambda said: len(words & {*said}) - len({*said} - words)
    )
    if theirs == ours:
        return
    laid = SequenceMatcher(None, ours, theirs, autojunk=False)
    if laid.ratio() >= _ALIKE:
        for what, at, end, place, to in laid.get_opcodes():
            if what == "replace" and at > 0 and place > 0:
                yield from renamed(one, " ".join(ours[at:end]), " ".join(theirs[place:to]), others, claim)


def _speakers(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """Another person, or another paper or station, than the others name for the same words."""
    mine = speaker_of(one.text)
    if mine is None or mine.pronoun:
        return
    said = [(other, there) for other in others if (there := speaker_of(other.text)) and not there.pronoun]
    against = [(other, there) for other, there in said if _of_one_kind(mine, there)]
    if not against or any(_one_speaker(mine.who, there.who) for _, there in said):
        return
    known = {term.key for other in others for term in terms_of(other.text)}
    if any(stem(word) in known for word in mine.who.split()) or not outvoted(one, [other for other, _ in against]):
        return
    told = ", ".join(dict.fromkeys(there.who for _, there in against))
    yield Difference(one.place, "attribution", mine.who, told, "major", claim)


def _of_one_kind(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers exclude each other: two persons, or two papers or stations."""
    if _PRESS.search(one.who) or _PRESS.search(other.who):
        return bool(_PRESS.search(one.who) and _PRESS.search(other.who))
    return all(_PERSON.match(each.who) and not _NO_PERSON.search(each.who) for each in (one, other))


def _one_speaker(one: str, other: str) -> bool:
    ours, theirs = {stem(word)[:6] for word in one.split()}, {stem(word)[:6] for word in other.split()}
    return bool(ours & theirs)
