"""Copies of a story with known truth: cut, moved, reworded without harm, corrupted, and dressed in furniture."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from bench.media.wires import Unit, Wire, page_of

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
# What stands in the middle of a paragraph: a name and a credit, or a line of the site.
INSIDE = (
    ("Mara Solheim.", "Archive photo: Wikicommons."),
    ("Read more: The week in pictures",),
    ("File photo: Xinhua.",),
    ("Aino Berg.", "Photo: screenshot, via YouTube."),
)
_PLACES = ("LINDHAVN", "BELMAZ", "PORT SABEL", "HALVIK")
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
_PERSONS = ("Otto Brandvold", "Lucia Ferrand", "Pavel Dorin", "Mei Tanaka")
_ROLES = (
    ("lawyer", "prosecutor"), ("president", "prime minister"), ("judge", "lawyer"), ("coach", "striker"),
    ("director", "nurse"), ("chief executive", "chairman"), ("mayor", "governor"), ("Governor", "Senator"),
)  # fmt: skip
_NAMES = ("Bellmare", "Kostrova", "Tindall", "Ravenna", "Oskarsen")


def mangled(row: Mapping[str, Any], draw: random.Random) -> Wire:
    """Five copies of a story: as the agency sent it, an excerpt, a rewording, one with faults, one joined and split.

    `row`: id, sentences, quotes (speaker by the place of the sentence), figures.
    """
    sentences: list[str] = row["sentences"]
    every = list(range(len(sentences)))
    moved = [0, 1, *draw.sample(every[2:], len(every) - 2)]
    spun = [_spun(one, draw) for one in sentences]
    copies: dict[str, tuple[str, list[Unit]]] = {
        "a": ("", [_furniture(f"{draw.choice(_PLACES)} (AFP) -"), *_told(sentences, every, glued=True)]),
        "b": ("excerpt", _dressed(_told(sentences, every[: draw.randint(4, 5)]), draw)),
        "c": ("rewrite", _dressed(_told(spun, moved), draw)),
        "d": ("rewrite", _dressed(_faulty(spun, draw), draw)),
        "e": ("rewrite|verbatim|translation", _glued(list(_rebuilt(spun, draw)), draw)),
    }
    told = {
        "id": row["id"],
        "sources": 1,
        "takes": [list(copies)],
        "quotes": row["quotes"],
        "figures": row["figures"],
        "copies": [
            {"file": name} | ({"from": "a", "type": kind} if kind else {}) for name, (kind, _) in copies.items()
        ],
    }
    units = {f"{row['id']}-{name}": found for name, (_, found) in copies.items()}
    return Wire(told, units, {name: page_of(found) for name, found in units.items()})


def page_in_html(sentences: Sequence[str], draw: random.Random) -> tuple[str, tuple[str, ...]]:
    """A page in HTML that tells these sentences, and the furniture on it."""
    furniture = draw.sample(FURNITURE, 3)
    paragraphs = "".join(f"<p>{escape(one, quote=False)}</p>" for one in sentences)
    page = (
        "<html><head><title>News</title><meta property='article:published_time' content='2024-05-14'></head><body>"
        f"<nav><a href='/'>{furniture[0]}</a></nav><article>{paragraphs}</article>"
        f"<aside>{furniture[1]}</aside><footer>{furniture[2]}</footer></body></html>"
    )
    return page, tuple(furniture)


def _furniture(text: str, glued: bool = False) -> Unit:
    return Unit("F", text, glued)


def _told(sentences: Sequence[str], places: Sequence[int], glued: bool = False) -> list[Unit]:
    """Sentences as units; `glued`: the first stands on the line before it."""
    return [Unit(str(at), sentences[at], glued and not number) for number, at in enumerate(places)]


def _dressed(units: list[Unit], draw: random.Random) -> list[Unit]:
    """Units with furniture on lines before, among and behind them."""
    before, among, behind = (_furniture(one) for one in draw.sample(FURNITURE, 3))
    return [_furniture("date 2024-05-14"), before, *units[:3], among, *units[3:], behind]


def _glued(units: list[Unit], draw: random.Random) -> list[Unit]:
    """Units in one paragraph, with furniture in the middle of it."""
    for one in units[1:]:
        one.glued = True
    at = draw.randint(2, len(units) - 1)
    inside = [_furniture(one, glued=True) for one in draw.choice(INSIDE)]
    return [_furniture("date 2024-05-14"), *units[:at], *inside, *units[at:]]


def _rebuilt(sentences: Sequence[str], draw: random.Random) -> Iterator[Unit]:
    """Some neighbours joined to one sentence, some sentences split in two."""
    at = 0
    while at < len(sentences):
        one, other = sentences[at], sentences[at + 1] if at + 1 < len(sentences) else '"'
        parts = _split(one)
        if '"' not in one + other and draw.random() < 0.3:
            yield Unit(f"{at},{at + 1}", f"{one.removesuffix('.')}, while {other[0].lower()}{other[1:]}", False)
            at += 1
        elif parts and draw.random() < 0.7:
            yield from (Unit(str(at), part, False) for part in parts)
        else:
            yield Unit(str(at), one, False)
        at += 1


def _split(sentence: str) -> tuple[str, str] | None:
    """A sentence cut at an "and" behind which another begins; None where there is none, or a quote."""
    found = re.search(r",? and (?=(?:the|a|an|no|a third|[A-Z]\w+) \w+ \w+ \w+)", sentence)
    if found is None or '"' in sentence or found.start() < 30:
        return None
    rest = sentence[found.end() :]
    return sentence[: found.start()] + ".", rest[0].upper() + rest[1:]


def _spun(sentence: str, draw: random.Random) -> str:
    for word, other in _SPUN:
        if draw.random() < 0.8:
            sentence = re.sub(rf"\b{word}\b", other, sentence, count=1)
    return sentence


def _faulty(sentences: Sequence[str], draw: random.Random) -> list[Unit]:
    """One fault each in about half of the sentences, of the first kind that fits, kinds in drawn order."""
    units = _told(sentences, range(len(sentences)))
    for at in sorted(draw.sample(range(len(units)), len(units) // 2)):
        for kind, spoil in draw.sample(_FAULTS, len(_FAULTS)):
            spoiled = spoil(units[at].text, draw)
            if spoiled != units[at].text:
                before, after = units[at].text.split(), spoiled.split()
                says = " ".join(word for word in after if word not in before) or spoiled
                units[at].text = spoiled
                units[at].faults.append((kind, "critical", says))
                break
    return units


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


def _speaker(sentence: str, draw: random.Random) -> str:
    """Another person says it."""
    found = re.search(r'," (?:[\w ]*?)([A-Z]\w+ [A-Z]\w+) (?:told|said|informed|stated)', sentence)
    return sentence.replace(found[1], draw.choice(_PERSONS)) if found else sentence


def _role(sentence: str, draw: random.Random) -> str:
    for role, other in _ROLES:
        if re.search(rf"\b{role}\b", sentence):
            return re.sub(rf"\b{role}\b", other, sentence, count=1)
    return sentence


_FAULTS: list[tuple[str, Callable[[str, random.Random], str]]] = [
    ("number", _number),
    ("date", _date),
    ("entity", _entity),
    ("polarity", _polarity),
    ("attribution", _speaker),
    ("role", _role),
]
