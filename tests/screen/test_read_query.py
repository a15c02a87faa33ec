"""What a person writes of a name's bearer, in our words."""

from __future__ import annotations

import pytest

from brightline.errors import CallError
from brightline.screen.read_query import Written, read_query
from brightline.terms import Identifier, Query


def test_everything_said_is_in_the_question() -> None:
    written = Written("Foma Lunev", "Person", ("Kazakhstan", "ru"), "3 Feb 1961", ("inn: 770 708 389 3",))
    assert read_query(written, "--") == Query(
        "Foma Lunev", "Person", ("KZ", "RU"), "1961-02-03", (Identifier("INN", "7707083893"),)
    )


def test_nothing_said_is_nothing_known() -> None:
    assert read_query(Written(""), "--") == Query("")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (Written("x", countries=("Atlantis",)), "--country"),
        (Written("x", birth_date="in spring"), "--birth-date"),
        (Written("x", identifiers=("7707083893",)), "--id"),
        (Written("x", identifiers=("INN:",)), "--id"),
        (Written("x", identifiers=(":7707083893",)), "--id"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_option(written: Written, place: str) -> None:
    with pytest.raises(CallError) as refused:
        read_query(written, "--")
    assert refused.value.where == place
