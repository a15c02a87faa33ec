"""Every number of the episode has a source and a range; what has none is refused."""

from __future__ import annotations

from datetime import date

import pytest

from brightline.errors import LawError
from brightline.lab.episode import tables
from brightline.lab.episode.plan import shipped_fits
from brightline.lab.episode.tables import SOURCE, bank_kinds, events, order_kinds, parameters, works
from brightline.lab.episode.targets import targets
from brightline.text.marks import parse_yaml


def test_every_number_has_a_source_and_lies_in_its_range() -> None:
    everything = [*parameters().values(), *events().values(), *bank_kinds().values(), *targets().values()]
    assert all(SOURCE.fullmatch(one.source) for one in everything)
    assert all(one.low <= one.value <= one.high for one in parameters().values())
    assert all(one.span[0] <= one.kick <= one.span[1] for one in events().values())


def test_sixty_banks_share_the_market_and_orders_are_all_of_some_kind() -> None:
    assert sum(one.count for one in bank_kinds().values()) == 60
    assert sum(one.market for one in bank_kinds().values()) == pytest.approx(1.0)
    for priority in (False, True):
        assert sum(one.share for one in order_kinds() if one.priority == priority) == pytest.approx(1.0)


def test_a_number_without_source_or_outside_its_range_is_refused() -> None:
    good = "{value: 1, low: 0, high: 2, kind: factor, source: assumed, told: what it is}"
    for wrong, said in (("source: assumed", "source: hearsay"), ("value: 1", "value: 3"), ("told", "tol")):
        place = parse_yaml(good.replace(wrong, said), "a table")
        with pytest.raises(LawError, match="line 1"):
            tables._parameter("one", place)


def test_new_year_and_working_weekends_are_known() -> None:
    assert not works(date(2024, 2, 12))
    assert works(date(2024, 2, 18))
    assert not works(date(2024, 3, 2))


def test_other_sets_that_fit_move_fitted_settings_within_their_ranges() -> None:
    for settings in shipped_fits():
        assert all(parameters()[name].low <= value <= parameters()[name].high for name, value in settings.items())
