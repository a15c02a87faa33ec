"""What has to hold before a person may act in a case. Each refusal says what is wrong and what would be right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from sqlalchemy import Connection, RowMapping, select

from brightline.cases.actors import Actor
from brightline.cases.acts import Act
from brightline.cases.locks import require_unlocked
from brightline.cases.people import names_of
from brightline.cases.reasons import REOPENED, reason_for
from brightline.cases.states import TRANSITIONS, open_dispositions
from brightline.cases.tables.cases import cases
from brightline.errors import Clash, NotAllowed, NotThere, Refused
from brightline.screen.four_eyes import FourEyes, takes_two
from brightline.screen.plain import Json
from brightline.terms.dispositions import DISPOSITIONS

LONGEST_COMMENT = 5000
_FREE_OF_LOCKS = ("note", "filed")


def case_row(conn: Connection, case_id: str) -> RowMapping:
    """One case. Raises NotThere (404)."""
    row = conn.execute(select(cases).where(cases.c.id == case_id)).mappings().first()
    if row is None:
        raise NotThere("cases", f"the id {case_id[:64]!r}", "the id of a case")
    return row


def check_words(act: Act) -> None:
    """Raises Refused (422) where the act is not known, or lacks the words it needs."""
    if act.kind not in TRANSITIONS:
        raise Refused("act", repr(act.kind[:40]), f"one of {', '.join(TRANSITIONS)}")
    needs = TRANSITIONS[act.kind]
    if needs.needs_comment and not (act.comment or "").strip():
        raise Refused("comment", "nothing", f"a sentence that says why: {act.kind} needs one")
    if len(act.comment or "") > LONGEST_COMMENT:
        raise Refused("comment", f"{len(act.comment or '')} letters", f"at most {LONGEST_COMMENT}")
    if act.kind in ("recommend", "dispose") and act.disposition not in DISPOSITIONS:
        raise Refused("disposition", repr((act.disposition or "nothing")[:40]), f"one of {', '.join(DISPOSITIONS)}")
    if needs.needs_reason:
        reason_for(act.reason, REOPENED if act.kind == "reopen" else act.disposition or "")


def check_state(conn: Connection, row: RowMapping, act: Act, actor: Actor, now: str) -> None:
    """Raises Clash (409) where somebody else was first, has the case open, or it is not in a state for the act."""
    names = names_of(conn)
    if row["state"] not in TRANSITIONS[act.kind].come_from:
        fitting = " or ".join(TRANSITIONS[act.kind].come_from)
        raise Clash("case", _standing(row, names.get(row["ended_by"] or "")), f"{fitting}, to {act.kind}")
    if act.revision is not None and act.revision != row["revision"]:
        told = f"a view of revision {act.revision}, before somebody acted"
        raise Clash("case", told, f"the revision {row['revision']}", "Read it again.")
    if act.kind not in _FREE_OF_LOCKS:
        require_unlocked(row, actor, now, names.get(row["locked_by"] or "", "somebody"))


def _standing(row: RowMapping, ended_by: str | None) -> str:
    """The state as a person would say it, with who ended the case and when."""
    return f"{row['state']}, by {ended_by} at {row['ended'][:16]}Z" if ended_by else str(row["state"])


def check_disposition(row: RowMapping, line: Json, disposition: str) -> None:
    """Raises Refused (422) where the decision does not permit the disposition."""
    open_now = dispositions_of(row, line)
    if disposition not in open_now:
        told = f"{disposition}, which this payment does not permit"
        raise Refused("disposition", told, f"one of {', '.join(open_now)}")


def needs_second(row: RowMapping, disposition: str, four_eyes: FourEyes) -> bool:
    """Whether the policy lets only two people end the case so."""
    return takes_two(four_eyes, row["gravest"], disposition, row["amount"], row["currency"])


def check_alone(row: RowMapping, disposition: str, four_eyes: FourEyes) -> None:
    """Raises NotAllowed (403) where no single person may end the case so."""
    if needs_second(row, disposition, four_eyes):
        told = f"one person alone, for {disposition} of a {row['gravest']}"
        raise NotAllowed("four eyes", told, "a recommendation that a second person approves", "Recommend it.")


def check_second(row: RowMapping, actor: Actor) -> None:
    """Raises NotAllowed (403) where the one who recommended would also approve."""
    if actor.id == row["recommended_by"]:
        raise NotAllowed("four eyes", "the same person who recommended it", "a second person", "Ask another approver.")


def dispositions_of(row: RowMapping, line: Json) -> tuple[str, ...]:
    """What the decision of a case permits people to do."""
    return open_dispositions(row["outcome"], cast("Sequence[str]", line.get("permitted_actions") or ()))
