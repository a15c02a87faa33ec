"""Owners that running text speaks of: `JSC Alder is wholly owned by Birch`, `owner of a 75 % stake in Cedar Food`.

Read with care: only sentences of the shapes below, whose two ends are names (or a pronoun for whom the text spoke of
last), and of the present. A share is stated only where the text states it; a subsidiary, an owner or a shareholder
without one holds a share that nobody states. Everything else stays unread. The words are in `wording.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from brightline.ownership.worded_share import share_in
from brightline.terms import Portion
from brightline.text.countries import country_code

MOST_SAID = 200  # signs of the wording kept as evidence


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says of one owner and one company; None for the one that the text is about.

    `kind`: as of stakes; `start`: the day from which the text says it was held; `words`: the text's own.
    """

    owner: str | None
    owned: str | None
    portion: Portion | None
    kind: str
    start: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of sentences, compiled once. `worded`: what a text must hold to be looked at."""

    worded: re.Pattern[str]
    ends: re.Pattern[str]
    opening: re.Pattern[str]
    doubtful: re.Pattern[str]
    below: tuple[re.Pattern[str], ...]
    above: tuple[re.Pattern[str], ...]
    fragment: re.Pattern[str]
    pronouns: Mapping[str, bool]  # whether of a person


@dataclass(frozen=True, slots=True)
class Topic:
    """Whom a text is about. `is_self`: whether a name is theirs; `person`: whether it is a person, not a company."""

    is_self: Callable[[str], bool]
    person: bool = False

    def subject(self, words: str, last: str | None) -> tuple[bool, str | None]:
        """Whether a subject is known, and its name: None for the topic. `last`: whom the text spoke of last."""
        wanted = shapes().pronouns.get(words)
        if wanted is not None:
            return (True, None) if wanted and self.person else (last is not None or wanted == self.person, last)
        return True, None if self.is_self(_name(words)) else _name(words)


def said_in(text: str, topic: Topic) -> tuple[Said, ...]:
    """Every owner that a text speaks of, each once, in the order of the text."""
    found = shapes()
    if not found.worded.search(text):
        return ()
    last: str | None = None
    said: dict[Said, None] = {}
    for sentence in found.ends.split(" ".join(text.split())):
        opening = found.opening.match(sentence)
        if opening and opening["n"] not in found.pronouns:
            last = topic.subject(opening["n"], None)[1]
        said.update(dict.fromkeys(_of_sentence(sentence, last, topic)))
    return tuple(said)


def _of_sentence(sentence: str, last: str | None, topic: Topic) -> Iterator[Said]:
    found = shapes()
    for is_below, patterns in ((True, found.below), (False, found.above)):
        for pattern in patterns:
            for match in pattern.finditer(sentence):
                known, subject = topic.subject(match["s"], last)
                if known:
                    yield from _said(sentence, match, subject, topic, is_below=is_below)
    for match in found.fragment.finditer(sentence):
        yield from _said(sentence, match, None, topic, is_below=False)


def _said(sentence: str, match: re.Match[str], subject: str | None, topic: Topic, *, is_below: bool) -> Iterator[Said]:
    other = None if topic.is_self(_name(match["o"])) else _name(match["o"])
    if subject == other or shapes().doubtful.search(sentence[: match.end("o")]) or _goes_on(sentence, match):
        return
    held = match.groupdict()
    share = share_in(held.get("more") or "") or share_in(held["how"] or "")
    kind = "control" if held["what"] in ("controlled", "controls") and share is None else "shares"
    owner, owned = (other, subject) if is_below else (subject, other)
    if owned is not None and " " not in owned and country_code(owned):
        return
    yield Said(owner, owned, share, kind, _since(sentence[: match.end("o")]), _cut(sentence, match))


def _goes_on(sentence: str, match: re.Match[str]) -> bool:
    """Whether a name of one word is joined by `and` to another, so that nobody can tell where it ends."""
    return " " not in match["o"] and re.match(r" and [A-Z]", sentence[match.end("o") :]) is not None


_SINCE = re.compile(r"\b[Ss]ince (?:(?P<month>[A-Z][a-z]+) )?(?P<year>(?:19|20)\d\d)\b")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def _since(words: str) -> str | None:
    """The first day of the month or year since when something is said to be so."""
    match = _SINCE.search(words)
    if match is None or (match["month"] and match["month"] not in _MONTHS):
        return None
    month = _MONTHS.index(match["month"]) + 1 if match["month"] else 1
    return f"{match['year']}-{month:02d}-01"


def _cut(sentence: str, match: re.Match[str]) -> str:
    """The words of a finding, with what stands before them in the sentence as far as it fits."""
    start = max(0, min(match.start(), match.end() - MOST_SAID))
    words = sentence[start : match.end()].strip(" ,;")
    return words if len(words) <= MOST_SAID else f"…{words[-MOST_SAID:]}"


def _name(words: str) -> str:
    """A name without quotes around it, point behind it and article before it."""
    name = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", words.strip())
    whole = re.fullmatch(r"[‘“\"«]([^‘’“”\"«»]+)[’”\"»]", name)
    name = (whole[1] if whole else name).rstrip(".,;:'").strip()
    return name.rstrip("’”") if name.count("‘") + name.count("“") < name.count("’") + name.count("”") else name


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[str, ...]]:
    """The lists of words in `wording.yaml`, by name."""
    return {name: tuple(said) for name, said in _table()["words"].items()}


@lru_cache(maxsize=1)
def shapes() -> Shapes:
    """The shapes of sentences in `wording.yaml`, their pieces put in."""
    pieces = {name: "|".join(sorted(said, key=len, reverse=True)) for name, said in words().items()}
    for name, piece in _table()["pieces"].items():
        pieces[name] = _filled(piece, pieces)
    said = _table()["shapes"]
    one = {name: re.compile(_filled(said[name], pieces)) for name in ("fragment", "opening", "worded")}
    below, above = (tuple(re.compile(_filled(each, pieces)) for each in said[side]) for side in ("below", "above"))
    doubtful = re.compile(rf"\b(?:{pieces['doubtful']})\b")
    return Shapes(one["worded"], _ends(), one["opening"], doubtful, below, above, one["fragment"], _pronouns())


def _filled(piece: str, pieces: Mapping[str, str]) -> str:
    return re.sub(r"(?<!P)<(\w+)>", lambda name: pieces[name[1]], piece)


def _ends() -> re.Pattern[str]:
    """Where a sentence ends: not behind an initial or an abbreviation."""
    behind = "".join(rf"(?<!\b{one})" for one in ("[A-Z]", *words()["abbreviation"]))
    return re.compile(behind + r"[.;] (?=[A-Z‘“])")


def _pronouns() -> dict[str, bool]:
    return dict.fromkeys(words()["company"], False) | dict.fromkeys(words()["person"], True)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    text = files("brightline.ownership").joinpath("wording.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table
