"""Measures matching on real and labelled names and prints the figures. Run: python bench/names/measure.py [part ...]

Parts: negatives, un, aliases, eu, pairs. Needs the data folder (../shared/data or BRIGHTLINE_SHARED_DATA).
"""

from __future__ import annotations

import csv
import random
import sys
import time
from collections.abc import Callable, Sequence

from loading import DATA, entities_of, rows_of

from brightline.names.index import NameIndex, build
from brightline.names.pairs import score_pair
from brightline.names.scores import SHIPPED_THRESHOLD, SURE, weight_of
from brightline.terms import Query

SDN = "ofac/sdn_2024-07-02.csv.gz"
SHARES = (0.3, 0.5, 0.6, SHIPPED_THRESHOLD, 0.8, SURE)


def index_of(*names: str) -> NameIndex:
    """An index of one list, with the time it took."""
    entities = entities_of(*names)
    begun = time.perf_counter()
    frozen = build(entities)
    took = time.perf_counter() - begun
    begun = time.perf_counter()
    index = NameIndex.from_bytes(frozen, entities)
    opened = time.perf_counter() - begun
    print(
        f"index of {names[0]}: {len(entities)} entities, built in {took:.1f} s, "
        f"{len(frozen):,} bytes, opened in {opened * 1e3:.1f} ms"
    )
    return index


def shares(scores: Sequence[float]) -> str:
    """How many of the scores reach each of a few thresholds."""
    return "  ".join(f">={at}: {sum(score >= at for score in scores) / max(1, len(scores)):.2%}" for at in SHARES)


def negatives() -> None:
    """Invented benign names against the SDN: how many queries alert, and how fast."""
    index = index_of(SDN)
    rows = random.Random(1).sample(rows_of("names/yente_negatives_us.csv.gz"), 2000)
    scores, times = [], []
    for row in rows:
        begun = time.perf_counter()
        found = index.find(Query(row["full_name"], "Person"), weight_of(SHIPPED_THRESHOLD))
        times.append(time.perf_counter() - begun)
        scores.append(found[0].score if found else 0.0)
        if found:
            print("   alert:", row["full_name"], "|", found[0].name, found[0].score)
    times.sort()
    rate = len(times) / sum(times)
    alerting = sum(score > 0 for score in scores) / len(scores)
    print(
        f"negatives: {alerting:.2%} of {len(rows)} queries alert; {rate:.0f} names/s, "
        f"p50 {times[len(times) // 2] * 1e3:.2f} ms, p99 {times[len(times) * 99 // 100] * 1e3:.2f} ms"
    )


def un() -> None:
    """UN-listed persons, clean and damaged, against the UN list of 2026: those still listed must be found."""
    index = index_of("un/consolidated_2026-02-27.xml.gz")
    clean, damaged = rows_of("names/yente_positives_un_untreated.csv"), rows_of("names/yente_positives_un_treated.csv")
    scores, right = [], 0
    for plain, treated in zip(clean, damaged, strict=True):
        truth = index.find(Query(plain["full_name"], "Person"), weight_of(0.72))
        if not truth:
            continue
        wanted = {one.entry for one in truth if one.weight == truth[0].weight}
        found = index.find(Query(treated["full_name"], "Person"), weight_of(0.3))
        scores.append(max([one.score for one in found if one.entry in wanted], default=0.0))
        right += bool(found) and found[0].entry in wanted
        if scores[-1] < SHIPPED_THRESHOLD:
            print("   miss:", plain["full_name"], "|", treated["full_name"], "|", truth[0].name, scores[-1])
    print(f"UN damaged: {len(scores)} of {len(clean)} still listed; right entry first {right / len(scores):.2%}")
    print(f"   {shares(scores)}")


def aliases() -> None:
    """Each strong alias of the SDN of 2023-12-28 against its entry's primary name, the alias left out of the list."""
    parts = ("sdn.csv.gz", "alt.csv.gz", "add.csv.gz", "sdn_comments.csv")
    entities = entities_of(*[f"ofac/set_2023-12-28/{part}" for part in parts])
    for kinds in (("Person",), ("Company", "Organization"), ("Vessel", "Airplane")):
        scores = [
            score_pair(entity.schema, listed.value, entity.names[0].value).score
            for entity in entities
            if entity.schema in kinds
            for listed in entity.names[1:]
            if listed.kind == "alias"
        ]
        print(f"SDN strong alias against primary, {'/'.join(kinds)} ({len(scores)}): {shares(scores)}")


def _cyrillic(text: str) -> bool:
    return any("а" <= letter.lower() <= "я" for letter in text)


def eu() -> None:
    """EU 269/2014: the Cyrillic aliases of each entry against its Latin names, and against the next entry's."""
    entities = entities_of("eu/consolidated/32014R0269.csv.gz")
    for kinds in (("Person",), ("Organization", "Company", "LegalEntity")):
        group = [entity for entity in entities if entity.schema in kinds]
        same, other = [], []
        for entity, following in zip(group, group[1:] + group[:1], strict=True):
            for listed in entity.names[1:]:
                if _cyrillic(listed.value):
                    best = max(
                        (
                            score_pair(entity.schema, listed.value, n.value).score
                            for n in entity.names
                            if not _cyrillic(n.value)
                        ),
                        default=0.0,
                    )
                    same.append(best)
                    other.append(score_pair(entity.schema, listed.value, following.names[0].value).score)
                    if best < 0.3 and len(same) % 10 == 0:
                        print("   miss:", listed.value, "|", entity.names[0].value, best)
        print(f"EU 269/2014 Cyrillic alias against Latin names, {'/'.join(kinds)} ({len(same)}): {shares(same)}")
        print(f"   against the next entry: {shares(other)}")


def pairs() -> None:
    """The cross-script pairs of Watchman."""
    text = (DATA / "names/watchman_cross_script_pairs.csv").read_text(encoding="utf-8")
    scores = []
    for row in csv.reader(line for line in text.splitlines() if line and not line.startswith("#")):
        scores.append(score_pair("Person", row[0], row[1]).score)
        print(f"   {row[0]} | {row[1]}: {scores[-1]}")
    print(f"Watchman cross-script pairs ({len(scores)}): {shares(scores)}")


PARTS: dict[str, Callable[[], None]] = {"negatives": negatives, "un": un, "aliases": aliases, "eu": eu, "pairs": pairs}


def main(wanted: Sequence[str]) -> None:
    """Run the parts asked for, all by default."""
    for name, part in PARTS.items():
        if not wanted or name in wanted:
            part()


if __name__ == "__main__":
    main(sys.argv[1:])
