"""The deals kept in the home: each check once, in order; a damaged record is said, never passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.screen.conftest import AFTER_JUNE, edition_of, version

from brightline.beside.deals import read_deal
from brightline.cli.kept_deals import keep_deal, kept_deals
from brightline.errors import CallError
from brightline.screen.deals import CheckedDeal, check_deal

TEXT = """
deal: D-1
dated: 2024-07-01
amount: 100.00
currency: CNY
seller: {name: "FOSHAN LITTLE HERON CO LTD", country: CN}
buyer: {name: OOO VESYOLY BASHMACHOK, country: RU}
goods: [{hs: "640399"}]
"""


@pytest.fixture(scope="module")
def checked() -> CheckedDeal:
    """One deal, checked."""
    return check_deal(read_deal(TEXT, "deal.yaml"), "deal.yaml", edition_of(version()), AFTER_JUNE)


def test_a_home_without_deals_holds_none(tmp_path: Path) -> None:
    assert kept_deals(tmp_path) == ()


def test_the_same_check_is_kept_once(tmp_path: Path, checked: CheckedDeal) -> None:
    keep_deal(tmp_path, checked)
    keep_deal(tmp_path, checked)
    (one,) = kept_deals(tmp_path)
    assert (one.digest, one.outcome, one.decision) == (checked.deal.digest, "release", checked.decision.id)
    assert one.given == checked.deal.given


def test_a_damaged_record_is_said(tmp_path: Path, checked: CheckedDeal) -> None:
    keep_deal(tmp_path, checked)
    (place,) = (tmp_path / "deals").glob("*.json")
    for content in ("{", "{}", '{"digest": "a", "given": {}, "checks": [{}]}'):
        place.write_text(content)
        with pytest.raises(CallError, match="damaged record"):
            kept_deals(tmp_path)
