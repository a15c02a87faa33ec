"""Copies of a story with known truth: cut, moved, reworded without harm, corrupted, and dressed in furniture."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

FURNITURE = (
    "Skip to main content",
    "4 min read",
    "Read more: The week in pictures",
    "Sign up for our daily newsletter and get the news in your inbox",
    "ADVERTISEMENT",
    "Share on Facebook Twitter WhatsApp Email",
    "Help us stay free for all readers by supporting our newsroom",
    "Photo: Getty Images",
    "Related articles",
    "All rights reserved.",
)
# Harmless rewordings: another word, the same sense.
_SPUN = (
    ("said", "stated"), ("told", "informed"), ("began", "started"), ("companies", "firms"), ("several", "a number of"),
    ("about", "roughly"), ("buy", "acquire"), ("killing", "leaving dead"), ("destroyed", "wrecked"),
    ("promised", "pledged"), ("people", "persons"), ("homes", "houses"), ("begin", "start"), ("in an effort", "trying"),
    ("expect", "anticipate"), ("warned", "cautioned"), ("shortly before", "just before"), ("hurt", "injured"),
    ("closing", "shutdown"), ("suspect", "believe the cause is"), ("sent", "dispatched"), ("town", "municipality"),
    ("operations", "surgeries"), ("rejected", "dismissed"), ("ended", "finished"), ("defeated", "beat"),
)  # fmt: skip
_OPPOSITES = (
    ("rose", "fell"), ("fell", "rose"), ("increased", "decreased"), ("dropped", "rose"), ("raised", "lowered"),
    ("acquitted", "convicted"), ("rejected", "accepted"), ("denied", "admitted"), ("higher", "lower"),
    ("refused", "agreed"), ("first", "last"), ("won", "lost"), ("imports", "exports"), ("doubled", "halved"),
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "August", "October", "November", "December")
_NAMES = ("Bellmare", "Kostrova", "Tindall", "Ravenna", "Oskarsen")


@dataclass(frozen=True, slots=True)
class Copy:
    """A page and its truth. `places`: for each of its sentences the place in the story; `faults`: place → kind."""

    file: str
    page: str
    places: tuple[int, ...]
    sentences: tuple[str, ...]
    kind: str
    furniture: tuple[str, ...] = ()
    faults: dict[int, str] = field(default_factory=dict)


def copies_of(name: str, sentences: Sequence[str], draw: random.Random) -> tuple[Copy, ...]:
    """Five copies: clean, an excerpt, an HTML page, a reworded one, and a reworded one with faults in it."""
    every = list(range(len(sentences)))
    moved = [0, 1, *draw.sample(every[2:], len(every) - 2)]
    faulty, faults = _corrupted(sentences, draw)
    return (
        _flat(f"{name}-1.txt", sentences, every, "clean", draw),
        _flat(f"{name}-2.txt", sentences, every[: draw.randint(4, 5)], "excerpt", draw),
        _page(f"{name}-3.html", sentences, every, draw),
        _flat(f"{name}-4.txt", [_spun(one, draw) for one in sentences], moved, "reworded", draw),
        _flat(f"{name}-5.txt", [_spun(one, draw) for one in faulty], every, "corrupted", draw, faults),
    )


def _flat(
    file: str,
    sentences: Sequence[str],
    places: Sequence[int],
    kind: str,
    draw: random.Random,
    faults: dict[int, str] | None = None,
) -> Copy:
    told = [sentences[at] for at in places]
    furniture = draw.sample(FURNITURE, 3)
    lines = ["date 2024-05-14", furniture[0], *told[:3], furniture[1], *told[3:], furniture[2]]
    return Copy(file, "\n".join(lines), tuple(places), tuple(told), kind, tuple(furniture), faults or {})


def _page(file: str, sentences: Sequence[str], places: Sequence[int], draw: random.Random) -> Copy:
    furniture = draw.sample(FURNITURE, 3)
    paragraphs = "".join(f"<p>{escape(one, quote=False)}</p>" for one in sentences)
    page = (
        "<html><head><title>News</title><meta property='article:published_time' content='2024-05-14'></head><body>"
        f"<nav><a href='/'>{furniture[0]}</a></nav><article>{paragraphs}</article>"
        f"<aside>{furniture[1]}</aside><footer>{furniture[2]}</footer></body></html>"
    )
    return Copy(file, page, tuple(places), tuple(sentences), "clean", tuple(furniture))


def _spun(sentence: str, draw: random.Random) -> str:
    for word, other in _SPUN:
        if draw.random() < 0.8:
            sentence = re.sub(rf"\b{word}\b", other, sentence, count=1)
    return sentence


def _corrupted(sentences: Sequence[str], draw: random.Random) -> tuple[list[str], dict[int, str]]:
    """One fault each in about half of the sentences, of the first kind that fits, kinds in drawn order."""
    told, faults = list(sentences), dict[int, str]()
    for at in sorted(draw.sample(range(len(told)), len(told) // 2)):
        for kind, spoil in draw.sample(_FAULTS, len(_FAULTS)):
            spoiled = spoil(told[at], draw)
            if spoiled != told[at]:
                told[at], faults[at] = spoiled, kind
                break
    return told, faults


def _number(sentence: str, draw: random.Random) -> str:
    figures = [one for one in re.finditer(r"\b\d[\d,.]*\d\b", sentence) if not re.match(r"(?:19|20)\d\d$", one[0])]
    if not figures:
        return sentence
    found = draw.choice(figures)
    digit = str((int(found[0][0]) + draw.randint(1, 8)) % 9 + 1)
    return sentence[: found.start()] + digit + sentence[found.start() + 1 :] if digit != found[0][0] else sentence


def _date(sentence: str, draw: random.Random) -> str:
    for names in (_MONTHS, _DAYS):
        for found in re.finditer(r"\b[A-Z][a-z]+\b", sentence):
            if found[0] in names:
                other = draw.choice([one for one in names if one != found[0]])
                return sentence[: found.start()] + other + sentence[found.end() :]
    return sentence


def _entity(sentence: str, draw: random.Random) -> str:
    calendar = {*_DAYS, *_MONTHS}
    names = [
        one for one in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", sentence) if one[0] not in calendar
    ]  # fmt: skip
    if not names:
        return sentence
    found = draw.choice(names)
    return sentence[: found.start()] + draw.choice(_NAMES) + sentence[found.end() :]


def _polarity(sentence: str, draw: random.Random) -> str:
    for word, other in _OPPOSITES:
        if re.search(rf"\b{word}\b", sentence):
            return re.sub(rf"\b{word}\b", other, sentence, count=1)
    return sentence


_FAULTS: list[tuple[str, Callable[[str, random.Random], str]]] = [
    ("number", _number),
    ("date", _date),
    ("entity", _entity),
    ("polarity", _polarity),
]
