"""Whether a name written differently still finds its listed entry: all names in the list, and some left out."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from bench.names.loading import entities_of, rows_of
from bench.names.make_gold import SDN
from bench.names.mangle import mangle
from bench.table import Row

from brightline.names.compare import compare
from brightline.names.index import NameIndex, build
from brightline.names.scores import SHIPPED_THRESHOLD, weight_of
from brightline.terms import Candidate, ListedEntity, ListedName, Query

UN = "un/consolidated_2026-02-27.xml.gz"
EU = "eu/consolidated/32014R0269.csv.gz"
STRONG = ("alias", "former")
KINDS = {"persons": ("Person",), "firms": ("Company", "Organization", "LegalEntity"), "vessels": ("Vessel", "Airplane")}
MISSES_SHOWN = 40


def cyrillic(text: str) -> bool:
    """Whether a name has a Cyrillic letter."""
    return any("а" <= letter.lower() <= "я" for letter in text)


def index_of(entities: list[ListedEntity]) -> NameIndex:
    """The index of a list's names."""
    return NameIndex.from_bytes(build(entities), entities)


def _asked(index: NameIndex, name: str, schema: str) -> Sequence[Candidate]:
    """The candidates of a name at the shipped threshold, best first."""
    return index.find(Query(name, schema), weight_of(SHIPPED_THRESHOLD))


def _share(name: str, found: list[bool], target: float | None = None) -> Row:
    """A share as a figure in per cent."""
    return Row(f"{name} ({len(found)})", 100 * sum(found) / max(1, len(found)), "%", target)


def _show(misses: Iterable[str], what: str) -> None:
    """Misses on standard error, the first of them."""
    for at, line in enumerate(misses):
        if at < MISSES_SHOWN:
            print(f"   {what}: {line}", file=sys.stderr)


def un_damaged() -> Iterator[Row]:
    """Persons once listed by the UN, their names damaged by others, against the list of 2026: those still listed."""
    index = index_of(entities_of(UN))
    clean, damaged = rows_of("names/yente_positives_un_untreated.csv"), rows_of("names/yente_positives_un_treated.csv")
    found, first, misses = [], [], []
    for plain, treated in zip(clean, damaged, strict=True):
        truth = _asked(index, plain["full_name"], "Person")
        if not truth:
            continue
        wanted = {one.entry for one in truth if one.weight == truth[0].weight}
        entries = [one.entry for one in _asked(index, treated["full_name"], "Person")]
        found.append(bool(wanted & set(entries)))
        first.append(bool(entries) and entries[0] in wanted)
        if not found[-1]:
            misses.append(f"{plain['full_name']} | {treated['full_name']}")
    _show(misses, "UN, missed")
    yield _share("UN persons still listed, name damaged: found", found, 99)
    yield _share("UN persons still listed, name damaged: first", first)


def damaged_aliases(entities: list[ListedEntity], wanted: Callable[[ListedName], bool], what: str) -> Iterator[Row]:
    """Each wanted name of a list with one fault, asked of the whole list."""
    index = index_of(entities)
    chance, misses = random.Random(41), []
    by_fault: dict[str, list[bool]] = defaultdict(list)
    for entity in entities:
        for listed in filter(wanted, entity.names):
            name, fault = mangle(listed.value, chance, entity.schema == "Person")
            found = any(one.entry == entity.entry for one in _asked(index, name, entity.schema))
            by_fault[fault].append(found)
            if not found:
                misses.append(f"{listed.value} | {name} ({fault})")
    _show(misses, f"{what}, missed")
    every = [found for told in by_fault.values() for found in told]
    yield _share(f"{what}, one fault, all names in the list: found", every, 99)
    for fault, told in sorted(by_fault.items()):
        yield _share(f"{what}, fault {fault}: found", told)


def left_out(
    entities: list[ListedEntity],
    wanted: Callable[[ListedName], bool],
    all_of_them: bool,
    what: str,
    target: float | None,
) -> Iterator[Row]:
    """Each wanted name asked of its own entry without that name, or without all wanted names.

    The index gives what comparing gives, so one comparison tells whether it would find the entry.
    """
    found: list[bool] = []
    misses = []
    for entity in entities:
        for listed in filter(wanted, entity.names):
            rest = tuple(one for one in entity.names if one is not listed and not (all_of_them and wanted(one)))
            if rest:
                query = Query(listed.value, entity.schema)
                weight = compare(query, replace(entity, names=rest)).weight
                found.append(weight >= weight_of(SHIPPED_THRESHOLD))
                if not found[-1]:
                    misses.append(f"{listed.value} | {rest[0].value}")
    if target is not None:
        _show(misses, f"{what}, missed")
    yield _share(f"{what}, left out of the list: found", found, target)


def of_kind(entities: list[ListedEntity], kind: str) -> list[ListedEntity]:
    """The entities of one kind: persons, firms, vessels."""
    return [entity for entity in entities if entity.schema in KINDS[kind]]


def sdn() -> Iterator[Row]:
    """The strong aliases and former names of the SDN of 2023-12-28."""
    entities = entities_of(*SDN)
    yield from damaged_aliases(entities, lambda name: name.kind in STRONG, "SDN aliases")
    for kind in KINDS:
        yield from left_out(
            of_kind(entities, kind), lambda name: name.kind in STRONG, False, f"SDN aliases, {kind}, each", None
        )
        yield from left_out(
            of_kind(entities, kind), lambda name: name.kind in STRONG, True, f"SDN aliases, {kind}, all", None
        )


def eu() -> Iterator[Row]:
    """The Cyrillic names of Regulation (EU) 269/2014."""
    entities = entities_of(EU)
    yield from damaged_aliases(entities, lambda name: cyrillic(name.value), "EU Cyrillic names")
    for kind, target in (("persons", 97.0), ("firms", None)):
        yield from left_out(
            of_kind(entities, kind), lambda name: cyrillic(name.value), True, f"EU Cyrillic names, {kind}, all", target
        )
