"""How a table of words is written, and what is refused."""

from __future__ import annotations

import pytest

from brightline.errors import LawError
from brightline.nexus.make_word_table import Row, make_table, read_table


@pytest.mark.parametrize("name", ["activities.yaml", "arms.yaml", "sectors.yaml", "signs.yaml", "trades.yaml"])
def test_every_shipped_table_is_read(name: str) -> None:
    assert read_table(name).phrases


def test_a_beginning_of_two_letters_is_refused() -> None:
    with pytest.raises(LawError, match="a beginning of 3 letters or more"):
        make_table([Row("plant", words=["za*"])])


def test_one_table_is_written_in_one_way() -> None:
    with pytest.raises(LawError, match="one of the two ways"):
        make_table([Row("plant", words=["zavod*"]), Row("shop", en=["shop"])])


def test_the_first_row_to_claim_a_phrase_keeps_it() -> None:
    table = make_table([Row("one", en=["tea pot"], zh=["茶馆"]), Row("two", en=["tea pots"], zh=["茶馆"])])
    assert {hit.kind for hit in table.find("tea pots 茶馆")} == {"one"}
