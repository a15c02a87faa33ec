"""One pass counts everything and keeps only what the page shows."""

from __future__ import annotations

from typing import Any

from brightline.report.tally import LISTED, SHOWN_IN_FULL, tally

Decision = dict[str, Any]


def test_stops_come_first_and_each_keeps_its_order(stopped: Decision, reviewed: Decision) -> None:
    given = [{**one, "id": str(place)} for place, one in enumerate([reviewed, stopped, reviewed, stopped])]
    assert [one["id"] for one in tally(given).chosen()] == ["1", "3", "0", "2"]


def test_no_more_is_kept_than_is_shown(stopped: Decision, reviewed: Decision, unreadable: Decision) -> None:
    many = [reviewed] * SHOWN_IN_FULL + [stopped] * 5 + [unreadable] * (LISTED + 3)
    kept = tally(iter(many))
    assert len(kept.chosen()) == SHOWN_IN_FULL
    assert kept.not_shown() == 5
    assert [one["outcome"] for one in kept.chosen()[:6]] == ["stop"] * 5 + ["review"]
    assert (kept.counts["unreadable"], len(kept.unreadable)) == (LISTED + 3, LISTED)


def test_releases_are_counted_by_basis(released: Decision) -> None:
    kept = tally([released, released, {**released, "release_basis": "no-nexus"}, {**released, "release_basis": None}])
    assert kept.bases == {"positive-evidence": 2, "no-nexus": 1, "not said": 1}
    assert kept.chosen() == []


def test_one_edition_at_one_moment_is_shown_once(stopped: Decision, reviewed: Decision) -> None:
    other = {**stopped, "as_of": {"law": "2024-07-16", "known": "2024-07-16"}}
    assert len(tally([stopped, reviewed, other]).editions) == 2
