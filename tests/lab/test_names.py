"""Invented names, in their scripts and of the lengths of listed ones."""

from __future__ import annotations

import statistics

from brightline.lab.names import buyer_names, listed_firms, listed_lengths, look_alikes, seller_names

LISTED = [one.names[0] for one in listed_firms()]


def test_buyers_are_as_long_as_listed_names() -> None:
    wanted, made = listed_lengths(), [len(one) for one in buyer_names(3, 2_000, 0.0)]
    assert abs(statistics.median(wanted) - statistics.median(made)) <= 4


def test_a_share_stands_in_its_own_script() -> None:
    own = [not one.isascii() for one in (*buyer_names(3, 1_000, 0.2), *seller_names(3, 1_000, 0.2))]
    assert 0.16 < sum(own) / len(own) < 0.24


def test_look_alikes_share_a_word_with_a_listed_name_and_are_none() -> None:
    words = {word.strip("'.,").title() for name in LISTED for word in name.split()}
    assert all(words & set(name.title().split()) for name in look_alikes())
    assert not set(look_alikes()) & set(LISTED)


def test_no_two_buyers_have_one_name() -> None:
    made = buyer_names(3, 3_000, 0.15)
    assert len(set(made)) == len(made)
