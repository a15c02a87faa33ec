"""Chooses pairs of one party from public lists for the gold set; the choice is seeded and free of our own comparing.

    python -m bench.names.make_gold      adds to bench/names/gold.csv what is not there yet

Two names of one entry are a fair pair where a person could see that they are one name: nearly every word has a partner.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from bench.names.gold_file import Row, add, new_row
from bench.names.loading import entities_of
from bench.names.plain_words import own_words, words
from rapidfuzz import fuzz

from brightline.terms import ListedEntity

SDN = tuple(f"ofac/set_2023-12-28/{part}" for part in ("sdn.csv.gz", "alt.csv.gz", "add.csv.gz", "sdn_comments.csv"))
EU_ACTS = ("32014R0269", "32006R0765", "32014R0833")
# Found unfair by eye: the other name is another name altogether, or is spoiled on the list itself.
UNFAIR = (
    *("EU 269/2014 I.PERSONS/903", "EU 269/2014 I.ENTITIES/10", "EU 269/2014 I.ENTITIES/586"),
    "EU 269/2014 I.ENTITIES/200",
    *("EU 833/2014 IV/120", "EU 833/2014 IV/38", "EU 833/2014 IV/639", "EU 833/2014 IV/714", "UN 2026-02-27 IQi.050"),
    *("UN 2026-02-27 TAi.034", "SDN 2023-12-28 11297", "SDN 2023-12-28 18631", "SDN 2023-12-28 35316"),
    *("CSL 2022-05-16 2b3d44cd435af2", "CSL 2022-05-16 e11c37565e05a7"),
)
CYRILLIC, ARABIC, HAN = "а-яёіїєґўА-ЯЁІЇЄҐЎ", "\u0600-\u06ff", "\u4e00-\u9fff"


def partners(name: str, other: str, least: int = 65) -> int:
    """How many words of the shorter name have a partner of their own in the other (per cent alike, at least)."""
    short, long = sorted((words(name), words(other)), key=len)
    found = 0
    for word in short:
        best = max(long, key=lambda one: fuzz.ratio(word, one), default="")
        if best and fuzz.ratio(word, best) >= least:
            long.remove(best)
            found += 1
    return found


def holds(name: str, letters: str) -> bool:
    """Whether a name has a letter of these."""
    return bool(re.search(f"[{letters}]", name))


def chosen(pairs: list[Row], count: int, seed: int) -> list[Row]:
    """So many of the pairs, one an entry, by a seeded draw."""
    one_each = {row.source: row for row in random.Random(seed).sample(pairs, len(pairs))}
    return sorted(one_each.values(), key=lambda row: row.source)[:: max(1, len(one_each) // count)][:count]


def _rows(
    entities: list[ListedEntity],
    source: str,
    kinds: tuple[str, ...],
    label: Callable[[str, str], tuple[str, str] | None],
) -> Iterator[Row]:
    """Primary name and each other name of an entry, where `label` gives the pair a category and a strength."""
    for entity in entities:
        for listed in entity.names[1:] if entity.schema in kinds else ():
            said = label(entity.names[0].value, listed.value) if listed.kind != "weak" else None
            if said and listed.value != entity.names[0].value:
                names = (entity.names[0].value, listed.value)
                yield new_row(*said, entity.schema, names, True, f"{source} {entity.entry[:14]}", "")


def person_across_scripts(name: str, other: str) -> tuple[str, str] | None:
    """A person's Latin name and the same in Cyrillic or Arabic letters, word for word."""
    if re.search("[(,;/]", name + other):
        return None
    if holds(other, ARABIC):
        fair = 2 <= len(words(name)) <= 7 and abs(len(words(name)) - len(words(other))) <= 2
        return ("person-arabic", "medium") if fair else None
    if not holds(other, CYRILLIC) or len(words(name)) != len(words(other)):
        return None
    if holds(other, "iI"):
        return "person-homoglyph", "medium"
    if re.search("[ўЎ]|віч|Аляк|Дзм|Мікал|Уладз|Андрэй|Сяргей", other):
        return "person-cyrillic-be", "medium"
    if holds(other, "іїєґІЇЄҐ"):
        return "person-cyrillic-uk", "medium"
    if re.search("Aliak|Uladz|Siarh|Yauh|Dzm|Mikal|[ao]u\b|auna|euna|Ihar|Aleh|Andrei .*avich|Tats|Viach", name, re.I):
        return "person-other-language", "medium"
    return "person-cyrillic-ru", "strong"


def person_in_latin(name: str, other: str) -> tuple[str, str] | None:
    """Two Latin spellings of a person's name: another romanisation, or a part more."""
    if not (name + other).isascii() or min(len(words(name)), len(words(other))) < 2 or words(name) == words(other):
        return None
    short = min(len(words(name)), len(words(other)))
    if partners(name, other) < short:
        return None
    strength = "medium" if partners(name, other, 78) == short else "weak"
    gap = abs(len(words(name)) - len(words(other)))
    if not gap:
        same = sorted(words(name)) == sorted(words(other))
        return ("person-order", "strong") if same else ("person-romanisation", strength)
    return ("person-part-more", strength) if gap == 1 else None


def company_across_scripts(name: str, other: str) -> tuple[str, str] | None:
    """A firm's name in Latin letters and in its own script."""
    if not holds(other, CYRILLIC + ARABIC + HAN) or holds(name, CYRILLIC + ARABIC + HAN):
        return None
    short = len(other) < 12 or len(words(other)) * 2 <= len(words(name))
    return None if short else ("company-own-script", "weak" if len(words(name)) > 7 else "medium")


def company_in_latin(name: str, other: str) -> tuple[str, str] | None:
    """Two Latin names of a firm that share most of their words."""
    if not (name + other).isascii() or words(name) == words(other):
        return None
    bare = [sorted(own_words(one)) for one in (name, other)]
    if bare[0] and bare[0] == bare[1]:
        return "company-legal-form", "strong"
    most = max(len(words(name)), len(words(other)))
    found = partners(name, other, 70)
    if found == min(len(words(name)), len(words(other))) and most - found <= 1 and most > 1:
        return "company-alias", "medium"
    return ("company-alias-loose", "weak") if found >= 2 and found * 3 >= most * 2 else None


PERSONS, FIRMS = ("Person",), ("Company", "Organization", "LegalEntity")


def from_lists() -> Iterator[Row]:
    """Every chosen pair."""
    eu = {act: entities_of(f"eu/consolidated/{act}.csv.gz") for act in EU_ACTS}
    acts = {"32014R0269": "EU 269/2014", "32006R0765": "EU 765/2006", "32014R0833": "EU 833/2014"}
    un, sdn = entities_of("un/consolidated_2026-02-27.xml.gz"), entities_of(*SDN)
    csl = [one for one in entities_of("us_csl/consolidated_2022-05.csv.gz") if not one.entry.isdigit()]
    for act, count in (("32014R0269", 190), ("32006R0765", 80)):
        yield from chosen(list(_rows(eu[act], acts[act], PERSONS, person_across_scripts)), count, 11)
        yield from chosen(list(_rows(eu[act], acts[act], PERSONS, person_in_latin)), 40, 12)
    for act, count in (("32014R0269", 70), ("32014R0833", 60)):
        yield from chosen(list(_rows(eu[act], acts[act], FIRMS, company_across_scripts)), count, 13)
        yield from chosen(list(_rows(eu[act], acts[act], FIRMS, company_in_latin)), 35, 14)
    yield from chosen(list(_rows(un, "UN 2026-02-27", PERSONS, person_across_scripts)), 60, 15)
    yield from chosen(list(_rows(un, "UN 2026-02-27", PERSONS, person_in_latin)), 50, 16)
    yield from chosen(list(_rows(sdn, "SDN 2023-12-28", PERSONS, person_in_latin)), 90, 17)
    yield from chosen(list(_rows(sdn, "SDN 2023-12-28", FIRMS, company_in_latin)), 110, 18)
    yield from chosen(list(_rows(csl, "CSL 2022-05-16", FIRMS, company_in_latin)), 60, 19)


if __name__ == "__main__":
    print(f"{add(row for row in from_lists() if row.source not in UNFAIR)} pairs added")
