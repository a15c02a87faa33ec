"""Every listed name and number asked for: what is found is counted, what is not is named."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.cases.proof.own_names import AT_ONCE, NAME, NUMBER, Asked, ask_all, asking, questions
from brightline.screen.edition import Edition


def test_the_engine_finds_every_name_and_number_of_the_list(edition: Edition) -> None:
    (told,) = ask_all(edition, asking(edition)).values()
    listed = [entity for one in edition.lists for entity in one.entities]
    assert told.asked == {
        NAME: sum(len(one.names) for one in listed),
        NUMBER: sum(len(one.identifiers) for one in listed),
    }
    assert min(told.asked.values()) > 0
    assert told.lost == []


def test_what_a_blind_engine_does_not_find_is_named(edition: Edition) -> None:
    sizes: list[int] = []

    def blind(some: Sequence[Asked]) -> Sequence[frozenset[tuple[str, str]]]:
        sizes.append(len(some))
        return [frozenset({(one.list, "another")}) for one in some]

    (told,) = ask_all(edition, blind).values()
    assert len(told.lost) == sum(told.asked.values()) == sum(sizes)
    assert max(sizes) <= AT_ONCE
    assert {one.what for one in told.lost} <= {NAME, NUMBER}


def test_one_in_so_many_entries_is_drawn_by_its_id_alone(edition: Edition) -> None:
    (one,) = edition.lists
    every, some = list(questions(one)), list(questions(one, 2))
    assert list(questions(one, 2)) == some
    assert set(some) < set(every)
    drawn = {each.entry for each in some}
    assert some == [each for each in every if each.entry in drawn], "an entry is asked for whole"
