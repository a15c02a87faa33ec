"""Profiles of who asks, read strictly."""

from __future__ import annotations

import pytest

from brightline.errors import LawError
from brightline.nexus.institution import NOBODY, read_institution, shipped_institution, shipped_names
from brightline.terms import Party, Payment

WHOLE = """institution: mine
kind: bank
country: DE
in_play: [us]
bics: [DEUTDEFF]
entities:
  - {name: "New York branch", country: US, kind: branch}
correspondents:
  - {bic: CHASUS33, country: US, currency: USD}
dollar_percent: 20
controlled_goods:
  - {hs: "8806", title: "Unmanned aircraft", cite: "Annex I"}
"""


def test_the_shipped_profiles_are_those_of_the_plan() -> None:
    assert {"CN", "HK", "AE", "KZ", "TR", "IN", "US", "DE"} == {shipped_institution(n).country for n in shipped_names()}
    assert all(shipped_institution(name).name == name for name in shipped_names())


def test_own_law_persons_in_play_and_the_united_nations_bind() -> None:
    assert read_institution(WHOLE, "mine.yaml").bound_by == {"eu", "us", "un"}
    assert shipped_institution("chinese-bank").bound_by == {"un"}
    assert NOBODY.bound_by == frozenset()


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("country: DE", "country: Germany", "line 3"),
        ("country: DE", "country: NO", "in quotes"),
        ("country: DE", "country: de", "two capital letters"),
        ("currency: USD", "currency: usd", "three capital letters"),
        ("bics: [DEUTDEFF]", "bics: [ÄÖÜÄÖÜÄÖ]", "eight or eleven"),
        ('hs: "8806"', 'hs: "٨٨٠٦"', "two to six digits"),
        ("in_play: [us]", "in_play: [usa]", "one of us, eu"),
        ("bics: [DEUTDEFF]", "bics: [DEUT]", "eight or eleven"),
        ("kind: branch", "kind: shop", "branch or subsidiary or office"),
        ("currency: USD", "currency: DOLLAR", "ISO 4217"),
        ("dollar_percent: 20", "dollar_percent: 120", "a whole percentage from 0 to 100"),
        ("dollar_percent: 20", "dollars: 20", "unknown key 'dollars'"),
        ('hs: "8806"', 'hs: "88.06"', "two to six digits"),
        ("country: DE", "country: DE\nrole: broker", "debtor_agent or intermediary_agent or creditor_agent"),
        ("kind: bank", "kind: casino", "bank or payment-firm or trading-firm"),
    ],
)
def test_a_slip_is_refused_with_its_line(was: str, now: str, told: str) -> None:
    assert was in WHOLE
    with pytest.raises(LawError, match=r"mine\.yaml, line") as refused:
        read_institution(WHOLE.replace(was, now, 1), "mine.yaml")
    assert told in str(refused.value)


def test_a_profile_that_does_not_ship_is_named_with_those_that_do() -> None:
    with pytest.raises(LawError, match="chinese-bank"):
        shipped_institution("bank")


def test_the_role_is_stated_or_told_by_the_bic() -> None:
    agents = (Party("debtor_agent", "a", bic="ZRCHRUMM"), Party("creditor_agent", "b", bic="DEUTDEFF500"))
    payment = Payment(source="x#1", format="MT103", parties=agents)
    assert read_institution(WHOLE, "mine.yaml").role_in(payment) == "creditor_agent"
    stated = WHOLE.replace("country: DE", "country: DE\nrole: intermediary_agent")
    assert read_institution(stated, "mine.yaml").role_in(payment) == "intermediary_agent"
    assert shipped_institution("chinese-bank").role_in(payment) is None
