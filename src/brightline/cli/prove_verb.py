"""What `brightline prove` does; loaded when asked for, so that other verbs do not wait for the database library."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from brightline.cases.actors import AUDITOR, Actor
from brightline.cases.database import Store, now
from brightline.cases.deciding import Deciding
from brightline.cases.proof.canaries import fly
from brightline.cases.proof.own_names import ask_all, asking
from brightline.cases.proof.report import Proof, proof_sheet
from brightline.cli.asking import Service
from brightline.cli.context import Context
from brightline.cli.open import open_edition
from brightline.cli.sheet_files import write_sheet
from brightline.cli.stores import one_store, opened
from brightline.errors import CallError
from brightline.report.sheet import sheet_json
from brightline.screen.edition import Edition


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    url: str | None
    key: str
    db: str | None
    out: Path | None
    one_in: int
    newest: int
    samples: int
    owner: str
    trial: bool


def prove(ours: Context, wish: Wish) -> int:
    """Prove, write what came of it, and answer 1 where something did not hold."""
    edition = open_edition(ours, None, None, None, trial=wish.trial)
    with _store(ours, wish) as store:
        proof = _proof(edition, wish)
        sheet = proof_sheet(proof, store, Actor(f"cli:{getpass.getuser()}", getpass.getuser(), AUDITOR, "cli"))
    if ours.as_json:
        ours.put(sheet_json(sheet))
    if wish.out is not None or not ours.as_json:
        write_sheet(ours, sheet, wish.out or Path(), "proof")
    for told in sheet.faults:
        ours.say(told)
    ours.say("Something did not hold." if sheet.faults else "All held.")
    return 1 if sheet.faults else 0


def _proof(edition: Edition, wish: Wish) -> Proof:
    ask = asking(edition) if wish.url is None else Service(wish.url, wish.key, edition.policy.candidate_score)
    told = f"one in {wish.one_in} entries, through {wish.url or 'the engine in this process'}"
    names = ask_all(edition, ask, wish.one_in)
    fared = fly(edition, Deciding(edition).screen, now())
    return Proof(edition, names, fared, told, wish.owner, wish.newest, wish.samples)


@contextmanager
def _store(ours: Context, wish: Wish) -> Iterator[Store | None]:
    """The store; None, said, where the home has none and none was named."""
    try:
        url = one_store(ours.home, wish.db)
    except CallError as told:
        if wish.db is not None or "no store" not in told.found:
            raise
        ours.say("No store here: what needs stored payments is left out.")
        yield None
        return
    with opened(ours, url) as store:
        yield store
