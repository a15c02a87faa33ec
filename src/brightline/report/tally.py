"""One pass over the decisions: what is counted, what is shown in full, what is only listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from brightline.report.editions import EditionView, Key, edition_key, edition_view
from brightline.report.reading import NAME, Json, part, word

SHOWN_IN_FULL = 2_000
LISTED = 1_000
EDITIONS = 20
OUTCOMES = ("stop", "review", "release", "unreadable", "not-a-payment")


@dataclass(slots=True)
class Tally:
    """What one pass over the decisions left behind."""

    counts: Counter[str] = field(default_factory=Counter)
    bases: Counter[str] = field(default_factory=Counter)
    held: dict[str, list[Json]] = field(default_factory=lambda: {"stop": [], "review": []})
    unreadable: list[Json] = field(default_factory=list)
    no_payment: list[Json] = field(default_factory=list)
    editions: dict[Key, EditionView] = field(default_factory=dict)
    trials: int = 0

    def chosen(self) -> list[Json]:
        """The decisions shown in full: stops first, then reviews, each in input order, `SHOWN_IN_FULL` at most."""
        return [*self.held["stop"], *self.held["review"]][:SHOWN_IN_FULL]

    def not_shown(self) -> int:
        """How many stops and reviews the page does not show."""
        return self.counts["stop"] + self.counts["review"] - len(self.chosen())


def tally(decisions: Iterable[Json]) -> Tally:
    """Count everything, keep what is shown, forget the rest. The memory needed does not grow with the releases."""
    kept = Tally()
    for decision in decisions:
        _add(kept, decision)
    return kept


def _add(kept: Tally, decision: Json) -> None:
    outcome = word(decision, "outcome", NAME)
    kept.counts[outcome] += 1
    if outcome in kept.held:
        _keep(kept.held[outcome], decision, SHOWN_IN_FULL)
    elif outcome == "release":
        kept.bases[word(decision, "release_basis", NAME) or "not said"] += 1
    else:
        _keep(kept.unreadable if outcome == "unreadable" else kept.no_payment, decision, LISTED)
    if part(decision, "edition"):
        kept.trials += decision.get("trial") is True
        key = edition_key(decision)
        if key not in kept.editions and len(kept.editions) < EDITIONS:
            kept.editions[key] = edition_view(decision)


def _keep(those: list[Json], decision: Json, most: int) -> None:
    if len(those) < most:
        those.append(decision)
