"""Where a copy tells another time than the others, a time its own verb denies, or a trend it turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from brightline.media.exclusive import sides_in
from brightline.media.telling import Telling, outvoted
from brightline.media.times import Time, against_its_verb, times_in
from brightline.media.words import stem, terms_of
from brightline.terms.press import Difference, Place

_JUST = re.compile(r"\b(?:just|newly|freshly) (?P<verb>\w{4,})", re.I)
_LONG_AGO = re.compile(
    r"\b(?P<verb>\w{3,}(?:ed|en|ame|ent|eft))\b[^,;.]{0,60}\b(?P<when>last (?:year|decade|century)|years ago)\b"
)
_GOES_ON = re.compile(r"^(?:They|It|That|This|These|Those|The (?:figure|number|price|rate|trade|exports|imports)s?)\b")


def denied_times(one: Telling, claim: str) -> Iterator[Difference]:
    """What is wrong by itself: a time that the verb beside it denies, a year gone by told as to come."""
    year = one.published.year if one.published else None
    for time in against_its_verb(one.text, year):
        says = "a time that the verb beside it denies"
        yield Difference(one.place, "date", time.printed, says, "critical", claim)


def other_times(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """A word of time that no other telling has, where others have one of the same kind that this one lacks."""
    mine = {time.key: time for time in times_in(one.text)}
    each = [{time.key: time for time in times_in(other.text)} for other in others]
    known = {key for times in each for key in times}
    for key, time in mine.items():
        if key in known:
            continue
        rivals = [
            (other, there)
            for other, times in zip(others, each, strict=True)
            for there in times.values()
            if there.key not in mine and contradict(time, there)
        ]
        if rivals and outvoted(one, [other for other, _ in rivals]):
            told = ", ".join(dict.fromkeys(there.printed for _, there in rivals))
            severity = "minor" if time.kind == "weekday" else "major"
            yield Difference(one.place, "date", time.printed, told, severity, claim)


def contradict(one: Time, other: Time) -> bool:
    """Whether two times of one kind cannot both be meant; spans by their unit alone, their numbers are quantities."""
    if one.kind == "span" and other.kind == "span":
        return one.key.split()[0] == other.key.split()[0]
    return one.kind == other.kind


def turned(before: Telling, one: Telling, claim: str) -> Iterator[Difference]:
    """A rise told of the very months of which the sentence before has told a fall, or the other way round."""
    if before.place.article != one.place.article or not _GOES_ON.match(one.text):
        return
    months = {time.key: time.printed for time in times_in(one.text) if time.kind == "month"}
    same = [time for time in times_in(before.text) if time.key in months]
    trends = [{side.member for side in sides_in(text) if _is_trend(side.row)} for text in (before.text, one.text)]
    if same and all(len(trend) == 1 for trend in trends) and trends[0] != trends[1]:
        says = " and ".join(dict.fromkeys(months[time.key] for time in same))
        yield Difference(
            one.place, "date", says, "the sentence before tells the opposite of the same months", "critical", claim
        )


def long_ago(sentences: Sequence[Telling], homes: Mapping[Place, str]) -> Iterator[Difference]:
    """What one copy says has just been done and another tells of last year: "just returned", "returned last year"."""
    fresh = [(one, stem(found["verb"])) for one in sentences if (found := _JUST.search(one.text))]
    for one in sentences if fresh else ():
        found = _LONG_AGO.search(one.text)
        against = [other for other, verb in fresh if found and verb == stem(found["verb"]) and _share(one, other)]
        if found and against and outvoted(one, against):
            said = _JUST.search(against[0].text)
            told = said[0] if said else ""
            yield Difference(one.place, "date", found["when"], told, "critical", homes.get(one.place, ""))


def _share(one: Telling, other: Telling) -> bool:
    """Whether two sentences speak of the same: two telling words in common besides the verb."""
    ours, theirs = ({term.key for term in terms_of(each.text)} for each in (one, other))
    return one.place.article != other.place.article and len(ours & theirs) >= 3


def _is_trend(row: int) -> bool:
    """Whether a set of words is that of rise and fall."""
    return {"rose", "fell"} <= {word for side in sides_in("rose fell") if side.row == row for word in [side.printed]}
