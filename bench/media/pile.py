"""Very many articles: flat-text copies of stories whose telling words are their own, a few with hundreds of copies."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.media.mangle import mangled, page_in_html

_ALONE, _GREAT = 0.25, (0.03, 0.02, 0.01)  # shares of articles that tell a story alone, and of the greatest stories
_JOINED = 2  # invented stories whose sentences make one of the pile


def pile(count: int, stories: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """`count` pages with their names: a quarter alone, six in a hundred in three great stories, the rest in fives."""
    draw = random.Random(7)
    left = count
    great = [int(count * share) for share in _GREAT]
    for number in range(count):
        most = great[number] if number < len(great) else (1 if draw.random() < _ALONE * 2.5 else 5)
        for name, page in _copies(number, min(most, left), stories, draw):
            yield name, page
            left -= 1
        if not left:
            return


def pages_in_html(count: int, stories: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """`count` pages in HTML, each a story of its own."""
    draw = random.Random(7)
    for number in range(count):
        page, _ = page_in_html(_sentences(number, stories), draw)
        yield f"h{number}.html", page.encode()


def _copies(
    number: int, count: int, stories: Sequence[Mapping[str, Any]], draw: random.Random
) -> Iterator[tuple[str, bytes]]:
    row = {"id": f"s{number}", "sentences": _sentences(number, stories), "quotes": {}, "figures": []}
    for round_ in range(-(-count // 5)):
        pages = list(mangled(row, draw).pages.items())
        for name, page in pages[: count - 5 * round_]:
            yield f"{name}-{round_}.txt", page.encode()


def _sentences(number: int, stories: Sequence[Mapping[str, Any]]) -> list[str]:
    """The sentences of some stories with the names and words of another: syllables by the number."""
    draw = random.Random(number)
    made: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        if found[0] not in made:
            tail = "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(3))
            made[found[0]] = tail.capitalize() if found[0][0].isupper() else tail
        return made[found[0]]

    told = [one for at in range(_JOINED) for one in stories[(number + 5 * at) % len(stories)]["sentences"]]
    return [re.sub(r"\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Za-z]{4,}\b", other, one) for one in told]
