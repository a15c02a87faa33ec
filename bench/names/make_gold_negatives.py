"""Chooses pairs of two parties with names alike from public lists for the gold set: the hard negatives.

    python -m bench.names.make_gold_negatives      adds to bench/names/gold.csv what is not there yet

Both names stand on one list as two entries, and no other name of the one is near a name of the other.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from bench.names.gold_file import Row, add, new_row
from bench.names.loading import entities_of, rows_of
from bench.names.make_gold import CYRILLIC, EU_ACTS, FIRMS, SDN, chosen, holds
from bench.names.plain_words import own_words, words
from rapidfuzz import fuzz, process

from brightline.terms import ListedEntity, ListedName

Key = Callable[[Sequence[str]], object]


def person_parts(name: str) -> list[str]:
    """Given name, other parts, family name last, in small letters."""
    if "," in name:
        last, _, first = name.partition(",")
        return [*words(first), " ".join(words(last))]
    return words(name)


GENERIC = frozenset(
    [
        "trading",
        "general",
        "technology",
        "technologies",
        "industries",
        "industry",
        "group",
        "service",
        "services",
        "systems",
        "plant",
        "research",
        "institute",
        "design",
        "bureau",
        "electronics",
        "international",
        "development",
        "production",
        "association",
        "scientific",
        "exchange",
        "investment",
        "construction",
        "shipping",
        "holding",
        "holdings",
        "channel",
        "tv",
        "offshore",
        "aviation",
        "engineering",
        "equipment",
        "bank",
        "center",
        "special",
        "constructora",
        "inversiones",
        "state",
        "federal",
        "middle",
        "east",
        "joint",
        "stock",
        "limited",
        "liability",
        "electronic",
        "oil",
    ]
)
# Seen by eye: one party that stands on its list twice, or no name.
SAME_AFTER_ALL = (
    *("So called", "So-called", "Poly Technologies Inc.", "LLC Center", "Krasnoyarsk machine-building plant"),
    *("Affiliated Entity", "Odyssey General Trading", "Scientific Studies and Research Center", "Ministry of Defence"),
    *(
        "SPLENDENT",
        "Naris Lekhakul",
        "POURAN",
        "KAWTHAR",
        "MARTYRS FOUNDATION",
        "Sanar 1",
        "FU YUAN YU 86",
        "FU YUAN YU 78",
    ),
    *("Huawei Technology", "Tsim Sha Tsui", "ROJAS", "Shangai", "Shahid Bakeri", "LDI SOLUTIONS"),
)


def two_parties(one: ListedEntity, other: ListedEntity) -> bool:
    """Whether no name of the one is nearly a name of the other."""
    if any(name in each.names[0].value for each in (one, other) for name in SAME_AFTER_ALL):
        return False
    return all(
        fuzz.token_sort_ratio(" ".join(words(mine.value)), " ".join(words(theirs.value))) < 96
        for mine in one.names
        for theirs in other.names
    )


def sharing(persons: list[ListedEntity], key: Key, other: Key, category: str, strength: str, source: str) -> list[Row]:
    """Pairs of persons whose names agree in `key` and plainly differ in `other`."""
    groups: dict[object, list[ListedEntity]] = defaultdict(list)
    for person in persons:
        parts = person_parts(person.names[0].value)
        if 2 <= len(parts) <= 3 and all(len(part) > 2 for part in parts):
            groups[key(parts)].append(person)
    rows = []
    for group in groups.values():
        for one, two in combinations(group, 2):
            differ = [str(other(person_parts(each.names[0].value))) for each in (one, two)]
            if fuzz.ratio(*differ) < 60 and two_parties(one, two):
                names = [set(person_parts(each.names[0].value)) for each in (one, two)]
                kin = category == "person-given-differs" and len(names[0] & names[1]) > 1
                rows.append(_negative(category, "medium" if kin else strength, one, two, source))
    return rows


def _negative(category: str, strength: str, one: ListedEntity, two: ListedEntity, source: str) -> Row:
    names = (one.names[0].value, two.names[0].value)
    return new_row(
        category, strength, one.schema, names, False, f"{source} {one.entry[:14]}", f"other entry: {two.entry[:14]}"
    )


def near(entities: list[ListedEntity], scorer: Callable[..., float], least: int, source: str) -> list[Row]:
    """Pairs of entries whose primary names a plain scorer finds near, named by what differs."""
    names = [" ".join(bare_words(entity)) for entity in entities]
    rows = []
    for at, name in enumerate(names):
        if len(name) < 4:
            continue
        for _, _, place in process.extract(name, names[at + 1 :], scorer=scorer, score_cutoff=least, limit=2):
            one, two = entities[at], entities[at + 1 + place]
            said = difference(one, two)
            if said and two_parties(one, two):
                rows.append(_negative(*said, one, two, source))
    return rows


def bare_words(entity: ListedEntity) -> list[str]:
    """The words of the primary name without legal forms."""
    return own_words(entity.names[0].value)


def difference(one: ListedEntity, two: ListedEntity) -> tuple[str, str] | None:
    """What sets two near names apart, as category and strength; None where a person would not be sure they are two."""
    kind = {"Person": "person", "Vessel": "vessel", "Airplane": "vessel"}.get(one.schema, "company")
    bare = [bare_words(one), bare_words(two)]
    left = [[word for word in bare[side] if word not in bare[1 - side]] for side in (0, 1)]
    if not (left[0] or left[1]) or (kind == "company" and min(len(bare[0]), len(bare[1])) < 2):
        return None
    numbers = [sum(bool(re.search(r"\d", word)) for word in side) for side in left]
    if any(numbers) and (all(numbers) or numbers == [len(left[0]), len(left[1])]):
        return f"{kind}-number-differs", "strong" if all(numbers) else "medium"
    if not left[0] or not left[1]:
        return f"{kind}-one-inside-other", "weak"
    alike = max(fuzz.ratio(mine, theirs) for mine in left[0] for theirs in left[1])
    if alike >= 75 and len(left[0]) == len(left[1]) == 1:
        return None if kind == "person" else (f"{kind}-one-letter-other", "weak")
    strong = alike < 40 and kind == "company" and {*bare[0]} & {*bare[1]} <= GENERIC and len(bare[0]) < 5
    return f"{kind}-word-differs", "strong" if strong else "medium"


def other_script(persons: list[ListedEntity], pairs: list[Row], source: str) -> list[Row]:
    """The pairs again, the second name in the Cyrillic form that stands on the list."""
    written = {
        person.names[0].value: name.value
        for person in persons
        for name in person.names
        if holds(name.value, CYRILLIC) and len(name.value) * 2 > len(person.names[0].value)
    }
    return [
        new_row(row.category, row.strength, row.schema, (row.name1, written[row.name2]), False, row.source, row.reason)
        for row in pairs
        if row.name2 in written
    ]


SHARED: tuple[tuple[Key, Key, str, str], ...] = (
    (lambda parts: parts[-1], lambda parts: parts[0], "person-given-differs", "strong"),
    (lambda parts: tuple(parts[:-1]), lambda parts: parts[-1], "person-surname-differs", "strong"),
    (
        lambda parts: (parts[0], parts[-1], len(parts)) if len(parts) == 3 else object(),
        lambda parts: parts[1],
        "person-patronymic-differs",
        "medium",
    ),
)


def _persons(entities: list[ListedEntity], source: str, count: int, seed: int) -> Iterator[Row]:
    persons = [entity for entity in entities if entity.schema == "Person"]
    for key, other, category, strength in SHARED:
        pairs = sharing(persons, key, other, category, strength, source)
        if category == "person-patronymic-differs":
            pairs = [row for row in pairs if re.search("vi?ch|vna|vyh", row.name1)]
        yield from chosen(pairs, count, seed)
        yield from chosen(
            other_script(persons, random.Random(seed).sample(pairs, len(pairs)), source), count // 2, seed
        )


FEWER = ("one-letter-other", "one-inside-other")  # often open to doubt


def _by_category(rows: list[Row], count: int, seed: int) -> Iterator[Row]:
    """So many of each category, of the doubtful ones half."""
    for category in sorted({row.category for row in rows}):
        most = count // 2 if category.endswith(FEWER) else count
        yield from chosen([row for row in rows if row.category == category], most, seed)


def _registered() -> list[ListedEntity]:
    """Companies of the GLEIF register, as entities."""
    return [
        ListedEntity("gleif", row["LEI"], "Company", (ListedName(row["Entity.LegalName"], "primary"),))
        for row in rows_of("ownership/gleif_level1_2000rows_2021-04.csv.gz")
        if row["Entity.LegalName"].isascii()
    ]


def from_lists() -> Iterator[Row]:
    """Every chosen pair of two parties."""
    sdn, un = entities_of(*SDN), entities_of("un/consolidated_2026-02-27.xml.gz")
    eu = {act: entities_of(f"eu/consolidated/{act}.csv.gz") for act in EU_ACTS}
    csl = [one for one in entities_of("us_csl/consolidated_2022-05.csv.gz") if not one.entry.isdigit()]
    yield from _persons(sdn, "SDN 2023-12-28", 60, 21)
    yield from _persons(eu["32014R0269"], "EU 269/2014", 75, 22)
    for entities, source in ((un, "UN 2026-02-27"), (sdn, "SDN 2023-12-28")):
        people = [entity for entity in entities if entity.schema == "Person"]
        people = random.Random(23).sample(people, min(len(people), 2000))
        yield from _by_category(near(people, fuzz.token_set_ratio, 78, source), 25, 24)
    for entities, source in (
        (sdn, "SDN 2023-12-28"),
        (csl, "CSL 2022-05-16"),
        (eu["32014R0269"], "EU 269/2014"),
        (eu["32014R0833"], "EU 833/2014"),
    ):
        firms = [entity for entity in entities if entity.schema in FIRMS]
        firms = random.Random(25).sample(firms, min(len(firms), 1500))
        pairs = near(firms, fuzz.token_set_ratio, 68, source)
        yield from _by_category(pairs, 32, 26)
        yield from _by_category(other_script(firms, pairs, source), 30, 28)
    yield from _by_category(near(_registered(), fuzz.token_set_ratio, 80, "GLEIF 2021-04"), 40, 29)
    for entities, source in ((sdn, "SDN 2023-12-28"), (eu["32014R0833"], "EU 833/2014")):
        vessels = [entity for entity in entities if entity.schema == "Vessel"]
        yield from _by_category(near(vessels, fuzz.ratio, 72, source), 25, 27)


if __name__ == "__main__":
    print(f"{add(from_lists())} pairs added")
