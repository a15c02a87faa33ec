"""Every name and every number of every live list, asked for: each has to find the entry it belongs to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from brightline.names.scores import weight_of
from brightline.screen.edition import Edition, OpenList
from brightline.screen.match import matches
from brightline.terms import Identifier, Query

AT_ONCE = 100  # questions asked together
NAME, NUMBER = "name", "number"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: a name as the list prints it, or a number alone, and the entry that has to be found."""

    list: str
    entry: str
    schema: str
    kind: str  # of a name: primary, alias, weak, former, original; of a number: its scheme
    name: str = ""
    scheme: str = ""
    number: str = ""
    countries: tuple[str, ...] = ()  # of a number: where it was given, else where the entry is

    @property
    def what(self) -> str:
        """NAME or NUMBER."""
        return NAME if self.name else NUMBER

    @property
    def written(self) -> str:
        """What was asked for, as the list prints it."""
        return self.name or self.number


Ask = Callable[[Sequence[Asked]], Sequence[frozenset[tuple[str, str]]]]  # lists and entries found, for each question


@dataclass(slots=True)
class Counted:
    """What came of one list. `lost`: the questions whose entry was not found."""

    asked: dict[str, int] = field(default_factory=lambda: {NAME: 0, NUMBER: 0})
    lost: list[Asked] = field(default_factory=list)


def questions(one: OpenList, one_in: int = 1) -> Iterator[Asked]:
    """Every name and number of a list; with `one_in` those of one in so many entries, drawn by the entry's own id."""
    for entity in one.entities:
        if _drawn(f"{one.version.list} {entity.entry}", one_in):
            about = one.version.list, entity.entry, entity.schema
            yield from (Asked(*about, each.kind, name=each.value) for each in entity.names if each.value.strip())
            for each in entity.identifiers:
                given = (each.country,) if each.country else entity.countries
                yield Asked(*about, each.scheme, "", each.scheme, each.value, given)


def ask_all(edition: Edition, ask: Ask, one_in: int = 1) -> dict[str, Counted]:
    """What came of each list of the edition, asked in parts of AT_ONCE."""
    told: dict[str, Counted] = {}
    for one in edition.lists:
        counted = told[one.version.list] = Counted()
        waiting = questions(one, one_in)
        while some := list(islice(waiting, AT_ONCE)):
            for question, found in zip(some, ask(some), strict=True):
                counted.asked[question.what] += 1
                if (question.list, question.entry) not in found:
                    counted.lost.append(question)
    return told


def asking(edition: Edition) -> Ask:
    """Asks the engine in this process, at the policy's threshold."""
    least = weight_of(edition.policy.candidate_score)

    def ask(some: Sequence[Asked]) -> Sequence[frozenset[tuple[str, str]]]:
        return [
            frozenset((one.list, one.entry) for one in matches(query_of(question), edition.lists, least))
            for question in some
        ]

    return ask


def query_of(asked: Asked) -> Query:
    """The question as the engine takes it: a number alone says nothing of a name."""
    numbers = (Identifier(asked.scheme, asked.number),) if asked.number else ()
    return Query(asked.name, asked.schema, asked.countries, identifiers=numbers)


def _drawn(name: str, one_in: int) -> bool:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % one_in == 0
