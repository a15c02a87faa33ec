"""The deals that were checked, kept in the home by digest: home/deals/<digest>.json, each with its checks."""

from __future__ import annotations

import json
from pathlib import Path

from brightline.beside.deal_copies import CheckedBefore
from brightline.cli.files import write_whole
from brightline.errors import CallError
from brightline.screen.deals import CheckedDeal

FOLDER = "deals"


def kept_deals(home: Path) -> tuple[CheckedBefore, ...]:
    """Every earlier check of every deal, by digest and in the order they were made. Raises CallError if damaged."""
    return tuple(check for place in sorted((home / FOLDER).glob("*.json")) for check in _checks(place))


def _checks(place: Path) -> tuple[CheckedBefore, ...]:
    try:
        said = json.loads(place.read_text(encoding="utf-8"))
        return tuple(
            CheckedBefore(said["digest"], said["given"], one["as_of"], one["outcome"], one["decision"])
            for one in said["checks"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        raise CallError(str(place), "a damaged record", "a deal as `check` keeps it", "Remove the file.") from None


def keep_deal(home: Path, checked: CheckedDeal) -> None:
    """Add a check to its deal; the same check made twice is kept once."""
    digest = checked.deal.digest
    place = home / FOLDER / f"{digest}.json"
    checks = [
        {"as_of": one.as_of, "outcome": one.outcome, "decision": one.decision}
        for one in (_checks(place) if place.exists() else ())
    ]
    decision = checked.decision
    now = {"as_of": decision.as_of.law.isoformat(), "outcome": checked.outcome.value, "decision": decision.id}
    if now not in checks:
        checks.append(now)
    place.parent.mkdir(parents=True, exist_ok=True)
    content = {"digest": digest, "given": dict(checked.deal.given), "checks": checks}
    write_whole(place, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
