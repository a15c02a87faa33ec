"""Invented names, in their scripts and of the lengths of listed ones."""

from __future__ import annotations

import statistics

from brightline.lab.names import buyer_names, listed_names, look_alikes, seller_names


def test_buyers_are_as_long_as_listed_names() -> None:
    wanted, made = ([len(one) for one in names] for names in (listed_names(), buyer_names(3, 2_000, 0.0)))
    assert abs(statistics.median(wanted) - statistics.median(made)) <= 4


def test_a_share_stands_in_its_own_script() -> None:
    own = [not one.isascii() for one in (*buyer_names(3, 1_000, 0.2), *seller_names(3, 1_000, 0.2))]
    assert 0.16 < sum(own) / len(own) < 0.24


def test_look_alikes_share_a_word_with_a_listed_name_and_are_none() -> None:
    words = {word.strip("'.,").title() for name in listed_names() for word in name.split()}
    assert all(name.split()[0] in words for name in look_alikes())
    assert not set(look_alikes()) & set(listed_names())
