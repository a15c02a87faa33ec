"""Profiles: their shape, each refusal with file and line, and whose profile is whose."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from brightline.beside.profiles import is_of, profiles_of, read_profiles
from brightline.errors import CallError
from brightline.terms import AsOf, Identifier, Party, Payment

AS_OF = AsOf(datetime(2024, 9, 10, tzinfo=UTC), datetime(2024, 9, 10, tzinfo=UTC))
SHOP = {"name": "OOO Raduga Detstva", "country": "RU", "identifiers": [{"scheme": "inn", "value": "77019 91017"}]}


def party(name: str, country: str | None = "RU", inn: str | None = None) -> Party:
    numbers = (Identifier("INN", inn, True),) if inn else ()
    return Party("debtor", "Dbtr/Nm", name, country=country, identifiers=numbers)


@pytest.mark.parametrize(
    ("one", "same"),
    [
        (party("Raduga Detstva, OOO"), True),
        (party("Another Name", inn="7701991017"), True),
        (party("OOO RADUGA DETSTVA", None), True),
        (party("OOO Raduga Detstva", "KZ"), False),
        (party("OOO Raduga Detstva", inn="5403997997"), False),
        (party("OOO Raduga"), False),
    ],
)
def test_a_profile_is_a_partys_by_number_or_by_its_words(one: Party, same: bool) -> None:
    (profile,) = profiles_of([SHOP], "profiles")
    assert is_of(profile, one) is same


def test_a_size_is_one_of_four_classes_and_stays_with_the_decision() -> None:
    book = read_profiles(json.dumps([SHOP | {"size": "small"}]), "f.json")
    given = book.given_for(Payment("p", "f", parties=(party("OOO Raduga Detstva"),)), AS_OF)
    assert given == [SHOP | {"size": "small"}]
    with pytest.raises(CallError, match="'micro', 'small', 'medium' or 'large'"):
        read_profiles(json.dumps([SHOP | {"size": "tiny"}]), "f.json")


def test_of_a_file_only_the_profiles_of_the_parties_are_given() -> None:
    book = read_profiles(json.dumps([{"name": "Nobody Here"}, SHOP]), "f.json")
    assert book.given_for(Payment("a", "b", parties=(party("RADUGA DETSTVA OOO"),)), AS_OF) == [SHOP]
    assert book.given_for(Payment("a", "b", parties=(party("Somebody Else"),)), AS_OF) == []


def test_two_firms_of_one_name_in_two_countries_may_stand_beside_each_other() -> None:
    book = read_profiles(json.dumps([{"name": "Pearl", "country": "HK"}, {"name": "Pearl", "country": "SG"}]), "f")
    assert len(book.given) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[{"name": "A",\n"owners": [{"name": "B", "percent": "120"}]}]',
            "line 2: 0.owners.0.percent: expected a",
        ),
        ('[{"name": "A", "owners": [{"name": "B", "percent": "-1"}]}]', "a percentage from 0 to 100"),
        ('[{"name": "A", "owner": []}]', "expected one of name, identifiers, country"),
        ('[{"name": "A", "incorporated": "May 2022"}]', "a day such as"),
        (
            '[{"name": "A", "attestations": [{"kind": "end_use", "given": "2024-02-01", "expires": "2023-02-01"}]}]',
            "on or",
        ),
        ('[{"name": "A", "trade": {"usual_most": "5"}}]', "usual_most and usual_currency together"),
        ('[{"name": "A"},\n{"name": "a"}]', "line 2: 1.name: expected each party once"),
        ("{}", "expected a list, found {}"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(text: str, told: str) -> None:
    with pytest.raises(CallError) as refused:
        read_profiles(text, "f.json")
    assert told in str(refused.value)
