"""What takes two people: by outcome, disposition and amount, as a policy says; a release of a stop always."""

from __future__ import annotations

import pytest

from brightline.errors import LawError
from brightline.law.book import read_book
from brightline.screen.four_eyes import takes_two
from brightline.screen.policy import Policy, read_policy, shipped_four_eyes, shipped_text
from brightline.terms.dispositions import DECLINED, FROZEN, RELEASED

RULES = read_book().rule_names
SHIPPED = shipped_text()


def guarded(four_eyes: str) -> Policy:
    """The shipped policy with another `four_eyes`."""
    before = SHIPPED.partition("\nfour_eyes:")[0]
    return read_policy(f"{before}\n{four_eyes}", "mine.yaml", RULES)


def test_a_stop_is_released_by_two_people_whatever_a_policy_says() -> None:
    nobody = guarded("four_eyes: []").four_eyes
    assert takes_two(nobody, "stop", RELEASED)
    assert not takes_two(nobody, "stop", DECLINED)
    assert not takes_two(nobody, "review", FROZEN)


def test_as_shipped() -> None:
    assert takes_two(shipped_four_eyes(), "stop", DECLINED)
    assert takes_two(shipped_four_eyes(), "review", FROZEN)
    assert not takes_two(shipped_four_eyes(), "review", RELEASED)


def test_a_policy_that_says_nothing_has_what_ships() -> None:
    assert guarded("").four_eyes == shipped_four_eyes()


@pytest.mark.parametrize(
    ("amount", "currency", "two"),
    [
        ("999999.99", "CNY", False),
        ("1000000", "CNY", True),
        ("100", "USD", True),
        ("100", None, True),
        (None, "CNY", True),
        ("much", "CNY", True),
    ],
    ids=["smaller", "as large", "currency not named", "no currency", "no amount", "no number"],
)
def test_amounts_from_which_a_release_takes_two(amount: str | None, currency: str | None, *, two: bool) -> None:
    said = "four_eyes:\n  - {outcome: review, dispositions: [released], from: {CNY: 1000000}}\n"
    assert takes_two(guarded(said).four_eyes, "review", RELEASED, amount, currency) is two


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("[{outcome: reviews, dispositions: [released]}]", "'reviews'"),
        ("[{outcome: review, dispositions: [let-go]}]", "'let-go'"),
        ("[{outcome: review, dispositions: [released], from: {cny: 5}}]", "capital letters"),
        ("[{outcome: review, dispositions: [released], above: {CNY: 5}}]", "above"),
        ("[{outcome: review}]", "dispositions"),
    ],
)
def test_a_slip_is_named_with_its_line(said: str, told: str) -> None:
    with pytest.raises(LawError, match=rf"mine\.yaml, line \d+.*{told}"):
        guarded(f"four_eyes: {said}")
