"""Makes src/brightline/names/words.tsv: how common words are in the names of public lists.

Run: python bench/names/make_weights.py > src/brightline/names/words.tsv
A word's weight is ln(entities / entities that hold it), in thousandths, from the list where it is commonest; only words
that are commoner than their length suggests are written, so a word in no list keeps the weight of a rare word.
"""

from __future__ import annotations

from collections import Counter
from math import log

from loading import entities_of

from brightline.names.read import read_name
from brightline.names.weights import weights
from brightline.names.words import word_tables

SOURCES = {
    "OFAC SDN with aliases 2023-12-28": [
        "ofac/set_2023-12-28/sdn.csv.gz",
        "ofac/set_2023-12-28/alt.csv.gz",
        "ofac/set_2023-12-28/add.csv.gz",
        "ofac/set_2023-12-28/sdn_comments.csv",
    ],
    "US CSL 2022-05-16": ["us_csl/consolidated_2022-05.csv.gz"],
    "UN 2026-02-27": ["un/consolidated_2026-02-27.xml.gz"],
    "EU 269/2014": ["eu/consolidated/32014R0269.csv.gz"],
    "EU 833/2014": ["eu/consolidated/32014R0833.csv.gz"],
}
FEWEST = 6
LEAST = 900


def counted(names: list[str]) -> tuple[Counter[str], int]:
    """In how many entities each word's key occurs, and how many entities there are."""
    counts: Counter[str] = Counter()
    entities = entities_of(*names)
    for entity in entities:
        keys = set()
        for listed in entity.names:
            for name in read_name(listed.value, entity.schema == "Person"):
                keys.update(word.key for word in name.words)
        counts.update(keys)
    return counts, len(entities)


def main() -> None:
    """Print one row a word."""
    word_tables().weight.clear()  # so that a second run does not see the first one's result
    found: dict[str, int] = {}
    for names in SOURCES.values():
        counts, entities = counted(names)
        for key, count in counts.items():
            if count >= FEWEST:
                weight = max(LEAST, round(1000 * log(entities / count)))
                found[key] = min(weight, found.get(key, weight))
    print("# Counted weights of words, thousandths of a nat. Made by bench/names/make_weights.py from:")
    for name in SOURCES:
        print(f"# {name}")
    rare = weights().rare_word
    for key in sorted(found):
        if not key.startswith("=") and found[key] < rare[min(len(key.lstrip("~")), len(rare) - 1)]:
            print(f"{key}\t{found[key]}")


main()
