"""Screening a held payment again with the current edition, and saying what changed since it was decided."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from brightline.beside.book import BesideBook
from brightline.beside.papers import papers_of
from brightline.cases.deciding import Deciding, Screened
from brightline.errors import CallError, Refused
from brightline.payments.shape import from_json
from brightline.screen.plain import Json, maps
from brightline.screen.wire import read_line
from brightline.terms import AsOf, Payment

_LIVING = ("passports", "pairs")  # what two people may have found or ended since: asked anew


@dataclass(frozen=True, slots=True)
class AsItCame:
    """What came beside one payment: when it was first decided, or in the same call."""

    given: object

    def given_for(self, payment: Payment, as_of: AsOf) -> object:
        """The same again, whatever the moment."""
        return self.given


def screen_again(line: Json, deciding: Deciding, moment: datetime) -> Screened:
    """The payment of a decision line decided anew: with the edition, pairs and passports of now, the papers of then.

    Raises Refused where a fault of ours keeps it from being decided: nothing is released then.
    """
    said = cast("Mapping[str, object]", line["payment"])
    came = cast("Json", line.get("beside") or {})
    kept = {kind: AsItCame(given) for kind, given in came.items() if kind not in _LIVING}
    book = BesideBook({**deciding.book.parts, **kept})
    screened = deciding.screen_again(from_json(said, str(said["source"])), moment, book)
    if screened.decided[0].id is None:
        raise Refused("screening again", "a fault of ours", "a decision", "Hold the payment and report the fault.")
    return screened


def screen_repaired(body: bytes, line: Json, deciding: Deciding, moment: datetime) -> Screened:
    """A corrected message decided beside what came with the first one. Raises Refused unless it holds one payment."""
    read = deciding.screen(body, moment)
    payments = [one for one in read.decided if one.id is not None]
    if len(read.decided) != 1 or not payments:
        told = f"{len(payments)} payments in {len(read.decided)} readings"
        raise Refused("repaired message", told, "one message with one payment that can be read")
    return screen_again({**read_line(payments[0].line.decode()), "beside": line.get("beside")}, deciding, moment)


def screen_replied(body: bytes, line: Json, deciding: Deciding, moment: datetime) -> Screened:
    """The payment decided beside the papers that came, and those known before. Raises Refused for papers not as agreed.

    `body`: a JSON array of papers, as in the file of `--trade` for one payment.
    """
    if "findings" not in line:
        raise Refused("case", "a message that could not be read", "one with a payment in it", "Have it sent anew.")
    came = cast("Json", line.get("beside") or {})
    known = cast("Sequence[object]", came.get("papers") or ())
    papers = [*known, *(one for one in _papers_in(body) if one not in known)]
    return screen_again({**line, "beside": {**came, "papers": papers}}, deciding, moment)


def _papers_in(body: bytes) -> Sequence[object]:
    try:
        said = json.loads(body)
        papers_of(said, "papers")
    except (ValueError, RecursionError) as broken:
        raise Refused("papers", f"text that is no JSON ({broken})"[:200], "a JSON array of papers") from None
    except CallError as told:
        raise Refused(told.where, told.found, told.expected, told.advice) from None
    if not said:
        raise Refused("papers", "none", "at least one paper")
    return cast("Sequence[object]", said)


def what_changed(before: Json, after: Json) -> tuple[str, ...]:
    """What somebody who approved the first decision has not seen: another outcome, or a finding that was not there."""
    told = []
    if before["outcome"] != after["outcome"]:
        told.append(f"the outcome was {before['outcome']} and is {after['outcome']}")
    new = sorted(_counting(after) - _counting(before))
    return (*told, *(_finding(*one) for one in new))


def _finding(rule: str, answer: str, place: str, entries: str) -> str:
    told = f"{rule} now says {answer} of {place or 'the payment'}"
    return f"{told}, by {entries}" if entries else told


def _counting(line: Json) -> set[tuple[str, str, str, str]]:
    """The findings that hold it: rule, answer, whom they speak of, and by which entries."""
    held = [one for one in maps(line, "findings") if one["effect"] != "none" and one["answer"] != "no"]
    return {(str(one["rule"]), str(one["answer"]), _place(one), _entries(one)) for one in held}


def _place(finding: Json) -> str:
    return str(cast("Json", finding.get("subject") or {}).get("path") or "")


def _entries(finding: Json) -> str:
    named = {f"{one['list']} {one['entry']}" for one in maps(finding, "evidence") if one.get("entry")}
    return ", ".join(sorted(named))
