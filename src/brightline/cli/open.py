"""Opening an edition from the home: which lists were known, under which policy and law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from brightline.cli.context import Context
from brightline.cli.files import read_text
from brightline.cli.home import StoredList, open_list, stored_lists
from brightline.cli.stored_owners import open_owners, open_stated, states_owners
from brightline.errors import MissingEdition
from brightline.law.book import LawBook, read_book
from brightline.lists.starter.read import starter_entities, starter_version
from brightline.names.index import NameIndex, build
from brightline.nexus.institution import NOBODY, Institution, read_institution, shipped_institution
from brightline.nexus.institution import shipped_names as institution_names
from brightline.ownership.book import OwnerBook
from brightline.screen.edition import Edition, OpenList, Owners, make_edition, published_moment
from brightline.screen.policy import Policy, read_policy, shipped_names, shipped_text

ADVICE = "Import a list with `brightline lists import FILE`, or add --trial to try the starter edition."


def open_edition(
    context: Context, known: datetime | None, policy: Path | None, institution: Path | None = None, *, trial: bool
) -> Edition:
    """The edition known by a moment (None: everything current). Raises MissingEdition if there is none.

    The starter edition takes part only in a trial, and only while no public list is there.
    """
    book = read_book()
    stored = known_lists(stored_lists(context.home), known)
    lists = [one for one in stored if one.version.names_parties]
    starter = trial and not any(one.version.public for one in lists)
    if not lists and not starter:
        raise MissingEdition(_where(known), _held(context.home), "an imported list", ADVICE)
    opened = [opened_list(one) for one in lists] + ([open_starter()] if starter else [])
    chosen = chosen_policy(context, policy, book), chosen_institution(context, institution)
    return make_edition(opened, book, *chosen, trial=starter, owners=opened_owners(stored))


def opened_list(stored: StoredList) -> OpenList:
    """A version with what its entries state of owners."""
    opened = open_list(stored)
    return replace(opened, stated=open_stated(stored, opened.entities))


def opened_owners(stored: Sequence[StoredList]) -> Owners:
    """The owners that any of these versions states."""
    stating = [one for one in stored if states_owners(one)]
    return Owners(OwnerBook([open_owners(one) for one in stating]), tuple(one.version for one in stating))


def known_lists(stored: Sequence[StoredList], known: datetime | None) -> tuple[StoredList, ...]:
    """Of each list the newest version published by `known`."""
    newest: dict[str, StoredList] = {}
    for one in stored:
        moment = published_moment(one.version.published)
        if not one.current or (known is not None and moment > known):
            continue
        held = newest.get(one.version.list)
        if held is None or moment >= published_moment(held.version.published):
            newest[one.version.list] = one
    return tuple(newest[name] for name in sorted(newest))


def open_starter() -> OpenList:
    """The starter edition: about 150 well-known parties, for trying out, not for use."""
    entities = starter_entities()
    return OpenList(starter_version(), entities, NameIndex.from_bytes(build(entities), entities))


def _where(known: datetime | None) -> str:
    return f"lists known by {known.isoformat()}" if known else "lists"


def _held(home: Path) -> str:
    current = [one.version for one in stored_lists(home) if one.current]
    lists = ", ".join(f"{one.list}@{one.published}" for one in current if one.names_parties)
    registers = ", ".join(f"{one.list}@{one.published}" for one in current if not one.names_parties)
    if lists:
        return f"only later ones ({lists})"
    return f"none of listed parties, only registers of owners ({registers})" if registers else f"none in {home}"


def chosen_policy(context: Context, named: Path | None, book: LawBook) -> Policy:
    """The policy named in the call, else in the settings, else the shipped one. A name may be that of a shipped one."""
    path = named or context.settings.policy
    return named_policy(path, book) if path else read_policy(shipped_text(), "shipped policy", book.rule_names)


def named_policy(path: Path, book: LawBook) -> Policy:
    """A policy file, or a shipped policy by its name. Raises PathError or LawError."""
    if not path.exists() and str(path) in shipped_names():
        return read_policy(shipped_text(str(path)), f"shipped policy {path}", book.rule_names)
    expected = f"a policy file in YAML, or one of {', '.join(shipped_names())}"
    return read_policy(read_text(path, expected), str(path), book.rule_names)


def chosen_institution(context: Context, named: Path | None) -> Institution:
    """The profile named in the call, else in the settings, else the one that says nothing."""
    path = named or context.settings.institution
    return named_institution(path) if path else NOBODY


def named_institution(path: Path) -> Institution:
    """A profile file, or a shipped profile by its name."""
    if not path.exists() and str(path) in institution_names():
        return shipped_institution(str(path))
    expected = f"an institution's profile in YAML, or one of {', '.join(institution_names())}"
    return read_institution(read_text(path, expected), str(path))
