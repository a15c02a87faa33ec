"""acts/: one file per act or official page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brightline.law.shapes import Act
from brightline.law.spans import read_url, read_zone
from brightline.law.vocabulary import STATUSES
from brightline.text.marks import Value

_ID = re.compile(r"[A-Z0-9][A-Z0-9-]+")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def read_acts(files: Sequence[Value]) -> dict[str, Act]:
    """Every act by its id. Raises LawError where a file says something we do not understand, or an id stands twice."""
    acts: dict[str, Act] = {}
    for file in files:
        act = _read_act(file)
        if act.id in acts:
            raise file.refuse(f"the act {act.id} a second time", "one file per act")
        acts[act.id] = act
    return acts


def _read_act(file: Value) -> Act:
    entry = file.entry()
    name = entry.take("act")
    if not _ID.fullmatch(name.text()):
        raise name.refuse(repr(name.text()), "an id of capitals, digits and hyphens, such as EO-14114")
    digest = entry.take_optional("digest")
    if digest and not _DIGEST.fullmatch(digest.text()):
        raise digest.refuse(repr(digest.text()), "a sha256 of 64 hex digits, and only where a copy was read")
    act = Act(
        id=name.text(),
        title=entry.take("title").text(),
        publisher=entry.take("publisher").text(),
        number=entry.take("number").text(),
        dated=entry.take("dated").day(),
        in_force=entry.take("in_force").day(),
        zone=read_zone(entry.take("zone")),
        url=read_url(entry.take("url")),
        status=entry.take("status").word(STATUSES),
        checked_on=entry.take("checked_on").day(),
        read=entry.take("read", "Say in a sentence what of the act was read, and where").text(),
        digest=digest.text() if digest else None,
    )
    entry.close()
    return act
