"""Measures how words of other scripts come to Latin letters. Run: python bench/names/scripts.py [misses]

For each labelled pair of one word in Latin and in another script: whether the sounds are equal, or one slip apart, in
some reading. The pairs of Wikidata (NETransliteration-COLING2018) are mostly foreign names as each script spells them;
the Cyrillic aliases of Regulation (EU) 269/2014 are the names that matter here. Needs the data folder.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from loading import DATA, rows_of
from rapidfuzz.distance import OSA

from brightline.names.read import Name, read_name
from brightline.names.words import Word, word_of
from brightline.text.scripts import main_script

WIKIDATA = ("russian", "arabic", "chinese")
EVERY = 7  # one pair in so many is measured


def sounds(name: Name) -> str:
    """The sounds of all words in one."""
    return "".join([word.sound for word in name.words])


def grade(latin: str, other: str) -> str:
    """equal, one slip, or other: the best of all readings."""
    best = 9
    for ours in read_name(latin, True):
        for theirs in read_name(other, True):
            by_key = [word.key for word in ours.words] == [word.key for word in theirs.words]
            best = 0 if by_key else min(best, OSA.distance(sounds(ours), sounds(theirs)))
    return ("equal", "one slip")[best] if best < 2 else "other"


def wikidata(script: str) -> Iterator[tuple[str, str]]:
    """Pairs of one word in Latin and in the other script."""
    text = gzip.decompress((DATA / f"names/translit/wd_{script}_16.tsv.gz").read_bytes()).decode()
    for at, line in enumerate(text.splitlines()):
        latin, other, _ = line.split("\t")
        if at % EVERY == 0:
            yield latin, other.replace(" ", "")


def eu_names(schema: str) -> Iterator[tuple[str, str]]:
    """A Latin name and its first Cyrillic alias."""
    for row in rows_of("eu/consolidated/32014R0269.csv.gz"):
        aliases = [re.sub(r"[()]", " ", one) for one in row["alias"].split(";")]
        cyrillic = [one for one in aliases if main_script(one) == "cyrillic"]
        if (row["schema"] == "Person") == (schema == "Person") and cyrillic:
            yield (
                re.sub(r"[()]", " ", row["name"]),
                " ".join([word for word in cyrillic[0].split() if main_script(word) != "latin"]),
            )


def related(ours: Word, theirs: Word) -> bool:
    """Whether two words are one, sound or mean one, or are a slip apart."""
    return ours.key == theirs.key or OSA.distance(ours.sound, theirs.sound, score_cutoff=1) <= 1


def words_met(schema: str) -> tuple[int, int, list[str]]:
    """How many Cyrillic words meet a word of the Latin name, of how many, and those that do not."""
    met, misses = [0, 0], []
    for latin, cyrillic in eu_names(schema):
        names = read_name(latin, schema == "Person")
        ours = [word for name in names for word in name.words]
        ours += [word_of(join.sound, join.sound) for name in names for join in name.joins]
        best: tuple[int, int, list[str]] | None = None
        for name in read_name(cyrillic, schema == "Person"):
            lost = [word.plain for word in name.words if not any(related(word, one) for one in ours)]
            if best is None or len(lost) < len(best[2]):
                best = (len(name.words) - len(lost), len(name.words), lost)
        if best:
            met = [met[0] + best[0], met[1] + best[1]]
            misses += [f"{latin} / {cyrillic} / {' '.join(best[2])}"] if best[2] else []
    return met[0], met[1], misses


def share(part: int, whole: int) -> str:
    """A share in per cent."""
    return f"{part:>6} of {whole} = {part * 100 / max(whole, 1):.1f} %"


def show(label: str, pairs: Iterable[tuple[str, str]], misses: bool) -> None:
    """Print the grades of pairs."""
    graded = [(grade(*pair), pair) for pair in pairs]
    counts = Counter(one for one, _ in graded)
    print(f"{label:10} equal {share(counts['equal'], len(graded))}; one slip {counts['one slip'] / len(graded):.1%}")
    if misses:
        for one, pair in graded[:: max(1, len(graded) // 400)]:
            if one != "equal":
                print("   ", one, *pair, *["".join([w.plain for w in n.words]) for n in read_name(pair[1], True)])


def main(arguments: list[str]) -> None:
    """Print all figures; with `misses` also pairs that fail."""
    for script in WIKIDATA:
        show(script, wikidata(script), "misses" in arguments)
    for schema in ("Person", "Entity"):
        met, all_words, lost = words_met(schema)
        print(f"EU 269/2014 {schema}: words met {share(met, all_words)}; names with a word lost: {len(lost)}")
        if "misses" in arguments:
            print("\n".join(lost[:150]))


if __name__ == "__main__":
    main(sys.argv[1:])
