"""Attribute by attribute: agree, differ, or not known."""

from __future__ import annotations

from brightline.report.attributes import attributes


def step(name: str, weight: int, ours: str = "", theirs: str = "") -> dict[str, object]:
    return {"name": name, "weight": weight, "ours": ours, "theirs": theirs}


def answers(*steps: dict[str, object]) -> dict[str, str]:
    return {one.name: one.answer for one in attributes(steps)}


def test_what_no_step_speaks_of_is_unknown_and_never_an_agreement() -> None:
    assert set(answers().values()) == {"unknown"}
    assert answers(step("prior", -5_800))["name"] == "unknown"


def test_what_speaks_for_agrees_and_what_speaks_against_differs() -> None:
    told = answers(step("country-same", 700, "RU", "RU"), step("birth-date-differs", -4_000, "1970", "1978"))
    assert told["country"] == "agree"
    assert told["birth date"] == "differ"


def test_a_name_of_which_some_words_agree_agrees_in_part() -> None:
    told = answers(step("word-same", 5_000, "ivan", "ivan"), step("word-differs", -3_000, "orlov", "petrov"))
    assert told["name"] == "in part"


def test_both_sides_stand_as_compared() -> None:
    name = attributes([step("word-same", 5_000, "ivan", "ivan"), step("word-close", 3_000, "petrof", "petrov")])[0]
    assert (name.ours, name.theirs) == ("ivan petrof", "ivan petrov")
