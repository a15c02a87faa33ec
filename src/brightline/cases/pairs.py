"""Pairs made from a case: this party is not that entry."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.beside.entry_digest import entry_digest
from brightline.cases.actors import Actor
from brightline.cases.clearances import PAIR, propose
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.guards import case_row
from brightline.cases.kept import decision_line
from brightline.errors import Refused
from brightline.screen.drafts import party_draft
from brightline.screen.edition import Edition
from brightline.screen.plain import Json
from brightline.screen.wire import read_line
from brightline.terms import ListedEntity


def propose_pair(
    store: Store, case_id: str, said: Mapping[str, str], actor: Actor, deciding: Deciding
) -> Mapping[str, object]:
    """Propose that the party at `path` of a case's payment is not the entry `entry` of `list`.

    `said`: path, list, entry, reason and expires (an ISO day). The party is kept as the payment has it, the entry by
    the digest of its telling fields: when either materially changes the pair ends. Raises Refused.
    """
    missing = [name for name in ("path", "list", "entry", "reason", "expires") if not said.get(name, "").strip()]
    if missing:
        raise Refused("pair", f"no {missing[0]}", "path, list, entry, reason and expires")
    with store.read() as conn:
        line = read_line(decision_line(conn, case_row(conn, case_id)["decision"]).decode())
    given = {
        "party": party_of(line, said["path"]),
        "list": said["list"],
        "entry": said["entry"],
        "digest": entry_digest(_entity(deciding.edition, said["list"], said["entry"])),
        "reason": said["reason"],
        "made": store.now().date().isoformat(),
        "expires": said["expires"],
    }
    return propose(store, PAIR, given, actor, case_id)


def party_of(line: Json, path: str) -> Mapping[str, object]:
    """The party at a place of a decision's payment, in the shape of what people clear. Raises Refused."""
    found = party_draft(line, path)
    if found is None:
        raise Refused("path", repr(path[:80]), "the place of a party with a name")
    return found


def _entity(edition: Edition, name: str, entry: str) -> ListedEntity:
    for one in edition.lists:
        if one.version.list == name and (entity := one.entity(entry)) is not None:
            return entity
    raise Refused("entry", f"{name[:40]} {entry[:40]}", "an entry of a list that is loaded")
