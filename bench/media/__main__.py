"""How well the press is read: copies with known truth from invented stories, and the time for very many articles.

python -m bench.media            shares over copies of twelve stories, three draws of each
python -m bench.media --missed   also what was missed, wrongly flagged or kept
python -m bench.media --many N   the time for N flat-text articles, and for half of them
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from bench.media.mangle import Copy, copies_of
from brightline.media.reading import read_article
from brightline.media.story import tell_stories
from brightline.media.words import likeness, vector, worth_of
from brightline.terms.press import Article, Story

STORIES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("stories.yaml").read_text(encoding="utf-8"))
DRAWS = 3
Pair = tuple[tuple[str, int], tuple[str, int]]


class Tally:
    """Hits and misses by what is measured; what was missed, for reading."""

    def __init__(self) -> None:
        self.hits: dict[str, int] = {}
        self.of: dict[str, int] = {}
        self.missed: list[str] = []

    def add(self, what: str, hit: bool, told: str) -> None:
        """Count one."""
        self.hits[what] = self.hits.get(what, 0) + hit
        self.of[what] = self.of.get(what, 0) + 1
        if not hit:
            self.missed.append(f"{what}: {told}")


def main() -> int:
    """Measure and print."""
    if "--many" in sys.argv:
        many(int(sys.argv[sys.argv.index("--many") + 1]))
        return 0
    tally = Tally()
    for seed in range(DRAWS):
        measure(seed, tally)
    for what, of in tally.of.items():
        print(f"{what:45} {tally.hits[what]:5} of {of:5}  {tally.hits[what] / of:.3f}")
    if "--missed" in sys.argv:
        print("\n".join(tally.missed))
    return 0


def measure(seed: int, tally: Tally) -> None:
    """All stories in one pile, copied as one draw has it."""
    draw = random.Random(seed)
    copies = {copy.file: (row, copy) for row in STORIES for copy in copies_of(f"{row['id']}", row["sentences"], draw)}
    articles = [read_article(copy.page.encode(), file) for file, (_, copy) in copies.items()]
    by_file = {one.file: one for one in articles}
    for file, (_, copy) in copies.items():
        _cleaning(copy, by_file[file], tally)
    told = tell_stories(articles)
    for row in STORIES:
        files = {file for file, (one, _) in copies.items() if one is row}
        for story in told:
            if files & set(story.articles):
                mine = {file: copies[file][1] for file in story.articles}
                tally.add(
                    "stories: copies together, one source",
                    set(story.articles) == files and story.sources == 1,
                    row["id"],
                )
                _alignment(story, mine, by_file, tally)
                _differences(story, mine, by_file, tally)
                _said(story, row, mine, tally)
                break


def _cleaning(copy: Copy, article: Article, tally: Tally) -> None:
    kept = {one.text for one in article.sentences}
    for sentence in copy.sentences:
        tally.add("story sentences kept", sentence in kept, f"{copy.file} {sentence}")
    whole = " ".join(kept)
    for line in copy.furniture:
        tally.add("furniture removed", line not in whole, f"{copy.file} {line}")


def _places(copy: Copy, article: Article) -> dict[str, int]:
    """The place in the story of each sentence, by its id."""
    at = dict(zip(copy.sentences, copy.places, strict=True))
    return {one.id: at[one.text] for one in article.sentences if one.text in at}


def _alignment(story: Story, copies: dict[str, Copy], articles: dict[str, Article], tally: Tally) -> None:
    places = {file: _places(copy, articles[file]) for file, copy in copies.items()}
    for one, other in combinations(sorted(copies), 2):
        truth = {(a, b) for a, at in places[one].items() for b, to in places[other].items() if at == to}
        for name, found in (
            ("ours", _ours(story, one, other)),
            ("tf-idf mutual best", _plain(articles[one], articles[other])),
        ):
            for pair in truth | found:
                tally.add(f"alignment, {name} (jaccard)", pair in truth and pair in found, f"{one} {other} {pair}")


def _ours(story: Story, one: str, other: str) -> set[tuple[str, str]]:
    found = set()
    for claim in story.claims:
        here = [w.place.sentence for w in claim.witnesses if w.place.article == one]
        there = [w.place.sentence for w in claim.witnesses if w.place.article == other]
        found |= {(a, b) for a in here for b in there}
    return found


def _plain(one: Article, other: Article) -> set[tuple[str, str]]:
    worth = worth_of(s.text for article in (one, other) for s in article.sentences)
    ours, theirs = ([vector(s.text, worth) for s in article.sentences] for article in (one, other))
    table = [[likeness(a, b) for b in theirs] for a in ours]
    best = [max(range(len(row)), key=row.__getitem__) for row in table]
    back = [max(range(len(table)), key=lambda at: table[at][place]) for place in range(len(theirs))]
    return {
        (one.sentences[at].id, other.sentences[place].id)
        for at, place in enumerate(best)
        if back[place] == at and table[at][place] > 0
    }


def _differences(story: Story, copies: dict[str, Copy], articles: dict[str, Article], tally: Tally) -> None:
    faults = {(file, at): kind for file, copy in copies.items() for at, kind in copy.faults.items()}
    places = {file: _places(copy, articles[file]) for file, copy in copies.items()}
    flagged = {
        (one.place.article, places[one.place.article].get(one.place.sentence, -1)): one
        for one in story.differences
        if one.severity in ("critical", "major")
    }
    minor = {(one.place.article, places[one.place.article].get(one.place.sentence, -1)) for one in story.differences}
    for (file, at), kind in faults.items():
        text = next(
            (s for s, place in zip(copies[file].sentences, copies[file].places, strict=True) if place == at), ""
        )
        tally.add(f"differences recalled, {kind}", (file, at) in minor, f"{file} {text}")
        tally.add("differences recalled, all", (file, at) in minor, kind)
    for place, one in flagged.items():
        tally.add(
            "differences flagged rightly", place in faults, f"{place} {one.kind} {one.says!r} / {one.others_say!r}"
        )


def _said(story: Story, row: dict[str, Any], copies: dict[str, Copy], tally: Tally) -> None:
    clean = {file for file, copy in copies.items() if copy.kind == "clean"}
    for at, speaker in row["quotes"].items():
        words = re.search('"([^"]+)"', row["sentences"][at])
        assert words is not None
        said = words[1].strip(" ,")
        for file in clean:
            found = [one for one in story.quotes if one.place.article == file and one.words.strip(" ,") == said]
            right = any(one.speaker and (speaker in one.speaker or one.speaker in speaker) for one in found)
            tally.add("quotes with their speaker", right, f"{file} {speaker}: {[one.speaker for one in found]}")
    figures = {(one.value, one.unit, one.period) for one in story.figures}
    for value, unit, period in row["figures"]:
        near = [one for one in figures if one[0] == value]
        tally.add(
            "figures with unit and period",
            (value, unit, period) in figures,
            f"{row['id']} {value} {unit} {period}: {near}",
        )


def many(count: int) -> None:
    """The processor time for `count` articles, four copies of each story, and for half of them."""
    times = []
    for size in (count // 2, count):
        pages = list(_pile(size))
        began = time.process_time()
        articles = [read_article(page, file) for file, page in pages]
        read = time.process_time() - began
        stories = tell_stories(articles)
        times.append(time.process_time() - began)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print(f"{size} articles: {len(stories)} stories, {times[-1]:.1f} core s ({read:.1f} reading), {most:.2f} GiB")
    print(f"twice the articles take {times[1] / times[0]:.2f} times as long")


def _pile(count: int) -> Iterator[tuple[str, bytes]]:
    """Flat-text copies of stories whose telling words are their own."""
    draw = random.Random(7)
    flat = -(-count // 4)
    for number in range(flat):
        row = STORIES[number % len(STORIES)]
        sentences = _renamed(row["sentences"], number)
        copies = [one for one in copies_of(f"s{number}", sentences, draw) if one.file.endswith("txt")]
        yield from ((one.file, one.page.encode()) for one in copies)


def _renamed(sentences: Sequence[str], number: int) -> list[str]:
    """The same sentences with the names and words of another story: syllables by the number."""
    draw = random.Random(number)
    made: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        if found[0] not in made:
            tail = "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(3))
            made[found[0]] = tail.capitalize() if found[0][0].isupper() else tail
        return made[found[0]]

    return [re.sub(r"\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Za-z]{4,}\b", other, one) for one in sentences]


if __name__ == "__main__":
    sys.exit(main())
