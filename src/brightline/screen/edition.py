"""The edition: lists, law, policy and engine together, under one name. Opening it reads; nothing here writes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import TypeVar

from brightline.law.book import LawBook
from brightline.lists.edition import FrozenList
from brightline.names.index import NameIndex
from brightline.names.mention import Mention, find_mentions
from brightline.nexus.institution import NOBODY, Institution
from brightline.ownership.book import OwnerBook, Register
from brightline.ownership.graph import OwnerGraph
from brightline.ownership.stated import stated_graph
from brightline.screen.engine import engine_digest
from brightline.screen.policy import Policy
from brightline.terms import Candidate, EditionNote, ListedEntity, ListVersion, OwnershipNode, Query

Question = TypeVar("Question")
Answered = TypeVar("Answered")


MOST_REMEMBERED = 20_000  # questions whose answers a process keeps: the same banks and customers come again and again


@dataclass(frozen=True, slots=True)
class OpenList:
    """One version of one list, open for look-ups: its note, its entities and the index over their names.

    The same question is answered once and remembered; the answer depends on nothing but the question and the list.
    """

    version: ListVersion
    entities: Sequence[ListedEntity]
    names: NameIndex
    stated: OwnerGraph | None = None  # what its entries state of owners; None: gathered when an edition is made
    _found: dict[tuple[Query, int], tuple[Candidate, ...]] = field(default_factory=dict, compare=False, repr=False)
    _mentioned: dict[tuple[str, float], tuple[Mention, ...]] = field(default_factory=dict, compare=False, repr=False)

    def register(self) -> Register:
        """What its entries state of who stands above and below them, as a register of owners."""
        graph = self.stated or OwnerGraph(memoryview(stated_graph(self.version, self.entities)))
        return Register(self.version.list, graph, found_by_name=False)

    def regime_of(self, entity: ListedEntity) -> str:
        """Whose measure it is: us, eu, uk, un, jp, …; the starter edition says of each entry whose list it restates."""
        if self.version.regime != "trial":
            return self.version.regime
        return dict(entity.kept).get("publisher_list", "")[:2]

    def find(self, query: Query, threshold: int) -> tuple[Candidate, ...]:
        """Entities that reach `threshold` (thousandths of a nat), best first."""
        return _remembered(self._found, (query, threshold), lambda: self.names.find(query, threshold))

    def entity(self, entry: str) -> ListedEntity | None:
        """The entity of a publisher's id; None where the list has none."""
        if isinstance(self.entities, FrozenList):
            place = self.entities.find_entry(entry)
            return self.entities[place] if place is not None else None
        return next((one for one in self.entities if one.entry == entry), None)

    def mentions(self, text: str, threshold: float) -> tuple[Mention, ...]:
        """Listed names in a free text whose score reaches `threshold`."""
        return _remembered(self._mentioned, (text, threshold), lambda: find_mentions(text, self.names, threshold))


def _remembered(kept: dict[Question, Answered], question: Question, ask: Callable[[], Answered]) -> Answered:
    answer = kept.get(question)
    if answer is None:
        if len(kept) >= MOST_REMEMBERED:
            kept.clear()
        answer = kept[question] = ask()
    return answer


@dataclass(frozen=True, slots=True)
class ListedOwner:
    """An owner of a register that is, or may be, a listed entity. `regime`: whose list; `sure`: it surely is."""

    candidate: Candidate
    entity: ListedEntity
    regime: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Owners:
    """The registers of owners of an edition, open for questions, and their versions.

    What was found of a company's owners is found once and remembered, as names are.
    """

    book: OwnerBook = field(default_factory=OwnerBook)
    versions: tuple[ListVersion, ...] = ()
    remembered: dict[OwnershipNode, list[ListedOwner]] = field(default_factory=dict, compare=False, repr=False)

    def with_registers(self, registers: Sequence[Register]) -> Owners:
        """The same with other registers beside them for one question."""
        return replace(self, book=self.book.with_registers(registers)) if registers else self


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything but the payment. `trial`: the starter edition takes part, so no release is a real one."""

    note: EditionNote
    lists: tuple[OpenList, ...]
    book: LawBook
    policy: Policy
    trial: bool
    institution: Institution = NOBODY
    owners: Owners = field(default_factory=Owners)


def make_edition(
    lists: Sequence[OpenList],
    book: LawBook,
    policy: Policy,
    institution: Institution = NOBODY,
    *,
    trial: bool,
    owners: Owners | None = None,
) -> Edition:
    """Put an edition together; its name does not depend on the order of the lists and registers of owners."""
    ordered = tuple(sorted(lists, key=lambda one: (one.version.list, one.version.published)))
    owners = owners or Owners()
    versions = {one.list: one for one in (*(one.version for one in ordered), *owners.versions)}
    parts = {f"list:{name}": _named(version) for name, version in versions.items()}
    parts |= {"law": book.digest, "policy": policy.digest, "institution": institution.digest, "engine": engine_digest()}
    note = EditionNote(
        id=edition_id(parts),
        lists=tuple(versions[name] for name in sorted(versions)),
        law=book.digest,
        policy=policy.digest,
        institution=institution.digest,
        engine=engine_digest(),
    )
    stated = [one for one in (each.register() for each in ordered) if one.graph.edges]
    return Edition(
        note, ordered, book, policy, trial, institution, Owners(owners.book.with_registers(stated), owners.versions)
    )


def _named(version: ListVersion) -> str:
    """A version in the name of the edition. What is read as an excerpt decides otherwise than the same as a whole."""
    return f"{version.published}:{version.digest}{':excerpt' if version.excerpt else ''}"


def edition_id(parts: Mapping[str, str]) -> str:
    """One short name for a set of parts, whatever order they were loaded in."""
    lines = "\n".join(f"{kind}={digest}" for kind, digest in sorted(parts.items()))
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


@lru_cache(maxsize=256)
def published_moment(published: str) -> datetime:
    """When a version became known: a moment as printed, or the start of its day (UTC) where only a day is given."""
    moment = datetime.fromisoformat(published)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def age_in_days(version: ListVersion, known: datetime) -> int:
    """Whole days from a version's publication to the moment of knowledge."""
    return (known - published_moment(version.published)).days
